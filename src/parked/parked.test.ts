import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import sql from 'sql-template-tag'
import { personEntry } from '../../test/entries.ts'
import { makeSpace } from '../../test/space.ts'
import { type SignedIn, type TestAnswer, type TestPortal, testPortal } from '../../test/support.ts'
import { sweep } from '../identity/sweep.ts'
import { paths } from '../paths.ts'
import { asPerson } from '../scopes.ts'
import { findParkedPost, ofPeople } from './parked-post.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())
beforeEach(() => portal.owner.query('truncate persons cascade'))

const rows = async (text: string, values: unknown[] = []) => (await portal.owner.query(text, values)).rows
const endSessions = () => rows('update sessions set ended_at = now() where ended_at is null')
const again = (who: SignedIn) => portal.signIn({ personId: who.personId })
const locationOf = ({ headers }: TestAnswer) => headers.location ?? ''
const backOf = (answer: TestAnswer) =>
  new URL(locationOf(answer), portal.config.BASE_URL).searchParams.get('back') ??
  assert.fail(locationOf(answer))
const idIn = (back: string) => /parked[=/]([\da-f-]{36})/.exec(back)?.[1] ?? assert.fail(back)
const from = (page: string) => ({ referer: portal.config.BASE_URL + page })
const fieldIn = (body: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1]

/** Somebody's e-mail form that arrived after their session had ended. */
async function parkEmail(typed = 'typed@example.lu') {
  const who = await portal.signIn()
  await endSessions()
  const sent = await portal.post(paths.email(), { email: typed }, who, from(paths.email()))
  return { who, sent, back: sent.status === 303 ? backOf(sent) : '' }
}

test('a form that comes too late is kept, and is back in its form when the same person signs in', async () => {
  const { who, sent, back } = await parkEmail('"><b>typed@example.lu')
  assert.equal(sent.status, 303)
  assert.match(locationOf(sent), /^\/sign-in\?back=%2Faccount%2Femail%3Fparked%3D[\da-f-]{36}&notice=kept$/)
  assert.match((await portal.get(locationOf(sent), who)).body, /we keep it encrypted for 15 minutes/)
  const page = await portal.get(back, await again(who))
  assert.equal(page.status, 200)
  assert.equal(fieldIn(page.body, 'email'), '&quot;&gt;&lt;b&gt;typed@example.lu')
  assert.match(page.body, /It has not been sent yet/)
  assert.deepEqual(await rows('select from email_confirmations'), [])
})

test('once its person sends it, nothing of it is kept any more', async () => {
  const { who, back } = await parkEmail()
  const here = await again(who)
  const parked = fieldIn((await portal.get(back, here)).body, 'parked') ?? ''
  assert.equal(parked, idIn(back))
  const sent = await portal.post(paths.email(), { email: 'typed@example.lu', parked }, here, from(back))
  assert.equal(locationOf(sent), paths.email('requested'))
  assert.deepEqual(await rows('select from parked_posts'), [])
  assert.match((await portal.get(back, here)).body, /no longer kept/)
})

test('discarded, it is gone, and the page is as it was', async () => {
  const { who, back } = await parkEmail()
  const here = await again(who)
  const answer = await portal.post(paths.parkedRemoval(idIn(back)), {}, here)
  assert.equal(locationOf(answer), paths.email())
  assert.deepEqual(await rows('select from parked_posts'), [])
  assert.equal((await portal.post(paths.parkedRemoval(idIn(back)), {}, here)).status, 410)
})

test('whoever else signs in in that browser sees nothing of it, by any address', async () => {
  const { back } = await parkEmail('secret@example.lu')
  const stranger = await portal.signIn()
  const page = await portal.get(back, stranger)
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.body, /secret@/)
  assert.match(page.body, /no longer kept/)
  assert.equal((await portal.get(paths.parkedPost(idIn(back)), stranger)).status, 410)
  assert.equal((await portal.post(paths.parkedRemoval(idIn(back)), {}, stranger)).status, 410)
  const sent = { email: 'other@example.lu', parked: idIn(back) }
  await portal.post(paths.email(), sent, stranger)
  assert.equal((await rows('select from parked_posts')).length, 1)
})

test('after 15 minutes nobody sees it, and the worker sweeps it away', async () => {
  const { who, back } = await parkEmail()
  const here = await again(who)
  await rows(`update parked_posts set created_at = now() - interval '14 minutes 55 seconds'`)
  await sweep(portal.pools, portal.config)
  assert.equal(fieldIn((await portal.get(back, here)).body, 'email'), 'typed@example.lu')
  await rows(`update parked_posts set created_at = now() - interval '15 minutes 1 second'`)
  assert.doesNotMatch((await portal.get(back, here)).body, /typed@/)
  assert.equal((await portal.get(paths.parkedPost(idIn(back)), here)).status, 410)
  await sweep(portal.pools, portal.config)
  assert.deepEqual(await rows('select from parked_posts'), [])
})

test('it is unreadable in the database, and opens in its own row only, for its own person', async () => {
  const { who, back } = await parkEmail('secret@example.lu')
  const stranger = await portal.signIn()
  const [row] = await rows('select sealed from parked_posts')
  assert.ok(!row?.sealed.toString('latin1').includes('secret'))
  const find = (one: SignedIn, id: string) =>
    asPerson(portal.pools, one.token, (tx) => findParkedPost(tx, portal.config, ofPeople, id))
  const here = await again(who)
  assert.ok(await find(here, idIn(back)))
  for (const person of [who, stranger]) {
    const id = crypto.randomUUID()
    await rows('insert into parked_posts (id, person_id, sealed) values ($1, $2, $3)', [
      id,
      person.personId,
      row?.sealed,
    ])
    assert.equal(await find(person === who ? here : stranger, id), null)
  }
})

test('row-level security lets nobody park for another, or take theirs away', async () => {
  const { back } = await parkEmail()
  const { personId } = await portal.signIn()
  const stranger = await portal.signIn()
  const park = asPerson(portal.pools, stranger.token, (tx) =>
    tx.run(
      sql`insert into parked_posts (id, person_id, sealed) values (gen_random_uuid(), ${personId}, 'x')`,
    ),
  )
  await assert.rejects(park, { code: '42501' })
  const removed = await asPerson(portal.pools, stranger.token, (tx) => tx.run(sql`delete from parked_posts`))
  assert.equal(removed, 0)
  assert.ok(idIn(back))
})

test('what nobody’s session sent, what is too long and what a script sent is not kept, and says so', async () => {
  const who = await portal.signIn()
  await endSessions()
  const send = (typed: string, headers: Record<string, string>, by?: SignedIn) =>
    portal.post(paths.email(), { email: typed }, by, { ...from(paths.email()), ...headers })
  const unknown = await send('a@example.lu', { cookie: 'guichet-portal=of-nobody' })
  const refused = [
    unknown,
    await send('a@example.lu', {}),
    await send('a'.repeat(300_000), {}, who),
    await send('a@example.lu', { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }, who),
    await send('a@example.lu', { accept: 'application/json' }, who),
    await send('a@example.lu', { 'x-autosave': '1' }, who),
  ]
  for (const { status } of refused) assert.equal(status, 401)
  assert.match(unknown.body, /We could not keep what you typed here/)
  assert.deepEqual(await rows('select from parked_posts'), [])
  assert.equal((await send('a'.repeat(200_000), {}, who)).status, 303)
})

test('a few are kept for each person, the latest', async () => {
  const who = await portal.signIn()
  await endSessions()
  for (let one = 0; one < 7; one++)
    await portal.post(paths.email(), { email: `${one}@example.lu` }, who, from(paths.email()))
  assert.equal((await rows('select from parked_posts')).length, 5)
})

test('without knowing the page it came from, one sends it on from a page of its own', async () => {
  const who = await portal.signIn()
  await endSessions()
  const back = backOf(await portal.post(paths.email(), { email: 'typed@example.lu' }, who))
  assert.match(back, /^\/account\/parked\//)
  const here = await again(who)
  const page = await portal.get(back, here)
  assert.match(page.body, /<form method="post" action="\/account\/email">/)
  assert.equal(fieldIn(page.body, 'email'), 'typed@example.lu')
  assert.deepEqual(await rows('select from email_confirmations'), [])
})

const own = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''

test('data that was typed, with rows and fields that follow from it, is back in its form; nothing is saved', async () => {
  const who = await portal.signIn()
  const { code } = await makeSpace(portal.owner, who)
  const page = paths.profileEdit(code)
  const typed = personEntry({ givenName: 'Typed', 'citizenships.1': 'FR', version: '1' })
  await endSessions()
  const back = backOf(await portal.post(page, typed, who, from(page)))
  assert.ok(back.startsWith(`${page}?parked=`))
  const before = await rows('select * from profiles')
  const here = await again(who)
  const shown = own((await portal.get(back, here)).body)
  assert.equal(fieldIn(shown, 'givenName'), 'Typed')
  assert.match(shown, /name="citizenships.1"[\s\S]*?value="FR" selected/)
  assert.equal(fieldIn(shown, 'parked'), idIn(back))
  assert.deepEqual(await rows('select * from profiles'), before)
  const { status, headers } = await portal.post(page, { ...typed, parked: idIn(back) }, here, from(back))
  assert.equal(status, 303, headers.location)
  assert.deepEqual(await rows('select from parked_posts'), [])
})

test('a change by somebody else meanwhile is still met as a conflict, not overwritten', async () => {
  const who = await portal.signIn()
  const { code } = await makeSpace(portal.owner, who)
  const page = paths.profileEdit(code)
  await portal.post(page, personEntry({ version: '1', thoroughfare: 'First' }), who)
  const opened = fieldIn((await portal.get(page, who)).body, 'version') ?? ''
  await endSessions()
  const back = backOf(
    await portal.post(page, personEntry({ version: opened, thoroughfare: 'Mine' }), who, from(page)),
  )
  const other = await again(who)
  await portal.post(page, personEntry({ version: opened, thoroughfare: 'Theirs' }), other)
  const shown = await portal.get(back, other)
  assert.equal(fieldIn(shown.body, 'version'), opened)
  const sent = await portal.post(page, personEntry({ version: opened, thoroughfare: 'Mine' }), other)
  assert.equal(sent.status, 409)
})

test('a button that was pressed too late has to be pressed again', async () => {
  const who = await portal.signIn()
  const { code } = await makeSpace(portal.owner, who)
  await endSessions()
  const page = paths.profile(code)
  const back = backOf(await portal.post(paths.useData(code), { use: 'no' }, who, from(page)))
  const shown = await portal.get(back, await again(who))
  assert.match(shown.body, /It has not been sent yet/)
  assert.deepEqual(await rows('select use_data from spaces'), [{ use_data: true }])
})
