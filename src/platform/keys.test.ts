import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deriveKey, keyedHash, open, seal } from './keys.ts'

const secret = Buffer.alloc(32, 1)
const key = deriveKey(secret, 'tests')

test('any text comes back from its seal', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => open(key, seal(key, text)) === text))
})

test('the same text is sealed differently each time', () => {
  assert.notDeepEqual(seal(key, 'text'), seal(key, 'text'))
})

test('a changed bit anywhere, a short seal or another key is refused', () => {
  const sealed = seal(key, 'a national number')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    assert.throws(() => open(key, changed), `byte ${at}`)
  }
  assert.throws(() => open(key, sealed.subarray(0, 20)))
  assert.throws(() => open(deriveKey(secret, 'other'), sealed))
})

test('keys differ by purpose and by secret, and stay the same over time', () => {
  assert.notDeepEqual(deriveKey(secret, 'a'), deriveKey(secret, 'b'))
  assert.notDeepEqual(deriveKey(secret, 'a'), deriveKey(Buffer.alloc(32, 2), 'a'))
  assert.equal(key.toString('hex'), '7de02b79bd2ed89b481c9bd75ffbd305fb0d5d0ebf7ac4bdc46497d0418fd5de')
})

test('a keyed hash finds equals and differs by key', () => {
  assert.deepEqual(keyedHash(key, '1893120105732'), keyedHash(key, '1893120105732'))
  assert.notDeepEqual(keyedHash(key, '1893120105732'), keyedHash(key, '1893120105733'))
  assert.notDeepEqual(keyedHash(key, 'x'), keyedHash(deriveKey(secret, 'other'), 'x'))
})
