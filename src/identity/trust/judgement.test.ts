import 'reflect-metadata'
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as x509 from '@peculiar/x509'
import {
  type Authority,
  createIssuer,
  createRoot,
  type Issued,
  issueToPerson,
  lasting,
  pemOf,
  subjectOf,
} from '../../../demo/certificates/authority.ts'
import { subjectFor } from '../../../demo/certificates/make.ts'
import { type Change, constraints, having, makePath, oids, without } from '../../../test/certificates.ts'
import { testConfig } from '../../../test/database.ts'
import type { TrustRules } from '../../config.ts'
import { loadTrust, type Trust } from './authorities.ts'
import { judge } from './judgement.ts'

const day = 24 * 3600 * 1000
const folder = mkdtempSync(join(tmpdir(), 'guichet-trust-'))
after(() => rmSync(folder, { recursive: true }))

const connectionsFile = join(folder, 'connections.yaml')
const kindValues = { 'Private Person': 'private', 'Professional Person': 'professional' }
const configured = { scheme: 'tls', id: 'p', name: 'P', rootsFile: 'roots.pem', mapping: { kindValues } }
writeFileSync(connectionsFile, JSON.stringify({ providers: [configured] }))
const config = testConfig({ CONNECTIONS_FILE: connectionsFile })
const provider = config.connections.providers.find((one) => one.scheme === 'tls') ?? assert.fail()

const subject = subjectFor(
  { familyName: 'Muster', givenName: 'Marie' },
  { serialNumber: '12345678901234567890', kind: 'private' },
)

let root: Authority
let issuing: Authority
let trust: Trust[]
before(async () => {
  root = await createRoot('Root', 'Authority')
  issuing = await createIssuer(root, 'Issuing', 'Authority')
  trust = [{ provider, roots: [read(root)], intermediates: [read(issuing)] }]
})

const read = ({ certificate }: Issued) => new X509Certificate(Buffer.from(certificate.rawData))
/** As if an operator had configured that one as an issuing authority too. */
const withIssuer = (issuer: Issued): Trust[] =>
  trust.map((one) => ({ ...one, intermediates: [...one.intermediates, read(issuer)] }))
const refusalOf = (judged: ReturnType<typeof judge>) => (judged.ok ? 'accepted' : judged.refusal)

test('a certificate of a configured issuing authority is accepted, of another one of the same root not', async () => {
  const certificate = read(await issueToPerson(issuing, subject))
  assert.equal(refusalOf(judge(certificate, trust)), 'accepted')
  assert.equal(
    refusalOf(judge(certificate, [{ provider, roots: [read(root)], intermediates: [] }])),
    'untrusted',
  )
})

test('a renewed certificate of the provider’s next issuing authority is accepted', async () => {
  const next = await createIssuer(root, 'Issuing 2', 'Authority')
  const certificate = read(await issueToPerson(next, subject))
  const both = [{ provider, roots: [read(root)], intermediates: [read(issuing), read(next)] }]
  assert.equal(refusalOf(judge(certificate, both)), 'accepted')
})

test('a certificate issued by the root itself is accepted', async () => {
  assert.equal(refusalOf(judge(read(await issueToPerson(root, subject)), trust)), 'accepted')
})

test('a certificate outside its validity is told apart from an unknown one', async () => {
  const past = await issueToPerson(issuing, subject, {
    lifetime: lasting(10, new Date(Date.now() - 20 * day)),
  })
  const future = await issueToPerson(issuing, subject, {
    lifetime: lasting(10, new Date(Date.now() + 20 * day)),
  })
  assert.equal(refusalOf(judge(read(past), trust)), 'expired')
  assert.equal(refusalOf(judge(read(future), trust)), 'not_yet_valid')
  const stranger = await createRoot('Root', 'Authority')
  const forged = await issueToPerson(stranger, subject, {
    lifetime: lasting(10, new Date(Date.now() - 20 * day)),
  })
  assert.equal(refusalOf(judge(read(forged), trust)), 'untrusted')
})

test('of an authority that has expired the page says so, not that it is unknown', async () => {
  const certificate = read(await issueToPerson(issuing, subject, { lifetime: lasting(3000) }))
  const later = new Date(Date.now() + 2500 * day)
  assert.equal(refusalOf(judge(certificate, trust, later)), 'issuer_invalid')
})

test('only certificates made for client authentication are accepted', async () => {
  const server = await issueToPerson(issuing, subject, { usages: ['1.3.6.1.5.5.7.3.1'] })
  const none = await issueToPerson(issuing, subject, { usages: [] })
  const both = await issueToPerson(issuing, subject, { usages: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'] })
  assert.equal(refusalOf(judge(read(server), trust)), 'wrong_usage')
  assert.equal(refusalOf(judge(read(none), trust)), 'wrong_usage')
  assert.equal(refusalOf(judge(read(both), trust)), 'accepted')
  assert.equal(refusalOf(judge(read(issuing), trust)), 'wrong_usage')
})

test('of several faults the page is about the one that the holder is nearest to mend', async () => {
  type Changes = Parameters<typeof makePath>[0]
  type Keys = Parameters<typeof makePath>[1]
  const page = async (changes: Changes, keys: Keys = {}, rules: Partial<TrustRules> = {}) => {
    const path = await makePath(changes, keys)
    const named = { ...provider, rules: { ...provider.rules, ...rules } }
    const trusted = [{ provider: named, roots: [path.root], intermediates: [path.issuer] }]
    return refusalOf(judge(path.holder, trusted))
  }
  const identified: Change = (plan) => {
    plan.subject = 'SN=Muster, 2.5.4.5=1, 2.5.4.12=Private Person'
  }
  const and =
    (change: Change): Change =>
    (plan) => {
      identified(plan)
      change(plan)
    }
  const holder = (change: Change) => page({ holder: and(change) })
  const past: Change = (plan) => {
    plan.notAfter = new Date(Date.now() - day)
  }
  const sha1: Change = (plan) => {
    plan.digest = 'SHA-1'
  }
  const server = having(new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']))
  assert.equal(await page({ holder: identified }), 'accepted')
  assert.equal(await page({ holder: identified }, { holder: 'RSA-1024' }), 'weak')
  assert.equal(await page({ holder: identified }, { issuer: 'RSA-1024' }), 'weak')
  assert.equal(await page({ holder: identified }, { holder: 'P-521' }, { curves: ['P-256'] }), 'weak')
  assert.equal(await holder(sha1), 'weak')
  assert.equal(await holder(server), 'wrong_usage')
  assert.equal(await page({ holder: identified }, {}, { policies: ['1.2.3'] }), 'wrong_usage')
  assert.equal(await holder(without(oids.aki)), 'faulty')
  assert.equal(await page({ issuer: past, holder: identified }), 'issuer_invalid')
  assert.equal(await page({ issuer: having(constraints(false)), holder: identified }), 'issuer_invalid')
  assert.equal(await page({ holder: identified }, {}, { longestPath: 0 }), 'issuer_invalid')
  const weakAnd = (change: Change) => page({ holder: and(change) }, { holder: 'RSA-1024' })
  assert.equal(await weakAnd(past), 'expired')
  assert.equal(await weakAnd(server), 'wrong_usage')
  assert.equal(await weakAnd(without(oids.aki)), 'weak')
  assert.equal(await page({ issuer: past, holder: and(server) }), 'wrong_usage')
})

test('a holder cannot issue certificates, and an authority not more levels than its path length allows', async () => {
  const holder = await issueToPerson(issuing, subject)
  const asAuthority = { ...holder, chain: [] }
  const forged = read(await issueToPerson(asAuthority, subject))
  assert.equal(refusalOf(judge(forged, withIssuer(holder))), 'issuer_invalid')
  const tooDeep = await createIssuer(issuing, 'One level too many', 'Authority')
  const below = read(await issueToPerson(tooDeep, subject))
  assert.equal(refusalOf(judge(below, withIssuer(tooDeep))), 'issuer_invalid')
})

test('of two providers the one whose authority issued the certificate is named', async () => {
  const other = await createRoot('Other root', 'Other')
  const two = [{ provider: { ...provider, id: 'other' }, roots: [read(other)], intermediates: [] }, ...trust]
  const judged = judge(read(await issueToPerson(issuing, subject)), two)
  assert.equal(judged.ok && judged.provider.id, 'p')
})

test('a certificate without kind, holder’s serial number or company is refused, by what it lacks', async () => {
  const refusal = async (attributes: Parameters<typeof subjectOf>[0]) =>
    refusalOf(judge(read(await issueToPerson(issuing, subjectOf(attributes))), trust))
  const whole = { SN: 'Muster', GN: 'Marie', serialNumber: '1', title: 'Private Person' }
  assert.equal(await refusal(whole), 'accepted')
  assert.equal(await refusal({ ...whole, title: 'Student' }), 'unknown_kind')
  assert.equal(await refusal({ ...whole, title: '' }), 'unknown_kind')
  assert.equal(await refusal({ ...whole, serialNumber: '' }), 'incomplete')
  assert.equal(await refusal({ ...whole, SN: '' }), 'incomplete')
  assert.equal(await refusal({ ...whole, title: 'Professional Person' }), 'incomplete')
  assert.equal(await refusal({ ...whole, title: 'Professional Person', O: 'Muster' }), 'accepted')
})

test('an attribute that comes twice says nothing', async () => {
  const twice = [...subject, { oid: '2.5.4.5', value: '99999999999999999999' }]
  assert.equal(refusalOf(judge(read(await issueToPerson(issuing, twice)), trust)), 'incomplete')
})

test('of two providers with one root, the one whose rules it keeps is named', async () => {
  const strict = { ...provider, id: 'strict', rules: { ...provider.rules, policies: ['1.2.3'] } }
  const foreign = { ...provider, id: 'foreign', mapping: { ...provider.mapping, kindValues: {} } }
  const [one] = trust
  assert.ok(one)
  const three = [{ ...one, provider: strict }, { ...one, provider: foreign }, one]
  const judged = judge(read(await issueToPerson(issuing, subject)), three)
  assert.equal(judged.ok && judged.provider.id, 'p')
})

test('production refuses the demo’s authorities, wherever they were copied to', async () => {
  const demo = await createRoot('Any name')
  const rootsFile = join(folder, 'roots.pem')
  writeFileSync(rootsFile, pemOf(root.certificate, demo.certificate))
  const connections = { ...config.connections, providers: [{ ...provider, rootsFile }] }
  assert.throws(() => loadTrust({ connections, DEMO: 'off' }), /provider p: .*production refuses/)
  assert.equal(loadTrust({ connections, DEMO: 'on' })[0]?.roots.length, 2)
  writeFileSync(rootsFile, pemOf(root.certificate))
  assert.equal(loadTrust({ connections, DEMO: 'off' })[0]?.roots.length, 1)
})

test('roots that cannot be read are one clear line', () => {
  const connections = { ...config.connections, providers: [{ ...provider, rootsFile: '/nowhere.pem' }] }
  assert.throws(() => loadTrust({ connections, DEMO: 'on' }), /^.*provider p: cannot read \/nowhere\.pem$/)
})
