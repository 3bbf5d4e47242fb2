import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal({ SESSION_IDLE_MINUTES: '30', SESSION_ABSOLUTE_HOURS: '12' })
})
after(() => portal.close())

const program = { accept: 'application/json' }
const poll = { ...program, 'x-poll': '1' }

/** As if the person had last been seen, or signed in, that long ago. */
async function age({ personId }: SignedIn, column: 'last_seen_at' | 'created_at', interval: string) {
  await portal.owner.query(`update sessions set ${column} = now() - $1::interval where person_id = $2`, [
    interval,
    personId,
  ])
}

async function minutesLeft(who: SignedIn, headers: Record<string, string> = poll): Promise<number | null> {
  const { status, body } = await portal.get('/session', who, headers)
  const { endsAt } = JSON.parse(body) as { endsAt: string | null }
  if (status === 401) return endsAt === null ? null : Number.NaN
  return Math.round((Date.parse(endsAt ?? '') - Date.now()) / 60_000)
}

test('a session lives for 30 minutes without activity, and not a minute longer', async () => {
  const who = await portal.signIn()
  await age(who, 'last_seen_at', '29 minutes 50 seconds')
  assert.equal((await portal.get('/account/email', who)).status, 200)
  assert.equal(await minutesLeft(who), 30)
  await age(who, 'last_seen_at', '30 minutes 1 second')
  assert.equal((await portal.get('/account/email', who)).headers.location, '/sign-in?back=%2Faccount%2Femail')
  assert.equal(await minutesLeft(who), null)
})

test('a session ends after 12 hours, however active', async () => {
  const who = await portal.signIn()
  await age(who, 'created_at', '11 hours 50 minutes')
  assert.equal(await minutesLeft(who), 10)
  await portal.post('/session', {}, who, program)
  assert.equal(await minutesLeft(who), 10)
  await age(who, 'created_at', '12 hours 1 second')
  assert.equal(await minutesLeft(who), null)
  assert.equal((await portal.get('/account/email', who)).status, 303)
})

test('asking how long is left does not extend the session; staying signed in does', async () => {
  const who = await portal.signIn()
  await age(who, 'last_seen_at', '20 minutes')
  assert.equal(await minutesLeft(who, poll), 10)
  assert.equal(await minutesLeft(who, program), 10)
  await portal.get('/session', who)
  assert.equal(await minutesLeft(who), 10)
  const answer = await portal.post('/session', {}, who, program)
  assert.match(answer.headers['content-type'] ?? '', /^application\/json/)
  assert.equal(await minutesLeft(who), 30)
})

test('polling any page does not extend the session; opening one does', async () => {
  const who = await portal.signIn()
  await age(who, 'last_seen_at', '20 minutes')
  await portal.get('/account/email', who, { 'x-poll': '1' })
  assert.equal(await minutesLeft(who), 10)
  await portal.get('/account/email', who)
  assert.equal(await minutesLeft(who), 30)
})

test('without scripts a page tells when the session ends, extends it, and leads back', async () => {
  const who = await portal.signIn({ language: 'de' })
  await age(who, 'last_seen_at', '20 minutes')
  const page = await portal.get('/session?back=%2Fspaces', who)
  assert.match(page.body, /Ihre Sitzung endet um \d\d:\d\d Uhr/)
  assert.match(page.body, /href="\/spaces"/)
  const answer = await portal.post('/session', { back: '/spaces' }, who)
  assert.equal(answer.headers.location, '/session?notice=extended&back=%2Fspaces')
  assert.match((await portal.get(answer.headers.location ?? '', who)).body, /Sie bleiben angemeldet/)
  assert.equal(await minutesLeft(who), 30)
})

test('nobody’s session is 401 for scripts, and the sign-in page for people', async () => {
  assert.equal((await portal.get('/session', undefined, program)).status, 401)
  assert.equal((await portal.get('/session')).headers.location, '/sign-in?back=%2Fsession')
  assert.equal((await portal.post('/session', {}, undefined, program)).status, 401)
})

test('a session cannot be extended from another site', async () => {
  const who = await portal.signIn()
  const forged = await portal.post('/session', {}, who, { ...program, origin: 'https://elsewhere.example' })
  assert.equal(forged.status, 403)
})
