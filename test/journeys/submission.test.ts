import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { answerResidence, fileOf, makePrivateSpace, send } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { personSample } from './samples.ts'
import {
  enter,
  follow,
  open,
  openVisitor,
  press,
  shownValue,
  signIn,
  textOf,
  type Visitor,
} from './visitor.ts'

let portal: DemoPortal
let browser: Browser
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const scripts of [true, false]) {
  describe(`from a form filled by data to a receipt, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    let marie: Visitor
    let code = ''
    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, { language: 'de', scripts })
      await signIn(marie, 'marie-muster-private')
      code = await makePrivateSpace(marie)
    })
    after(() => marie.close())

    test('what is typed is kept when one leaves, and found again under “Resume later”', async () => {
      await open(marie, paths.newDossier(code))
      await marie.page.locator('main button[type=submit]').first().click()
      await enter(marie, { purpose: 'school', certificateLanguage: 'fr' })
      if (scripts) {
        const status = marie.page.locator('[data-autosave-status]')
        await status.filter({ hasText: /^Gespeichert um \d\d:\d\d/ }).waitFor()
      } else await press(marie, marie.t.dossiers.later)
      await open(marie, paths.dossiers(code))
      assert.ok((await textOf(marie)).includes(marie.t.dossiers.status.draft))
      await marie.page.locator('main').getByRole('link', { name: 'Wohnsitzbescheinigung' }).first().click()
      await follow(marie, marie.t.dossiers.goOn)
      assert.equal(await shownValue(marie, 'purpose'), 'school')
      assert.ok(await marie.page.locator('[name=certificateLanguage][value=fr]').isChecked())
    })

    test('an answer that is missing is named, and what was typed stays', async () => {
      await press(marie, marie.t.dossiers.next)
      const problem = marie.page.locator('.ds-error-summary a')
      assert.equal(await problem.count(), 1)
      await problem.click()
      assert.match(marie.page.url(), /#f-forWhom$|\/pages\/request/)
      assert.equal(await shownValue(marie, 'purpose'), 'school')
      await enter(marie, { forWhom: 'self' })
      await press(marie, marie.t.dossiers.next)
    })

    test('the next page arrives filled, and a change is offered for the profile, unticked', async () => {
      assert.equal(await shownValue(marie, 'thoroughfare'), personSample.thoroughfare)
      await enter(marie, { thoroughfare: 'Rue du Fossé' })
      await marie.page.locator('[name="identityCard.file"]').setInputFiles(fileOf('Ausweis.pdf'))
      if (scripts) await marie.page.locator('[data-chosen] input').waitFor()
      await press(marie, marie.t.dossiers.next)
      await enter(marie, { delivery: 'email' })
      await press(marie, marie.t.dossiers.toCheck)
      const box = marie.page.locator('[name="takeOver.thoroughfare"]')
      assert.ok(!(await box.isChecked()))
      await box.check({ force: true })
    })

    test('a double click submits once, and the page says what happens next', async () => {
      await marie.page.getByRole('button', { name: marie.t.dossiers.submit, exact: true }).dblclick()
      await marie.page.getByRole('heading', { name: marie.t.dossiers.doneTitle }).waitFor()
      const text = await textOf(marie)
      assert.ok(text.includes(`${code}-1`))
      assert.ok(text.includes(marie.t.dossiers.nextSteps))
      assert.ok(text.includes(marie.t.dossiers.ask))
      assert.equal(await submissions(portal), 1)
    })

    test('going back and submitting again, or from a second tab, leads to the one submission', async () => {
      await send(marie, paths.submission(code, 1), { seen: 'whatever' })
      await open(marie, paths.dossierCheck(code, 1))
      assert.ok((await textOf(marie)).includes(marie.t.dossiers.closedForm))
      assert.equal(await submissions(portal), 1)
    })

    test('what was ticked is in the profile now', async () => {
      await open(marie, paths.profile(code))
      assert.ok((await textOf(marie)).includes('Rue du Fossé'))
    })

    test('the authority has it and says so, and the dossier shows it', async () => {
      const received = marie.page.getByText(marie.t.dossiers.event.received('Einwohnermeldeamt Musterstadt'))
      for (const end = Date.now() + 15_000; Date.now() < end; ) {
        await open(marie, paths.dossier(code, 1))
        if (await received.count()) break
        await marie.page.waitForTimeout(200)
      }
      assert.equal(await received.count(), 1)
      assert.ok((await textOf(marie)).includes(marie.t.dossiers.status.received))
      await marie.page.goto(portal.authorityUrl)
      await marie.page.getByRole('link', { name: 'Wohnsitzbescheinigung' }).first().click()
      const there = await textOf(marie)
      assert.ok(there.includes('Rue du Fossé'))
      assert.ok(there.includes(`${code}-1`))
    })

    test('the list of dossiers and the overview show it again', async () => {
      for (const path of [paths.dossiers(code), paths.space(code)]) {
        await open(marie, path)
        assert.ok((await textOf(marie)).includes('Wohnsitzbescheinigung'))
        assert.ok((await textOf(marie)).includes(marie.t.dossiers.status.received))
      }
    })

    test('switched off, data fills nothing', async () => {
      await open(marie, paths.profile(code))
      await press(marie, marie.t.profile.use.turnOff)
      await open(marie, paths.newDossier(code))
      await marie.page.locator('main button[type=submit]').first().click()
      await open(marie, paths.dossierPage(code, 2, 'person'))
      assert.equal(await shownValue(marie, 'thoroughfare'), '')
    })

    test('no page complained in the browser meanwhile', () => assert.deepEqual(marie.complaints, []))
  })
}

test('two tabs that submit at the same moment leave one submission', async () => {
  await portal.forgetEverybody()
  const marie = await openVisitor(browser, portal, { language: 'de' })
  await signIn(marie, 'marie-muster-private')
  const code = await makePrivateSpace(marie)
  await answerResidence(marie, code)
  const tabs = [marie, { ...marie, page: await marie.context.newPage() }]
  for (const tab of tabs) await open(tab, paths.dossierCheck(code, 1))
  await Promise.all(tabs.map((tab) => press(tab, tab.t.dossiers.submit)))
  for (const { page } of tabs) {
    await page.waitForURL((url) => url.pathname !== paths.dossierCheck(code, 1))
    assert.ok((await page.locator('main').innerText()).includes(`${code}-1`))
  }
  assert.equal(await submissions(portal), 1)
  await marie.close()
})

async function submissions({ owner }: DemoPortal): Promise<number> {
  const { rows } = await owner.query<{ count: string }>('select count(*) from submissions')
  return Number(rows[0]?.count)
}
