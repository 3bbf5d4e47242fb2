import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import sql from 'sql-template-tag'
import { signInAgent, type TestAgent } from '../../test/agents.ts'
import { type TestAnswer, type TestPortal, testPortal } from '../../test/support.ts'
import { sweep } from '../identity/sweep.ts'
import { findParkedPost, ofPeople } from '../parked/parked-post.ts'
import { paths } from '../paths.ts'
import { asAgent, asPerson } from '../scopes.ts'
import { ofAgents } from './kept-posts.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())
beforeEach(() => portal.owner.query('truncate persons, helpdesk_requests, agents cascade'))

const rows = async (text: string, values: unknown[] = []) => (await portal.owner.query(text, values)).rows
const signIn = (subject = 'ada') => signInAgent(portal.owner, portal.config, subject, { subject })
const endSessions = () =>
  rows(`with a as (update agent_sessions set ended_at = now()) update sessions set ended_at = now()`)
const typed = { reason: 'She called', by: 'email', value: '"><b>marie' }
const lookUp = (as: { cookie: string }, more: Record<string, string> = {}) =>
  portal.post('/helpdesk/lookups', { ...typed, ...more }, as)
const backOf = ({ headers }: TestAnswer) =>
  new URL(headers.location ?? '', portal.config.BASE_URL).searchParams.get('back') ??
  assert.fail(headers.location)
const idIn = (back: string) => /parked[=/]([\da-f-]{36})/.exec(back)?.[1] ?? assert.fail(back)
const fieldIn = (body: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1]

/** A look-up that an agent sent after their session had ended. */
async function park(): Promise<{ ada: TestAgent; back: string; sent: TestAnswer }> {
  const ada = await signIn()
  await endSessions()
  const sent = await lookUp(ada)
  return { ada, sent, back: backOf(sent) }
}

test('what an agent sends after their session is kept, and back in its form once they have signed in again', async () => {
  const { ada, sent, back } = await park()
  assert.equal(sent.status, 303)
  assert.match(sent.headers.location ?? '', /^\/helpdesk\/sign-in\?.*notice=kept$/)
  const page = await portal.get(sent.headers.location ?? '', ada)
  assert.match(page.body, /kept encrypted for 15 minutes/)
  const again = await signIn()
  const shown = await portal.get(back, again)
  assert.equal(fieldIn(shown.body, 'value'), '&quot;&gt;&lt;b&gt;marie')
  assert.equal(fieldIn(shown.body, 'reason'), 'She called')
  assert.match(shown.body, /It has not been sent yet/)
  assert.deepEqual(await rows('select from lookups'), [])
  const { status } = await lookUp(again, { parked: fieldIn(shown.body, 'parked') ?? '' })
  assert.equal(status, 303)
  assert.deepEqual(await rows('select from parked_posts'), [])
})

test('an answer, a refusal and a change in an account are back on their pages', async () => {
  const who = await portal.signIn({ email: 'marie@example.lu', emailConfirmed: true })
  const [made] = await rows(
    `insert into helpdesk_requests (id, reference, kind, person_id, language, name, wanted, message)
     select gen_random_uuid(), 'AAAAA-AAAAA', 'limit', id, 'en', 'x', 12, 'More' from persons returning id`,
  )
  const ada = await signIn()
  await portal.post(`/helpdesk/requests/${made.id}/taking`, {}, ada)
  const { headers } = await lookUp(ada, { value: 'marie@example.lu' })
  const account = `${headers.location}/accounts/${who.personId}`
  await endSessions()
  for (const [path, form, word] of [
    [`/helpdesk/requests/${made.id}/answer`, { answer: 'Long-answer' }, 'Long-answer'],
    [`/helpdesk/requests/${made.id}/refusal`, { refusal: 'Because-not' }, 'Because-not'],
    [`${account}/limit`, { limit: '12', reason: 'Two-associations' }, 'Two-associations'],
  ] as const) {
    const back = backOf(await portal.post(path, form, ada))
    const shown = await portal.get(back, await signIn())
    assert.equal(shown.status, 200, path)
    assert.ok(shown.body.includes(word), path)
  }
  assert.deepEqual(await rows(`select from request_events where kind <> 'taken'`), [])
  assert.deepEqual(await rows('select from persons where business_limit is not null'), [])
})

test('what its page has no room for any more is sent on from a page of its own, or discarded', async () => {
  const [made] = await rows(
    `insert into helpdesk_requests (id, reference, kind, language, name, email, link_hash, message)
     values (gen_random_uuid(), 'BBBBB-BBBBB', 'question', 'en', 'x', 'x@example.lu', '\\x01', 'How?') returning id`,
  )
  const ada = await signIn()
  await endSessions()
  const back = backOf(await portal.post(`/helpdesk/requests/${made.id}/answer`, { answer: 'Words' }, ada))
  const again = await signIn()
  const { headers } = await portal.get(back, again)
  assert.equal(headers.location, paths.helpdeskParked(idIn(back)))
  const page = await portal.get(headers.location ?? '', again)
  assert.equal(fieldIn(page.body, 'answer'), 'Words')
  assert.match(page.body, /Agent: ada/)
  const removed = await portal.post(paths.helpdeskParkedRemoval(idIn(back)), {}, again)
  assert.equal(removed.headers.location, `/helpdesk/requests/${made.id}`)
  assert.deepEqual(await rows('select from parked_posts'), [])
  assert.equal((await portal.get(paths.helpdeskParked(idIn(back)), again)).status, 410)
})

test('another agent sees nothing of it, nor a person, nor anybody after 15 minutes', async () => {
  const { back } = await park()
  const id = idIn(back)
  const [bob, person] = [await signIn('bob'), await portal.signIn()]
  for (const [path, who] of [
    [back, bob],
    [paths.helpdeskParked(id), bob],
    [paths.parkedPost(id), person],
    [`${paths.email()}?parked=${id}`, person],
  ] as const)
    assert.doesNotMatch((await portal.get(path, who)).body, /She called/, path)
  assert.equal((await portal.post(paths.helpdeskParkedRemoval(id), {}, bob)).status, 410)
  assert.equal((await portal.post(paths.parkedRemoval(id), {}, person)).status, 410)
  await lookUp(bob, { parked: id })
  assert.equal((await rows('select from parked_posts')).length, 1)
  await rows(`update parked_posts set created_at = now() - interval '15 minutes 1 second'`)
  assert.doesNotMatch((await portal.get(back, await signIn())).body, /She called/)
  await sweep(portal.pools, portal.config)
  assert.deepEqual(await rows('select from parked_posts'), [])
})

test('an agent sees nothing that a person sent too late, though it be the same browser', async () => {
  const who = await portal.signIn()
  const ada = await signIn()
  await rows('update sessions set ended_at = now()')
  const both = { cookie: `${who.cookie}; ${ada.cookie}` }
  const referer = { referer: portal.config.BASE_URL + paths.email() }
  const back = backOf(await portal.post(paths.email(), { email: 'secret@example.lu' }, both, referer))
  const id = idIn(back)
  for (const path of [paths.helpdeskParked(id), `${paths.newLookup()}?parked=${id}`])
    assert.doesNotMatch((await portal.get(path, both)).body, /secret@/, path)
  assert.equal((await portal.post(paths.helpdeskParkedRemoval(id), {}, both)).status, 410)
  assert.equal((await rows('select from parked_posts')).length, 1)
})

test('the database shows each its own, and neither opens what was moved into its rows', async () => {
  const { ada, back } = await park()
  const again = await signIn()
  const who = await portal.signIn()
  const [{ sealed }] = await rows('select sealed from parked_posts')
  assert.ok(!sealed.toString('latin1').includes('She called'))
  const asHer = (id: string) =>
    asAgent(portal.pools, again.token, (tx) => findParkedPost(tx, portal.config, ofAgents, id))
  const asPersonOf = (id: string) =>
    asPerson(portal.pools, who.token, (tx) => findParkedPost(tx, portal.config, ofPeople, id))
  assert.ok(await asHer(idIn(back)))
  assert.equal(await asPersonOf(idIn(back)), null)
  const id = crypto.randomUUID()
  const put = 'insert into parked_posts (id, person_id, agent_id, sealed) values ($1, $2, $3, $4)'
  await rows(put, [id, who.personId, null, sealed])
  assert.equal(await asPersonOf(id), null)
  await assert.rejects(rows(put, [crypto.randomUUID(), who.personId, ada.id, sealed]), {
    constraint: 'parked_for_one',
  })
  const forAnother = asAgent(portal.pools, again.token, (tx) =>
    tx.run(
      sql`insert into parked_posts (id, agent_id, sealed) values (gen_random_uuid(), gen_random_uuid(), 'x')`,
    ),
  )
  await assert.rejects(forAnother, { code: '42501' })
  const bob = await signIn('bob')
  const moved = (agentId: string | null, personId: string | null) =>
    rows('update parked_posts set agent_id = $1, person_id = $2 where id = $3', [
      agentId,
      personId,
      idIn(back),
    ])
  await moved(bob.id, null)
  const asBob = asAgent(portal.pools, bob.token, (tx) =>
    findParkedPost(tx, portal.config, ofAgents, idIn(back)),
  )
  assert.equal(await asBob, null)
  await moved(null, who.personId)
  assert.equal(await asPersonOf(idIn(back)), null)
})

test('what nobody’s session sent is not kept: an agent who never was is led to sign in, an unknown cookie is told', async () => {
  assert.equal((await lookUp({ cookie: '' })).headers.location, '/helpdesk/sign-in')
  const unknown = await lookUp({ cookie: 'guichet-helpdesk=of-nobody' })
  assert.equal(unknown.status, 401)
  assert.match(unknown.body, /We could not keep what you typed here/)
  assert.match(unknown.body, /href="\/helpdesk\/sign-in/)
  assert.deepEqual(await rows('select from parked_posts'), [])
})
