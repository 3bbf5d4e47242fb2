import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { trustRulesSchema } from '../../src/config.ts'
import type { Trust } from '../../src/identity/trust/authorities.ts'
import { judgeBy } from '../../src/identity/trust/judgement.ts'
import { testProvider } from '../judging.ts'
import { differences } from './limbo-differences.ts'

/** https://github.com/C2SP/x509-limbo; not part of this repository. */
const folder = process.env.CORPORA || resolve(import.meta.dirname, '../../../shared/corpora')
const file = join(folder, 'x509-limbo.json')
const missing = existsSync(file)
  ? false
  : `x509-limbo was not run: there is no ${file} (CORPORA names its folder)`
if (missing) console.warn(missing)

const Case = z.object({
  id: z.string(),
  validation_kind: z.enum(['CLIENT', 'SERVER']),
  trusted_certs: z.array(z.string()),
  untrusted_intermediates: z.array(z.string()),
  peer_certificate: z.string(),
  validation_time: z.string().nullable(),
  max_chain_depth: z.number().nullable(),
  expected_result: z.enum(['SUCCESS', 'FAILURE']),
})
type Case = z.infer<typeof Case>

/**
 * What is about something else than the path from a certificate to a root and its profile. Everything else
 * is run: RFC 5280, the pathological, and of the web's own rules (`webpki`) keys, purposes and identifiers.
 */
const leftOut: [begin: string, why: string][] = [
  ['crl::', 'revocation is judged after the path'],
  ['webpki::san::', 'which host a server’s certificate is for: holders have no host'],
  ['webpki::cn::', 'which host a server’s certificate is for: holders have no host'],
]
const clientAuth = '1.3.6.1.5.5.7.3.2'
const serverAuth = '1.3.6.1.5.5.7.3.1'
const mostMilliseconds = 3000

const cases = missing
  ? []
  : z.object({ testcases: z.array(Case) }).parse(JSON.parse(readFileSync(file, 'utf8'))).testcases
const relevant = cases.filter(({ id }) => !leftOut.some(([begin]) => id.startsWith(begin)))

test('x509-limbo: certificates are judged as expected, but for the differences explained', {
  skip: missing,
}, () => {
  const wrong = relevant.flatMap((one) => {
    const we = judged(one)
    const expected = one.expected_result === 'SUCCESS' ? 'accept' : 'refuse'
    const explained = differences[one.id]?.we ?? expected
    return we === explained ? [] : [`${one.id}: expected ${expected}, explained ${explained}, but we ${we}`]
  })
  assert.deepEqual(wrong, [])
})

test('x509-limbo: every explained difference is one', { skip: missing }, () => {
  for (const [id, { we, because }] of Object.entries(differences)) {
    const one = relevant.find((each) => each.id === id)
    assert.ok(one, `${id} is no case that is run`)
    assert.notEqual(one.expected_result === 'SUCCESS' ? 'accept' : 'refuse', we, `${id} is no difference`)
    assert.ok(because.length > 40, id)
  }
})

test('x509-limbo: the cases that are run are the many they should be', { skip: missing }, (t) => {
  const refused = relevant.filter(({ expected_result: result }) => result === 'FAILURE')
  t.diagnostic(`${relevant.length} of ${cases.length} cases run, ${refused.length} of them to be refused`)
  assert.ok(refused.length >= 100 && relevant.length - refused.length >= 40)
})

/** By the rules every provider has unless it says otherwise; only the purpose is the case's. */
function judged(one: Case): 'accept' | 'refuse' {
  const [certificate] = read([one.peer_certificate])
  if (!certificate) return 'refuse'
  const began = performance.now()
  const at = one.validation_time ? new Date(one.validation_time) : new Date()
  const { accepted } = judgeBy(trustOf(one), certificate, at)
  assert.ok(performance.now() - began < mostMilliseconds, `${one.id} took too long`)
  return accepted ? 'accept' : 'refuse'
}

function trustOf(one: Case): Trust {
  const rules = trustRulesSchema.parse({
    extendedKeyUsage: one.validation_kind === 'CLIENT' ? clientAuth : serverAuth,
  })
  const longestPath = one.max_chain_depth ?? rules.longestPath
  return {
    provider: testProvider({ ...rules, longestPath }),
    roots: read(one.trusted_certs),
    intermediates: read(one.untrusted_intermediates),
  }
}

/** What OpenSSL cannot even read leads nowhere. */
function read(blocks: string[]): X509Certificate[] {
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)]
    } catch {
      return []
    }
  })
}
