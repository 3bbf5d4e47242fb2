import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startIdentityProvider } from '../../demo/identity-provider/server.ts'
import { newKey, type SayingProvider, startSayingProvider } from '../../test/openid-provider.ts'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { freePort } from '../platform/port.ts'
import { sweep } from './sweep.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'
let world: SignInWorld
let saying: SayingProvider

before(async () => {
  saying = await startSayingProvider()
  world = await signInWorld({}, ({ providers }) => {
    assert.ok(Array.isArray(providers))
    for (const id of ['one', 'two'])
      providers.push({
        ...{
          scheme: 'oidc',
          id,
          name: id,
          issuer: saying.issuer,
          clientId: 'portal',
          clientSecret: 'secret',
        },
        claims: { serialNumber: 'sub', kindWithoutClaim: 'private' },
      })
  })
})
after(async () => {
  await world.close()
  await saying.close()
})
beforeEach(() => {
  saying.signWith = null
})

/** Signs in (and registers at the first time) as this subject, in this session of the provider. */
async function signInAs(sub: string, sid?: string, provider = 'one'): Promise<Browser> {
  saying.claims = { sub, family_name: 'Schmit', ...(sid ? { sid } : {}) }
  saying.userInfo = { sub }
  const browser = world.browser()
  const page = await browser.follow(browser.get(`/sign-in/start/${provider}`))
  if (page.url.includes('/registration')) await browser.register()
  assert.equal(await isSignedIn(browser), true)
  return browser
}
const isSignedIn = async (browser: Browser) => (await browser.get('/account/sessions')).status === 200

const tell = (logout_token: string, provider = 'one') =>
  world.portal.app.inject({
    method: 'POST',
    url: `/api/oidc/${provider}/logout`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token }).toString(),
  })
const token = (claims: Record<string, unknown>) =>
  saying.sign({ jti: crypto.randomUUID(), events: { [event]: {} }, ...claims }, 'logout+jwt')

test('a logout token with sid ends exactly that session, and its person’s activity says so', async () => {
  const [here, there] = [await signInAs('anna', 's-1'), await signInAs('anna', 's-2')]
  const berta = await signInAs('berta', 's-3')
  const answer = await tell(await token({ sub: 'anna', sid: 's-1' }))
  assert.deepEqual([answer.statusCode, answer.body], [200, ''])
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.deepEqual(await Promise.all([here, there, berta].map(isSignedIn)), [false, true, true])
  const { rows } = await world.portal.owner.query(
    `select object, detail from audit_records where act = 'session.ended' order by id desc limit 1`,
  )
  assert.deepEqual(rows, [{ object: 'one', detail: { ended: 1, from: 'provider' } }])
  assert.match((await there.get('/account/activity')).body, /Session ended/)
})

test('one with sub alone ends all of that person at that provider, and of nobody else, nowhere else', async () => {
  const sessions = [
    await signInAs('carla', 's-4'),
    await signInAs('carla'),
    await signInAs('dora', 's-5'),
    await signInAs('carla', 's-6', 'two'),
  ]
  assert.equal((await tell(await token({ sub: 'carla' }))).statusCode, 200)
  assert.deepEqual(await Promise.all(sessions.map(isSignedIn)), [false, false, true, true])
})

test('one with sid alone ends that session; a sid of another provider or subject ends nothing', async () => {
  const emil = await signInAs('emil', 's-7')
  assert.equal((await tell(await token({ sid: 's-7' }), 'two')).statusCode, 200)
  assert.equal((await tell(await token({ sid: 's-7', sub: 'frida' }))).statusCode, 200)
  assert.equal(await isSignedIn(emil), true)
  assert.equal((await tell(await token({ sid: 's-7' }))).statusCode, 200)
  assert.equal(await isSignedIn(emil), false)
})

test('a session whose provider named no sid ends with the others of its subject', async () => {
  const gerd = await signInAs('gerd')
  assert.equal((await tell(await token({ sub: 'gerd', sid: 's-8' }))).statusCode, 200)
  assert.equal(await isSignedIn(gerd), false)
})

test('a login that waits to be registered ends too', async () => {
  saying.claims = { sub: 'hanna', sid: 's-9', family_name: 'Schmit' }
  saying.userInfo = { sub: 'hanna' }
  const browser = world.browser()
  await browser.follow(browser.get('/sign-in/start/one'))
  assert.equal((await browser.get('/registration')).status, 200)
  await tell(await token({ sid: 's-9' }))
  assert.match((await browser.get('/registration')).headers.location ?? '', /registration_over|sign-in/)
})

test('a token counts once, also when it comes twice at the same moment, and not again after a sweep', async () => {
  await signInAs('ida', 's-10')
  const sent = await token({ sub: 'ida', sid: 's-10' })
  const both = await Promise.all([tell(sent), tell(sent)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 400])
  const again = await signInAs('ida', 's-10')
  await sweep(world.portal.pools, world.portal.config)
  const third = await tell(sent)
  assert.equal(third.statusCode, 400)
  assert.equal(third.json().error, 'invalid_request')
  assert.equal(third.headers['cache-control'], 'no-store')
  assert.equal(await isSignedIn(again), true)
})

test('what is remembered of a token goes when its time is over', async () => {
  const { owner, pools, config } = world.portal
  await tell(await token({ sub: 'nobody' }))
  const kept = async () => (await owner.query('select 1 from logout_tokens')).rowCount ?? 0
  assert.ok((await kept()) > 0)
  await owner.query(`update logout_tokens set expires_at = now() - interval '1 second'`)
  await sweep(pools, config)
  assert.equal(await kept(), 0)
})

test('what is no logout token of this provider for the portal is refused, and ends nothing', async () => {
  const jan = await signInAs('jan', 's-11')
  const whom = { sub: 'jan', sid: 's-11' }
  const now = Math.floor(Date.now() / 1000)
  const stranger = await newKey()
  const [head = '', body = ''] = (await token(whom)).split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
  const bad: Record<string, string> = {
    'an ID token': await saying.sign({ ...whom, jti: 'a' }),
    'of another type': await saying.sign({ ...whom, jti: 'b', events: { [event]: {} } }, 'JWT'),
    'of no type': await saying.sign({ ...whom, jti: 'c', events: { [event]: {} } }),
    'with a nonce': await token({ ...whom, nonce: 'n' }),
    'another event': await token({ ...whom, events: { 'urn:other': {} } }),
    'an event that is no object': await token({ ...whom, events: { [event]: true } }),
    'no events': await token({ ...whom, events: undefined }),
    'neither sub nor sid': await token({}),
    'without jti': await token({ ...whom, jti: undefined }),
    'for another client': await token({ ...whom, aud: 'another' }),
    'of another issuer': await token({ ...whom, iss: 'http://localhost:1' }),
    expired: await token({ ...whom, iat: now - 300, exp: now - 120 }),
    'too old': await token({ ...whom, iat: now - 3600, exp: now + 3600 }),
    'from the future': await token({ ...whom, iat: now + 600, exp: now + 900 }),
    unsigned,
    'signature missing': `${head}.${body}.`,
    'no token': 'x',
    empty: '',
  }
  saying.signWith = stranger
  bad['signed by a stranger'] = await token(whom)
  for (const [why, sent] of Object.entries(bad)) {
    const { statusCode, headers } = await tell(sent)
    assert.equal(statusCode, 400, why)
    assert.equal(headers['cache-control'], 'no-store')
  }
  saying.signWith = null
  assert.equal((await tell(await token(whom), 'unknown')).statusCode, 400)
  assert.equal(await isSignedIn(jan), true)
  assert.equal((await tell(await token(whom))).statusCode, 200)
})

test('after a rotation the new key’s logout tokens count, and the withdrawn key’s no longer', async () => {
  const karl = await signInAs('karl', 's-12')
  await sleep(1100)
  const withdrawn = await saying.rotate()
  assert.equal((await tell(await token({ sub: 'nobody' }))).statusCode, 200)
  saying.signWith = withdrawn
  assert.equal((await tell(await token({ sub: 'karl' }))).statusCode, 400)
  assert.equal(await isSignedIn(karl), true)
})

test('while the provider does not answer, its tokens are refused and nothing ends', async () => {
  const lone = await startSayingProvider()
  const own = await signInWorld({}, ({ providers }) => {
    assert.ok(Array.isArray(providers))
    providers.push({
      ...{ scheme: 'oidc', id: 'one', name: 'one', issuer: lone.issuer, clientId: 'portal' },
      ...{ clientSecret: 'secret', claims: {} },
    })
  })
  try {
    const sent = await lone.sign({ jti: 'a', sub: 'x', events: { [event]: {} } })
    await lone.close()
    const payload = new URLSearchParams({ logout_token: sent }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await own.portal.app.inject({
      ...{ method: 'POST', url: '/api/oidc/one/logout', headers, payload },
    })
    assert.equal(answer.statusCode, 400)
  } finally {
    await own.close()
  }
})

test('signing out at a real provider ends the portal’s session', async () => {
  const port = await freePort()
  const provider = await startIdentityProvider({
    ...{ port: 0, clientId: 'portal', clientSecret: 'demo-client-secret' },
    redirectUris: ['http://localhost:8080/sign-in/callback/demo-oidc'],
    logoutUri: `http://127.0.0.1:${port}/api/oidc/demo-oidc/logout`,
  })
  const own = await signInWorld({}, (connections) => {
    assert.ok(Array.isArray(connections.providers))
    Object.assign(connections.providers[0], { issuer: provider.issuer })
  })
  try {
    await own.portal.app.listen({ port, host: '127.0.0.1' })
    const [marie, twice] = [own.browser(), own.browser()]
    for (const browser of [marie, twice]) {
      const page = await browser.signInAt('marie-muster-private')
      if (page.url.includes('/registration')) await browser.register()
      assert.equal(await isSignedIn(browser), true)
    }
    const leave = await marie.get(`${provider.issuer}/sign-out`)
    const action = /action="([^"]+)"/.exec(leave.body)?.[1] ?? ''
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(leave.body)?.[1] ?? ''
    const left = await marie.follow(marie.post(action, { xsrf, logout: 'yes' }))
    assert.match(left.body, /You are signed out/)
    assert.deepEqual([await isSignedIn(marie), await isSignedIn(twice)], [false, true])
    assert.match((await marie.get(`${provider.issuer}/sign-out`)).body, /You are signed out/)
  } finally {
    await own.close()
    await provider.close()
  }
})
