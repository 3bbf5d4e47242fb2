import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { signInAgent, type TestAgent } from '../agents.ts'
import { giveSpace } from '../filled-space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../support.ts'

/** Words that stand in a space, and nowhere else. */
const secret = 'Words-of-a-space'

type Route = { method: 'GET' | 'POST'; url: string }
const routes: Route[] = []
let portal: TestPortal
let agent: TestAgent
let person: SignedIn
let code = ''
let identifiers: string[] = []

before(async () => {
  const noteRoutes = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of ['GET', 'POST'] as const)
        if ([method].flat().includes(one)) routes.push({ method: one, url })
    })
  }
  subscribe('fastify.initialization', noteRoutes)
  portal = await testPortal()
  unsubscribe('fastify.initialization', noteRoutes)
  agent = await signInAgent(portal.owner, portal.config)
  person = await portal.signIn({ email: 'marie@example.lu', emailConfirmed: true })
  const space = await giveSpace(portal.owner, person, { profile: { familyName: secret, givenName: secret } })
  code = space.code
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence', key: 'k' }, person)
  await portal.owner.query(`update dossiers set answers = jsonb_build_object('familyName', $1::text)`, [
    secret,
  ])
  const lookup = await portal.post(
    '/helpdesk/lookups',
    { reason: 'Test', by: 'email', value: 'marie@example.lu' },
    agent,
  )
  const lookupId = lookup.headers.location?.split('/').at(-1) ?? ''
  identifiers = [code, `${code}-1`, space.id, person.personId, person.certificateId, lookupId, '1']
})
after(() => portal.close())

const denials = async () =>
  Number(
    (await portal.owner.query(`select count(*) from audit_records where act = 'helpdesk.denied'`)).rows[0]
      .count,
  )

/** The route with each identifier in each of its places. */
function addressesOf({ url }: Route): string[] {
  if (!/[:*]/.test(url)) return [url]
  return identifiers.map((one) => url.replace(/:code\b/, code).replace(/:[A-Za-z]+|\*/g, one))
}

test('the router told its routes', () => {
  for (const url of [
    '/s/:code/dossiers/:number',
    '/helpdesk/lookups/:lookup/accounts/:person',
    '/helpdesk/*',
  ])
    assert.ok(
      routes.some((one) => one.url === url),
      url,
    )
})

test('whichever address an agent asks for, by whatever identifier, nothing of a space is in the answer', async () => {
  for (const route of routes)
    for (const address of addressesOf(route)) {
      if (address === '/helpdesk/sign-out') continue
      const { status, body } =
        route.method === 'GET' ? await portal.get(address, agent) : await portal.post(address, {}, agent)
      const told = `${route.method} ${address}: ${status}`
      assert.ok(!body.includes(secret), told)
      assert.ok(status < 500, told)
    }
})

test('a space is not there for an agent: 404, and recorded with who asked', async () => {
  for (const path of [`/s/${code}/`, `/s/${code}/dossiers/1`, `/s/${code}/profile`, '/s/PP-AAAAAA/']) {
    const before = await denials()
    assert.equal((await portal.get(path, agent)).status, 404, path)
    assert.equal((await denials()) - before, 1, path)
  }
  const { rows } = await portal.owner.query(
    `select detail ->> 'agent' as agent from audit_records where act = 'helpdesk.denied' order by id desc limit 1`,
  )
  assert.deepEqual(rows, [{ agent: agent.name }])
})

test('guesses under the helpdesk’s address are 404, and recorded', async () => {
  for (const path of [
    `/helpdesk/spaces/${code}`,
    `/helpdesk/dossiers/${code}-1`,
    `/helpdesk/requests/${person.personId}`,
    '/helpdesk/recoveries/1',
    `/helpdesk/lookups/${person.personId}/accounts/${person.personId}`,
  ]) {
    const before = await denials()
    assert.equal((await portal.get(path, agent)).status, 404, path)
    assert.equal((await denials()) - before, 1, path)
  }
})

test('an agent who is somebody in the portal too enters their own space as that person', async () => {
  const both = { cookie: `${agent.cookie}; ${person.cookie}` }
  assert.equal((await portal.get(`/s/${code}/`, both)).status, 200)
})

test('every address of the helpdesk is closed to people, and to nobody', async () => {
  const open = [
    '/helpdesk/sign-in',
    '/helpdesk/sign-in/start',
    '/helpdesk/sign-in/callback',
    '/helpdesk/sign-out',
  ]
  const closed = routes.filter(({ url }) => url.startsWith('/helpdesk') && !open.includes(url))
  assert.ok(closed.length > 15)
  for (const route of closed)
    for (const who of [person, { cookie: '' }])
      for (const address of addressesOf(route)) {
        const { status, headers } =
          route.method === 'GET' ? await portal.get(address, who) : await portal.post(address, {}, who)
        assert.equal(status, 303, address)
        assert.equal(headers.location?.split('?')[0], '/helpdesk/sign-in', address)
      }
})
