import 'reflect-metadata'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testProvider } from '../../../test/judging.ts'
import { serve, withoutOpenssl } from '../../../test/revocation.ts'
import { signInWorld } from '../../../test/sign-in-world.ts'
import { openRevocation } from '../revocation/revocation.ts'
import { RevocationSettings } from '../revocation/settings.ts'
import { brokenRules, judgeBy } from './judgement.ts'

/** RSASSA-PSS as openssl makes it: a root, whom it has issued certificates to, and what it says of them. */
const folder = mkdtempSync(join(tmpdir(), 'guichet-pss-'))
const file = (name: string) => join(folder, name)
const needs = { skip: withoutOpenssl }
const extensions = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[holder]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`

before(() => {
  if (withoutOpenssl) return
  makeKey('root')
  makeKey('holder')
  writeFileSync(file('extensions'), extensions)
  makeRoot('root')
})
after(() => rmSync(folder, { recursive: true }))

function openssl(...words: string[]) {
  const { status, stderr } = spawnSync('openssl', words, { cwd: folder })
  assert.equal(status, 0, `openssl ${words.join(' ')}: ${stderr}`)
}

type Pss = { digest?: string; mask?: string; salt?: string }

/** Its parameters, as options named `-sigopt` or `-rsigopt`. */
function by({ digest = 'sha256', mask = digest, salt = 'digest' }: Pss, option = '-sigopt'): string[] {
  const given = ['rsa_padding_mode:pss', `rsa_pss_saltlen:${salt}`, `rsa_mgf1_md:${mask}`]
  return [option === '-rsigopt' ? '-rmd' : `-${digest}`, ...(option === '-rsigopt' ? [digest] : [])].concat(
    given.flatMap((one) => [option, one]),
  )
}

function makeKey(name: string, algorithm = 'RSA', options: string[] = ['rsa_keygen_bits:2048']) {
  const given = options.flatMap((one) => ['-pkeyopt', one])
  openssl('genpkey', '-algorithm', algorithm, ...given, '-out', `${name}.key`)
}

function makeRoot(name: string, pss: Pss = {}) {
  const subject = ['-subj', '/C=LU/O=Authority/CN=Root', '-days', '30']
  const how = ['-config', 'extensions', '-extensions', 'authority', ...by(pss)]
  openssl('req', '-x509', '-new', '-key', `${name}.key`, ...subject, ...how, '-out', `${name}.pem`)
}

function issue(name: string, pss: Pss, key = 'holder', root = 'root'): X509Certificate {
  const subject = '/SN=Muster/GN=Marie/serialNumber=12345678901234567890/title=Private Person/CN=Marie Muster'
  openssl('req', '-new', '-config', 'extensions', '-key', `${key}.key`, '-subj', subject, '-out', 'request')
  const issuer = ['-CA', `${root}.pem`, '-CAkey', `${root}.key`, '-CAcreateserial']
  const how = ['-extfile', 'extensions', '-extensions', 'holder', '-days', '20', ...by(pss)]
  openssl('x509', '-req', '-in', 'request', ...issuer, ...how, '-out', `${name}.pem`)
  return read(name)
}

const read = (name: string) => new X509Certificate(readFileSync(file(`${name}.pem`)))

const reasons = (holder: X509Certificate, root = read('root')) =>
  brokenRules(judgeBy({ provider: testProvider(), roots: [root], intermediates: [] }, holder, new Date()))

test(
  'RSASSA-PSS with SHA-2, the same digest for the mask, and a salt of its length is accepted',
  needs,
  () => {
    for (const digest of ['sha256', 'sha384', 'sha512'])
      assert.deepEqual(reasons(issue('accepted', { digest })), [], digest)
  },
)

test('RSASSA-PSS with any other parameters is refused', needs, () => {
  const others: Pss[] = [
    ...[{ digest: 'sha1' }, { digest: 'sha224' }, { mask: 'sha1' }],
    ...[{ mask: 'sha512' }, { salt: '20' }, { salt: '0' }, { salt: 'max' }],
  ]
  for (const other of others)
    assert.deepEqual(reasons(issue('refused', other)), ['signature_weak'], JSON.stringify(other))
})

test(
  'a key made for RSASSA-PSS alone may sign and be held, if its own parameters are accepted',
  needs,
  () => {
    const bits = 'rsa_keygen_bits:2048'
    const narrowed = (digest: string, mask: string, salt: string) => [
      ...[bits, `rsa_pss_keygen_md:${digest}`, `rsa_pss_keygen_mgf1_md:${mask}`],
      `rsa_pss_keygen_saltlen:${salt}`,
    ]
    makeKey('free', 'RSA-PSS', [bits])
    makeKey('narrow', 'RSA-PSS', narrowed('sha384', 'sha384', '48'))
    makeKey('other', 'RSA-PSS', narrowed('sha256', 'sha1', '20'))
    makeRoot('narrow', { digest: 'sha384' })
    assert.deepEqual(reasons(issue('a', {}, 'free')), [])
    assert.deepEqual(reasons(issue('b', {}, 'narrow')), [])
    assert.deepEqual(reasons(issue('c', {}, 'other')), ['key_kind'])
    assert.deepEqual(reasons(issue('d', { digest: 'sha384' }, 'holder', 'narrow'), read('narrow')), [])
  },
)

test('in a real handshake OpenSSL and we accept and refuse the same', needs, async () => {
  makeKey('pss', 'RSA-PSS')
  issue('strong', {}, 'pss')
  issue('weak', { salt: '20' })
  const world = await signInWorld({}, ({ providers }) => {
    const tls = (providers as Record<string, unknown>[]).find(({ scheme }) => scheme === 'tls')
    Object.assign(tls ?? {}, { rootsFile: file('root.pem'), intermediatesFile: undefined })
  })
  const present = (name: string, key: string) =>
    world
      .browser({ certificate: readFileSync(file(`${name}.pem`)), key: readFileSync(file(`${key}.key`)) })
      .signIn()
  try {
    assert.match((await present('strong', 'pss')).url, /\/registration$/)
    assert.match((await present('weak', 'holder')).body, /no longer secure enough/)
  } finally {
    await world.close()
  }
})

/** Asks for the holder's certificate what openssl says by that signature. */
async function said(method: 'ocsp' | 'crl', pss: Pss, revoked = false): Promise<string> {
  const holder = issue('asked', {})
  const row = revoked ? `R\t300101000000Z\t260102030405Z` : `V\t300101000000Z\t`
  writeFileSync(file('index'), `${row}\t${holder.serialNumber}\tunknown\t/CN=x\n`)
  writeFileSync(file('number'), '1000\n')
  const answer = await serve((body) => (method === 'crl' ? listBy(pss) : answerBy(pss, body)))
  const settings = method === 'crl' ? { crl: { urls: [answer.url] } } : { ocsp: { url: answer.url } }
  const revocation = openRevocation({ DATA_DIR: mkdtempSync(file('data-')), DEMO: 'on' }, { trusted: [] })
  const provider = {
    ...testProvider(),
    revocation: RevocationSettings.parse({ ...settings, timeoutSeconds: 10 }),
  }
  try {
    const { checks } = await revocation.check(provider, [holder, read('root')])
    const told = checks[0]?.answers[0]?.answer
    return told?.status === 'unanswered' ? told.reason : (told?.status ?? 'nothing')
  } finally {
    await revocation.close()
    await answer.stop()
  }
}

function listBy(pss: Pss): Buffer {
  const lines = ['[ca]', 'default_ca=c', '[c]', 'database=index', 'crlnumber=number', 'default_crl_days=1']
  writeFileSync(file('ca'), [...lines, `default_md=${pss.digest ?? 'sha256'}`].join('\n'))
  const how = by(pss).slice(1)
  openssl(
    'ca',
    '-gencrl',
    '-config',
    'ca',
    '-keyfile',
    'root.key',
    '-cert',
    'root.pem',
    ...how,
    '-out',
    'crl',
  )
  openssl('crl', '-in', 'crl', '-outform', 'DER', '-out', 'crl.der')
  return readFileSync(file('crl.der'))
}

function answerBy(pss: Pss, question: Buffer): Buffer {
  writeFileSync(file('question'), question)
  const signer = ['-rsigner', 'root.pem', '-rkey', 'root.key', ...by(pss, '-rsigopt')]
  const about = ['-index', 'index', '-CA', 'root.pem', '-reqin', 'question', '-nmin', '5']
  openssl('ocsp', ...about, ...signer, '-respout', 'answer')
  return readFileSync(file('answer'))
}

for (const method of ['ocsp', 'crl'] as const) {
  test(`what is signed by RSASSA-PSS counts with accepted parameters only: ${method}`, needs, async () => {
    for (const digest of ['sha256', 'sha384', 'sha512']) assert.equal(await said(method, { digest }), 'good')
    assert.equal(await said(method, {}, true), 'revoked')
    for (const other of [{ salt: '20' }, { mask: 'sha1' }, { digest: 'sha1' }])
      assert.equal(await said(method, other), 'weak_signature', JSON.stringify(other))
  })
}
