import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { stringify } from 'yaml'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { preparePermit } from '../../test/permit.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import type { Assurance } from '../identity/assurance.ts'
import { openJobs } from '../platform/jobs.ts'
import { inSpace } from '../scopes.ts'
import { loadProcedures } from './catalogue.ts'
import { startDossier } from './dossier.ts'
import { submitDossier } from './submission.ts'

const oidc = { scheme: 'oidc', clientId: 'portal', clientSecret: 'demo-x', claims: {} }
const providers = [
  { ...oidc, id: 'weak', name: 'Weak ID', issuer: 'https://weak.example', assurance: 'low' },
  { ...oidc, id: 'gateway', name: 'Gateway', issuer: 'https://gateway.example', acr: 'eidas' },
  { ...oidc, id: 'middling', name: 'Middling ID', issuer: 'https://middling.example' },
]

const folder = mkdtempSync(join(tmpdir(), 'guichet-assurance-'))
let portal: TestPortal
before(async () => {
  const file = join(folder, 'connections.yaml')
  writeFileSync(file, stringify({ providers }))
  portal = await testPortal({ CONNECTIONS_FILE: file })
})
after(async () => {
  await portal.close()
  rmSync(folder, { recursive: true })
})

/** The same person from now on, signed in more or less surely. */
const become = ({ token }: SignedIn, assurance: Assurance) =>
  portal.owner.query('update sessions set assurance = $1 where token_hash = $2', [assurance, token.hash])

const waysIn = (body: string) => [...body.matchAll(/start\/([a-z]+)\?back=([^&"]*)&amp;need=([a-z]+)/g)]
const draftsIn = async (id: string) =>
  (await portal.owner.query(`select answers, status from dossiers where space_id = $1`, [id])).rows

test('the catalogue says which level a procedure needs, and nothing of one that needs none', async () => {
  const { body } = await portal.get('/procedures/business-permit')
  assert.match(body, /assurance level “substantial” or higher/)
  assert.doesNotMatch((await portal.get('/procedures/certificate-of-residence')).body, /assurance level/)
})

test('who is signed in too weakly is told so before starting, with the ways that are enough and come back', async () => {
  const who = await portal.signIn({ assurance: 'low' })
  const { code, id } = await giveSpace(portal.owner, who, { kind: 'business' })
  const { body } = await portal.get('/procedures/business-permit', who)
  assert.match(body, /signed in at assurance level “low”/)
  assert.doesNotMatch(body, new RegExp(`action="/s/${code}/dossiers/new"`))
  const here = encodeURIComponent('/procedures/business-permit')
  assert.deepEqual(
    waysIn(body).map(([, ...way]) => way),
    [
      ['gateway', here, 'substantial'],
      ['middling', here, 'substantial'],
    ],
  )
  const list = `/s/${code}/dossiers/new`
  const headers = { referer: portal.config.BASE_URL + list }
  const refused = await portal.post(list, { procedure: 'business-permit' }, who, headers)
  assert.equal(refused.status, 403)
  assert.match(refused.body, /This procedure needs a more secure sign-in/)
  assert.equal(waysIn(refused.body)[0]?.[2], encodeURIComponent(list))
  assert.deepEqual(await draftsIn(id), [])
  await become(who, 'substantial')
  assert.equal((await portal.post(list, { procedure: 'business-permit' }, who)).status, 303)
})

test('a procedure that says nothing can be run from any sign-in', async () => {
  const who = await portal.signIn({ assurance: 'low' })
  const { code } = await giveSpace(portal.owner, who)
  const answer = await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  assert.equal(answer.status, 303)
})

test('a draft is not submitted from a weaker sign-in; it stays, and goes from a surer one, which is kept', async () => {
  const who = await portal.signIn()
  const { id, at } = await preparePermit(portal, who)
  const check = `${at}/check`
  const form = formOf((await portal.get(check, who)).body, `${at}/submission`)
  const before = await draftsIn(id)
  await become(who, 'low')
  const shown = await portal.get(check, who)
  assert.match(shown.body, /This procedure needs a more secure sign-in/)
  assert.doesNotMatch(shown.body, /<form[^>]*submission/)
  const refused = await portal.post(`${at}/submission`, form, who)
  assert.equal(refused.status, 403)
  assert.equal(waysIn(refused.body)[0]?.[2], encodeURIComponent(check))
  assert.deepEqual(await draftsIn(id), before)
  await become(who, 'substantial')
  assert.equal((await portal.post(`${at}/submission`, form, who)).status, 303)
  const { rows } = await portal.owner.query(
    `select s.assurance, c.submission->>'assurance' as told
     from submissions s join cases c on c.id = s.case_id where s.space_id = $1`,
    [id],
  )
  assert.deepEqual(rows, [{ assurance: 'substantial', told: 'substantial' }])
})

test('not even the domain begins or submits one from a weaker sign-in', async () => {
  const who = await portal.signIn({ assurance: 'low' })
  const { code } = await giveSpace(portal.owner, who, { kind: 'business' })
  const procedure = loadProcedures('procedures').find(({ id }) => id === 'business-permit')
  assert.ok(procedure)
  const begin = inSpace(portal.pools, who.token, code, 'manager', (tx, space, actor) =>
    startDossier(tx, actor, space, procedure, { profile: null, key: null }),
  )
  await assert.rejects(begin, { code: 'forbidden' })
  const wording = { title: '', pages: [] }
  const frozen = { answers: {}, wording, language: 'en' as const, documents: [] }
  const submit = inSpace(portal.pools, who.token, code, 'manager', (tx, space, actor) =>
    submitDossier(tx, openJobs(), actor, space, { number: 1, procedure, frozen, capacity: null }),
  )
  await assert.rejects(submit, { code: 'forbidden' })
})
