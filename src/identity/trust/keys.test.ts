import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '../../../test/certificates.ts'
import { broken, refused } from '../../../test/judging.ts'

const sha1: Change = (plan) => {
  plan.digest = 'SHA-1'
}
refused('a key or signature that is too weak is refused', {
  'RSA with 1024 bits': [{ keys: { holder: 'RSA-1024' } }, 'holder key_small'],
  'RSA with 1024 bits, of the root': [{ keys: { root: 'RSA-1024' } }, 'root key_small'],
  'RSA with 2052 bits': [{ keys: { issuer: 'RSA-2052' } }, 'issuer key_small'],
  'RSA shorter than the provider’s own rule': [
    { keys: { holder: 'RSA-2048' }, rules: { rsaBits: 3072 } },
    'holder key_small',
  ],
  'a curve that the provider does not name': [
    { keys: { holder: 'P-521' }, rules: { curves: ['P-256'] } },
    'holder key_curve',
  ],
  'SHA-1': [{ holder: sha1 }, 'holder signature_weak'],
  'SHA-1 of an issuer': [{ issuer: sha1 }, 'issuer signature_weak'],
})
test('how a root signed itself matters to nobody', async () => {
  assert.deepEqual(await broken({ root: sha1 }), [])
})
