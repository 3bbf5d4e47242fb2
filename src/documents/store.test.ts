import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBucket } from '../../test/bucket.ts'
import { pieces, readAll } from '../../test/samples.ts'
import { openBucketStore } from './bucket-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openKeyRing } from './key-ring.ts'
import { Damaged, type Place } from './sealing.ts'
import type { Store } from './store.ts'
import { vaultOf } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'documents '))
const bucket = await startBucket()
after(async () => {
  rmSync(folder, { recursive: true })
  await bucket.close()
})
const store = openFolderStore(folder)
const vault = vaultOf(store, openKeyRing(randomBytes(32)))
const spaceOfMany = randomUUID()
const newPlace = (spaceId: string = randomUUID()): Place => ({ spaceId, id: randomUUID() })
const filesBelow = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
async function listed(store: Store): Promise<string[]> {
  const ids: string[] = []
  for await (const { place } of store.list()) ids.push(place.id)
  return ids
}

for (const [where, store] of [
  ['a folder', openFolderStore(folder)],
  ['a bucket', openBucketStore(bucket.address)],
] as const) {
  const vault = vaultOf(store, openKeyRing(randomBytes(32)))

  for (const size of [1, 300_000, 8 * 1024 * 1024, 20_000_000])
    test(`${where}: what was kept comes back, ${size} bytes of it, and goes when it is removed`, async () => {
      const place = newPlace()
      const plain = randomBytes(size)
      const wrapped = await vault.keep(place, pieces(plain, 70_000))
      assert.ok(plain.equals(await readAll(await vault.open(place, wrapped))))
      assert.deepEqual(await listed(store), [place.id])
      await store.remove(place)
      await store.remove(place)
      await assert.rejects(vault.open(place, wrapped))
      assert.deepEqual(await listed(store), [])
    })

  test(`${where}: a source that fails leaves nothing behind, early or late`, async () => {
    for (const before of [0, 200_000, 9_000_000]) {
      async function* failing() {
        yield* pieces(randomBytes(before), 65_536)
        throw new Error('the line broke')
      }
      await assert.rejects(vault.keep(newPlace(), failing()), /the line broke/)
    }
    assert.deepEqual(await listed(store), [])
  })

  test(`${where}: bytes laid into the place of others do not open`, async () => {
    const [one, two] = [newPlace(), newPlace()]
    const plain = randomBytes(1000)
    const wrapped = await vault.keep(one, pieces(plain, 500))
    await vault.keep(two, pieces(plain, 500))
    await store.put(one, await store.get(two))
    await assert.rejects(readAll(await vault.open(one, wrapped)), Damaged)
    await store.remove(one)
    await store.remove(two)
  })

  test(`${where}: many documents of many spaces are all listed, each since when it lies there`, async () => {
    const places = Array.from({ length: 30 }, (_, index) => newPlace(index % 2 ? undefined : spaceOfMany))
    const begun = Date.now()
    for (const place of places) await store.put(place, pieces(randomBytes(10), 10))
    assert.deepEqual((await listed(store)).sort(), places.map(({ id }) => id).sort())
    for await (const { since } of store.list()) assert.ok(Math.abs(since.getTime() - begun) < 60_000)
    for (const place of places) await store.remove(place)
  })
}

test('a bucket that refuses or is away fails the upload', async () => {
  for (const address of [
    bucket.address.replace('S3RVER:S3RVER', 'unknown:unknown'),
    bucket.address.replace('S3RVER:S3RVER', 'S3RVER:wrong'),
    bucket.address.replace('/documents', '/others'),
    'http://a:b@127.0.0.1:9/documents',
  ]) {
    const vault = vaultOf(openBucketStore(address), openKeyRing(randomBytes(32)))
    for (const size of [10, 9_000_000])
      await assert.rejects(vault.keep(newPlace(), pieces(randomBytes(size), 65_536)), address)
  }
  assert.throws(() => openBucketStore('https://s3.example/documents'), /^Error: DOCUMENTS_URL: needs key/)
})

test('a bucket that sends elsewhere is not followed', async (t) => {
  let asked = 0
  const elsewhere = createServer((_, response) => {
    asked++
    response.end()
  })
  const leading = createServer((_, response) => {
    const { port } = elsewhere.address() as AddressInfo
    response.writeHead(307, { location: `http://127.0.0.1:${port}/documents/x` }).end()
  })
  for (const server of [elsewhere, leading]) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.after(() => server.close())
  }
  const { port } = leading.address() as AddressInfo
  const store = openBucketStore(`http://a:b@127.0.0.1:${port}/documents`)
  const vault = vaultOf(store, openKeyRing(randomBytes(32)))
  await assert.rejects(vault.keep(newPlace(), pieces(randomBytes(10), 10)))
  assert.equal(asked, 0)
})

test('in a folder, only its owner can read the files, and nothing else is left', async () => {
  const place = newPlace()
  await vault.keep(place, pieces(randomBytes(300_000), 7000))
  assert.deepEqual(filesBelow(), [join(place.spaceId, place.id)])
  assert.equal(statSync(join(folder, place.spaceId, place.id)).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, place.spaceId)).mode & 0o777, 0o700)
  await store.remove(place)
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

test('a file that somebody else has put into the folder is not listed', async () => {
  const place = newPlace()
  await store.put(place, pieces(randomBytes(10), 10))
  writeFileSync(join(folder, place.spaceId, 'notes.txt'), 'x')
  writeFileSync(join(folder, 'lost+found'), 'x')
  assert.deepEqual(await listed(store), [place.id])
  await store.remove(place)
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
  assert.ok(!(await listed(store)).includes(place.id))
  const [half] = readdirSync(join(folder, 'unfinished'))
  assert.ok(half)
  await store.forgetUnfinished(new Date(Date.now() - 60_000))
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [half], 'it may still be written')
  utimesSync(join(folder, 'unfinished', half), 0, 0)
  await store.forgetUnfinished(new Date(Date.now() - 60_000))
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
})
