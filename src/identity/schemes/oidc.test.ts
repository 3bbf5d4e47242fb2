import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startIdentityProvider } from '../../../demo/identity-provider/server.ts'
import { type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'
import { openOidcScheme } from './oidc.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())

const pathOf = ({ url }: { url: string }) => new URL(url).pathname

test('one picks a person and a certificate at the provider, and arrives with that identity', async () => {
  const browser = world.browser()
  const choice = await browser.follow(browser.get('/sign-in/start/demo-oidc'))
  assert.match(choice.body, /Schreinerei Muster/)
  assert.doesNotMatch(choice.headers['content-security-policy'] ?? 'unsafe', /unsafe|\*/)
  const page = await browser.follow(browser.post(choice.url, { certificate: 'marie-muster-professional' }))
  assert.equal(pathOf(page), '/registration')
  for (const words of ['Marie Muster', 'Schreinerei Muster S.à r.l.', 'NTRLU-B248163', 'Demo ID'])
    assert.ok(page.body.includes(words), words)
})

test('the request carries PKCE, state, nonce and the language, and no secret', async () => {
  const browser = world.browser()
  browser.cookies.set('guichet-lang', 'lb')
  const { location = '' } = (await browser.get('/sign-in/start/demo-oidc')).headers
  const { searchParams: asked } = new URL(location)
  assert.equal(asked.get('code_challenge_method'), 'S256')
  for (const name of ['code_challenge', 'state', 'nonce'])
    assert.ok((asked.get(name) ?? '').length > 40, name)
  assert.equal(asked.get('ui_locales'), 'lb')
  assert.equal(asked.get('response_type'), 'code')
  assert.ok(!location.includes(browser.cookies.get('guichet-browser') ?? 'none'))
  const again = new URL((await browser.get('/sign-in/start/demo-oidc')).headers.location ?? '').searchParams
  for (const name of ['code_challenge', 'state', 'nonce'])
    assert.notEqual(again.get(name), asked.get(name), name)
})

test('two tabs of one browser can both sign in', async () => {
  const browser = world.browser()
  const [first, second] = [
    await browser.follow(browser.get('/sign-in/start/demo-oidc')),
    await browser.follow(browser.get('/sign-in/start/demo-oidc')),
  ]
  const done = [
    await browser.follow(browser.post(second.url, { certificate: 'anjali-private' }), '/sign-in/return'),
    await browser.follow(browser.post(first.url, { certificate: 'anjali-private' }), '/sign-in/return'),
  ]
  for (const { url } of done) assert.match(url, /\/sign-in\/return\?code=/)
})

test('an answer for another browser, a changed state, or none at all is refused', async () => {
  const victim = world.browser()
  const attacker = world.browser()
  const callback = await attacker.signInAt('joao-pereira-private', '/sign-in/callback/')
  assert.match(callback.url, /code=/)
  await victim.get('/sign-in/start/demo-oidc')
  assert.equal((await victim.get(callback.url)).headers.location, '/sign-in?notice=refused')
  const changed = new URL(callback.url)
  changed.searchParams.set('state', `${changed.searchParams.get('state')}A`)
  assert.equal((await attacker.get(changed.href)).headers.location, '/sign-in?notice=refused')
  changed.searchParams.delete('state')
  assert.equal((await attacker.get(changed.href)).headers.location, '/sign-in?notice=refused')
  assert.equal(victim.cookies.has('guichet-portal'), false)
})

test('the code of one start cannot be finished with the state of another: PKCE and nonce hold', async () => {
  const browser = world.browser()
  const one = new URL((await browser.signInAt('joao-pereira-private', '/sign-in/callback/')).url)
  const two = new URL((await browser.signInAt('marie-muster-private', '/sign-in/callback/')).url)
  one.searchParams.set('state', two.searchParams.get('state') ?? '')
  assert.match((await browser.get(one.href)).headers.location ?? '', /notice=failed/)
})

test('a provider’s answer is good once', async () => {
  const browser = world.browser()
  const { url } = await browser.signInAt('joao-pereira-private', '/sign-in/callback/')
  assert.match((await browser.get(url)).headers.location ?? '', /\/sign-in\/return/)
  assert.match((await browser.get(url)).headers.location ?? '', /notice=failed/)
  const { rows } = await world.portal.owner.query(
    `select object from audit_records where act = 'sign_in.failed'`,
  )
  assert.equal(rows.at(-1)?.object, 'demo-oidc')
})

test('an ID token with another nonce is refused', async () => {
  const { config } = world.portal
  const provider = config.connections.providers.find((one) => one.scheme === 'oidc') ?? assert.fail()
  assert.ok(provider.scheme === 'oidc')
  const scheme = openOidcScheme(config, provider)
  const browser = world.browser()
  const asked = new URL(
    await scheme.start('browser token', 'the-state', {
      lang: 'en',
      purpose: { act: 'sign_in' },
      atLeast: 'low',
    }),
  )
  asked.searchParams.set('nonce', 'somebody-else-s')
  const choice = await browser.follow(browser.get(asked.href))
  const answer = browser.post(choice.url, { certificate: 'joao-pereira-private' })
  const { url } = await browser.follow(answer, '/sign-in/callback')
  const way = { back: null, purpose: { act: 'sign_in' as const }, until: Date.now() }
  const refused = await scheme.finish(url, 'browser token', 'the-state', way).catch((error: unknown) => error)
  assert.ok(refused instanceof Error && refused.cause instanceof Error)
  assert.match(refused.cause.message, /unexpected ID Token "nonce"/)
})

test('asked to prove anew who is there, a real provider asks, and says when it did', async () => {
  const { config } = world.portal
  const provider = config.connections.providers.find((one) => one.scheme === 'oidc') ?? assert.fail()
  assert.ok(provider.scheme === 'oidc')
  const scheme = openOidcScheme(config, provider)
  const browser = world.browser()
  const purpose = { act: 'confirm' as const, session: '0'.repeat(64) }
  const start = await scheme.start('browser token', 'the-state', { lang: 'en', purpose, atLeast: 'low' })
  const choice = await browser.follow(browser.get(start))
  const answer = browser.post(choice.url, { certificate: 'joao-pereira-private' })
  const { url } = await browser.follow(answer, '/sign-in/callback')
  const way = { back: null, purpose, until: Date.now() + 10 * 60_000 }
  assert.equal((await scheme.finish(url, 'browser token', 'the-state', way)).ok, true)
})

test('turning back at the provider leads to the sign-in page, which says so', async () => {
  const browser = world.browser()
  const choice = await browser.follow(browser.get('/sign-in/start/demo-oidc?back=%2Faccount%2Femail'))
  const page = await browser.follow(browser.post(choice.url, { cancel: 'yes' }))
  assert.match(page.body, /Sign-in cancelled/)
  assert.match(page.body, /back=%2Faccount%2Femail/)
})

test('every sign-in asks anew at the provider, and another person can be picked', async () => {
  const browser = world.browser()
  for (const id of ['joao-pereira-private', 'marie-muster-professional', 'anjali-private'] as const) {
    const page = await browser.signInAt(id)
    assert.equal(pathOf(page), '/registration', id)
  }
})

test('an expired certificate cannot be chosen at the provider', async () => {
  const browser = world.browser()
  const choice = await browser.follow(browser.get('/sign-in/start/demo-oidc'))
  const page = await browser.post(choice.url, { certificate: 'jempi-weber-private' })
  assert.equal(page.status, 400)
})

test('a provider that is down closes nothing but itself, and is back as soon as it answers', async () => {
  const world = await signInWorld()
  try {
    const { port } = world.identityProvider
    await world.identityProvider.close()
    const browser = world.browser('marie-muster-private')
    const down = await browser.get('/sign-in/start/demo-oidc')
    assert.equal(down.status, 503)
    assert.match(down.body, /Demo ID cannot be reached at the moment/)
    assert.match(down.body, /Sign in with my certificate/)
    assert.equal(pathOf(await browser.signIn()), '/registration')
    const back = await startIdentityProvider({
      ...{ port, clientId: 'portal', clientSecret: 'demo-client-secret' },
      redirectUris: ['http://localhost:8080/sign-in/callback/demo-oidc'],
    })
    assert.equal(pathOf(await world.browser().signInAt('anjali-private')), '/registration')
    await back.close()
  } finally {
    await world.close()
  }
})

test('claims that do not say whose certificate it is lead to a page that says so', async () => {
  const world = await signInWorld({}, (connections) => {
    const [oidc] = connections.providers as Record<string, object>[]
    Object.assign(oidc?.claims ?? {}, { serialNumber: 'no_such_claim' })
  })
  try {
    const page = await world.browser().signInAt('anjali-private')
    assert.match(page.body, /The provider did not tell us enough/)
  } finally {
    await world.close()
  }
})

test('an issuer without TLS is allowed on this machine only', () => {
  const { config } = world.portal
  const provider = config.connections.providers.find((one) => one.scheme === 'oidc') ?? assert.fail()
  assert.ok(provider.scheme === 'oidc')
  assert.throws(() => openOidcScheme(config, { ...provider, issuer: 'http://id.example.lu' }), /https/)
  assert.doesNotThrow(() => openOidcScheme(config, { ...provider, issuer: 'https://id.example.lu' }))
})
