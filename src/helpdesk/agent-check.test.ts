import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import sql from 'sql-template-tag'
import { agentRole, agents } from '../../demo/agents.ts'
import { signInAgent } from '../../test/agents.ts'
import { type SayingProvider, startSayingProvider } from '../../test/openid-provider.ts'
import { type Browser, type Page, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { paths } from '../paths.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.portal.owner.query('truncate persons, agents cascade')
})
afterEach(() => rolesOf('ada-agent', [agentRole]))

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows
const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const letMinutesPass = (minutes: number) =>
  rows(`update agent_sessions set confirmed_at = confirmed_at - make_interval(mins => $1)`, [minutes])

/** As a browser does, which also heeds `refresh`. */
async function open(browser: Browser, path: string): Promise<Page> {
  const page = await browser.follow(browser.get(path))
  const next = /^0; url=(.+)$/.exec(page.headers.refresh ?? '')?.[1]
  return next ? browser.follow(browser.get(next)) : page
}
const cookieOf = ({ cookies }: Browser) => cookies.get('guichet-helpdesk')

/** What the provider says of one of its people from now on. */
function rolesOf(id: string, roles: string[]) {
  const agent = agents.find((one) => one.id === id) ?? assert.fail()
  agent.roles = roles
}
async function signedIn(): Promise<Browser> {
  const browser = world.browser()
  await browser.signInAgent('ada-agent')
  return browser
}

/** By the link of the sign-in page. */
async function signInFrom(browser: Browser, { body }: Page): Promise<Page> {
  const start = /href="(\/helpdesk\/sign-in\/start[^"]*)"/.exec(body)?.[1] ?? assert.fail(body)
  const choice = await browser.follow(browser.get(start.replaceAll('&amp;', '&')))
  return browser.follow(browser.post(choice.url, { agent: 'ada-agent' }))
}

test('after ten minutes a page asks the provider again, unnoticed, and the session goes on', async () => {
  const browser = await signedIn()
  const token = cookieOf(browser)
  await letMinutesPass(9)
  assert.equal((await browser.get('/helpdesk/lookups/new?for=x')).status, 200)
  await letMinutesPass(2)
  const asked = await browser.get('/helpdesk/lookups/new?for=x')
  assert.equal(asked.headers.location, paths.helpdeskSignIn('check', '/helpdesk/lookups/new?for=x'))
  const back = await open(browser, '/helpdesk/lookups/new?for=x')
  assert.equal(back.status, 200)
  assert.match(back.url, /\/helpdesk\/lookups\/new\?for=x$/)
  assert.equal(cookieOf(browser), token)
  assert.equal((await browser.get('/helpdesk')).status, 200)
  assert.deepEqual(await rows(`select from agent_sessions where ended_at is not null`), [])
})

test('a role that was taken away ends the session at the next question', async () => {
  const browser = await signedIn()
  rolesOf('ada-agent', [])
  await letMinutesPass(11)
  const refused = await open(browser, '/helpdesk')
  assert.equal(pathOf(refused), '/helpdesk/sign-in')
  assert.match(refused.body, /not as an agent of this helpdesk/)
  assert.equal(cookieOf(browser), undefined)
  assert.equal((await rows('select from agent_sessions where ended_at is not null')).length, 1)
  const [row] = await rows<{ from: string }>(
    `select detail ->> 'from' as from from audit_records where act = 'agent.signed_out' order by id desc limit 1`,
  )
  assert.deepEqual(row, { from: 'provider' })
})

test('what is sent in between is carried out for twenty minutes, then kept until the provider has spoken', async () => {
  const browser = await signedIn()
  const form = { reason: 'He called', by: 'name', value: 'nobody' }
  await letMinutesPass(19)
  assert.match(
    (await browser.post('/helpdesk/lookups', form)).headers.location ?? '',
    /^\/helpdesk\/lookups\//,
  )
  await letMinutesPass(2)
  const kept = await browser.post('/helpdesk/lookups', form)
  assert.match(kept.headers.location ?? '', /^\/helpdesk\/sign-in\?.*notice=kept$/)
  assert.equal((await rows('select from lookups')).length, 1)
  const shown = await signInFrom(browser, await browser.follow(kept))
  assert.equal(pathOf(shown), '/helpdesk/lookups/new')
  assert.match(shown.body, /value="He called"/)
  assert.match(shown.body, /It has not been sent yet/)
})

test('the database lets a session that nobody has confirmed act for nobody', async () => {
  const ada = await signInAgent(world.portal.owner, world.portal.config)
  const acting = () =>
    world.portal.pools.helpdesk.transaction(sql`select from enter_agent(${ada.token.hash}, true)`, (tx) =>
      tx.row(sql`select current_agent() as agent`),
    )
  assert.deepEqual(await acting(), { agent: ada.id })
  await letMinutesPass(21)
  assert.deepEqual(await acting(), { agent: null })
})

test('without the role nothing that is sent is carried out any more, by whatever way', async () => {
  const browser = await signedIn()
  rolesOf('ada-agent', [])
  await letMinutesPass(21)
  const form = { reason: 'He called', by: 'name', value: 'nobody' }
  const kept = await browser.follow(browser.post('/helpdesk/lookups', form))
  assert.match((await signInFrom(browser, kept)).body, /not as an agent of this helpdesk/)
  assert.deepEqual(await rows('select from lookups'), [])
})

test('whoever is not signed in at the provider any more, or is somebody else there, signs in anew and comes back', async () => {
  for (const change of ['left', 'another']) {
    const browser = await signedIn()
    const kept = new Map(browser.cookies)
    if (change === 'another') {
      browser.cookies.delete('guichet-helpdesk')
      await browser.signInAgent('ben-berater')
      browser.cookies.set('guichet-helpdesk', kept.get('guichet-helpdesk') ?? '')
    } else for (const name of kept.keys()) if (name.startsWith('demo-idp')) browser.cookies.delete(name)
    await letMinutesPass(11)
    const page = await open(browser, '/helpdesk/lookups/new')
    assert.equal(pathOf(page), '/helpdesk/sign-in', change)
    assert.match(page.body, /Your session is over/)
    assert.equal(cookieOf(browser), undefined)
    const back = await signInFrom(browser, page)
    assert.equal(pathOf(back), '/helpdesk/lookups/new', change)
  }
})

test('a session is confirmed only by its own agent’s sign-in, and nobody is led out of the helpdesk', async () => {
  const browser = await signedIn()
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/spaces',
    '/helpdesk/sign-out',
    '/helpdeskx',
  ])
    assert.equal(pathOf(await open(browser, paths.helpdeskCheck(back))), '/helpdesk', back)
  const stranger = world.browser()
  assert.equal(pathOf(await open(stranger, paths.helpdeskCheck('/helpdesk'))), '/helpdesk/sign-in')
})

const event = 'http://schemas.openid.net/event/backchannel-logout'

test('a provider that says a login has ended ends its agent’s sessions, by one valid token and once', async () => {
  const provider = await startSayingProvider()
  const saying = await signInWorld({}, (connections) => {
    const { issuer } = provider
    const names = { name: 'Staff', issuer, clientId: 'portal', clientSecret: 'demo-secret' }
    Object.assign(connections, { helpdesk: { ...names, role: 'agent' } })
  })
  try {
    await tryLogout(saying, provider)
  } finally {
    await saying.close()
    await provider.close()
  }
})

async function tryLogout({ browser, portal }: SignInWorld, provider: SayingProvider) {
  const signIn = async (sub: string, sid: string) => {
    provider.claims = { sub, sid, name: 'Ada Agent', roles: ['agent'] }
    const one = browser()
    assert.equal(pathOf(await open(one, '/helpdesk/sign-in/start')), '/helpdesk')
    return one
  }
  provider.userInfo = { sub: 'ada' }
  const [first, second] = [await signIn('ada', 's1'), await signIn('ada', 's2')]
  provider.userInfo = { sub: 'ben' }
  const other = await signIn('ben', 's3')
  const isIn = async (one: Browser) => (await one.get('/helpdesk')).status === 200
  let number = 0
  const token = (claims: object) =>
    provider.sign({ jti: `j${++number}`, events: { [event]: {} }, ...claims }, 'logout+jwt')
  const send = async (logout_token: string) =>
    (await portal.post(paths.helpdeskLogout(), { logout_token })).status

  for (const claims of [
    { sub: 'ada', nonce: 'n' },
    { sub: 'ada', events: {} },
    {},
    { sub: 'ada', aud: 'other' },
  ])
    assert.equal(await send(await token(claims)), 400)
  assert.equal(await send('nonsense'), 400)
  assert.deepEqual([await isIn(first), await isIn(second), await isIn(other)], [true, true, true])
  const good = await token({ sub: 'ada', sid: 's1' })
  assert.equal(await send(good), 200)
  assert.equal(await send(good), 400)
  assert.deepEqual([await isIn(first), await isIn(second), await isIn(other)], [false, true, true])
  assert.equal(await send(await token({ sub: 'ada' })), 200)
  assert.deepEqual([await isIn(first), await isIn(second), await isIn(other)], [false, false, true])
}
