import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Browser, type Page, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { paths } from '../paths.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())
beforeEach(() => world.portal.owner.query('truncate persons, attempts, sign_ins cascade'))

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows
const locationOf = ({ headers }: Page) => headers.location ?? ''
const pathOf = ({ url }: Page) => new URL(url).pathname
const tokenOf = (browser: Browser) => browser.cookies.get('guichet-portal') ?? ''
const sinceSignIn = (interval: string) =>
  rows('update sessions set created_at = now() - $1::interval where ended_at is null', [interval])
const mailsWaiting = () => rows('select from email_confirmations')

/** Registered and signed in with this certificate, at a browser that presents it. */
async function member(holder = 'marie-muster-private'): Promise<Browser> {
  const browser = world.browser(holder)
  if (pathOf(await browser.signIn()) === '/registration') await browser.register()
  await rows('delete from email_confirmations')
  return browser
}

const changeEmail = (browser: Browser, form: Record<string, string> = {}, from = paths.email()) =>
  browser.post(
    paths.email(),
    { email: 'new@example.lu', ...form },
    { referer: world.portal.config.BASE_URL + from },
  )
const confirm = (browser: Browser, back: string) =>
  browser.follow(browser.get(paths.confirmStart('demo-ca', back)))
const backOf = (page: Page) =>
  new URL(locationOf(page), world.portal.config.BASE_URL).searchParams.get('back') ??
  assert.fail(locationOf(page))
const fieldIn = ({ body }: Page, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1]
const actsOf = async (certificate: string) =>
  (
    await rows<{ act: string }>(
      `select act from audit_records where person_id = (select person_id from certificates where serial_number = $1)
       order by id`,
      [certificate],
    )
  ).map(({ act }) => act)

test('for five minutes after a certificate was presented, acts that matter ask for nothing more', async () => {
  const browser = await member()
  await sinceSignIn('4 minutes 55 seconds')
  assert.equal(locationOf(await changeEmail(browser)), paths.email('requested'))
  await sinceSignIn('5 minutes 1 second')
  assert.match(locationOf(await changeEmail(browser)), /^\/account\/confirm\?back=/)
  assert.equal((await mailsWaiting()).length, 1)
})

test('later the certificate is presented anew, and what was typed is back in its form, to be sent', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const before = tokenOf(browser)
  const asked = await changeEmail(browser)
  const page = await browser.follow(asked)
  assert.match(page.body, /Confirm that it is you/)
  assert.match(page.body, /more than 5 minutes ago/)
  assert.match(page.body, /10100000000000000214/)
  assert.match(page.body, /href="\/sign-in\/start\/demo-oidc\?for=confirm/)
  const back = backOf(asked)
  const restored = await confirm(browser, back)
  assert.equal(pathOf(restored), paths.email())
  assert.equal(fieldIn(restored, 'email'), 'new@example.lu')
  assert.match(restored.body, /It has not been sent yet/)
  assert.deepEqual(await mailsWaiting(), [])
  const parked = fieldIn(restored, 'parked') ?? ''
  assert.equal(locationOf(await changeEmail(browser, { parked }, back)), paths.email('requested'))
  assert.notEqual(tokenOf(browser), before)
  const old = world.browser()
  old.cookies.set('guichet-portal', before)
  assert.equal((await old.get(paths.email())).status, 303)
})

test('invalid input is told at once; the certificate is asked for only where something will be done', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  assert.equal((await changeEmail(browser, { email: 'nonsense' })).status, 422)
})

test('any certificate of the same person confirms, by whichever scheme', async () => {
  const browser = await member()
  browser.holder = world.browser('marie-muster-professional').holder
  await browser.follow(browser.get(paths.attachStart('demo-ca')))
  await sinceSignIn('6 minutes')
  const choice = await browser.follow(browser.get(paths.confirmStart('demo-oidc', paths.email())))
  const back = await browser.follow(browser.post(choice.url, { certificate: 'marie-muster-professional' }))
  assert.equal(pathOf(back), paths.email())
  assert.equal(locationOf(await changeEmail(browser)), paths.email('requested'))
})

test('a certificate of somebody else confirms nothing: the session stays, both see it, and are told which to use', async () => {
  await member('joao-pereira-private')
  const browser = await member()
  await sinceSignIn('6 minutes')
  const before = tokenOf(browser)
  browser.holder = world.browser('joao-pereira-private').holder
  const page = await confirm(browser, paths.email())
  assert.match(page.body, /That was not one of your certificates/)
  assert.match(page.body, /10100000000000000214/)
  assert.doesNotMatch(page.body, /João|10100000000000000087/)
  assert.equal(tokenOf(browser), before)
  assert.match((await browser.get(paths.email())).body, /Marie Muster/)
  assert.match(locationOf(await changeEmail(browser)), /^\/account\/confirm/)
  assert.equal((await actsOf('10100000000000000214')).at(-1), 'confirmation.refused')
  assert.equal((await actsOf('10100000000000000087')).at(-1), 'confirmation.elsewhere')
  assert.match(
    (await browser.get(paths.activity())).body,
    /Confirmation refused: not one of your certificates/,
  )
})

test('a certificate that nobody registered confirms nothing, and registers nothing', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  browser.holder = world.browser('lena-schaefer-private').holder
  assert.match((await confirm(browser, paths.email())).body, /That was not one of your certificates/)
  assert.equal((await rows('select from certificates')).length, 1)
})

test('when the session ended meanwhile, the same person’s certificate still leads back, and no other’s', async () => {
  await member('joao-pereira-private')
  for (const holder of ['joao-pereira-private', 'marie-muster-private']) {
    const browser = await member()
    browser.holder = world.browser(holder).holder
    const start = browser.get(paths.confirmStart('demo-ca', paths.email()))
    const { url } = await browser.follow(start, '/sign-in/return')
    await rows('update sessions set ended_at = now()')
    await browser.get(url)
    const page = await browser.get(paths.email())
    if (holder.startsWith('marie')) assert.match(page.body, /Marie Muster/)
    else assert.equal(page.status, 303)
  }
  const over = await world.browser().get(paths.confirmStart('demo-ca', paths.email()))
  assert.equal(locationOf(over), paths.signIn(paths.email()))
})

test('begun in two tabs at once, each comes back to its own form, still typed', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const typed = ['one@example.lu', 'two@example.lu']
  const tabs = []
  for (const email of typed) {
    const back = backOf(await changeEmail(browser, { email }))
    tabs.push(await browser.follow(browser.get(paths.confirmStart('demo-ca', back)), '/sign-in/return'))
  }
  const shown = []
  for (const { url } of tabs) shown.push(await browser.follow(browser.get(url)))
  assert.deepEqual(
    shown.map((page) => fieldIn(page, 'email')),
    typed,
  )
  assert.equal(locationOf(await changeEmail(browser)), paths.email('requested'))
})

test('begun in two tabs by OpenID, each comes back to its own page', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const pages = [paths.email(), paths.sessions()]
  const choices = []
  for (const back of pages)
    choices.push(await browser.follow(browser.get(paths.confirmStart('demo-oidc', back))))
  const shown = []
  for (const { url } of choices)
    shown.push(await browser.follow(browser.post(url, { certificate: 'marie-muster-private' })))
  assert.deepEqual(shown.map(pathOf), pages)
})

test('what was presented to confirm in one browser is worth nothing in another', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const { url } = await browser.follow(
    browser.get(paths.confirmStart('demo-ca', paths.email())),
    '/sign-in/return',
  )
  const thief = world.browser()
  thief.cookies.set('guichet-portal', tokenOf(browser))
  await thief.get(url)
  assert.match(locationOf(await changeEmail(thief)), /^\/account\/confirm/)
})

test('registering, removing and showing a code ask for it; looking does not', async () => {
  const browser = await member()
  browser.holder = world.browser('marie-muster-professional').holder
  await browser.follow(browser.get(paths.attachStart('demo-ca')))
  const [one] = await rows<{ id: string }>(`select id from certificates where kind = 'professional'`)
  await sinceSignIn('6 minutes')
  const removal = paths.certificateRemoval(one?.id ?? '')
  const start = paths.attachStart('demo-ca')
  assert.equal(locationOf(await browser.get(start)), paths.confirm(start))
  assert.equal(locationOf(await browser.get(removal)), paths.confirm(removal))
  for (const path of [removal, paths.activationCode()])
    assert.match(locationOf(await browser.post(path, {})), /^\/account\/confirm/, path)
  for (const path of [paths.certificates(), paths.email(), paths.sessions(), paths.activity()])
    assert.equal((await browser.get(path)).status, 200, path)
  assert.equal((await rows('select from certificates where removed_at is null')).length, 2)
  assert.deepEqual(await rows('select from activation_codes'), [])
  const page = await confirm(browser, removal)
  assert.equal(pathOf(page), removal)
  assert.equal(
    locationOf(await browser.post(removal, {})),
    paths.signIn(paths.certificates(), 'certificate_removed'),
  )
})

test('what ends the session itself is done once, and nothing of it is kept', async () => {
  const browser = await member()
  const own = browser.holder
  browser.holder = world.browser('marie-muster-professional').holder
  await browser.follow(browser.get(paths.attachStart('demo-ca')))
  browser.holder = own
  const [used] = await rows<{ id: string }>(`select id from certificates where kind = 'private'`)
  const removal = paths.certificateRemoval(used?.id ?? '')
  await sinceSignIn('6 minutes')
  const asked = await browser.post(removal, {}, { referer: world.portal.config.BASE_URL + removal })
  const restored = await confirm(browser, backOf(asked))
  const sent = await browser.post(removal, { parked: fieldIn(restored, 'parked') ?? assert.fail() })
  assert.equal(locationOf(sent), paths.signIn(paths.certificates(), 'certificate_removed'))
  assert.deepEqual(await rows('select from parked_posts'), [])
})

test('ending sessions asks for it too: whoever finds a computer unlocked throws nobody out', async () => {
  const browser = await member()
  const there = world.browser('marie-muster-private')
  await there.signIn()
  await sinceSignIn('6 minutes')
  const [other] = await rows<{ id: string }>('select id from sessions order by created_at desc limit 1')
  const from = { referer: world.portal.config.BASE_URL + paths.sessions() }
  for (const ending of [paths.sessionsEnding(), paths.sessionEnding(other?.id ?? '')]) {
    const asked = await browser.post(ending, {}, from)
    assert.match(locationOf(asked), /^\/(account\/confirm|account\/sessions)/)
  }
  assert.equal((await there.get(paths.email())).status, 200)
  await confirm(browser, paths.sessions())
  assert.equal(locationOf(await browser.post(paths.sessionsEnding(), {}, from)), paths.sessions('ended'))
  assert.equal((await there.get(paths.email())).status, 303)
})

test('a code that was asked for too late is asked for again, by its button', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const asked = await browser.post(
    paths.activationCode(),
    {},
    { referer: `http://localhost:8080${paths.certificates()}` },
  )
  const page = await confirm(browser, backOf(asked))
  assert.equal(pathOf(page), paths.certificates())
  assert.match(page.body, /It has not been sent yet/)
  assert.deepEqual(await rows('select from activation_codes'), [])
})

test('cancelled, one is back with what was typed; confirmed already, one goes straight on', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const asked = await changeEmail(browser)
  const page = await browser.follow(asked)
  const cancel =
    /<a class="ds-button" href="([^"]+)" data-variant="secondary">Cancel/.exec(page.body)?.[1] ?? ''
  assert.equal(fieldIn(await browser.get(cancel.replaceAll('&amp;', '&')), 'email'), 'new@example.lu')
  const before = { referer: world.portal.config.BASE_URL + paths.certificates() }
  const attaching = await browser.get(paths.confirm(paths.attachStart('demo-ca')), before)
  assert.match(attaching.body, /href="\/account\/certificates" data-variant="secondary">Cancel/)
  await confirm(browser, paths.email())
  assert.equal(locationOf(await browser.get(locationOf(asked))), backOf(asked))
  assert.equal(locationOf(await browser.get('/account/confirm?back=//evil.example')), paths.spaces())
})

test('too long to be kept, it is refused with words and lost nowhere: the browser can send it again', async () => {
  const browser = await member()
  await sinceSignIn('6 minutes')
  const email = `new@example.lu${' '.repeat(300_000)}`
  const page = await changeEmail(browser, { email })
  assert.equal(page.status, 403)
  assert.match(page.body, /Please confirm first that it is you/)
  assert.match(page.body, /href="\/account\/confirm\?back=%2Faccount%2Femail" [^>]*target="_blank"/)
})

test('acts can require an assurance: less sure sign-ins are asked for a surer one, and only such are offered', async () => {
  const strict = await signInWorld({ ACT_ASSURANCE: 'high' }, ({ providers }) => {
    const oidc = (providers as Record<string, unknown>[]).find(({ scheme }) => scheme === 'oidc')
    Object.assign(oidc ?? {}, { assurance: 'substantial', acr: undefined })
  })
  try {
    const browser = strict.browser('marie-muster-private')
    await browser.signInAt('marie-muster-private')
    await browser.register()
    const asked = await browser.post(paths.email(), { email: 'new@example.lu' })
    const page = await browser.follow(asked)
    assert.match(page.body, /a more secure way of signing in/)
    assert.match(page.body, /\/sign-in\/start\/demo-ca\?for=confirm/)
    assert.doesNotMatch(page.body, /demo-oidc/)
    await browser.follow(browser.get(paths.confirmStart('demo-ca', paths.email())))
    const sent = await browser.post(paths.email(), { email: 'new@example.lu' })
    assert.equal(locationOf(sent), paths.email('requested'))
  } finally {
    await strict.close()
  }
})
