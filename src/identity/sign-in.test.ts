import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  createIssuer,
  createRoot,
  issueToPerson,
  pemOf,
  privateKeyPem,
} from '../../demo/certificates/authority.ts'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())

const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows

/** A browser whose holder has registered, signed out again. */
async function registered(id: string): Promise<Browser> {
  const browser = world.browser(id)
  if (pathOf(await browser.signIn()) === '/registration') await browser.register()
  await browser.post('/sign-out', {})
  return browser
}

/** Everything but the last step: the address that carries the code. */
async function codeFor(browser: Browser): Promise<string> {
  return (await browser.follow(browser.get('/sign-in/start/demo-ca'), '/sign-in/return')).url
}

test('no other site has a browser sign in by itself: the sign-in page comes first', async () => {
  const browser = world.browser('marie-muster-private')
  const across = { 'sec-fetch-site': 'cross-site' }
  for (const start of ['/sign-in/start/demo-ca?back=%2Fhelp', '/sign-in/start/demo-oidc?back=%2Fhelp']) {
    const led = await browser.get(start, across)
    assert.equal(led.headers.location, '/sign-in?back=%2Fhelp', start)
    assert.equal(led.headers['set-cookie'], undefined)
    const clicked = await browser.get(start, { ...across, 'sec-fetch-user': '?1' })
    assert.match(clicked.headers.location ?? '', /state=/, start)
  }
  const agents = '/helpdesk/sign-in/start'
  assert.equal((await browser.get(agents, across)).headers.location, '/helpdesk/sign-in')
  assert.match((await browser.get(agents)).headers.location ?? '', /state=/)
})

test('a code opens one session, however often and however parallel it is used', async () => {
  const browser = await registered('marie-muster-private')
  const url = await codeFor(browser)
  const [before] = await rows<{ n: string }>('select count(*) as n from sessions')
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser.get(url)))
  const opened = answers.filter(({ headers }) => /guichet-portal=\S{20}/.test(headers['set-cookie'] ?? ''))
  assert.equal(opened.length, 1)
  const [after] = await rows<{ n: string }>('select count(*) as n from sessions')
  assert.equal(Number(after?.n), Number(before?.n) + 1)
  browser.cookies.clear()
  assert.match((await browser.get(url)).headers.location ?? '', /notice=refused/)
})

test('a code is good for 60 seconds', async () => {
  const browser = await registered('marie-muster-private')
  const late = await codeFor(browser)
  await rows(`update sign_ins set created_at = now() - interval '61 seconds'`)
  assert.equal((await browser.get(late)).headers.location, '/sign-in?notice=refused')
  const inTime = await codeFor(browser)
  await rows(`update sign_ins set created_at = now() - interval '55 seconds' where consumed_at is null`)
  assert.equal((await browser.get(inTime)).headers.location, '/spaces')
})

test('a code is good only in the browser that began, and stays good there', async () => {
  const browser = await registered('marie-muster-private')
  const url = await codeFor(browser)
  const thief = world.browser()
  assert.equal((await thief.get(url)).headers.location, '/sign-in?notice=refused')
  await thief.get('/sign-in/start/demo-ca')
  assert.equal((await thief.get(url)).headers.location, '/sign-in?notice=refused')
  assert.equal(thief.cookies.has('guichet-portal'), false)
  assert.equal((await browser.get(url)).headers.location, '/spaces')
})

test('codes and tokens are stored hashed only', async () => {
  const browser = await registered('marie-muster-private')
  const code = new URL(await codeFor(browser)).searchParams.get('code') ?? ''
  assert.ok(Buffer.from(code, 'base64url').length >= 32)
  const dump = JSON.stringify(await rows('select * from sign_ins'))
  assert.ok(!dump.includes(code))
  const session = pathOf(await browser.signIn()) && browser.cookies.get('guichet-portal')
  assert.equal(Buffer.from(session ?? '', 'base64url').length, 32)
  assert.ok(!JSON.stringify(await rows('select * from sessions')).includes(session ?? 'none'))
})

test('signing in again gives a new token, and the old one is worth nothing', async () => {
  const browser = await registered('marie-muster-private')
  await browser.signIn()
  const old = browser.cookies.get('guichet-portal') ?? ''
  await browser.signIn()
  assert.notEqual(browser.cookies.get('guichet-portal'), old)
  const stale = world.browser()
  stale.cookies.set('guichet-portal', old)
  assert.match((await stale.get('/account/email')).headers.location ?? '', /^\/sign-in/)
})

test('a token planted before sign-in is not the one one is signed in with', async () => {
  const browser = await registered('marie-muster-private')
  browser.cookies.set('guichet-portal', 'planted-by-somebody-else')
  await browser.signIn()
  assert.notEqual(browser.cookies.get('guichet-portal'), 'planted-by-somebody-else')
  const planter = world.browser()
  planter.cookies.set('guichet-portal', 'planted-by-somebody-else')
  assert.match((await planter.get('/account/email')).headers.location ?? '', /^\/sign-in/)
})

test('another person who signs in in the same browser ends the session before', async () => {
  const marie = await registered('marie-muster-private')
  const joao = await registered('joao-pereira-private')
  await marie.signIn()
  const token = marie.cookies.get('guichet-portal') ?? ''
  marie.holder = joao.holder
  await marie.signIn()
  assert.match((await marie.get('/account/email')).body, /João António/)
  const stale = world.browser()
  stale.cookies.set('guichet-portal', token)
  assert.equal((await stale.get('/account/email')).status, 303)
})

test('signed in at two browsers, one is signed in at both, and signs out of one', async () => {
  const [here, there] = [await registered('marie-muster-private'), await registered('marie-muster-private')]
  await Promise.all([here.signIn(), there.signIn()])
  for (const one of [here, there]) assert.match((await one.get('/account/email')).body, /Marie Muster/)
  await here.post('/sign-out', {})
  assert.equal((await here.get('/account/email')).status, 303)
  assert.equal((await there.get('/account/email')).status, 200)
})

test('two people who begin in one browser do not get each other’s session, whoever finishes first', async () => {
  const marie = await registered('marie-muster-private')
  const joao = await registered('joao-pereira-private')
  const maries = await codeFor(marie)
  marie.holder = joao.holder
  const joaos = await codeFor(marie)
  await marie.get(joaos)
  assert.match((await marie.get('/account/email')).body, /João António/)
  await marie.get(maries)
  assert.match((await marie.get('/account/email')).body, /João António/)
})

test('a pre-sign-in cookie planted by somebody else shows them nothing of what is presented with it', async () => {
  const marie = await registered('marie-muster-private')
  const planter = world.browser()
  await planter.get('/sign-in/start/demo-ca')
  marie.cookies.set('guichet-browser', planter.cookies.get('guichet-browser') ?? '')
  await marie.signIn()
  assert.match((await marie.get('/account/email')).body, /Marie Muster/)
  assert.equal((await planter.get('/account/email')).status, 303)
  assert.equal((await planter.get('/registration')).headers.location, '/sign-in?notice=registration_over')
})

test('signing out ends the session on the server and clears what the browser keeps', async () => {
  const browser = await registered('marie-muster-private')
  await browser.signIn()
  const token = browser.cookies.get('guichet-portal') ?? ''
  const answer = await browser.post('/sign-out', {})
  assert.equal(answer.headers.location, '/sign-in?notice=signed_out')
  assert.equal(answer.headers['clear-site-data'], '"cache", "storage"')
  assert.deepEqual(
    [...browser.cookies.keys()].filter((name) => /portal|browser/.test(name)),
    [],
  )
  browser.cookies.set('guichet-portal', token)
  assert.equal((await browser.get('/account/email')).status, 303)
  const acts = await rows<{ act: string }>('select act from audit_records order by id desc limit 1')
  assert.equal(acts[0]?.act, 'session.ended')
})

test('signing out needs a form of our own', async () => {
  const browser = await registered('marie-muster-private')
  await browser.signIn()
  const forged = await browser.post('/sign-out', {}, { origin: 'https://elsewhere.example' })
  assert.equal(forged.status, 403)
  assert.equal((await browser.get('/account/email')).status, 200)
})

test('after signing in one is where one wanted to be, but never on another site', async () => {
  const browser = await registered('marie-muster-private')
  assert.equal((await browser.get('/account/email')).headers.location, '/sign-in?back=%2Faccount%2Femail')
  assert.equal(pathOf(await browser.signIn('/account/email')), '/account/email')
  assert.equal((await browser.get('/sign-in?back=%2Faccount%2Femail')).headers.location, '/account/email')
  for (const away of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await browser.post('/sign-out', {})
    assert.equal(pathOf(await browser.signIn(away)), '/spaces', away)
  }
})

test('a renewed certificate is the same identity: its new validity is noted, the person stays', async () => {
  const browser = await registered('anjali-private')
  const [before] = await rows<{ person_id: string; fingerprint: string }>(
    `select * from certificates where serial_number = '10100000000000000012'`,
  )
  await rows(
    `update certificates set fingerprint = 'an older one', organization_name = 'x' where fingerprint = $1`,
    [before?.fingerprint],
  )
  await browser.signIn()
  const [after] = await rows<{ person_id: string; fingerprint: string; given_name: string }>(
    `select * from certificates where serial_number = '10100000000000000012'`,
  )
  assert.equal(after?.fingerprint, before?.fingerprint)
  assert.equal(after?.person_id, before?.person_id)
  assert.equal(after?.given_name, '')
  const [act] = await rows<{ act: string }>(`select act from audit_records where act like 'certificate.%'`)
  assert.equal(act?.act, 'certificate.changed')
})

test('the same certificate through the identity provider opens the same account', async () => {
  const browser = await registered('alexandros-papadopoulos-private')
  await browser.signInAt('alexandros-papadopoulos-private')
  const page = await browser.get('/account/email')
  assert.match(page.body, /Αλέξανδρος Παπαδόπουλος/)
  const [count] = await rows<{ n: string }>(
    `select count(*) as n from persons where family_name = 'Παπαδόπουλος'`,
  )
  assert.equal(count?.n, '1')
})

test('the sign-in page lists every way in, and says what has just happened', async () => {
  const browser = world.browser()
  const page = await browser.get('/sign-in?notice=cancelled')
  for (const words of [
    'Sign in with my certificate',
    'Continue with Demo ID',
    'Sign-in cancelled',
    '/help/certificates',
  ])
    assert.ok(page.body.includes(words), words)
  assert.equal((await browser.get('/sign-in?notice=constructor')).status, 200)
  browser.cookies.set('guichet-portal', 'of-a-session-long-gone')
  assert.match((await browser.get('/sign-in')).body, /Your session is over/)
  assert.equal((await browser.get('/sign-in/start/nobody')).status, 404)
})

test('cookies are HttpOnly, Lax, and host-bound over https', async () => {
  const plain = (await world.browser().get('/sign-in/start/demo-ca')).headers['set-cookie'] ?? ''
  assert.match(plain, /^guichet-browser=\S+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  const secure = await signInWorld({ BASE_URL: 'https://portal.example' })
  try {
    const cookie = (await secure.browser().get('/sign-in/start/demo-ca')).headers['set-cookie'] ?? ''
    assert.match(cookie, /^__Host-guichet-browser=\S+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  } finally {
    await secure.close()
  }
})

test('a certificate with an unknown serial number is nobody’s: it opens no account', async () => {
  const root = await createRoot('Elsewhere')
  const issuing = await createIssuer(root, 'Elsewhere')
  const { certificate, keys } = await issueToPerson(issuing, [
    { oid: '2.5.4.5', value: '10100000000000000214' },
  ])
  const browser = world.browser({ certificate: pemOf(certificate), key: await privateKeyPem(keys) })
  assert.equal((await browser.signIn()).status, 403)
  assert.equal(browser.cookies.has('guichet-portal'), false)
})
