import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, mock, test } from 'node:test'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { paths } from '../paths.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())
beforeEach(() => world.portal.owner.query('truncate persons, attempts, sign_ins cascade'))
afterEach(() => mock.timers.reset())

/** The clock of the portal's machine jumps; the database's goes on as it did. */
const jump = (hours: number) => mock.timers.enable({ apis: ['Date'], now: Date.now() + hours * 3600_000 })
const rows = async (text: string, values: unknown[] = []) =>
  (await world.portal.owner.query(text, values)).rows
const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const locationOf = ({ headers }: { headers: Record<string, string> }) => headers.location ?? ''

async function member(): Promise<Browser> {
  const browser = world.browser('marie-muster-private')
  if (pathOf(await browser.signIn()) === '/registration') await browser.register()
  return browser
}
const isSignedIn = async (browser: Browser) =>
  (await browser.get(paths.email(), { 'x-poll': '1' })).status === 200

for (const hours of [1, -1]) {
  const way = hours > 0 ? 'forwards' : 'backwards'

  test(`the portal’s clock jumping an hour ${way} neither ends a session nor revives one`, async () => {
    const browser = await member()
    await rows(`update sessions set last_seen_at = now() - interval '29 minutes 50 seconds'`)
    jump(hours)
    assert.ok(await isSignedIn(browser))
    await rows(`update sessions set last_seen_at = now() - interval '30 minutes 1 second'`)
    assert.equal(await isSignedIn(browser), false)
    await rows(`update sessions set last_seen_at = now(), created_at = now() - interval '12 hours 1 second'`)
    assert.equal(await isSignedIn(browser), false)
  })

  test(`… nor makes a sign-in code good twice, or for longer (${way})`, async () => {
    const browser = await member()
    await browser.post(paths.signOut(), {})
    const codeFor = async () =>
      (await browser.follow(browser.get(paths.signInStart('demo-ca')), '/sign-in/return')).url
    const [used, late] = [await codeFor(), await codeFor()]
    jump(hours)
    assert.equal(locationOf(await browser.get(used)), paths.spaces())
    await browser.post(paths.signOut(), {})
    await rows(`update sign_ins set created_at = now() - interval '61 seconds' where consumed_at is null`)
    for (const url of [used, late])
      assert.equal(locationOf(await browser.get(url)), paths.signIn(undefined, 'refused'))
  })

  test(`… nor an activation code (${way})`, async () => {
    const account = await member()
    const show = async () =>
      /class="code">([A-Z0-9-]{11})</.exec((await account.post(paths.activationCode(), {})).body)?.[1] ?? ''
    const use = async (holder: string, code: string) => {
      const browser = world.browser(holder)
      await browser.signIn()
      return (await browser.post(paths.registrationAccount(), { code })).status
    }
    const code = await show()
    jump(hours)
    assert.equal(await use('marie-muster-professional', code), 303)
    assert.equal(await use('marie-muster-association', code), 422)
    const late = await show()
    await rows(`update activation_codes set created_at = created_at - interval '15 minutes 1 second'`)
    assert.equal(await use('marie-muster-association', late), 422)
  })

  test(`… nor a presentation fresher or staler than it is (${way})`, async () => {
    const browser = await member()
    const change = () => browser.post(paths.email(), { email: 'new@example.lu' })
    jump(hours)
    assert.equal(locationOf(await change()), paths.email('requested'))
    await rows(`update sessions set created_at = now() - interval '6 minutes'`)
    assert.match(locationOf(await change()), /^\/account\/confirm/)
  })

  test(`… and a sign-in that began before the jump is over (${way})`, async () => {
    const browser = world.browser('marie-muster-private')
    const started = await browser.get(paths.signInStart('demo-ca'))
    jump(hours)
    const page = await browser.follow(started)
    assert.equal(page.status, 400)
    assert.match(page.body, /This sign-in is over/)
    assert.equal(pathOf(await browser.signIn()), paths.registration())
  })
}
