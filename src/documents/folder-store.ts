import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Place } from './sealing.ts'
import { placeOf, type Store, type Stored } from './store.ts'

/** A folder for each space, a file for each document. */
export function openFolderStore(folder: string): Store {
  const unfinished = join(folder, 'unfinished')
  const fileOf = ({ spaceId, id }: Place) => join(folder, spaceId, id)
  return {
    async put(place, bytes) {
      const file = fileOf(place)
      await makeFolder(unfinished)
      const temporary = join(unfinished, randomUUID())
      try {
        // Opened before anything can fail, so that nothing is made once it was to be removed.
        const opened = await open(temporary, 'wx', 0o600)
        await pipeline(bytes, opened.createWriteStream({ flush: true }))
        await makeFolder(dirname(file))
        await rename(temporary, file)
        await flushFolder(dirname(file))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    async get(place) {
      const file = await open(fileOf(place))
      return file.createReadStream({ highWaterMark: 256 * 1024 })
    },
    remove: (place) => rm(fileOf(place), { force: true }),
    list: () => listFolder(folder),
    async forgetUnfinished(before) {
      for (const name of await namesIn(unfinished)) {
        const file = join(unfinished, name)
        if ((await changedAt(file)) < before) await rm(file, { force: true })
      }
    },
  }
}

async function* listFolder(folder: string): AsyncGenerator<Stored> {
  for (const spaceId of await namesIn(folder))
    for (const id of await namesIn(join(folder, spaceId))) {
      const place = placeOf(spaceId, id)
      if (place) yield { place, since: await changedAt(join(folder, spaceId, id)) }
    }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = []
    for await (const { name } of await opendir(folder)) names.push(name)
    return names
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Now, for what is gone meanwhile: nobody acts on what has just changed. */
async function changedAt(file: string): Promise<Date> {
  try {
    return (await stat(file)).mtime
  } catch (error) {
    if (isMissing(error)) return new Date()
    throw error
  }
}

/** A new folder outlasts a power cut once the one above it has been flushed. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first) await flushFolder(dirname(first))
}

async function flushFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
