import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Places, visitBefore } from './visit.ts'

type Given = Places & { folder: string; databaseUrl: string | undefined }

/** Once for each database. The demo works without it, so a failure is only told. */
export async function visitOnce({ folder, databaseUrl, ...places }: Given): Promise<void> {
  const mark = join(folder, 'visited')
  const database = databaseUrl ? hash(databaseUrl) : hash(clusterOf(dirname(folder)))
  if (readMark(mark) === database) return
  writeFileSync(mark, database, { mode: 0o600 })
  try {
    await visitBefore(places)
  } catch (error) {
    console.error(`The data of the demo is incomplete: ${error instanceof Error ? error.message : error}`)
  }
}

/** Another one after its folder was removed. */
const clusterOf = (dataDir: string) => String(statSync(join(dataDir, 'postgres/PG_VERSION')).mtimeMs)

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function readMark(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
