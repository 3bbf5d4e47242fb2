import 'reflect-metadata'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { type Change, constraints, having, oids, without } from '../../../test/certificates.ts'
import { broken, refused } from '../../../test/judging.ts'
import { trustRulesSchema } from '../../config.ts'

const day = 24 * 3600 * 1000

const until =
  (notAfter: Date): Change =>
  (plan) => {
    plan.notAfter = notAfter
  }
const since =
  (notBefore: Date): Change =>
  (plan) => {
    plan.notBefore = notBefore
  }
const noon = new Date('2026-06-01T12:00:00Z')
const after = (milliseconds: number) => new Date(noon.getTime() + milliseconds)
refused('a certificate outside its validity is refused', {
  expired: [{ holder: until(noon), at: after(1000) }, 'holder expired'],
  'not valid yet': [{ holder: since(noon), at: after(-1) }, 'holder not_yet_valid'],
  'expired issuer': [{ issuer: until(noon), at: after(day) }, 'issuer expired'],
  'expired root': [{ root: until(noon), at: after(day) }, 'root expired'],
})
test('both ends of the validity belong to it, to the second', async () => {
  assert.deepEqual(await broken({ holder: until(noon), at: after(999) }), [])
  assert.deepEqual(await broken({ holder: since(noon), at: noon }), [])
})

const purposes = (...usages: string[]) => having(new x509.ExtendedKeyUsageExtension(usages))
const flags = (usage: x509.KeyUsageFlags) => having(new x509.KeyUsagesExtension(usage, true))
refused('who may not issue has issued nothing', {
  'no authority': [
    { issuer: without(oids.basicConstraints) },
    'issuer signs_without_authority',
    'issuer issuer_not_authority',
  ],
  'an authority that may not sign': [
    {
      issuer: (plan) => {
        flags(x509.KeyUsageFlags.cRLSign)(plan)
        having(constraints(true))(plan)
      },
    },
    'holder issuer_mismatch',
    'issuer issuer_may_not_sign',
  ],
  'an authority for servers': [{ issuer: purposes('1.3.6.1.5.5.7.3.1') }, 'issuer issuer_other_purpose'],
  'a root that allows no authority below it': [{ root: having(constraints(true, 0)) }, 'root path_length'],
  'more authorities than the provider may have': [{ rules: { longestPath: 0 } }, 'path path_too_long'],
  'another key named as the signer’s': [
    { holder: having(new x509.AuthorityKeyIdentifierExtension('00'.repeat(20))) },
    'holder issuer_mismatch',
  ],
})

refused('a certificate made for something else is refused', {
  'an authority': [{ holder: having(constraints(true)) }, 'holder is_authority'],
  'a key that may not sign': [{ holder: flags(x509.KeyUsageFlags.nonRepudiation) }, 'holder key_usage'],
  'for servers': [{ holder: purposes('1.3.6.1.5.5.7.3.1') }, 'holder extended_key_usage'],
  'for anything': [{ holder: purposes('2.5.29.37.0') }, 'holder extended_key_usage'],
  'for nothing named': [{ holder: without(oids.extendedKeyUsage) }, 'holder extended_key_usage'],
  'for a purpose that the provider does not ask for': [
    { rules: { extendedKeyUsage: '1.3.6.1.4.1.311.20.2.2' } },
    'holder extended_key_usage',
  ],
})
test('a certificate may leave out key usage, and be made for more than one purpose', async () => {
  assert.deepEqual(await broken({ holder: without(oids.keyUsage) }), [])
  assert.deepEqual(await broken({ holder: purposes('1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.2') }), [])
})

test('a provider is let off rules on form by name, and off no others', async () => {
  const rules = trustRulesSchema.parse({ tolerate: ['aki_missing'] })
  assert.deepEqual(await broken({ rules, holder: without(oids.aki) }), [])
  assert.equal(trustRulesSchema.safeParse({ tolerate: ['expired'] }).success, false)
  assert.equal(trustRulesSchema.safeParse({ polices: ['1.2.3'] }).success, false)
  assert.equal(trustRulesSchema.safeParse({ rsaBits: 1024 }).success, false)
})
