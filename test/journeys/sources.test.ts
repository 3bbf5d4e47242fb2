import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Language } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { addCertificate, behave, makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { companySample } from './samples.ts'
import {
  codeIn,
  enter,
  follow,
  holderOf,
  open,
  openVisitor,
  present,
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

const readers: { language: Language; scripts: boolean }[] = [
  { language: 'de', scripts: true },
  { language: 'fr', scripts: false },
]

for (const { language, scripts } of readers) {
  describe(`authentic sources, in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    let marie: Visitor
    let code = ''
    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, { language, scripts })
      await signIn(marie, 'marie-muster-private')
      code = await makePrivateSpace(marie)
    })
    after(() => marie.close())

    test('R12: a private space shows what the registers hold on its person', async () => {
      await open(marie, paths.space(code))
      await toSources(marie)
      const text = await textOf(marie)
      const { names } = marie.t.sources
      for (const one of [names.persons, names.drivingLicences, 'L0214778', 'Esch-sur-Alzette'])
        assert.ok(text.includes(one), one)
      assert.ok(!text.includes(names.companies))
    })

    test('R12: what is changed in a register while the portal runs, the portal shows', async () => {
      const street = scripts ? 'Rue du Moulin' : 'Rue des Tanneurs'
      await changeEntry(marie, 'Marie Muster', /"thoroughfare": "[^"]+"/, `"thoroughfare": "${street}"`)
      await open(marie, paths.sources(code))
      assert.ok((await textOf(marie)).includes(street))
      await enter(marie, { 'take.thoroughfare': 'yes' })
      await press(marie, marie.t.sources.compare.take)
      assert.ok((await textOf(marie)).includes(marie.t.sources.notices.taken))
      await open(marie, paths.profile(code))
      assert.ok((await textOf(marie)).includes(street))
      assert.ok((await textOf(marie)).includes(marie.t.forms.from.register(marie.t.sources.names.persons)))
    })

    test('R12: a register that is down says so, and takes nothing else down', async () => {
      await behave(portal, 'persons', 'down')
      try {
        await open(marie, paths.sources(code))
        const text = await textOf(marie)
        assert.ok(text.includes(marie.t.sources.unavailable) && text.includes('L0214778'))
        await behave(portal, 'persons', 'stranger')
        await open(marie, paths.sources(code))
        assert.ok(!(await textOf(marie)).includes('Corniche'))
      } finally {
        await behave(portal, 'persons', 'normal')
        await untilAnswering(marie, code)
      }
    })

    test('R12: before a form is filled one sees what is passed, and fills it or types', async () => {
      const words = marie.t.sources.form
      await open(marie, paths.newDossier(code))
      await marie.page.locator('main button[type=submit]').first().click()
      await open(marie, paths.dossierPage(code, 1, 'person'))
      await enter(marie, { phone: '+352 621 987 654' })
      await lookAtSource(marie)
      assert.ok((await textOf(marie)).includes(words.lead.persons))
      await follow(marie, words.no)
      assert.equal(await marie.page.locator('main [name=locatorDesignator]').inputValue(), '17')
      await lookAtSource(marie)
      await press(marie, words.fill)
      assert.equal(await marie.page.locator('main [name=locatorDesignator]').count(), 0)
      assert.equal(await shownValue(marie, 'locatorDesignator'), '71')
      assert.equal((await shownValue(marie, 'phone')).replace(/\D/g, ''), '352621987654')
      await lookAtSource(marie)
      await press(marie, words.takeBackButton)
      assert.equal(await marie.page.locator('main [name=locatorDesignator]').inputValue(), '71')
    })

    test('R12: the person reads who looked at their data, why, and for which dossier', async () => {
      await open(marie, paths.sources(code))
      await follow(marie, marie.t.sources.looked.title)
      await marie.page.waitForURL(/consultations/)
      const text = await textOf(marie)
      const { purpose, outcome } = marie.t.sources.looked
      for (const one of [purpose.display, purpose.profile, purpose.form, outcome.unavailable])
        assert.ok(text.includes(one), one)
      assert.ok(await marie.page.getByRole('link', { name: `${code}-1` }).count())
      assert.ok(text.includes(purpose.preview))
    })

    test('R12: a number that nothing confirmed opens no register, until the register confirms it', async () => {
      await behave(portal, 'persons', 'down')
      const joao = await openVisitor(browser, portal, { language, scripts })
      try {
        await signIn(joao, 'joao-pereira-private')
        const { nationalNumber } = holderOf('joao-pereira-private')
        const own = await makePrivateSpace(joao, { nationalNumber })
        await open(joao, paths.sources(own))
        const { needs, names } = joao.t.sources
        assert.ok((await textOf(joao)).includes(needs.number_declared.title))
        assert.ok(!(await textOf(joao)).includes(names.drivingLicences))
        await behave(portal, 'persons', 'normal')
        await untilAnswering(marie, code)
        await press(joao, joao.t.sources.confirmNumber)
        const text = await textOf(joao)
        assert.ok(text.includes(joao.t.sources.notices.number_confirmed) && text.includes('L0087131'))
      } finally {
        await behave(portal, 'persons', 'normal')
        await joao.close()
      }
    })

    test('R12: a business space opened with a Professional certificate shows the register of companies', async () => {
      await addCertificate(portal, 'marie-muster-professional')
      const office = await openVisitor(browser, portal, { language, scripts })
      try {
        await present(office, 'marie-muster-professional')
        await open(office, paths.newBusinessSpace())
        const { legalName: _, registerNumber: __, ...typed } = companySample
        await enter(office, { ...typed, legalForm: 'sarl', naceCode: '43.32' })
        await press(office, office.t.spaces.create.confirm)
        const place = codeIn(office)
        await toSources(office)
        const text = await textOf(office)
        assert.ok(text.includes(office.t.sources.names.companies) && text.includes('LU24816331'))
        assert.match(place, /^PM-/)
      } finally {
        await office.close()
      }
    })

    test('no page complained in the browser meanwhile', () => {
      assert.deepEqual(marie.complaints, [])
    })
  })
}

/** Whether or not a value of the form came from a register before. */
const lookAtSource = ({ page }: Visitor) =>
  Promise.all([page.waitForEvent('load'), page.locator('main button[name=go][value=source]').click()])

async function toSources({ page, t }: Visitor) {
  const tabs = page.getByRole('navigation', { name: t.shell.spaceNavigation })
  await tabs.getByRole('link', { name: t.shell.sources }).click()
  await page.waitForURL(/\/sources$/)
}

/** By hand, on the register's own page. */
async function changeEntry({ page, portal }: Visitor, label: string, from: RegExp, to: string) {
  await page.goto(portal.registers.persons)
  const entry = page.locator('details').filter({ hasText: label })
  await entry.locator('summary').click()
  const area = entry.locator('textarea')
  await area.fill((await area.inputValue()).replace(from, to))
  await Promise.all([page.waitForEvent('load'), entry.getByRole('button', { name: 'Save' }).click()])
}

/** The portal leaves a register alone for some seconds after it was down. */
async function untilAnswering(visitor: Visitor, code: string) {
  for (let tries = 0; tries < 20; tries++) {
    await open(visitor, paths.sources(code))
    if (!(await textOf(visitor)).includes(visitor.t.sources.unavailable)) return
    await visitor.page.waitForTimeout(1000)
  }
}
