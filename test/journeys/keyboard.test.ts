import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { giveDocument } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { personSample, type Sample } from './samples.ts'
import { codeIn, holderOf, open, openVisitor, type Visitor } from './visitor.ts'

const certificate = 'marie-muster-private'

let portal: DemoPortal
let browser: Browser
let marie: Visitor
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
  marie = await openVisitor(browser, portal, { language: 'de' })
})
after(async () => {
  await marie.close()
  await browser.close()
  await portal.close()
})

test('the first stop of a page leads past its header', async () => {
  await open(marie, paths.start())
  await marie.page.keyboard.press('Tab')
  const focus = await focused(marie.page)
  assert.equal(focus.text, marie.t.shell.skip)
  assert.ok(focus.visible)
  await marie.page.keyboard.press('Enter')
  assert.match(marie.page.url(), /#main$/)
})

test('with the keyboard alone one signs in and registers', async () => {
  await open(marie, paths.start())
  await goTo(`a[href="${paths.signIn()}"]`)
  await enterInto(`**${paths.signIn()}`)
  await goTo('a[href^="/sign-in/start/demo-oidc"]')
  await enterInto('**/choice/*')
  await goTo(`button[value="${certificate}"]`, { ours: false })
  await enterInto(`**${paths.registration()}`)
  await typeAll({
    number: holderOf(certificate).nationalNumber,
    email: 'marie-muster@mail.example',
  })
  await goTo('[name=terms]')
  await marie.page.keyboard.press('Space')
  await goTo('main button[type=submit]')
  await enterInto(`**${paths.spaces()}`)
})

test('and creates a private space', async () => {
  await goTo(`main a[href="${paths.newPrivateSpace()}"]`)
  await enterInto(`**${paths.newPrivateSpace()}`)
  await typeAll(personSample)
  await goTo('main .actions button')
  await enterInto('**/s/PP-*/*')
})

test('and fills and submits a form', async () => {
  const code = codeIn(marie)
  await goTo(`main a[href="${paths.newDossier(code)}"]`)
  await enterInto(`**${paths.newDossier(code)}`)
  await goTo('main button[type=submit]')
  await enterInto('**/pages/request')
  await typeAll({ purpose: 'bank', certificateLanguage: 'fr', forWhom: 'self' })
  await giveDocument(marie, code)
  await sendPage('**/pages/person')
  await goTo('[data-documents-field] summary')
  await marie.page.keyboard.press('Enter')
  await goTo('[name=identityCard]')
  await marie.page.keyboard.press('Space')
  await sendPage('**/pages/delivery')
  await typeAll({ delivery: 'email' })
  await sendPage('**/check')
  await goTo(`form[action="${paths.submission(code, 1)}"] button[type=submit]`)
  await marie.page.keyboard.press('Enter')
  await marie.page.getByRole('heading', { name: marie.t.dossiers.doneTitle }).waitFor()
})

test('a refused form puts the focus on its problems, and Enter on one leads into the field', async () => {
  await open(marie, paths.newBusinessSpace())
  await goTo('main .actions button')
  await marie.page.keyboard.press('Enter')
  await marie.page.locator('.ds-error-summary').waitFor()
  assert.equal((await focused(marie.page)).role, 'alert')
  await goTo('.ds-error-summary a[href="#f-legalName"]')
  await marie.page.keyboard.press('Enter')
  assert.equal((await focused(marie.page)).name, 'legalName')
})

test('the menu of the account opens, and closes with Escape', async () => {
  await goTo('header details summary')
  await marie.page.keyboard.press('Enter')
  assert.equal(await marie.page.locator('header details[open]').count(), 1)
  await marie.page.keyboard.press('Escape')
  assert.equal(await marie.page.locator('header details[open]').count(), 0)
})

async function sendPage(next: string) {
  await goTo('main button[name=go][value=next], main .actions button[type=submit]')
  await enterInto(next)
}

async function enterInto(address: string) {
  await marie.page.keyboard.press('Enter')
  await marie.page.waitForURL(address)
}

/** Tabs from field to field, in whatever order they come, and types what a person would. */
async function typeAll(sample: Sample) {
  const { page } = marie
  for (const [name, value] of Object.entries(sample)) {
    await goTo(`main [name="${name}"]:not([type=hidden])`)
    const { kind } = await focused(page)
    if (kind === 'radio') await chooseRadio(name, value)
    else if (kind === 'select-one') await chooseOption(name, value)
    else {
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(value)
    }
  }
}

async function chooseRadio(name: string, value: string) {
  const wanted = marie.page.locator(`[name="${name}"][value="${value}"]`)
  await marie.page.keyboard.press('Space')
  for (let step = 0; step < 10 && !(await wanted.isChecked()); step++)
    await marie.page.keyboard.press('ArrowDown')
  assert.ok(await wanted.isChecked())
}

async function chooseOption(name: string, value: string) {
  const select = marie.page.locator(`main [name="${name}"]`)
  const label = await select.locator(`option[value="${value}"]`).innerText()
  await marie.page.keyboard.type(label)
  assert.equal(await select.inputValue(), value)
}

const Focused = z.object({
  matches: z.boolean(),
  kind: z.string(),
  name: z.string(),
  role: z.string(),
  text: z.string(),
  visible: z.boolean(),
})

/** Where the focus is, and whether somebody who looks at the screen can see that. */
async function focused(page: Page, selector = '*') {
  const script = `(() => {
    const element = document.activeElement
    const box = element.getBoundingClientRect()
    const marks = [element, element.labels?.[0], element.closest('label, .ds-field')].filter(Boolean)
    const marked = marks.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    const middle = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2]
    const top = document.elementFromPoint(...middle)
    const covered = top !== null && !element.contains(top) && !top.contains(element) && top.closest('label') === null
    const within = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    // Past the last stop the focus leaves the page for the browser's own controls.
    const away = element === document.body
    return { matches: element.matches(${JSON.stringify(selector)}), kind: element.type ?? '', name: element.name ?? '',
      role: element.getAttribute('role') ?? '', text: (element.innerText ?? '').slice(0, 100), visible: away || (marked && within && !covered) }
  })()`
  return Focused.parse(await page.evaluate(script))
}

/** Tabs until the focus is there; on every stop of our own pages it can be seen. */
async function goTo(selector: string, { ours = true } = {}) {
  const { page } = marie
  const hidden: string[] = []
  for (let step = 0; step < 150; step++) {
    const focus = await focused(page, selector)
    if (ours && step > 0 && !focus.visible) hidden.push(`${focus.kind} ${focus.name} ${focus.text}`)
    if (focus.matches) {
      assert.deepEqual(hidden, [], 'stops where the focus cannot be seen')
      return
    }
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not reach ${selector} on ${page.url()}`)
}
