import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TlsProvider, type TrustRules, trustRulesSchema } from '../src/config.ts'
import { judgeBy } from '../src/identity/trust/judgement.ts'
import { makePath } from './certificates.ts'

type Changes = Parameters<typeof makePath>[0]
type Keys = Parameters<typeof makePath>[1]
export type Case = { rules?: Partial<TrustRules>; keys?: Keys; at?: Date } & NonNullable<Changes>

/** Every rule that was broken, and by whom. */
export async function broken({ rules, keys, at = new Date(), ...changes }: Case): Promise<string[]> {
  const { root, issuer, holder } = await makePath(changes, keys)
  const provider = testProvider(rules)
  const { accepted, steps } = judgeBy({ provider, roots: [root], intermediates: [issuer] }, holder, at)
  const found = steps.flatMap(({ passed, reason, of }) =>
    passed ? [] : [`${of?.place ?? 'path'} ${reason}`],
  )
  assert.equal(accepted, found.length === 0)
  return [...new Set(found)]
}

/** One test for each case: with that fault, these are the rules it breaks, and no others. */
export function refused(what: string, cases: Record<string, [Case, ...string[]]>) {
  for (const [name, [made, ...reasons]] of Object.entries(cases))
    test(`${what}: ${name}`, async () => assert.deepEqual(await broken(made), reasons))
}

/** A provider with the rules that hold unless others are given. */
export function testProvider(rules: Partial<TrustRules> = {}): TlsProvider {
  const mapping = {
    ...{ serialNumber: 'serialNumber', familyName: 'SN', givenName: 'GN', kind: 'title', kindValues: {} },
    ...{ organizationName: 'O', organizationIdentifier: '2.5.4.97' },
  }
  return {
    ...{ scheme: 'tls', id: 'p', name: 'P', rootsFile: '', assurance: 'high', mapping },
    rules: { ...trustRulesSchema.parse({}), ...rules },
  }
}
