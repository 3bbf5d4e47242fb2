import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pieces, readAll } from '../../test/samples.ts'
import { openFolderStore } from './folder-store.ts'
import { Damaged, type Place } from './sealing.ts'
import { vaultOf } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'documents '))
after(() => rmSync(folder, { recursive: true }))
const store = openFolderStore(folder)
const key = randomBytes(32)
const vault = vaultOf(store, key)
const newPlace = (spaceId: string = randomUUID()): Place => ({ spaceId, id: randomUUID() })
const filesBelow = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
async function listed(): Promise<string[]> {
  const ids: string[] = []
  for await (const { place } of store.list()) ids.push(place.id)
  return ids
}

test('what was kept comes back, from a file only its owner can read, and nothing else is left', async () => {
  const place = newPlace()
  const plain = randomBytes(300_000)
  const wrapped = await vault.keep(place, pieces(plain, 7000))
  assert.ok(plain.equals(await readAll(await vault.open(place, wrapped))))
  assert.deepEqual(filesBelow(), [join(place.spaceId, place.id)])
  assert.equal(statSync(join(folder, place.spaceId, place.id)).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, place.spaceId)).mode & 0o777, 0o700)
  await store.remove(place)
  await store.remove(place)
  await assert.rejects(vault.open(place, wrapped), { code: 'ENOENT' })
})

test('a source that fails leaves nothing behind', async () => {
  const place = newPlace()
  async function* failing() {
    yield randomBytes(200_000)
    throw new Error('the line broke')
  }
  await assert.rejects(vault.keep(place, failing()), /the line broke/)
  assert.deepEqual(filesBelow(), [])
})

test('bytes laid into the place of others do not open', async () => {
  const [one, two] = [newPlace(), newPlace()]
  const plain = randomBytes(1000)
  const wrapped = await vault.keep(one, pieces(plain, 500))
  await vault.keep(two, pieces(plain, 500))
  await store.put(one, await store.get(two))
  await assert.rejects(readAll(await vault.open(one, wrapped)), Damaged)
  await store.remove(one)
  await store.remove(two)
})

test('a stream nobody reads leaves no file open', async () => {
  const place = newPlace()
  const wrapped = await vault.keep(place, pieces(randomBytes(1000), 500))
  const openFiles = () => readdirSync('/proc/self/fd').length
  const before = openFiles()
  for (let one = 0; one < 20; one++) (await vault.open(place, wrapped)).destroy()
  await sleep(100)
  assert.ok(openFiles() < before + 5)
  await store.remove(place)
})

test('it lists what it holds, and no file that somebody else has put there', async () => {
  const spaceId = randomUUID()
  const places = [newPlace(spaceId), newPlace(spaceId), newPlace()]
  for (const place of places) await store.put(place, pieces(randomBytes(10), 10))
  writeFileSync(join(folder, spaceId, 'notes.txt'), 'x')
  writeFileSync(join(folder, 'lost+found'), 'x')
  assert.deepEqual((await listed()).sort(), places.map(({ id }) => id).sort())
  for (const place of places) await store.remove(place)
  assert.deepEqual(await listed(), [])
})

test('a process killed while it writes leaves no half file, and what it began is forgotten in time', async () => {
  const program = `
    import { openFolderStore } from ${JSON.stringify(new URL('folder-store.ts', import.meta.url).href)}
    async function* endless() {
      for (;;) {
        yield Buffer.alloc(65536)
        await new Promise((resolve) => setTimeout(resolve, 5))
        process.stdout.write('.')
      }
    }
    await openFolderStore(process.argv[1]).put({ spaceId: process.argv[2], id: process.argv[3] }, endless())`
  const place = newPlace()
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, folder, place.spaceId, place.id],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise<void>((resolve) => {
    let written = 0
    child.stdout.on('data', ({ length }) => {
      written += length
      if (written > 5) resolve()
    })
  })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  assert.ok(!(await listed()).includes(place.id))
  const [half] = readdirSync(join(folder, 'unfinished'))
  assert.ok(half)
  await store.forgetUnfinished(new Date(Date.now() - 60_000))
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [half], 'it may still be written')
  utimesSync(join(folder, 'unfinished', half), 0, 0)
  await store.forgetUnfinished(new Date(Date.now() - 60_000))
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
})
