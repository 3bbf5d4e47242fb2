import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type SayingProvider, startSayingProvider } from '../../../test/openid-provider.ts'
import { type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'
import { Connections } from '../../connections.ts'
import { openOidcScheme } from './oidc.ts'

let world: SignInWorld
let saying: SayingProvider
const loa = (level: string) => `http://eidas.europa.eu/LoA/${level}`

/** As people hold them elsewhere: other claims, no kind, the subject as number. */
const gateway = () => ({
  ...{ scheme: 'oidc', id: 'gateway', name: 'Gateway', issuer: saying.issuer },
  ...{ clientId: 'portal', clientSecret: 'secret', acr: 'eidas', requiredAssurance: 'substantial' },
  claims: {
    ...{ serialNumber: 'sub', familyName: 'name_last', givenName: 'name_first' },
    ...{ kind: 'sort', kindValues: { company: 'professional' }, kindWithoutClaim: 'private' },
    ...{ organizationName: 'firm', organizationIdentifier: 'firm_id' },
  },
})
const simple = () => ({
  ...{ scheme: 'oidc', id: 'simple', name: 'Simple', issuer: saying.issuer, assurance: 'low' },
  ...{ clientId: 'portal', clientSecret: 'secret', requestAcr: ['urn:any'] },
  claims: { serialNumber: 'sub', kindWithoutClaim: 'private' },
})

before(async () => {
  saying = await startSayingProvider()
  world = await signInWorld({}, ({ providers }) => {
    assert.ok(Array.isArray(providers))
    providers.push(gateway(), simple())
  })
})
after(async () => {
  await world.close()
  await saying.close()
})
beforeEach(() => {
  saying.claims = { name_last: 'Schmit', name_first: 'Léa', acr: loa('high') }
  saying.userInfo = {}
})

async function signInAt(provider: string, query = '') {
  const browser = world.browser()
  const page = await browser.follow(browser.get(`/sign-in/start/${provider}${query}`), '/registration')
  return { browser, page, registering: new URL(page.url).pathname === '/registration' }
}
const presentedLast = async () =>
  (await world.portal.owner.query('select presented from sign_ins order by created_at desc limit 1')).rows[0]
    .presented

test('providers with different claims sign people in side by side, each as its mapping says', async () => {
  assert.equal((await signInAt('gateway')).registering, true)
  const { provider, serialNumber, kind, familyName, givenName } = await presentedLast()
  assert.deepEqual(
    { provider, serialNumber, kind, familyName, givenName },
    { provider: 'gateway', serialNumber: 'marie', kind: 'private', familyName: 'Schmit', givenName: 'Léa' },
  )
  saying.claims = { family_name: 'Schmit' }
  assert.equal((await signInAt('simple')).registering, true)
  assert.equal((await presentedLast()).provider, 'simple')
  assert.equal((await world.browser().signInAt('anjali-private')).status, 200)
  assert.equal((await presentedLast()).provider, 'demo-ca')
})

test('a company is named by the claims of its provider; a kind that is not mapped is refused, not guessed', async () => {
  Object.assign(saying.claims, { sort: 'company', firm: 'Schmit S.A.', firm_id: 'NTRLU-B1' })
  assert.equal((await signInAt('gateway')).registering, true)
  const { kind, organizationName, organizationIdentifier } = await presentedLast()
  assert.deepEqual(
    [kind, organizationName, organizationIdentifier],
    ['professional', 'Schmit S.A.', 'NTRLU-B1'],
  )
  Object.assign(saying.claims, { sort: 'club' })
  const { page, registering } = await signInAt('gateway')
  assert.equal(registering, false)
  assert.match(page.body, /did not tell us enough/)
})

test('what the ID token lacks is asked of UserInfo, but not how sure the sign-in was', async () => {
  saying.claims = { acr: loa('substantial') }
  saying.userInfo = { name_last: 'Schmit', name_first: 'Léa', acr: loa('high') }
  assert.equal((await signInAt('gateway')).registering, true)
  assert.equal((await presentedLast()).assurance, 'substantial')
  saying.claims = {}
  assert.match((await signInAt('gateway')).page.body, /did not say how secure/)
})

test('the level is what acr says, and is kept with the session', async () => {
  for (const level of ['substantial', 'high']) {
    const sub = `acr ${level}`
    Object.assign(saying.claims, { sub, acr: loa(level) })
    saying.userInfo = { sub }
    const { browser } = await signInAt('gateway')
    assert.equal((await browser.register()).status, 303)
    const { rows } = await world.portal.owner.query(
      `select s.assurance from sessions s join certificates c on c.id = s.certificate_id where serial_number = $1`,
      [sub],
    )
    assert.deepEqual(rows, [{ assurance: level }])
    assert.match((await browser.get('/account/sessions')).body, new RegExp(`Assurance level.*${level}`, 's'))
  }
})

test('without a mapping the configured level stands, whatever acr says', async () => {
  saying.claims = { family_name: 'Schmit', acr: loa('high') }
  await signInAt('simple')
  assert.equal((await presentedLast()).assurance, 'low')
})

test('an acr that is missing, unknown or of no sense is refused, with a page that says what to do', async () => {
  for (const acr of [undefined, '', 'urn:unknown', loa('HIGH'), 3, [loa('high')], { [loa('high')]: 1 }]) {
    Object.assign(saying.claims, { acr })
    const { page } = await signInAt('gateway', '?back=%2Faccount%2Femail')
    assert.equal(page.status, 403, String(acr))
    assert.match(page.body, /did not say how secure this sign-in was/)
    assert.match(page.body, /start\/demo-oidc\?back=%2Faccount%2Femail/)
  }
})

test('less than the provider must reach is refused, recorded, and nothing waits to be registered', async () => {
  Object.assign(saying.claims, { acr: loa('low') })
  const { page, browser } = await signInAt('gateway')
  assert.equal(page.status, 403)
  assert.match(page.body, /This sign-in is not secure enough/)
  assert.match(page.body, /more secure means/)
  assert.match((await browser.get('/registration')).headers.location ?? '', /^\/sign-in/)
  const { rows } = await world.portal.owner.query(
    `select object, detail from audit_records where act = 'sign_in.refused' order by id desc limit 1`,
  )
  assert.deepEqual(rows, [{ object: 'gateway', detail: { refusal: 'level_low' } }])
})

test('what is refused of a registered certificate stands in its person’s activity', async () => {
  Object.assign(saying.claims, { sub: 'known here' })
  saying.userInfo = { sub: 'known here' }
  const { browser } = await signInAt('gateway')
  await browser.register()
  Object.assign(saying.claims, { acr: loa('low') })
  await signInAt('gateway')
  assert.match((await browser.get('/account/activity')).body, /Sign-in refused/)
})

test('the provider is asked for the levels that a procedure needs, else for those configured', async () => {
  await signInAt('gateway')
  assert.equal(saying.asked.get('acr_values'), null)
  await signInAt('gateway', '?need=substantial')
  assert.equal(saying.asked.get('acr_values'), `${loa('substantial')} ${loa('high')}`)
  await signInAt('gateway', '?need=nonsense')
  assert.equal(saying.asked.get('acr_values'), null)
  saying.claims = { family_name: 'Schmit' }
  await signInAt('simple', '?need=high')
  assert.equal(saying.asked.get('acr_values'), 'urn:any')
})

test('proving anew who is there asks for a new sign-in, and takes no older one', async () => {
  const { config } = world.portal
  const provider = config.connections.providers.find(({ id }) => id === 'gateway')
  assert.ok(provider?.scheme === 'oidc')
  const scheme = openOidcScheme(config, provider)
  const purpose = { act: 'confirm' as const, session: '0'.repeat(64) }
  const now = Math.floor(Date.now() / 1000)
  const confirm = async (auth_time: unknown, act: 'confirm' | 'sign_in' = 'confirm') => {
    Object.assign(saying.claims, { auth_time })
    const asked = act === 'confirm' ? purpose : { act }
    const start = await scheme.start('browser', 'state', { lang: 'en', purpose: asked, atLeast: 'low' })
    const back = (await fetch(start, { redirect: 'manual' })).headers.get('location') ?? ''
    const way = { back: null, purpose: asked, until: Date.now() + 10 * 60_000 }
    const finished = await scheme.finish(back, 'browser', 'state', way)
    return finished.ok ? 'ok' : finished.refusal
  }
  assert.equal(await confirm(now), 'ok')
  assert.deepEqual([saying.asked.get('prompt'), saying.asked.get('max_age')], ['login', '0'])
  assert.equal(await confirm(now - 30), 'ok', 'clocks differ')
  for (const old of [now - 3600, now - 70, undefined, String(now)])
    assert.equal(await confirm(old).catch(() => 'not_fresh'), 'not_fresh', String(old))
  assert.equal(await confirm(now - 3600, 'sign_in'), 'ok')
  assert.equal(saying.asked.get('max_age'), null)
})

test('a provider that signs with a new key still signs people in; the key it withdrew does not', async () => {
  assert.equal((await signInAt('gateway')).registering, true)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const withdrawn = await saying.rotate()
  assert.equal((await signInAt('gateway')).registering, true)
  saying.signWith = withdrawn
  const refused = await signInAt('gateway')
  saying.signWith = null
  assert.equal(refused.registering, false)
  assert.match(refused.page.url, /\/sign-in\?notice=failed/)
  assert.equal((await signInAt('gateway')).registering, true)
})

test('a setting that is misspelt, of no sense, or more than the provider reaches stops the start', () => {
  const read = (change: object) => Connections.safeParse({ providers: [{ ...gateway(), ...change }] })
  assert.equal(read({}).success, true)
  for (const change of [
    { requiredAsurance: 'high' },
    { acr: {} },
    { acr: { 'two words': 'low' } },
    { acr: { 'urn:a': 'low', 'urn:b': 'substantial' }, requiredAssurance: 'high' },
    { acr: undefined, assurance: 'low', requiredAssurance: 'substantial' },
    { claims: { kindWithout: 'private' } },
  ])
    assert.equal(read(change).success, false, JSON.stringify(change))
})
