import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import {
  enter,
  open,
  openVisitor,
  presentHere,
  press,
  shownValue,
  signIn,
  textOf,
  type Visitor,
} from './visitor.ts'

const certificate = 'marie-muster-private'

let portal: DemoPortal
let browser: Browser
let marie: Visitor
let code = ''
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
  marie = await openVisitor(browser, portal, { language: 'de' })
  await marie.page.clock.install()
  await signIn(marie, certificate)
  code = await makePrivateSpace(marie)
})
after(async () => {
  await marie.close()
  await browser.close()
  await portal.close()
})

test('before the session ends a warning says when, and takes the focus', async () => {
  await open(marie, paths.profileEdit(code))
  await enter(marie, { phone: '+352 621 999 888' })
  await passMinutes(28)
  const warning = marie.page.getByRole('dialog', { name: marie.t.shell.sessionEnding })
  await warning.waitFor()
  assert.match(await warning.innerText(), /\d\d:\d\d/)
  assert.ok(await warning.evaluate((dialog) => dialog.matches(':focus-within')))
})

test('extended there and then, the page keeps what was typed', async () => {
  await marie.page.getByRole('button', { name: marie.t.shell.staySignedIn }).click()
  await marie.page.getByRole('dialog').waitFor({ state: 'hidden' })
  assert.equal(await shownValue(marie, 'phone'), '+352 621 999 888')
  await passMinutes(20)
  await press(marie, marie.t.profile.edit.save)
  assert.ok((await textOf(marie)).includes('+352 621 999 888'))
})

test('when it is over, the page says so and still shows what was typed', async () => {
  await open(marie, paths.profileEdit(code))
  await enter(marie, { phone: '+352 621 777 666' })
  await passMinutes(31)
  const over = marie.page.getByRole('dialog', { name: marie.t.shell.sessionOver })
  await over.waitFor()
  assert.ok((await over.innerText()).includes(marie.t.shell.sessionOverText))
  assert.equal(await shownValue(marie, 'phone'), '+352 621 777 666')
})

test('without a session a page leads to sign-in and, once signed in, back to where one was', async () => {
  await marie.page.goto('about:blank')
  await open(marie, paths.profile(code))
  assert.equal(new URL(marie.page.url()).pathname, paths.signIn())
  assert.ok((await textOf(marie)).includes(marie.t.identity.notices.session_over.title))
  await presentHere(marie, certificate)
  assert.equal(new URL(marie.page.url()).pathname, paths.profile(code))
})

test('a form that is sent after the session has ended is refused with words, and changes nothing', async () => {
  await open(marie, paths.profileEdit(code))
  await portal.owner.query('update sessions set ended_at = now() where ended_at is null')
  await press(marie, marie.t.profile.edit.save)
  assert.ok((await textOf(marie)).includes(marie.t.errors.session_over.title))
})

/** For the server, whose clock is the database's, and for the browser. */
async function passMinutes(minutes: number) {
  await portal.owner.query(
    `update sessions set last_seen_at = last_seen_at - make_interval(mins => $1),
       created_at = created_at - make_interval(mins => $1)`,
    [minutes],
  )
  await marie.page.clock.fastForward(minutes * 60_000)
}
