import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { stringify } from 'yaml'
import { authorities } from '../../demo/authorities.ts'
import { startAuthority } from '../../demo/authority/server.ts'
import { people } from '../../demo/people.ts'
import { startClamd } from '../../test/clamd.ts'
import { giveDocument } from '../../test/documents.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { type Sent, upload } from '../../test/multipart.ts'
import { samplePdf, samplePng } from '../../test/samples.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { rescanDocuments } from '../documents/scan.ts'
import { openVault } from '../documents/vault.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { digestOf } from '../platform/canonical.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'

const { forms: words, documents: vaultWords } = messages('en')
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const tokens: Record<string, string> = {
  'residents-office': 'token-of-residents',
  'business-permits': 'token-of-permits',
}
const folder = mkdtempSync(join(tmpdir(), 'attachments-'))
let portal: TestPortal
before(async () => {
  const file = join(folder, 'connections.yaml')
  const connected = authorities.map((one) => ({ ...one, tokenSha256: sha256(tokens[one.id] ?? '') }))
  writeFileSync(file, stringify({ authorities: connected }))
  portal = await testPortal({ CONNECTIONS_FILE: file, DOCUMENT_MEGABYTES: '1' })
})
after(async () => {
  await portal.close()
  rmSync(folder, { recursive: true })
})

const profile = {
  familyName: 'Muster',
  givenName: 'Anna',
  birthDate: '1984-07-19',
  nationalNumber: people[0]?.nationalNumber ?? '',
  thoroughfare: 'Rue de l’Alzette',
  postCode: '4010',
  postName: 'Esch-sur-Alzette',
  email: 'anna@example.lu',
}

type Resident = { who: SignedIn; code: string; id: string }

async function makeResident(): Promise<Resident> {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Muster' })
  return { who, ...(await giveSpace(portal.owner, who, { profile })) }
}

/** A certificate of residence of which only the page that asks for the identity card is left; its number. */
async function begin({ who, code }: Resident): Promise<number> {
  const { headers } = await portal.post(
    paths.newDossier(code),
    { procedure: 'certificate-of-residence' },
    who,
  )
  const number = Number(/dossiers\/(\d+)/.exec(headers.location ?? '')?.[1])
  await send({ who, code }, number, 'request', {
    purpose: 'employer',
    certificateLanguage: 'fr',
    forWhom: 'self',
  })
  await send({ who, code }, number, 'delivery', { delivery: 'email' })
  return number
}

async function formAt({ who, code }: Pick<Resident, 'who' | 'code'>, number: number, page: string) {
  const path = paths.dossierPage(code, number, page)
  return formOf((await portal.get(path, who)).body, path)
}

async function send(
  resident: Pick<Resident, 'who' | 'code'>,
  number: number,
  page: string,
  typed: Record<string, string | string[]>,
  files: Sent[] = [],
) {
  const path = paths.dossierPage(resident.code, number, page)
  const fields = { ...(await formAt(resident, number, page)), go: 'next', ...typed }
  return upload(portal, path, resident.who, files, fields)
}

async function submit({ who, code }: Resident, number: number) {
  const { body } = await portal.get(paths.dossierCheck(code, number), who)
  return portal.post(paths.submission(code, number), formOf(body, paths.submission(code, number)), who)
}

const card = (name = 'Ausweis.pdf', more = ''): Sent => ({
  field: 'identityCard.file',
  name,
  bytes: samplePdf(name + more),
})

test('without scripts, a file sent with the page is kept, chosen, and there for the next dossier', async () => {
  const anna = await makeResident()
  const first = await begin(anna)
  const sent = await send(anna, first, 'person', {}, [card('front.pdf'), card('back.pdf')])
  assert.match(sent.headers.location ?? '', /pages\/delivery$/)
  const form = await formAt(anna, first, 'person')
  assert.equal(form.identityCard?.length, 2)
  assert.match(
    (await portal.get(paths.dossierCheck(anna.code, first), anna.who)).body,
    /front\.pdf<.*back\.pdf</s,
  )

  const second = await begin(anna)
  const page = await portal.get(paths.dossierPage(anna.code, second, 'person'), anna.who)
  assert.ok(page.body.includes('Choose from “My documents” (2)'))
  const identityCard = form.identityCard?.[0] ?? ''
  assert.equal((await send(anna, second, 'person', { identityCard })).status, 303)
  assert.match((await submit(anna, second)).headers.location ?? '', /submission$/)
  const kept = await portal.owner.query('select from documents where space_id = $1', [anna.id])
  assert.equal(kept.rowCount, 2, 'nothing was uploaded again')
})

test('whichever button is pressed, a file goes along, and what was typed beside a refused one stays', async () => {
  const anna = await makeResident()
  const number = await begin(anna)
  const later = await send(anna, number, 'person', { go: 'stay' }, [card()])
  assert.match(later.headers.location ?? '', /pages\/person$/)
  const bad: Sent = { field: 'identityCard.file', name: 'card.docx', bytes: Buffer.from('PK\x03\x04') }
  const refused = await send(anna, number, 'person', { postName: 'Belval' }, [bad])
  assert.equal(refused.status, 422)
  assert.ok(refused.body.includes(`card.docx ${vaultWords.refused.kind}`))
  assert.match(refused.body, /href="#f-identityCard"/)
  assert.match(refused.body, /value="Belval"/)
  const form = await formAt(anna, number, 'person')
  assert.equal(form.identityCard?.length, 1, 'the one of before is still chosen')
})

test('when the session is over, what was typed in a form with files is kept for its person', async () => {
  const anna = await makeResident()
  const number = await begin(anna)
  const path = paths.dossierPage(anna.code, number, 'person')
  const form = await formAt(anna, number, 'person')
  await portal.owner.query('update sessions set ended_at = now() where person_id = $1', [anna.who.personId])
  const referer = { referer: portal.config.BASE_URL + path }
  const fields = { ...form, postName: 'Belval', go: 'next' }
  const sent = await upload(portal, path, anna.who, [card()], fields, referer)
  assert.match(sent.headers.location ?? '', /^\/sign-in\?.*notice=kept$/)
  const back = new URL(sent.headers.location ?? '', portal.config.BASE_URL).searchParams.get('back') ?? ''
  const again = await portal.signIn({ personId: anna.who.personId })
  const page = await portal.get(back, again)
  assert.match(page.body, /value="Belval"/)
  const { rowCount } = await portal.owner.query('select from documents where space_id = $1', [anna.id])
  assert.equal(rowCount, 0)
})

test('a mandatory document that is missing, foreign, removed or one too many is named at its field', async () => {
  const anna = await makeResident()
  const berta = await makeResident()
  const number = await begin(anna)
  const refusedWith = async (typed: Record<string, string | string[]>, text: string) => {
    const { status, body } = await send(anna, number, 'person', typed)
    assert.equal(status, 422)
    assert.ok(body.includes(text), text)
  }
  await refusedWith({}, words.errors.requiredDocument('Copy of your identity card or passport'))
  const foreign = await giveDocument(portal, berta.who, berta.code)
  const made = ['1', '2', '3'].map((name) => giveDocument(portal, anna.who, anna.code, { name }))
  const own = await Promise.all(made)
  const [one = ''] = own
  for (const identityCard of [foreign, 'nonsense', '00000000-0000-4000-8000-000000000000'])
    await refusedWith({ identityCard }, words.errors.documentGone)
  await refusedWith({ identityCard: own }, words.errors.tooManyDocuments(2))
  assert.equal((await send(anna, number, 'person', { identityCard: one })).status, 303)
  await portal.post(paths.documentRemoval(anna.code, one), {}, anna.who)
  const check = await portal.get(paths.dossierCheck(anna.code, number), anna.who)
  assert.ok(check.body.includes(words.errors.documentGone))
  assert.equal((await submit(anna, number).catch(() => null)) ?? null, null, 'there is no form to submit')
  const forced = await portal.post(paths.submission(anna.code, number), { seen: 'x' }, anna.who)
  assert.equal(forced.status, 422)
})

test('a submission keeps exactly what was sent, whatever becomes of the documents', async () => {
  const anna = await makeResident()
  const number = await begin(anna)
  const bytes = samplePng()
  const file = { field: 'identityCard.file', name: 'passport.png', bytes }
  await send(anna, number, 'person', {}, [file])
  await submit(anna, number)
  const { rows } = await portal.owner.query(
    `select c.submission, c.hash, a.document_id, a.name, a.sha256 from submissions s
     join cases c on c.id = s.case_id join attachments a on a.space_id = s.space_id and a.number = s.number
     where s.space_id = $1`,
    [anna.id],
  )
  const [{ submission, hash, document_id: id }] = rows
  assert.equal(digestOf(submission), hash)
  assert.deepEqual(submission.documents, [
    {
      field: 'identityCard',
      id,
      name: 'passport.png',
      mediaType: 'image/png',
      size: bytes.length,
      sha256: sha256(bytes),
    },
  ])
  assert.deepEqual(submission.answers.identityCard, [id])
  assert.match(JSON.stringify(submission.wording), /"value":"passport\.png"/)

  await portal.post(paths.documentName(anna.code, id), { name: 'other' }, anna.who)
  const warned = await portal.get(paths.documentRemoval(anna.code, id), anna.who)
  assert.ok(warned.body.includes(vaultWords.removeSent))
  await portal.post(paths.documentRemoval(anna.code, id), {}, anna.who)
  const dossier = await portal.get(paths.dossier(anna.code, number), anna.who)
  assert.match(dossier.body, new RegExp(`href="${paths.document(anna.code, id)}"><bdi>passport\\.png`))
  const page = await portal.get(paths.document(anna.code, id), anna.who)
  assert.ok(page.body.includes(vaultWords.removedText))
  assert.ok(page.body.includes('Submitted as “passport.png”'))
  const kept = await portal.app.inject({
    url: paths.documentFile(anna.code, id),
    headers: { cookie: anna.who.cookie },
  })
  assert.ok(bytes.equals(kept.rawPayload))
  assert.doesNotMatch((await portal.get(paths.documents(anna.code), anna.who)).body, /other\.png/)
})

test('what was renamed since one read the check page is shown again before it is sent', async () => {
  const anna = await makeResident()
  const number = await begin(anna)
  await send(anna, number, 'person', {}, [card('front.pdf')])
  const { body } = await portal.get(paths.dossierCheck(anna.code, number), anna.who)
  const [id = ''] = (await formAt(anna, number, 'person')).identityCard ?? []
  await portal.post(paths.documentName(anna.code, id), { name: 'renamed' }, anna.who)
  const form = formOf(body, paths.submission(anna.code, number))
  assert.equal((await portal.post(paths.submission(anna.code, number), form, anna.who)).status, 409)
})

/** The demo's authorities, which fetch when they are told. */
async function startOffice() {
  if (!portal.app.server.listening) await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = portal.app.server.address() as AddressInfo
  const kept = mkdtempSync(join(folder, 'kept-'))
  const portalUrl = `http://127.0.0.1:${port}`
  const authority = await startAuthority({
    port: 0,
    portalUrl,
    folder: kept,
    tokens,
    everyMilliseconds: 600_000,
  })
  return { authority, kept, close: () => authority.close() }
}

/** Has a scanner look again that knows whatever holds `virus`. */
async function rescan(virus: string) {
  const clamd = await startClamd((bytes) =>
    bytes.includes(virus) ? 'stream: Test.Virus FOUND' : 'stream: OK',
  )
  const config = { ...portal.config, CLAMD: clamd.address }
  const { pools } = portal
  await rescanDocuments({ config, pools, jobs: openJobs(), vault: openVault(config), log: openLog('silent') })
  await clamd.close()
}

test('a virus found after submitting changes nothing of what was sent; the authority sees it before it opens anything', async (t) => {
  const anna = await makeResident()
  const number = await begin(anna)
  await send(anna, number, 'person', {}, [card('old.pdf', 'known later')])
  await submit(anna, number)
  const before = await portal.owner.query('select answers, hash from submissions where space_id = $1', [
    anna.id,
  ])
  const { rows } = await portal.owner.query(
    'select case_id, document_id from case_documents where space_id = $1',
    [anna.id],
  )
  const [{ case_id: caseId, document_id: id }] = rows
  await portal.post(paths.documentRemoval(anna.code, id), {}, anna.who)
  await rescan('known later')
  const dossier = await portal.get(paths.dossier(anna.code, number), anna.who)
  assert.ok(dossier.body.includes(vaultWords.state.infected))
  const page = await portal.get(paths.document(anna.code, id), anna.who)
  assert.ok(page.body.includes(vaultWords.infectedSent))
  assert.ok(!page.body.includes(vaultWords.infectedDelete), 'it is deleted already')
  const after = await portal.owner.query('select answers, hash from submissions where space_id = $1', [
    anna.id,
  ])
  assert.deepEqual(after.rows, before.rows)

  const ask = (path: string, token: string) =>
    portal.app.inject({ url: `/api/authority/v1${path}`, headers: { authorization: `Bearer ${token}` } })
  const file = `/cases/${caseId}/documents/${id}`
  const refused = await ask(file, 'token-of-residents')
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().title, /Test\.Virus/)
  assert.equal((await ask(`${file}?infected=accept`, 'token-of-permits')).statusCode, 404)
  const taken = await ask(`${file}?infected=accept`, 'token-of-residents')
  assert.ok(card('old.pdf', 'known later').bytes.equals(taken.rawPayload))
  const audit = await portal.owner.query(
    `select detail from audit_records where act = 'case.document_fetched' and space_id = $1`,
    [anna.id],
  )
  assert.deepEqual(audit.rows, [{ detail: { document: id, threat: 'Test.Virus' } }])
  const { foundAt, ...listed } = (await ask('/infected-documents', 'token-of-residents')).json().documents[0]
  const reference = `${anna.code}-${number}`
  assert.deepEqual(listed, { case: caseId, reference, document: id, name: 'old.pdf', threat: 'Test.Virus' })
  assert.ok(Date.now() - Date.parse(foundAt) < 60_000)
  assert.deepEqual((await ask('/infected-documents', 'token-of-permits')).json(), { documents: [] })

  const { authority, close } = await startOffice()
  t.after(close)
  assert.deepEqual(await authority.fetchNow(), [null, null])
  const shown = await (await fetch(`${authority.url}/cases/${caseId}`)).text()
  assert.match(shown, /old\.pdf <strong class="problem">Virus found: Test\.Virus/)
  assert.equal((await fetch(`${authority.url}${file}`)).status, 404)
})

test('a virus found while somebody submits reaches the authority all the same', async () => {
  const anna = await makeResident()
  const number = await begin(anna)
  await send(anna, number, 'person', {}, [card('meanwhile.pdf')])
  await portal.owner.query('begin')
  await portal.owner.query(
    `update documents set verdict = 'infected', threat = 'Test.Virus', scanned_at = now() where space_id = $1`,
    [anna.id],
  )
  const submitting = submit(anna, number)
  await sleep(500)
  await portal.owner.query('commit')
  assert.match((await submitting).headers.location ?? '', /submission$/)
  const { rows } = await portal.owner.query('select threat from case_documents where space_id = $1', [
    anna.id,
  ])
  assert.deepEqual(rows, [{ threat: 'Test.Virus' }])
})

test('the authority fetches the documents of its cases and no others, and that is recorded', async (t) => {
  const anna = await makeResident()
  const number = await begin(anna)
  await send(anna, number, 'person', {}, [card('for the authority.pdf')])
  await submit(anna, number)
  const { rows } = await portal.owner.query(
    'select case_id, document_id from case_documents where space_id = $1',
    [anna.id],
  )
  const [{ case_id: caseId, document_id: id }] = rows
  const path = (document: string) => `/api/authority/v1/cases/${caseId}/documents/${document}`
  const fetched = (document: string, token: string) =>
    portal.app.inject({ url: path(document), headers: { authorization: `Bearer ${token}` } })
  const answer = await fetched(id, 'token-of-residents')
  const bytes = card('for the authority.pdf').bytes
  assert.ok(bytes.equals(answer.rawPayload))
  assert.equal(answer.headers['content-type'], 'application/pdf')
  const digest = Buffer.from(sha256(bytes), 'hex').toString('base64')
  assert.equal(answer.headers['repr-digest'], `sha-256=:${digest}:`)
  assert.equal((await fetched(id, 'token-of-permits')).statusCode, 404)
  assert.equal((await fetched(id, 'wrong')).statusCode, 401)
  const unsent = await giveDocument(portal, anna.who, anna.code)
  for (const other of [unsent, 'x', '00000000-0000-4000-8000-000000000000'])
    assert.equal((await fetched(other, 'token-of-residents')).statusCode, 404)
  const audit = await portal.owner.query(
    `select object from audit_records where act = 'case.document_fetched' and space_id = $1`,
    [anna.id],
  )
  assert.deepEqual(audit.rows, [{ object: `${anna.code}-${number}` }])

  const { authority, kept, close } = await startOffice()
  t.after(close)
  assert.deepEqual(await authority.fetchNow(), [null, null])
  const names = readdirSync(join(kept, 'documents'))
  assert.ok(names.includes(`${caseId} ${id}`))
  assert.ok(bytes.equals(readFileSync(join(kept, 'documents', `${caseId} ${id}`))))
  const shown = await fetch(`${authority.url}/cases/${caseId}/documents/${id}`)
  assert.ok(bytes.equals(Buffer.from(await shown.arrayBuffer())))
  assert.match(await (await fetch(`${authority.url}/cases/${caseId}`)).text(), /for the authority\.pdf/)
})
