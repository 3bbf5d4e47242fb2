import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { makeSpace } from '../../test/space.ts'
import type { SignInAs } from '../../test/support.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())
beforeEach(() => world.portal.owner.query('truncate persons, attempts, sign_ins cascade'))

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows
const locationOf = ({ headers }: { headers: Record<string, string> }) => headers.location ?? ''
const noticeOf = ({ url }: { url: string }) => new URL(url).searchParams.get('notice')
const pathOf = ({ url }: { url: string }) => new URL(url).pathname

const marie: SignInAs = {
  ...{ givenName: 'Marie', familyName: 'Muster', email: 'marie@example.lu', emailConfirmed: true },
}

/** Somebody who has an account and is signed in; this browser also holds `holder`. */
async function member(as: SignInAs, holder?: string): Promise<Browser & { personId: string }> {
  const { cookie, personId } = await world.portal.signIn(as)
  const browser = world.browser(holder)
  const [name = '', value = ''] = cookie.split('=')
  browser.cookies.set(name, value)
  return Object.assign(browser, { personId })
}

const attach = (browser: Browser) => browser.follow(browser.get('/sign-in/start/demo-ca?for=attach'))
const join = (browser: Browser) => browser.follow(browser.get('/sign-in/start/demo-ca?for=join'))
const certificatesOf = (personId: string) =>
  rows<{ serial: string }>(
    `select serial_number as serial from certificates where person_id = $1 and removed_at is null order by registered_at`,
    [personId],
  )

async function mailKinds() {
  await world.portal.runJobs()
  return (await world.portal.mails()).map(({ kind }) => kind)
}

async function codeOf(browser: Browser): Promise<string> {
  const page = await browser.post('/account/certificates/code', {})
  return /class="code">([A-Z0-9]{5}-[A-Z0-9]{5})</.exec(page.body)?.[1] ?? assert.fail(page.body)
}

async function atRegistration(holder: string): Promise<Browser> {
  const browser = world.browser(holder)
  assert.equal(pathOf(await browser.signIn()), '/registration')
  return browser
}

test('a second certificate presented from the account opens the same private space, and is mailed', async () => {
  const browser = await member(marie, 'marie-muster-professional')
  const [first] = await rows<{ id: string }>('select id from certificates')
  const token = { cookie: '', token: { hash: Buffer.alloc(0), touch: true } }
  const space = await makeSpace(world.portal.owner, {
    ...{ personId: browser.personId, certificateId: first?.id ?? '', ...token },
  })
  const before = browser.cookies.get('guichet-portal')
  const page = await attach(browser)
  assert.equal(noticeOf(page), 'registered')
  assert.match(page.body, /The certificate has been registered/)
  assert.match(page.body, /Schreinerei Muster S.à r.l./)
  assert.match(page.body, /data-copy="10200000000000000214"/)
  assert.equal(browser.cookies.get('guichet-portal'), before)
  assert.deepEqual(await mailKinds(), ['new_certificate'])
  const other = world.browser('marie-muster-professional')
  assert.equal(pathOf(await other.signIn()), `/s/${space.code}/`)
})

test('the same works through the provider, for the same certificate', async () => {
  const browser = await member(marie, 'marie-muster-professional')
  const choice = await browser.follow(browser.get('/sign-in/start/demo-oidc?for=attach'))
  const page = await browser.follow(browser.post(choice.url, { certificate: 'marie-muster-professional' }))
  assert.equal(noticeOf(page), 'registered')
  assert.equal(noticeOf(await attach(browser)), 'known')
  assert.equal((await certificatesOf(browser.personId)).length, 2)
})

test('a certificate with other names is refused, told by mail, and waits for the helpdesk in sight of its person', async () => {
  const browser = await member(marie, 'joao-pereira-private')
  const page = await attach(browser)
  assert.equal(noticeOf(page), 'refused')
  assert.match(page.body, /Waiting for the helpdesk/)
  assert.match(page.body, /João António Pereira da Conceição/)
  await attach(browser)
  assert.deepEqual(await rows('select person_id, serial_number, reason from certificate_requests'), [
    { person_id: browser.personId, serial_number: '10100000000000000087', reason: 'names' },
  ])
  assert.deepEqual(await mailKinds(), ['certificate_refused'])
  assert.equal((await certificatesOf(browser.personId)).length, 1)
})

test('a certificate of another account gets the same answer as other names, on every page', async () => {
  await member({ ...marie, provider: 'demo-ca', serialNumber: '10200000000000000214' })
  const taken = await attach(await member(marie, 'marie-muster-professional'))
  const named = await attach(await member({ ...marie, givenName: 'Anna' }, 'marie-muster-professional'))
  const plain = ({ body }: { body: string }) =>
    (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '')
      .replace(/Anna|Marie|\b\d{20}\b|removal|\/[0-9a-f-]{36}\//g, '')
      .replace(/\d\d:\d\d/g, '')
  assert.equal(noticeOf(taken), 'refused')
  assert.equal(plain(taken), plain(named))
})

test('of two namesakes who register one certificate at once, one has it and the other gets the neutral answer', async () => {
  const two = [
    await member(marie, 'marie-muster-professional'),
    await member(marie, 'marie-muster-professional'),
  ]
  const pages = await Promise.all(two.map(attach))
  assert.deepEqual(pages.map(noticeOf).sort(), ['refused', 'registered'])
  const found = await rows(`select from certificates where serial_number = '10200000000000000214'`)
  assert.equal(found.length, 1)
})

test('what was presented for one session attaches to no other, nor without one, nor twice', async () => {
  const browser = await member(marie, 'marie-muster-professional')
  const returning = async () =>
    (await browser.follow(browser.get('/sign-in/start/demo-ca?for=attach'), '/sign-in/return')).url
  const [one, two, three] = [await returning(), await returning(), await returning()]
  const own = browser.cookies.get('guichet-portal') ?? ''
  const namesake = await member(marie)
  browser.cookies.set('guichet-portal', namesake.cookies.get('guichet-portal') ?? '')
  await browser.get(one)
  browser.cookies.delete('guichet-portal')
  assert.equal(locationOf(await browser.get(two)), '/sign-in?notice=refused')
  assert.deepEqual(await rows('select from certificates'), [{}, {}])
  browser.cookies.set('guichet-portal', own)
  await browser.get(one)
  assert.equal((await certificatesOf(browser.personId)).length, 1)
  const stolen = world.browser()
  stolen.cookies.set('guichet-portal', own)
  await stolen.get(three)
  assert.equal((await certificatesOf(browser.personId)).length, 1)
  assert.match(locationOf(await browser.get(three)), /notice=registered/)
  assert.deepEqual((await certificatesOf(namesake.personId)).length, 1)
})

test('presented for a session that has ended since, it attaches to nobody', async () => {
  const browser = await member(marie, 'marie-muster-professional')
  const { url } = await browser.follow(browser.get('/sign-in/start/demo-ca?for=attach'), '/sign-in/return')
  await rows('update sessions set ended_at = now()')
  assert.equal(locationOf(await browser.get(url)), '/sign-in?notice=refused')
  assert.equal((await certificatesOf(browser.personId)).length, 1)
})

test('without a session nothing is presented to be registered', async () => {
  const page = await world.browser('marie-muster-private').get('/sign-in/start/demo-ca?for=attach')
  assert.match(locationOf(page), /^\/sign-in\?back=/)
})

test('a new certificate is registered by a registered one in the same browser', async () => {
  const account = await member({ ...marie, provider: 'demo-ca', serialNumber: '10100000000000000214' })
  const browser = await atRegistration('marie-muster-professional')
  const offered = await browser.get('/registration')
  assert.match(offered.body, /I already have an account/)
  assert.match(offered.body, /href="\/sign-in\/start\/demo-ca\?for=join"/)
  browser.holder = world.browser('marie-muster-private').holder
  const page = await join(browser)
  assert.equal(noticeOf(page), 'registered')
  assert.equal((await certificatesOf(account.personId)).length, 2)
  assert.equal((await rows('select from persons')).length, 1)
  assert.equal(locationOf(await browser.get('/registration')), '/spaces')
})

test('a registered certificate of somebody else signs in, and leaves the new one to the helpdesk', async () => {
  const joao = { givenName: 'João', familyName: 'Pereira da Conceição' }
  const account = await member({ ...joao, provider: 'demo-ca', serialNumber: '10100000000000000087' })
  const browser = await atRegistration('marie-muster-private')
  browser.holder = world.browser('joao-pereira-private').holder
  assert.equal(noticeOf(await join(browser)), 'refused')
  assert.equal((await certificatesOf(account.personId)).length, 1)
})

test('when the other certificate is new as well, the first still waits, and the page says how to go on', async () => {
  await member({ ...marie, provider: 'demo-ca', serialNumber: '10100000000000000214' })
  const browser = await atRegistration('marie-muster-professional')
  browser.holder = world.browser('lena-schaefer-private').holder
  const page = await join(browser)
  assert.equal(pathOf(page), '/registration')
  assert.match(page.body, /is not registered either/)
  assert.match(page.body, /Marie Muster/)
  browser.holder = world.browser('marie-muster-private').holder
  assert.equal(noticeOf(await join(browser)), 'registered')
})

test('a new certificate is registered by a code from the account, however it is typed', async () => {
  const account = await member(marie)
  const code = await codeOf(account)
  const browser = await atRegistration('marie-muster-professional')
  const typed = ` ${code.toLowerCase().replace('-', ' ')} `
  const page = await browser.follow(browser.post('/registration/account', { code: typed }))
  assert.equal(noticeOf(page), 'registered')
  assert.equal((await certificatesOf(account.personId)).length, 2)
  assert.deepEqual(await mailKinds(), ['new_certificate'])
})

test('a code works once, also in two browsers at the same moment', async () => {
  const account = await member(marie)
  const code = await codeOf(account)
  const two = await Promise.all([
    atRegistration('marie-muster-professional'),
    atRegistration('marie-muster-private'),
  ])
  const pages = await Promise.all(two.map((one) => one.post('/registration/account', { code })))
  assert.deepEqual(pages.map(({ status }) => status).sort(), [303, 422])
  assert.equal((await certificatesOf(account.personId)).length, 2)
})

test('pressing the button twice registers one certificate, and both answers lead in', async () => {
  const account = await member(marie)
  const code = await codeOf(account)
  const browser = await atRegistration('marie-muster-professional')
  const press = () => browser.post('/registration/account', { code })
  assert.deepEqual(
    (await Promise.all([press(), press()])).map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await certificatesOf(account.personId)).length, 2)
})

test('a code that is old, wrong, replaced or missing registers nothing, and what was typed stays', async () => {
  const account = await member(marie)
  const replaced = await codeOf(account)
  const old = await codeOf(account)
  await rows(`update activation_codes set created_at = created_at - interval '16 minutes'`)
  const browser = await atRegistration('marie-muster-professional')
  for (const code of [replaced, old, 'AAAAA-BBBBB']) {
    const page = await browser.post('/registration/account', { code })
    assert.equal(page.status, 422)
    assert.match(page.body, /This code is not valid/)
    assert.ok(page.body.includes(`value="${code}"`))
    assert.match(page.body, /href="#f-code"/)
  }
  assert.match((await browser.post('/registration/account', { code: ' ' })).body, /Enter the activation code/)
  assert.equal((await certificatesOf(account.personId)).length, 1)
})

test('a code of somebody with other names registers nothing and is used up', async () => {
  const account = await member(marie)
  const code = await codeOf(account)
  const browser = await atRegistration('joao-pereira-private')
  const page = await browser.post('/registration/account', { code })
  assert.equal(page.status, 422)
  assert.match(page.body, /could not be registered for that account/)
  assert.doesNotMatch(page.body, /Marie|Muster/)
  assert.equal((await certificatesOf(account.personId)).length, 1)
  const own = await atRegistration('marie-muster-professional')
  assert.match((await own.post('/registration/account', { code })).body, /This code is not valid/)
  assert.match((await account.get('/account/certificates')).body, /Waiting for the helpdesk/)
})

test('codes cannot be guessed at will, nor shown without end', async () => {
  const account = await member(marie)
  const browser = await atRegistration('marie-muster-professional')
  const statuses: number[] = []
  for (let attempt = 0; attempt < 11; attempt++)
    statuses.push((await browser.post('/registration/account', { code: 'AAAAA-BBBBB' })).status)
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
  for (let shown = 0; shown < 10; shown++) await codeOf(account)
  assert.equal((await account.post('/account/certificates/code', {})).status, 429)
})

test('no table keeps a code', async () => {
  const code = await codeOf(await member(marie))
  const tables = await rows<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables)
    assert.deepEqual(await rows(`select 1 from ${name} t where t::text ~ $1`, [code.slice(0, 5)]), [], name)
})

test('the last certificate stays; another goes after a question, with its sessions and a mail', async () => {
  const browser = await member(marie)
  const removal = /\/account\/certificates\/[^/"]+\/removal/
  assert.doesNotMatch((await browser.get('/account/certificates')).body, removal)
  const [only] = await rows<{ id: string }>('select id from certificates')
  const path = `/account/certificates/${only?.id}/removal`
  assert.match((await browser.get(path)).body, /This is your last certificate/)
  assert.equal((await browser.post(path, {})).status, 409)
  const second = await member({ ...marie, personId: browser.personId })
  assert.match((await second.get(path)).body, /<form method="post" action="\/account\/certificates/)
  assert.equal(locationOf(await second.post(path, {})), '/account/certificates?notice=removed')
  assert.match(locationOf(await browser.get('/account/certificates')), /^\/sign-in/)
  assert.deepEqual(await mailKinds(), ['certificate_removed'])
  const acts = await rows<{ act: string }>(
    `select act from audit_records where person_id = $1 and act like 'certificate.%'`,
    [browser.personId],
  )
  assert.deepEqual(acts, [{ act: 'certificate.removed' }])
})

test('the certificate in use may go: the page says so, and one is signed out', async () => {
  const browser = await member(marie)
  await member({ ...marie, personId: browser.personId })
  const [used] = await rows<{ id: string }>('select id from certificates order by registered_at limit 1')
  const path = `/account/certificates/${used?.id}/removal`
  assert.match((await browser.get(path)).body, /You are signed in with this certificate/)
  const page = await browser.follow(browser.post(path, {}))
  assert.match(page.body, /your session began with that certificate/)
  assert.equal(browser.cookies.has('guichet-portal'), false)
})

test('nobody removes what is not theirs', async () => {
  const browser = await member(marie)
  await member({ ...marie, personId: browser.personId })
  const foreign = await world.portal.signIn()
  for (const id of [foreign.certificateId, 'nonsense', '%00'])
    assert.ok([400, 404].includes((await browser.post(`/account/certificates/${id}/removal`, {})).status), id)
  assert.equal((await certificatesOf(foreign.personId)).length, 1)
})

test('a removed certificate is as new, and can be registered again', async () => {
  const browser = await member(marie, 'marie-muster-professional')
  await attach(browser)
  const [one] = await rows<{ id: string }>(`select id from certificates where provider = 'demo-ca'`)
  await browser.post(`/account/certificates/${one?.id}/removal`, {})
  assert.equal(pathOf(await world.browser('marie-muster-professional').signIn()), '/registration')
  assert.equal(noticeOf(await attach(browser)), 'registered')
})

test('an expired certificate is refused and says what to do; the others still open the account', async () => {
  const jempi = { givenName: 'Jempi', familyName: 'Wéber-Schëltgen', provider: 'demo-ca' }
  const { personId } = await member({ ...jempi, serialNumber: '10100000000000000620' })
  const refused = await world.browser('jempi-weber-private').signIn()
  assert.match(refused.body, /Your certificate has expired/)
  assert.match(refused.body, /Another certificate that you have registered opens them as well/)
  const other = await member({ ...jempi, personId, serialNumber: '10200000000000000214' })
  assert.equal((await other.get('/account/certificates')).status, 200)
  assert.equal(pathOf(await world.browser('marie-muster-professional').signIn()), '/spaces')
})

test('a renewed certificate is recognised: told on the way in and by mail, and one goes on from there', async () => {
  const as = { ...marie, provider: 'demo-ca', serialNumber: '10100000000000000214' }
  const { personId } = await member(as)
  await rows(`update certificates set fingerprint = 'an older one'`)
  const browser = world.browser('marie-muster-private')
  const page = await browser.signIn('/help')
  assert.equal(noticeOf(page), 'renewed')
  assert.match(page.body, /We have recognised your renewed certificate/)
  assert.match(page.body, /<a class="ds-button" href="\/help"/)
  assert.deepEqual(await mailKinds(), ['certificate_renewed'])
  assert.equal((await certificatesOf(personId)).length, 1)
  assert.equal(noticeOf(await browser.signIn('/help')), null)
})
