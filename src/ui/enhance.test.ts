import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../test/browser.ts'
import { testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'

const { dossiers, shell } = messages('en')
const portal = await testPortal()
const base = await portal.app.listen({ port: 0, host: '127.0.0.1' })
let browser: Browser
const contexts: BrowserContext[] = []

before(async () => {
  browser = await launchBrowser()
})
after(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await portal.close()
})

/** A page of somebody signed in, who has a private space; the console must stay silent. */
async function openPage(path: string, { scripts = true } = {}): Promise<{ page: Page; cookie: string }> {
  const { cookie } = await portal.signIn()
  const context = await browser.newContext({ locale: 'en', javaScriptEnabled: scripts })
  contexts.push(context)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  await page.goto(base + path)
  return { page, cookie }
}

/** As people reach it: a private space, then a dossier of the certificate of residence, on its second page. */
async function openDossier(): Promise<{ page: Page; cookie: string }> {
  const { page, cookie } = await openPage(paths.newPrivateSpace())
  const entered = {
    familyName: 'Muster',
    givenName: 'Anna',
    birthDate: '27/03/1985',
    thoroughfare: 'Rue du Test',
    locatorDesignator: '1',
    postCode: 'L-1234',
    postName: 'Luxembourg',
    email: 'anna@example.lu',
  }
  for (const [name, value] of Object.entries(entered)) await page.fill(`#f-${name}`, value)
  await page.locator('select[id^="f-citizenships"]').first().selectOption('LU')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.goto(base + paths.procedure('certificate-of-residence'))
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/pages\//)
  return { page, cookie }
}

const status = (page: Page) => page.locator('[data-autosave-status]')
const radios = (page: Page) => page.locator('main input[type=radio]')

test('what one enters is saved by itself, never meets a conflict with itself, and is there after a reload', async () => {
  const { page } = await openDossier()
  const refused: number[] = []
  page.on('response', (response) => response.status() === 409 && refused.push(409))
  for (let round = 0; round < 3; round++)
    for (let index = 0; index < (await radios(page).count()); index++) await radios(page).nth(index).check()
  await page.locator('main select').first().selectOption({ index: 1 })
  const last = await radios(page).last().getAttribute('value')
  await status(page)
    .getByText(/Saved at \d\d:\d\d/)
    .waitFor()
  await page.waitForTimeout(700)
  assert.deepEqual(refused, [])
  await page.reload()
  assert.equal(await page.locator('main input[type=radio]:checked').last().getAttribute('value'), last)
})

test('what is typed before the scripts have come is saved too', async () => {
  const { page } = await openDossier()
  let come = () => {}
  const scripts = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto(page.url(), { waitUntil: 'commit' })
  await page.locator('main select').first().selectOption({ index: 1 })
  come()
  await status(page)
    .getByText(/Saved at/)
    .waitFor()
})

test('without a network it says so, keeps trying and saves in the end', async () => {
  const { page } = await openDossier()
  await page.route('**/autosave', (route) => route.abort())
  await page.route('**/pages/**', (route) => route.abort())
  await page.locator('main select').first().selectOption({ index: 1 })
  await status(page).getByText(shell.notSaved).waitFor()
  await page.unroute('**/autosave')
  await page.unroute('**/pages/**')
  await status(page)
    .getByText(/Saved at/)
    .waitFor()
})

test('a change made elsewhere is not overwritten: saving stops and leads to both versions', async () => {
  const { page } = await openDossier()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('main select').first().selectOption({ index: 1 })
  await status(other)
    .getByText(/Saved at/)
    .waitFor()
  await page.locator('main select').first().selectOption({ index: 2 })
  await status(page).getByText(shell.conflict).waitFor()
  await status(page).getByRole('button', { name: shell.conflictLink }).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), dossiers.conflictTitle)
  assert.equal(await page.locator('main input[type=radio][value=mine]').count(), 1)
})

test('a link leads on once what was typed is saved, so that it is there when one comes back', async () => {
  const { page } = await openDossier()
  const before = page.url()
  await page.route('**/autosave', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.locator('main select').first().selectOption({ index: 1 })
  const chosen = await page.locator('main select').first().inputValue()
  await radios(page).first().check()
  await page.locator('nav.crumbs a').first().click()
  await page.waitForURL((url) => url.href !== before)
  await page.goto(before)
  assert.equal(await page.locator('main select').first().inputValue(), chosen)
  assert.equal(await radios(page).first().isChecked(), true)
})

const inFrench = (page: Page) => page.locator('header .langs [lang=fr]').first()

test('in another language a page shows what was chosen a moment before, and saves it', async () => {
  const { page } = await openDossier()
  const before = page.url()
  const choice = page.locator('[name=certificateLanguage][value=de]')
  await page.route('**/autosave', (route) => route.abort())
  await choice.check()
  await page.unroute('**/autosave')
  await inFrench(page).click()
  await page.locator('html[lang=fr]').waitFor()
  assert.equal(await choice.isChecked(), true)
  await page.locator('[data-autosave-status][data-state=saved]').waitFor()
  await page.goto(before)
  assert.equal(await choice.isChecked(), true)
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with' : 'without'

  test(`a refused form, changed once more, is shown in another language as it was left (${how} JavaScript)`, async () => {
    const { page } = await openPage(paths.newPrivateSpace(), { scripts })
    await page.fill('#f-familyName', 'Refused')
    await page.getByRole('button', { name: 'Confirm', exact: true }).last().click()
    await page.getByRole('alert').waitFor()
    await page.fill('#f-givenName', 'Typed since')
    await inFrench(page).click()
    await page.locator('html[lang=fr]').waitFor()
    assert.equal(await page.inputValue('#f-familyName'), 'Refused')
    assert.equal(await page.inputValue('#f-givenName'), 'Typed since')
    await page.locator('main .actions button').first().click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    assert.equal(await page.inputValue('#f-givenName'), 'Typed since')
  })

  test(`what nobody sent yet comes along into another language, and Enter in a field still sends it (${how} JavaScript)`, async () => {
    const { page } = await openPage(paths.email(), { scripts })
    await page.fill('#f-email', 'typed@example.lu')
    await inFrench(page).click()
    await page.locator('html[lang=fr]').waitFor()
    assert.equal(await page.inputValue('#f-email'), 'typed@example.lu')
    await page.locator('#f-email').press('Enter')
    await page.waitForURL(/notice=requested/)
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
  })
}

test('what came back in answer is typed too, though nobody touched it since', async () => {
  const { page } = await openPage(paths.newPrivateSpace())
  await page.fill('#f-familyName', 'Typed')
  await page.locator('main button[name=list][value^="add:"]').first().click()
  await page.locator('[data-unsaved]').waitFor()
  await inFrench(page).click()
  await page.locator('html[lang=fr]').waitFor()
  assert.equal(await page.inputValue('#f-familyName'), 'Typed')
})

test('an untouched page is simply asked for in the other language', async () => {
  const { page } = await openPage(paths.email())
  await inFrench(page).click()
  await page.locator('html[lang=fr]').waitFor()
  assert.equal(page.url(), base + paths.email())
})

test('what could not be kept after the session ended is sent again by reloading, once signed in elsewhere', async () => {
  const { page } = await openPage(paths.newPrivateSpace())
  await page.fill('#f-familyName', 'Typed')
  await portal.owner.query('delete from sessions')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: messages('en').errors.session_over.title }).waitFor()
  assert.equal(await page.locator('main a[target=_blank]').count(), 1)
  const again = await portal.signIn()
  const [name = '', value = ''] = again.cookie.split('=')
  await page.context().addCookies([{ name, value, url: base }])
  await page.reload()
  assert.equal(await page.inputValue('#f-familyName'), 'Typed')
})

test('before the session ends a dialog says when, and one click extends it on the same page', async () => {
  const { page, cookie } = await openPage(paths.newPrivateSpace())
  await page.clock.install()
  await page.reload()
  await page.fill('#f-familyName', 'Typed')
  const dialog = page.getByRole('dialog', { name: shell.sessionEnding })
  assert.equal(await dialog.isVisible(), false)
  await ageSessions(1650)
  await page.clock.fastForward('27:05')
  await dialog.waitFor()
  await dialog.getByRole('button', { name: shell.staySignedIn }).click()
  await dialog.waitFor({ state: 'hidden' })
  assert.equal(await page.inputValue('#f-familyName'), 'Typed')
  assert.equal((await portal.get(paths.spaces(), { cookie })).status, 200)
})

test('when the session is over the page says so and still shows what was typed', async () => {
  const { page } = await openPage(paths.newPrivateSpace())
  await page.clock.install()
  await page.reload()
  await page.fill('#f-familyName', 'Typed')
  await ageSessions(2000)
  await page.clock.fastForward('27:05')
  await page.getByRole('dialog', { name: shell.sessionOver }).waitFor()
  assert.equal(await page.inputValue('#f-familyName'), 'Typed')
})

test('when a draft can no longer be saved because the session ended, the page says that at once', async () => {
  const { page } = await openDossier()
  await ageSessions(7200)
  await page.locator('main select').first().selectOption({ index: 1 })
  await page.getByRole('dialog', { name: shell.sessionOver }).waitFor()
  assert.notEqual(await page.locator('main select').first().inputValue(), '')
})

test('asking how long is left does not keep the session alive', async () => {
  const { page } = await openPage(paths.spaces())
  await page.clock.install()
  await page.reload()
  await ageSessions(1650)
  const before = await lastSeen()
  await page.clock.fastForward('27:05')
  await page.getByRole('dialog').waitFor()
  assert.deepEqual(await lastSeen(), before)
})

test('a refused form takes the focus to what is wrong, and each problem leads to its field', async () => {
  const { page } = await openPage(paths.newPrivateSpace())
  await page.getByRole('button', { name: 'Confirm' }).click()
  const summary = page.getByRole('alert')
  await summary.waitFor()
  assert.equal(await summary.evaluate((one) => one === one.ownerDocument.activeElement), true)
  await summary.getByRole('link').first().click()
  assert.equal(await page.locator(':focus').getAttribute('aria-invalid'), 'true')
})

test('a double click sends once', async () => {
  const { page } = await openPage(paths.newPrivateSpace())
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await page.getByRole('button', { name: 'Confirm' }).dblclick()
  await page.getByRole('alert').waitFor()
  assert.equal(sent.filter((url) => url.endsWith(paths.newPrivateSpace())).length, 1)
})

test('the menu opens and closes by keyboard, and works without scripts', async () => {
  const { page } = await openPage(paths.start())
  const menu = page.locator('details[data-menu]:visible summary')
  await menu.focus()
  await page.keyboard.press('Enter')
  const signOut = page.getByRole('button', { name: shell.signOut })
  await signOut.waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await signOut.isVisible(), false)
  assert.equal(await menu.evaluate((one) => one === one.ownerDocument.activeElement), true)
})

for (const scripts of [true, false])
  test(`on a phone the pages of a space fold into one row, by keyboard too (${scripts ? 'with' : 'without'} JavaScript)`, async () => {
    const { page } = await openDossier()
    const space = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
    const context = await browser.newContext({
      locale: 'en',
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 640 },
      storageState: await page.context().storageState(),
    })
    contexts.push(context)
    const phone = await context.newPage()
    await phone.goto(`${base + space}/dossiers`)
    const tabs = phone.getByRole('navigation', { name: shell.spaceNavigation })
    assert.equal((await tabs.innerText()).trim(), shell.dossiers)
    assert.ok(((await tabs.boundingBox())?.height ?? 99) < 60)
    await tabs.locator('summary').press('Enter')
    assert.equal(await tabs.getByRole('link', { name: shell.dossiers }).getAttribute('aria-current'), 'page')
    await tabs.getByRole('link', { name: shell.myData }).press('Enter')
    await phone.waitForURL(/profile/)
    assert.equal((await tabs.innerText()).trim(), shell.myData)
  })

async function ageSessions(seconds: number): Promise<void> {
  await portal.owner.query(
    `update sessions set last_seen_at = last_seen_at - make_interval(secs => $1), created_at = created_at - make_interval(secs => $1)`,
    [seconds],
  )
}

async function lastSeen(): Promise<unknown[]> {
  return (await portal.owner.query('select last_seen_at from sessions order by token_hash')).rows
}

test('the catalogue follows the words one types, says what it found, and keeps its address', async () => {
  const { page } = await openPage(paths.procedures())
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  await page.locator('#f-q').pressSequentially('residence')
  await page.waitForURL(/q=residence/)
  const { procedures } = messages('en')
  await page.getByRole('status').getByText(procedures.count(1)).waitFor()
  assert.equal(await page.locator('#results').getByRole('link').count(), 1)
  assert.equal(await page.locator('#f-q').evaluate((one) => one === one.ownerDocument.activeElement), true)
  await page.fill('#f-q', 'zzzz')
  await page.getByRole('status').getByText(procedures.none).waitFor()
  await page.reload()
  assert.equal(await page.inputValue('#f-q'), 'zzzz')
  assert.deepEqual(refused, [])
})
