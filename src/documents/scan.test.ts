import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { startClamd } from '../../test/clamd.ts'
import { giveDocument } from '../../test/documents.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { samplePdf } from '../../test/samples.ts'
import { addMember } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { freePort } from '../platform/port.ts'
import { collectDocuments } from './collection.ts'
import { rescanDocuments, scanWaiting } from './scan.ts'
import { openVault, type Vault } from './vault.ts'

const words = messages('en')
let scanned: TestPortal
let port: number
before(async () => {
  port = await freePort()
  scanned = await testPortal({ CLAMD: `127.0.0.1:${port}` })
})
after(() => scanned.close())

const signatures = (number: number) => `ClamAV 1.4.3/${number}/Mon Nov 23 09:26:01 2026`

/** One that knows a virus, and with later signatures one more. */
async function withScanner(work: () => Promise<void>, number = 1) {
  const known = ['a virus', number > 1 && 'a new virus'].filter((one) => one !== false)
  let looks = 0
  const judge = (bytes: Buffer) => {
    looks += 1
    return known.some((one) => bytes.includes(one)) ? 'stream: Test.Virus FOUND' : 'stream: OK'
  }
  const clamd = await startClamd(judge, { port, version: signatures(number) })
  try {
    await work()
  } finally {
    await clamd.close()
  }
  return looks
}

const rescan = (vault = openVault(scanned.config)) =>
  rescanDocuments({
    ...{ config: scanned.config, pools: scanned.pools, jobs: openJobs() },
    ...{ vault, log: openLog('silent') },
  })

/** Nobody gets a document before two have asked. */
function openingTogether(vault: Vault): Vault {
  const both = Promise.withResolvers<void>()
  let asked = 0
  return {
    ...vault,
    async open(place, wrappedKey) {
      if (++asked === 2) both.resolve()
      await both.promise
      return vault.open(place, wrappedKey)
    },
  }
}

async function makeSpace(portal: TestPortal) {
  const who = await portal.signIn()
  return { who, ...(await giveSpace(portal.owner, who, {})) }
}
const statusOf = async (portal: TestPortal, path: string, who: SignedIn) =>
  (await portal.get(path, who)).status

test('a document waits, visibly, until the scanner has looked at it, and opens then', async () => {
  const { who, code } = await makeSpace(scanned)
  const id = await giveDocument(scanned, who, code)
  await assert.rejects(scanned.runJobs(), 'nobody answers')
  const waiting = await scanned.get(paths.document(code, id), who)
  assert.ok(waiting.body.includes(words.documents.waitingText))
  assert.ok((await scanned.get(paths.documents(code), who)).body.includes(words.documents.state.waiting))
  for (const path of [paths.documentFile(code, id), paths.documentPreview(code, id)])
    assert.equal(await statusOf(scanned, path, who), 303)
  await withScanner(() => scanned.runJobs())
  assert.equal(await statusOf(scanned, paths.documentFile(code, id), who), 200)
})

test('an infected one is never opened nor offered, and can be deleted; that it was found is recorded', async () => {
  const { who, code, id: spaceId } = await makeSpace(scanned)
  const id = await giveDocument(scanned, who, code, { bytes: samplePdf('a virus') })
  await withScanner(() => scanned.runJobs())
  const page = await scanned.get(paths.document(code, id), who)
  assert.ok(page.body.includes(words.documents.infectedText))
  assert.equal(await statusOf(scanned, paths.documentFile(code, id), who), 303)
  await scanned.post(paths.newDossier(code), { procedure: 'certificate-of-residence' }, who)
  const path = paths.dossierPage(code, 1, 'person')
  const form = await scanned.get(path, who)
  assert.doesNotMatch(form.body, new RegExp(`value="${id}"`))
  const forced = await scanned.post(path, { ...formOf(form.body, path), identityCard: id, go: 'next' }, who)
  assert.equal(forced.status, 422)
  assert.ok(forced.body.includes('The virus scanner has found something in'))
  assert.equal((await scanned.post(paths.documentRemoval(code, id), {}, who)).status, 303)
  const audit = await scanned.owner.query(
    `select detail from audit_records where act = 'document.infected' and space_id = $1`,
    [spaceId],
  )
  assert.deepEqual(audit.rows, [{ detail: { threat: 'Test.Virus' } }])
})

test('what still waits can be chosen and not submitted', async () => {
  const { who, code } = await makeSpace(scanned)
  const identityCard = await giveDocument(scanned, who, code)
  await scanned.post(paths.newDossier(code), { procedure: 'certificate-of-residence' }, who)
  const path = paths.dossierPage(code, 1, 'person')
  const form = formOf((await scanned.get(path, who)).body, path)
  await scanned.post(path, { ...form, identityCard, go: 'stay' }, who)
  const check = () => scanned.get(paths.dossierCheck(code, 1), who)
  assert.match((await check()).body, /is still being checked for viruses/)
  await withScanner(() => scanned.runJobs())
  assert.doesNotMatch((await check()).body, /is still being checked for viruses/)
})

test('what was kept before there was a scanner, or while it was away for long, is asked about again', async () => {
  const { who, code } = await makeSpace(scanned)
  const id = await giveDocument(scanned, who, code)
  await scanned.owner.query(`delete from pgboss.job where name = 'scan-document'`)
  await scanWaiting({ config: scanned.config, pools: scanned.pools, jobs: openJobs() })
  await withScanner(() => scanned.runJobs())
  assert.equal(await statusOf(scanned, paths.documentFile(code, id), who), 200)
})

test('what was clean is looked at again once the scanner has learned, and once only', async () => {
  const { who, code } = await makeSpace(scanned)
  await scanned.owner.query(
    'update documents set removed_at = now(), removed_by = uploaded_by where removed_at is null',
  )
  for (let one = 0; one < 3; one++) await giveDocument(scanned, who, code)
  assert.equal(await withScanner(() => scanned.runJobs()), 3)
  assert.equal(await withScanner(() => rescan()), 0, 'it knows what it knew')
  assert.equal(await withScanner(() => rescan(), 2), 3)
  assert.equal(await withScanner(() => rescan(), 2), 0)
})

test('found later, it closes visibly, in drafts, too, and whoever added it and the administrators are told once', async () => {
  const email = `${randomUUID()}@mail.example`
  const who = await scanned.signIn({ kind: 'professional', email, emailConfirmed: true })
  const { code, id: spaceId } = await giveSpace(scanned.owner, who, { kind: 'business' })
  const ben = await scanned.signIn({ email: `ben-${email}`, emailConfirmed: true, language: 'de' })
  const cleo = await scanned.signIn({ email: `cleo-${email}`, emailConfirmed: true })
  for (const one of [ben, cleo]) await addMember(scanned.owner, spaceId, one.personId, 'manager')
  const id = await giveDocument(scanned, ben, code, { bytes: samplePdf('a new virus') })
  await withScanner(() => scanned.runJobs())
  assert.equal(await statusOf(scanned, paths.documentFile(code, id), who), 200)
  const vault = openingTogether(openVault(scanned.config))
  await withScanner(async () => void (await Promise.all([rescan(vault), rescan(vault)])), 2)
  await withScanner(() => rescan(), 3)
  const page = await scanned.get(paths.document(code, id), who)
  for (const told of [words.documents.infectedText, words.documents.infectedDelete, 'Test.Virus'])
    assert.ok(page.body.includes(told), told)
  assert.ok((await scanned.get(paths.documents(code), who)).body.includes(words.documents.state.infected))
  assert.equal(await statusOf(scanned, paths.documentFile(code, id), who), 303)
  await scanned.runJobs()
  const mails = (await scanned.mails()).filter(({ recipient }) => recipient.endsWith(email))
  assert.deepEqual(mails.map(({ recipient }) => recipient).sort(), [`ben-${email}`, email].sort())
  assert.ok(mails.every(({ text }) => text.includes(paths.document(code, id))))
  const audit = await scanned.owner.query(
    `select from audit_records where act = 'document.infected' and space_id = $1`,
    [spaceId],
  )
  assert.equal(audit.rowCount, 1)
})

test('one that cannot be read stops no other and keeps its verdict; a scanner that is away leaves all for later', async () => {
  const { who, code, id: spaceId } = await makeSpace(scanned)
  const [gone, infected] = [
    await giveDocument(scanned, who, code),
    await giveDocument(scanned, who, code, { bytes: samplePdf('a new virus') }),
  ]
  await withScanner(() => scanned.runJobs())
  await scanned.owner.query(`update documents set scanned_at = scanned_at - interval '1 day' where id = $1`, [
    gone,
  ])
  await openVault(scanned.config).store.remove({ spaceId, id: gone })
  await assert.rejects(rescan(), /ECONNREFUSED/)
  await withScanner(() => rescan(), 2)
  const { rows } = await scanned.owner.query(
    'select id, verdict, scanned_with from documents where space_id = $1',
    [spaceId],
  )
  assert.deepEqual(
    new Map(rows.map((row) => [row.id, [row.verdict, row.scanned_with]])),
    new Map([
      [gone, ['clean', signatures(1)]],
      [infected, ['infected', signatures(2)]],
    ]),
  )
})

test('bytes that no row needs are collected in time; those of documents, and of what was submitted, stay', async () => {
  const portal = await testPortal()
  const { who, code, id: spaceId } = await makeSpace(portal)
  const kept = await giveDocument(portal, who, code)
  const removed = await giveDocument(portal, who, code)
  const sent = await giveDocument(portal, who, code)
  const vault = openVault(portal.config)
  const orphan = { spaceId, id: '00000000-0000-4000-8000-000000000001' }
  const foreign = { spaceId: '00000000-0000-4000-8000-000000000002', id: orphan.id }
  for (const place of [orphan, foreign]) await vault.store.put(place, Readable.from([Buffer.from('x')]))
  for (const one of [removed, sent]) await portal.post(paths.documentRemoval(code, one), {}, who)
  await portal.owner.query(
    `insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
     select $1, 1, id, version, 'submitted', '{}', 'x', $2, $2 from procedures limit 1`,
    [spaceId, who.personId],
  )
  await portal.owner.query(
    `insert into submissions (space_id, number, case_id, answers, wording, language, hash, submitted_by,
       submitted_by_name, certificate_id) values ($1, 1, gen_random_uuid(), '{}', '{}', 'en', 'x', $2, 'A', $3)`,
    [spaceId, who.personId, who.certificateId],
  )
  await portal.owner.query(
    `insert into attachments select space_id, 1, 'x', id, name, media_type, size, sha256 from documents where id = $1`,
    [sent],
  )
  const folder = join(portal.config.DATA_DIR, 'documents')
  const ids = () => readdirSync(join(folder, spaceId)).sort()
  const all = [kept, removed, sent, orphan.id].sort()
  const parts = { pools: portal.pools, vault, log: openLog('silent') }

  await collectDocuments(parts)
  assert.deepEqual(ids(), all, 'nothing is old enough')
  const age = (id: string, space = spaceId) => utimesSync(join(folder, space, id), 0, 0)
  for (const id of all) age(id)
  age(foreign.id, foreign.spaceId)
  await collectDocuments(parts)
  assert.deepEqual(ids(), [kept, removed, sent].sort(), 'what was just removed stays for a while')
  await portal.owner.query(
    `update documents set removed_at = now() - interval '8 days' where removed_at is not null`,
  )
  await collectDocuments(parts)
  assert.deepEqual(ids(), [kept, sent].sort())
  assert.deepEqual(
    readdirSync(join(folder, foreign.spaceId)),
    [foreign.id],
    'a space unknown here is left alone',
  )
  await portal.close()
})
