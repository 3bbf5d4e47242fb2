import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { type DemoCertificates, prepareDemoCertificates } from '../../../demo/certificates/make.ts'
import { people } from '../../../demo/people.ts'
import { type RevocationServer, startRevocation } from '../../../demo/revocation/server.ts'
import { readTrustSettings } from '../../config.ts'
import { loadTrust, readPemFile } from './authorities.ts'
import { brokenRules, judge } from './judgement.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-check-'))
const connectionsFile = join(folder, 'connections.json')
let certificates: DemoCertificates
let revocation: RevocationServer
before(async () => {
  certificates = await prepareDemoCertificates(join(folder, 'certificates'))
  revocation = await startRevocation({ port: 0, folder: certificates.revocation.folder })
  const { rootsFile, intermediatesFile } = certificates
  const mapping = { kindValues: { 'Private Person': 'private', 'Professional Person': 'professional' } }
  const demo = { scheme: 'tls', name: 'Demo CA', rootsFile, intermediatesFile, mapping }
  const providers = [
    { ...demo, id: 'demo-ca', revocation: asking(revocation.url) },
    { ...demo, id: 'strict', name: 'Strict CA', rules: { policies: ['1.2.3'], curves: ['P-384'] } },
  ]
  writeFileSync(connectionsFile, JSON.stringify({ providers }))
})
after(async () => {
  await revocation.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => revocation.behave('normal'))

const asking = (url: string) => {
  const urls = ['issuing.crl', 'next.crl', 'root.crl'].map((list) => `${url}/${list}`)
  return { ocsp: { url: `${url}/ocsp` }, crl: { urls }, timeoutSeconds: 10 }
}

/** `npm run guichet -- trust check …`, without npm. */
function check(...words: string[]): Promise<{ code: number; output: string; errors: string }> {
  const env = {
    ...process.env,
    ...{ CONNECTIONS_FILE: connectionsFile, DEMO: 'on', DATA_DIR: join(folder, 'data') },
  }
  const args = [resolve(import.meta.dirname, '../../guichet.ts'), 'trust', 'check', ...words]
  return new Promise((done) =>
    execFile(process.execPath, args, { env }, (error, output, errors) =>
      done({ code: error ? Number(error.code) : 0, output, errors }),
    ),
  )
}

const fileOf = (id: string) => certificates.people[id]?.certificateFile ?? assert.fail(id)

test('an accepted certificate is accepted step by step, and every provider is heard', async () => {
  const { code, output, errors } = await check(fileOf('marie-muster-professional'))
  assert.equal(code, 0, errors)
  assert.match(output, /^Marie Muster, judged for /)
  const [, demo = '', strict = ''] = output.split('\n\n')
  assert.match(demo, /^Demo CA \(demo-ca\): accepted\n {2}Marie Muster ← .* Issuing CA ← .* Root CA\n/)
  assert.doesNotMatch(demo, /REFUSED/)
  assert.match(demo, /ok +Marie Muster +purpose +RFC 5280 §4\.2\.1\.3, §4\.2\.1\.12\n/)
  assert.match(strict, /^Strict CA \(strict\): refused\n/)
  assert.match(strict, /REFUSED +Marie Muster +key +.*\n +key_curve: .* \(P-256\)\n/)
  assert.match(strict, /REFUSED +whole path +policies .*\n +policy: /)
  assert.match(output, /\nAccepted: it signs in by demo-ca\.\n$/)
})

test('a refused one says why, and ends with 1', async () => {
  const later = await check(fileOf('marie-muster-private'), '--at', '2060-01-31')
  assert.equal(later.code, 1)
  assert.match(later.output, /judged for 2060-01-31T00:00:00\.000Z/)
  assert.match(later.output, /REFUSED +Marie Muster +validity .*\n +expired: has expired \(20/)
  assert.match(later.errors, /^Refused\.$/m)
  const forged = await check(certificates.untrusted.certificateFile)
  assert.equal(forged.code, 1)
  assert.match(forged.output, /no_path: /)
  const server = await check(certificates.server.certificateFile)
  assert.equal(server.code, 1)
  assert.match(server.output, /extended_key_usage: .*\n(.*\n)*.*holder_incomplete: /)
})

const time = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z`

test('its issuers are asked, and it says who answered what, signed by whom and for how long', async () => {
  const { code, output, errors } = await check(fileOf('marie-muster-private'))
  assert.equal(code, 0, errors)
  const lines = output.slice(output.indexOf('Revocation, asked now')).split('\n')
  assert.match(lines[1] ?? '', /^ {2}ok +Marie Muster +OCSP http:\S+\/ocsp$/)
  assert.match(lines[2] ?? '', new RegExp(`^ {14}signed by OCSP, thisUpdate ${time}, nextUpdate ${time}$`))
  assert.match(lines[3] ?? '', /^ {2}ok +OpenGuichet Demo Issuing CA +list http:\S+\/root\.crl$/)
  assert.match(lines[4] ?? '', /^ {14}signed by OpenGuichet Demo Root CA, thisUpdate /)
  assert.ok(!existsSync(join(folder, 'data')), 'nothing of it is kept')
})

test('a revoked one is refused with 1, and with 2 one about which nobody answers', async () => {
  const revoked = await check(fileOf('claudine-reuter-private'))
  assert.equal(revoked.code, 1)
  assert.match(revoked.output, /REVOKED +Claudine Reuter +OCSP .*\n +revoked since 20/)
  assert.match(revoked.errors, /^Refused\.$/m)
  revocation.behave('down')
  const unanswered = await check(fileOf('marie-muster-private'))
  assert.equal(unanswered.code, 2)
  assert.match(unanswered.output, /no answer +Marie Muster +OCSP http:.*\n +http_status \(503\)\n/)
  assert.match(unanswered.output, /no answer +Marie Muster +list http:\S+\/\w+\.crl\n +http_status/)
  assert.match(unanswered.output, /nobody answers: the provider refuses then/)
})

test('offline, or about another time, nobody is asked, and it says so', async () => {
  revocation.behave('down')
  const offline = await check(fileOf('marie-muster-private'), '--offline')
  assert.equal(offline.code, 0, offline.errors)
  assert.match(offline.output, /\nRevocation: not asked, as told \(--offline\)\n/)
  assert.match(offline.output, /it signs in by demo-ca, unless it has been revoked\.\n$/)
  const later = new Date(Date.now() + 30 * 24 * 3600_000).toISOString()
  const other = await check(fileOf('marie-muster-private'), '--at', later)
  assert.match(other.output, /\nRevocation: not asked, because issuers speak of now/)
})

test('every certificate of the demo is accepted by the strict rules, but for the one that has expired', () => {
  const trusted = loadTrust(readTrustSettings({ CONNECTIONS_FILE: connectionsFile, DEMO: 'on' }))
  for (const { id, expired } of people.flatMap((person) => person.certificates)) {
    const [certificate] = readPemFile(fileOf(id))
    const judged = certificate && judge(certificate, trusted)
    const reasons = judged?.ok ? [] : brokenRules(judged?.verdict ?? null)
    assert.deepEqual(reasons, expired ? ['expired'] : [], id)
  }
})

test('what it was not given is one line', async () => {
  for (const words of [[], ['a.pem', 'b.pem'], ['a.pem', '--at', 'soon'], ['a.pem', '--when', '2027']]) {
    const { code, errors } = await check(...words)
    assert.equal(code, 1)
    assert.match(errors, /^trust check CERT\.pem \[--at TIME\] \[--offline\]/)
  }
  assert.match((await check('/nowhere.pem')).errors, /^cannot read \/nowhere\.pem$/m)
})
