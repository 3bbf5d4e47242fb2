import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gatewayWorld } from '../../../test/saml-world.ts'
import type { Browser, Page } from '../../../test/sign-in-world.ts'

/** samlify, which nobody here wrote, signs, encrypts and reads what the portal asks. */
let world: Awaited<ReturnType<typeof gatewayWorld>>
before(async () => {
  world = await gatewayWorld()
})
after(() => world.close())

const pathOf = ({ url }: { url: string }) => new URL(url).pathname

/** To the gateway's page, a choice there, and back across sites with its answer. */
async function signInAt(browser: Browser, choice: Record<string, string>, query = ''): Promise<Page> {
  const asked = await browser.follow(browser.get(`/sign-in/start/demo-eid${query}`))
  assert.equal(new URL(asked.url).origin, world.gateway.address)
  const action = /action="(\/choice\/[^"]+)"/.exec(asked.body)?.[1] ?? assert.fail(asked.body)
  const back = await browser.post(new URL(action, asked.url).href, choice)
  const to = /action="([^"]+)"/.exec(back.body)?.[1] ?? assert.fail(back.body)
  const SAMLResponse = /name="SAMLResponse" value="([^"]+)"/.exec(back.body)?.[1] ?? assert.fail(back.body)
  const across = { origin: world.gateway.address, 'sec-fetch-site': 'cross-site', cookie: '' }
  return browser.follow(browser.post(to, { SAMLResponse }, across))
}

test('one picks a certificate at a gateway by other hands, and arrives with that identity', async () => {
  const browser = world.browser()
  const page = await signInAt(browser, { certificate: 'marie-muster-professional' })
  assert.equal(pathOf(page), '/registration')
  for (const words of ['Marie Muster', 'Schreinerei Muster S.à r.l.', 'NTRLU-B248163', 'eID Gateway'])
    assert.ok(page.body.includes(words), words)
})

test('the certificate registered there is known when it is presented otherwise, and the other way round', async () => {
  const browser = world.browser()
  await signInAt(browser, { certificate: 'joao-pereira-private' })
  await browser.register()
  assert.equal(pathOf(await world.browser('joao-pereira-private').signIn()), '/spaces')
  assert.equal(pathOf(await world.browser().signInAt('joao-pereira-private')), '/spaces')
  assert.equal(pathOf(await signInAt(world.browser(), { certificate: 'joao-pereira-private' })), '/spaces')
})

test('names in any script and single names arrive whole', async () => {
  for (const [certificate, name] of [
    ['alexandros-papadopoulos-private', 'Αλέξανδρος Παπαδόπουλος'],
    ['francoise-lhote-private', 'Françoise L’Hôte-Müller'],
    ['anjali-private', 'Anjali'],
  ] as const) {
    const page = await signInAt(world.browser(), { certificate })
    assert.ok(page.body.includes(name), name)
  }
})

test('turning back there leads to the sign-in page, which says so', async () => {
  const page = await signInAt(world.browser(), { cancel: 'yes' }, '?back=%2Faccount%2Femail')
  assert.match(page.body, /Sign-in cancelled/)
  assert.match(page.body, /back=%2Faccount%2Femail/)
})

test('the gateway takes no request that the portal did not sign', async () => {
  const browser = world.browser()
  const { location = '' } = (await browser.get('/sign-in/start/demo-eid')).headers
  assert.equal((await browser.get(location)).status, 200)
  const other = new URL((await browser.get('/sign-in/start/demo-eid')).headers.location ?? '')
  const mixed = location.replace(
    /Signature=.*/,
    `Signature=${encodeURIComponent(other.searchParams.get('Signature') ?? '')}`,
  )
  assert.equal((await browser.get(mixed)).status, 400)
})
