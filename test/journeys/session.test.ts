import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { letMinutesPass, makePrivateSpace, send } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import {
  enter,
  open,
  openVisitor,
  present,
  presentHere,
  press,
  register,
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

test('a page on which nothing can be typed shows nothing any more when the session is over', async () => {
  await signIn(marie, certificate)
  await open(marie, paths.activity())
  assert.ok((await textOf(marie)).includes(marie.t.account.activity.title))
  await passMinutes(31)
  await marie.page.getByRole('dialog', { name: marie.t.shell.sessionOver }).waitFor()
  assert.equal(await marie.page.locator('main').count(), 0)
  assert.ok(!(await marie.page.content()).includes(marie.t.account.activity.title))
  for (const _ of [1, 2]) await marie.page.keyboard.press('Escape')
  await marie.page.getByRole('link', { name: marie.t.shell.signInAgain }).waitFor()
})

test('without a session a page leads to sign-in and, once signed in, back to where one was', async () => {
  await marie.page.goto('about:blank')
  await open(marie, paths.profile(code))
  assert.equal(new URL(marie.page.url()).pathname, paths.signIn())
  assert.ok((await textOf(marie)).includes(marie.t.identity.notices.session_over.title))
  await presentHere(marie, certificate)
  assert.equal(new URL(marie.page.url()).pathname, paths.profile(code))
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with' : 'without'

  test(`a form that is sent after the session has ended is kept, and filled again once its person is back (${how} JavaScript)`, async () => {
    await portal.owner.query('delete from parked_posts')
    const reader = scripts ? marie : await openVisitor(browser, portal, { language: 'de', scripts })
    if (!scripts) await present(reader, certificate)
    await open(reader, paths.profileEdit(code))
    await enter(reader, { phone: '+352 621 555 444', thoroughfare: 'Rue de l’Église' })
    await portal.owner.query('update sessions set ended_at = now() where ended_at is null')
    await press(reader, reader.t.profile.edit.save)
    assert.ok((await textOf(reader)).includes(reader.t.identity.notices.kept.text))
    await presentHere(reader, certificate)
    assert.equal(new URL(reader.page.url()).pathname, paths.profileEdit(code))
    assert.ok((await textOf(reader)).includes(reader.t.account.parked.notSent))
    assert.equal(await shownValue(reader, 'thoroughfare'), 'Rue de l’Église')
    assert.equal(await reader.page.locator('[data-focus]:focus').count(), 1)
    await press(reader, reader.t.profile.edit.save)
    assert.ok((await textOf(reader)).includes('+352 621 555 444'))
    assert.deepEqual((await portal.owner.query('select from parked_posts')).rows, [])
    if (!scripts) await reader.close()
  })

  test(`somebody else who signs in at that browser sees nothing of it (${how} JavaScript)`, async () => {
    const reader = await openVisitor(browser, portal, { language: 'de', scripts })
    await present(reader, certificate)
    await open(reader, paths.profileEdit(code))
    await enter(reader, { phone: '+352 621 111 111' })
    await portal.owner.query('update sessions set ended_at = now() where ended_at is null')
    await press(reader, reader.t.profile.edit.save)
    await presentHere(reader, 'nora-thill-private')
    if (reader.page.url().includes(paths.registration())) await register(reader, 'nora-thill-private')
    assert.equal((await open(reader, paths.profileEdit(code)))?.status(), 404)
    assert.ok(!(await reader.page.content()).includes('621 111 111'))
    await reader.close()
  })
}

test('a dossier’s page that was sent too late is filled again, and saves itself like any other', async () => {
  await present(marie, certificate)
  await send(marie, paths.newDossier(code), { procedure: 'certificate-of-residence' })
  await open(marie, paths.dossierPage(code, 1, 'request'))
  await enter(marie, { purpose: 'bank' })
  await marie.page.locator('[data-autosave-status][data-state=saved]').waitFor()
  await portal.owner.query('update sessions set ended_at = now() where ended_at is null')
  await enter(marie, { purpose: 'school' })
  await press(marie, marie.t.dossiers.next)
  await presentHere(marie, certificate)
  assert.ok((await textOf(marie)).includes(marie.t.account.parked.notSent))
  assert.equal(await shownValue(marie, 'purpose'), 'school')
  await marie.page.locator('[data-autosave-status][data-state=saved]').waitFor()
  assert.deepEqual(marie.complaints, [])
})

/** For the server and for the browser. */
async function passMinutes(minutes: number) {
  await letMinutesPass(marie, minutes)
  await marie.page.clock.fastForward(minutes * 60_000)
}
