import 'reflect-metadata'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { type Change, der, derOid, extension, having, oids } from '../../../test/certificates.ts'
import { broken, refused } from '../../../test/judging.ts'

const [policy, other] = ['1.3.171.1.1.10.3.1', '1.3.171.1.1.10.3.2']

const policies = (...ids: string[]) => having(new x509.CertificatePolicyExtension(ids))
const [any, explicit] = ['2.5.29.32.0', extension(oids.policyConstraints, true, der(0x30, der(0x80, '\0')))]
const mapped = extension(oids.policyMappings, true, der(0x30, der(0x30, derOid(other), derOid(policy))))
const both =
  (...changes: Change[]): Change =>
  (plan) => {
    for (const change of changes) change(plan)
  }
refused('a path that is not under an accepted policy is refused', {
  'no policy at all': [{ rules: { policies: [policy] } }, 'path policy'],
  'another policy': [
    { rules: { policies: [policy] }, issuer: policies(other), holder: policies(other) },
    'path policy',
  ],
  'a policy that its issuer does not have': [
    { rules: { policies: [policy] }, issuer: policies(other), holder: policies(policy) },
    'path policy',
  ],
  'none in common, where an authority requires one': [
    { issuer: both(policies(other), having(explicit)), holder: policies(policy) },
    'path policy',
  ],
  'any policy, where an authority forbids that word': [
    {
      rules: { policies: [policy] },
      issuer: both(policies(policy), having(extension(oids.inhibitAnyPolicy, true, der(2, '\0')))),
      holder: policies(any),
    },
    'path policy',
  ],
  'mapped policies': [
    {
      rules: { policies: [policy] },
      issuer: both(policies(other), having(mapped)),
      holder: policies(policy),
    },
    'path policy_mapping',
  ],
})
test('a path under an accepted policy is accepted, and without such a rule any is', async () => {
  const rules = { policies: [other, policy] }
  assert.deepEqual(await broken({ rules, issuer: policies(policy), holder: policies(policy) }), [])
  assert.deepEqual(await broken({ rules, issuer: policies(any), holder: policies(policy) }), [])
  assert.deepEqual(await broken({ issuer: policies(other), holder: policies(policy) }), [])
})
