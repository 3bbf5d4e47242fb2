import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { stringify } from 'yaml'
import { authorities } from '../../demo/authorities.ts'
import { openCases } from '../../demo/authority/cases.ts'
import { startAuthority } from '../../demo/authority/server.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { canonicalJson } from '../platform/canonical.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const tokens: Record<string, string> = {
  'residents-office': 'token-of-residents',
  'business-permits': 'token-of-permits',
}
const folder = mkdtempSync(join(tmpdir(), 'desk-'))
let portal: TestPortal
before(async () => {
  const file = join(folder, 'connections.yaml')
  const connected = authorities.map((one) => ({ ...one, tokenSha256: sha256(tokens[one.id] ?? '') }))
  writeFileSync(file, stringify({ authorities: connected }))
  portal = await testPortal({ CONNECTIONS_FILE: file })
})
after(async () => {
  await portal.close()
  rmSync(folder, { recursive: true })
})

/** A submitted dossier, as the portal leaves it in its tables. */
async function submitted(authority: string, who: SignedIn, submittedAt = new Date()) {
  const kind = authority === 'residents-office' ? 'private' : 'business'
  const space = await giveSpace(portal.owner, who, { kind })
  const procedure = kind === 'private' ? 'certificate-of-residence' : 'business-permit'
  const id: string = randomUUID()
  const reference = `${space.code}-1`
  const answer = { name: 'remarks', label: 'Remarks €', value: 'ä\nb' }
  const wording = { title: 'A form', pages: [{ title: 'One', groups: [{ title: null, answers: [answer] }] }] }
  const submission = {
    reference,
    submittedBy: 'Anna Muster',
    capacity: null,
    answers: { remarks: 'ä\nb' },
    wording,
  }
  const hash = sha256(canonicalJson(submission))
  await portal.owner.query(
    `insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
     values ($1, 1, $2, (select max(version) from procedures where id = $2), 'submitted', '{}', 'check', $3, $3)`,
    [space.id, procedure, who.personId],
  )
  await portal.owner.query(
    `insert into submissions (space_id, number, case_id, answers, wording, language, hash, submitted_by,
       submitted_by_name, certificate_id) values ($1, 1, $2, '{}', $6, 'en', $3, $4, 'Anna Muster', $5)`,
    [space.id, id, hash, who.personId, who.certificateId, JSON.stringify(wording)],
  )
  await portal.owner.query(
    `insert into cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version, language,
       submission, hash, submitted_at) values ($1, $2, $3, 1, $4, $5,
       (select max(version) from procedures where id = $5), 'en', $6, $7, $8)`,
    [authority, id, space.id, reference, procedure, JSON.stringify(submission), hash, submittedAt],
  )
  return { reference, hash, code: space.code, spaceId: space.id, caseId: id }
}

const api = '/api/authority/v1'
const as = (token: string) => ({ authorization: `Bearer ${token}` })
async function listed(authority: string): Promise<{ id: string; reference: string; hash: string }[]> {
  const answer = await portal.get(`${api}/cases`, undefined, as(tokens[authority] ?? ''))
  assert.equal(answer.status, 200)
  return JSON.parse(answer.body).cases
}
const acknowledge = (id: string, token: string, body: unknown = { authorityReference: 'RO-1' }) =>
  portal.app.inject({
    method: 'POST',
    url: `${api}/cases/${id}/receipt`,
    headers: as(token),
    payload: body as object,
  })

test('without a valid token there is nothing, and the refusal is a problem document', async () => {
  const who = await portal.signIn()
  const headers = [
    {},
    as('wrong'),
    as(''),
    { authorization: 'Basic token-of-residents' },
    as(sha256('token-of-residents')),
  ]
  for (const given of headers) {
    const answer = await portal.get(`${api}/cases`, who, given)
    assert.equal(answer.status, 401)
    assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/)
    assert.equal(JSON.parse(answer.body).status, 401)
  }
})

test('an authority gets its own submissions, oldest first, with wording and a hash that holds', async () => {
  const who = await portal.signIn()
  const younger = await submitted('residents-office', who, new Date('2026-11-02'))
  const older = await submitted('residents-office', await portal.signIn(), new Date('2026-11-01'))
  const foreign = await submitted('business-permits', who)
  const cases = await listed('residents-office')
  const ids = cases.map(({ id }) => id)
  assert.deepEqual(
    ids.filter((id) => id === younger.caseId || id === older.caseId),
    [older.caseId, younger.caseId],
  )
  assert.ok(!ids.includes(foreign.caseId))
  const answer = await portal.get(`${api}/cases`, undefined, as('token-of-residents'))
  const { submission, hash } = JSON.parse(answer.body).cases[0]
  assert.equal(sha256(canonicalJson(submission)), hash)
  assert.equal(answer.headers['cache-control'], 'no-store')
})

test('an acknowledged case is listed no more, its dossier and its mail say “received”, and saying it twice changes nothing', async () => {
  const who = await portal.signIn({ email: 'anna@example.lu', emailConfirmed: true })
  const one = await submitted('residents-office', who)
  const first = await acknowledge(one.caseId, 'token-of-residents')
  assert.equal(first.statusCode, 200)
  const second = await acknowledge(one.caseId, 'token-of-residents', { authorityReference: 'RO-2' })
  assert.deepEqual(second.json(), first.json())
  assert.equal(second.json().authorityReference, 'RO-1')
  assert.ok(!(await listed('residents-office')).some(({ id }) => id === one.caseId))
  await portal.runJobs()
  const { body } = await portal.get(`/s/${one.code}/dossiers/1`, who)
  assert.match(body, /Received by Residents’ Office of Musterstadt/)
  assert.match(body, /Their reference: RO-1/)
  const mails = (await portal.mails()).filter(({ kind }) => kind === 'dossier_received')
  assert.equal(mails.length, 1)
  assert.ok(mails[0]?.subject.includes(one.reference))
})

test('many acknowledgements at once tell the space once', async () => {
  const who = await portal.signIn({ email: 'ben@example.lu', emailConfirmed: true })
  const one = await submitted('residents-office', who)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      acknowledge(one.caseId, 'token-of-residents', { authorityReference: `RO-${index}` }),
    ),
  )
  assert.equal(new Set(answers.map((answer) => answer.body)).size, 1)
  const told = await portal.owner.query(
    `select from audit_records where act = 'case.acknowledged' and object = $1`,
    [one.reference],
  )
  assert.equal(told.rowCount, 1)
  await portal.runJobs()
  const { rowCount } = await portal.owner.query(
    `select from dossier_events where space_id = $1 and kind = 'received'`,
    [one.spaceId],
  )
  assert.equal(rowCount, 1)
})

test('another authority’s case does not exist for it', async () => {
  const one = await submitted('residents-office', await portal.signIn())
  const answer = await acknowledge(one.caseId, 'token-of-permits')
  assert.equal(answer.statusCode, 404)
  assert.equal((await acknowledge('not-an-id', 'token-of-permits')).statusCode, 404)
  const { rowCount } = await portal.owner.query('select from case_receipts where case_id = $1', [one.caseId])
  assert.equal(rowCount, 0)
})

test('a reference that cannot be one is refused, none at all is fine', async () => {
  const one = await submitted('residents-office', await portal.signIn())
  for (const authorityReference of ['', 'x'.repeat(101), 'a\u0000b', 'a\nb', 7, '\ud800'])
    assert.equal(
      (await acknowledge(one.caseId, 'token-of-residents', { authorityReference })).statusCode,
      400,
    )
  const answer = await acknowledge(one.caseId, 'token-of-residents', {})
  assert.equal(answer.json().authorityReference, null)
})

test('the demo authority fetches, checks, keeps and acknowledges; a changed submission it does not', async (t) => {
  await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = portal.app.server.address() as AddressInfo
  const kept = join(folder, 'kept')
  const authority = await startAuthority({
    port: 0,
    portalUrl: `http://127.0.0.1:${port}`,
    folder: kept,
    tokens,
    everyMilliseconds: 600_000,
  })
  t.after(() => authority.close())
  const good = await submitted('business-permits', await portal.signIn())
  const changed = await submitted('residents-office', await portal.signIn())
  await portal.owner.query(
    `update cases set submission = jsonb_set(submission, '{answers,remarks}', '"b"') where id = $1`,
    [changed.caseId],
  )
  const [residents] = await authority.fetchNow()
  assert.match(residents ?? '', /checksum differs/)
  assert.ok((await listed('residents-office')).some(({ id }) => id === changed.caseId))
  assert.ok(!(await listed('business-permits')).some(({ id }) => id === good.caseId))
  assert.equal(openCases(kept).find(good.caseId)?.ownReference, `BP-${new Date().getFullYear()}-00002`)
  const page = await (await fetch(`${authority.url}/cases/${good.caseId}`)).text()
  assert.match(page, /Remarks €/)
  assert.match(await (await fetch(authority.url)).text(), /checksum differs/)
})

test('the demo authority outlives a portal that is away, and says so', async (t) => {
  const authority = await startAuthority({
    port: 0,
    portalUrl: 'http://127.0.0.1:9',
    folder: join(folder, 'alone'),
    tokens,
    everyMilliseconds: 10,
  })
  t.after(() => authority.close())
  await authority.fetchNow()
  assert.match(await (await fetch(authority.url)).text(), /cannot be reached/)
})
