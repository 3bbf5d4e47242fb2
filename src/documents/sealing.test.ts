import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { pieces, readAll } from '../../test/samples.ts'
import { Damaged, newFileKey, type Place, seal, unseal, unwrapKey, wrapKey } from './sealing.ts'

const key = newFileKey()
const place: Place = { spaceId: randomUUID(), id: randomUUID() }
const sealedChunk = 64 * 1024 + 16

const sealed = (plain: Buffer, size = 10_000, under = key, at = place) =>
  readAll(seal(pieces(plain, size), under, at))
const opened = (bytes: Buffer, size = 50_000, under = key, at = place) =>
  readAll(unseal(pieces(bytes, size), under, at))

test('what was sealed opens as it was, however it is cut into pieces', async () => {
  const length = fc.oneof(fc.nat(300), fc.integer({ min: 65_530, max: 65_545 }), fc.nat(300_000))
  await fc.assert(
    fc.asyncProperty(length, fc.integer({ min: 1000, max: 200_000 }), async (bytes, size) => {
      const plain = randomBytes(bytes)
      assert.ok(plain.equals(await opened(await sealed(plain, size), size + 7)))
    }),
    { numRuns: 60 },
  )
})

test('nothing of it can be read, and the same file never looks the same twice', async () => {
  const plain = Buffer.from('an identity card '.repeat(1000))
  const [one, two] = [await sealed(plain), await sealed(plain, 10_000, newFileKey())]
  assert.ok(!one.includes('identity card'))
  assert.ok(!one.equals(two))
})

const plain = randomBytes(200_000)
const damage: Record<string, (bytes: Buffer) => Buffer> = {
  'one bit changed at the start': (bytes) => flipped(bytes, 0),
  'one bit changed in the last chunk': (bytes) => flipped(bytes, bytes.length - 40),
  'one bit of a tag changed': (bytes) => flipped(bytes, sealedChunk - 1),
  'cut off within a chunk': (bytes) => bytes.subarray(0, 150_000),
  'cut off between two chunks': (bytes) => bytes.subarray(0, 2 * sealedChunk),
  'cut off to nothing': () => Buffer.alloc(0),
  'cut off within the first tag': (bytes) => bytes.subarray(0, 8),
  'two chunks exchanged': (bytes) =>
    Buffer.concat([chunk(bytes, 1), chunk(bytes, 0), bytes.subarray(2 * sealedChunk)]),
  'a chunk left out': (bytes) => Buffer.concat([chunk(bytes, 0), bytes.subarray(2 * sealedChunk)]),
  'a chunk repeated': (bytes) => Buffer.concat([chunk(bytes, 0), bytes]),
  'bytes added': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
}
const chunk = (bytes: Buffer, number: number) =>
  bytes.subarray(number * sealedChunk, (number + 1) * sealedChunk)
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

for (const [what, change] of Object.entries(damage))
  test(`${what}: it does not open`, async () => {
    await assert.rejects(opened(change(await sealed(plain))), Damaged)
  })

test('it opens in no other place and with no other key', async () => {
  const bytes = await sealed(plain)
  await assert.rejects(opened(bytes, 50_000, key, { ...place, id: randomUUID() }), Damaged)
  await assert.rejects(opened(bytes, 50_000, key, { ...place, spaceId: randomUUID() }), Damaged)
  await assert.rejects(opened(bytes, 50_000, newFileKey()), Damaged)
})

test('what comes before the damage is given, what comes after is not', async () => {
  const bytes = flipped(await sealed(plain), sealedChunk + 5)
  const seen: Buffer[] = []
  await assert.rejects(async () => {
    for await (const one of unseal(pieces(bytes, 50_000), key, place)) seen.push(one)
  }, Damaged)
  assert.ok(Buffer.concat(seen).equals(plain.subarray(0, 64 * 1024)))
})

test('a file’s key opens with the portal’s key in its own place alone', () => {
  const portalKey = randomBytes(32)
  const wrapped = wrapKey(key, portalKey, place)
  assert.ok(unwrapKey(wrapped, portalKey, place).equals(key))
  assert.ok(!wrapped.includes(key))
  assert.throws(() => unwrapKey(wrapped, portalKey, { ...place, id: randomUUID() }), Damaged)
  assert.throws(() => unwrapKey(wrapped, randomBytes(32), place), Damaged)
  assert.throws(() => unwrapKey(flipped(wrapped, 20), portalKey, place), Damaged)
})
