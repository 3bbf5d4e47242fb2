import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as pkijs from 'pkijs'
import { checkNationalNumber } from '../../src/identifiers/national-number.ts'
import { readPemFile } from '../../src/identity/trust/authorities.ts'
import { people } from '../people.ts'
import { type DemoCertificates, demoPassword, prepareDemoCertificates } from './make.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-make-'))
let made: DemoCertificates
before(async () => {
  made = await prepareDemoCertificates(join(folder, 'certificates'))
})
after(() => rmSync(folder, { recursive: true }))

const read = (file: string) => new X509Certificate(readFileSync(file))
const files = (id: string) => made.people[id] ?? assert.fail(id)

test('a Professional certificate names its holder and the company that mandated the holder', () => {
  const { subject } = read(files('marie-muster-professional').certificateFile)
  assert.deepEqual(subject.split('\n'), [
    'C=LU',
    'CN=Marie Muster',
    'SN=Muster',
    'GN=Marie',
    'serialNumber=10200000000000000214',
    'title=Professional Person',
    'O=Schreinerei Muster S.à r.l.',
    'organizationIdentifier=NTRLU-B248163',
  ])
})

test('every person has a valid national number, certificates with 20 digits, and names of their script', () => {
  for (const person of people) {
    assert.ok(checkNationalNumber(person.nationalNumber).ok, person.id)
    assert.ok(person.nationalNumber.startsWith(person.birthDate.replaceAll('-', '')))
    for (const { id, serialNumber } of person.certificates) {
      assert.match(serialNumber, /^\d{20}$/)
      assert.ok(read(files(id).certificateFile).subject.includes(`SN=${person.familyName}\n`), id)
    }
  }
})

test('every certificate leads to the root, and only the one meant to be has expired', () => {
  const [root, issuing] = [read(made.rootsFile), read(made.intermediatesFile)]
  assert.ok(issuing.checkIssued(root) && issuing.verify(root.publicKey) && issuing.ca)
  for (const { id, expired } of people.flatMap(({ certificates }) => certificates)) {
    const certificate = read(files(id).certificateFile)
    assert.ok(certificate.checkIssued(issuing) && certificate.verify(issuing.publicKey), id)
    assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.2'])
    assert.equal(certificate.validToDate < new Date(), expired === true, id)
  }
  const server = read(made.server.certificateFile)
  assert.ok(server.checkHost('localhost') && server.checkIP('127.0.0.1') && server.checkIP('::1'))
})

test('the renewed certificate is the same identity of the next issuing authority', () => {
  const [old, renewed] = [
    read(files('marie-muster-private').certificateFile),
    read(made.renewed.certificateFile),
  ]
  assert.equal(renewed.subject, old.subject)
  assert.notEqual(renewed.issuer, old.issuer)
  assert.ok(!renewed.publicKey.equals(old.publicKey))
  const next = readPemFile(made.intermediatesFile).find(({ subject }) => subject === renewed.issuer)
  assert.ok(next && renewed.verify(next.publicKey) && next.checkIssued(read(made.rootsFile)))
})

test('the .p12 file opens with the documented password and holds key, certificate and issuer', async () => {
  const { p12File, keyFile } = files('anjali-private')
  const password = new TextEncoder().encode(demoPassword).buffer
  const pfx = pkijs.PFX.fromBER(new Uint8Array(readFileSync(p12File)).buffer)
  await pfx.parseInternalValues({ password, checkIntegrity: true })
  const safe = pfx.parsedValue?.authenticatedSafe ?? assert.fail('no safe')
  await safe.parseInternalValues({ safeContents: [{}, {}] })
  const bags = safe.parsedValue.safeContents.flatMap(
    ({ value }: { value: pkijs.SafeContents }) => value.safeBags,
  ) as pkijs.SafeBag[]
  const [key, ...certificates] = bags.map(({ bagValue }) => bagValue)
  assert.ok(key instanceof pkijs.PKCS8ShroudedKeyBag)
  await Reflect.get(key, 'parseInternalValues').call(key, { password })
  const body = readFileSync(keyFile, 'utf8').replace(/-----[^-]+-----|\s/g, '')
  assert.equal(
    Buffer.from(key.parsedValue?.toSchema().toBER() ?? new ArrayBuffer(0)).toString('base64'),
    body,
  )
  assert.equal(certificates.length, 2)
})

test('certificates are made once and kept, for their owner alone; a broken folder is made anew', async () => {
  const { keyFile } = files('marie-muster-private')
  const first = readFileSync(keyFile, 'utf8')
  await prepareDemoCertificates(made.dir)
  assert.equal(readFileSync(keyFile, 'utf8'), first)
  assert.equal(statSync(keyFile).mode & 0o077, 0)
  writeFileSync(join(made.dir, 'made.json'), '{')
  await prepareDemoCertificates(made.dir)
  assert.notEqual(readFileSync(keyFile, 'utf8'), first)
})
