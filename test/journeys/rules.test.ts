import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type Language, languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { addCertificate, openBusinessSpaces } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { companySample, personSample } from './samples.ts'
import {
  codeIn,
  enter,
  follow,
  manageSpaces,
  open,
  openVisitor,
  present,
  press,
  register,
  shownValue,
  signInAsAgent,
  textOf,
  type Visitor,
} from './visitor.ts'

/** The demo's Marie Muster holds one certificate of each kind. */
const privateCertificate = 'marie-muster-private'
const professionalCertificate = 'marie-muster-professional'
const company = 'Schreinerei Muster S.à r.l.'

const journeys = languages.flatMap((language) =>
  [true, false].map((scripts) => ({ language, scripts }) satisfies Reader),
)
type Reader = { language: Language; scripts: boolean }

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

for (const reader of journeys) {
  const how = `${reader.language}, ${reader.scripts ? 'with' : 'without'} JavaScript`
  describe(`the rules of spaces, read in ${how}`, () => {
    let marie: Visitor
    let inOffice: Visitor
    let privateCode = ''
    let businessCode = ''

    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, reader)
      inOffice = await openVisitor(browser, portal, { ...reader, installed: professionalCertificate })
    })
    after(async () => {
      await marie.close()
      await inOffice.close()
    })

    test('R4: a Private certificate names its holder and its kind', async () => {
      await present(marie, privateCertificate)
      const words = marie.t.identity.registration
      const text = await textOf(marie)
      assert.ok(text.includes('Marie Muster'))
      assert.match(text, new RegExp(`${words.kind}\\s+${words.kinds.private}`))
      assert.doesNotMatch(text, new RegExp(`^${words.organization}$`, 'm'))
      await register(marie, privateCertificate)
    })

    test('R8, R10: “Manage my spaces”, “Create my private space”, personal data, “Confirm”', async () => {
      await manageSpaces(marie)
      await follow(marie, marie.t.spaces.manage.createPrivate)
      await asksAsPromised(marie, ['familyName', 'birthDate', 'postName'], ['birthName', 'iban', 'phone'])
      await enter(marie, personSample)
      await press(marie, marie.t.spaces.create.confirm)
      privateCode = codeIn(marie)
      assert.match(privateCode, /^PP-/)
      assert.ok((await textOf(marie)).includes(marie.t.spaces.notices.created_private))
    })

    test('R2: whoever has a private space is offered no second one', async () => {
      await manageSpaces(marie)
      assert.equal(await marie.page.getByText(privateCode).count(), 1)
      assert.ok(!(await textOf(marie)).includes(marie.t.spaces.manage.createPrivate))
      await open(marie, paths.newPrivateSpace())
      assert.ok((await textOf(marie)).includes(marie.t.spaces.notices.private_exists))
    })

    test('R9, R5, R10: from inside a space, a business space with a Private certificate', async () => {
      await open(marie, paths.space(privateCode))
      await manageSpaces(marie)
      await follow(marie, marie.t.spaces.manage.createBusiness)
      await asksAsPromised(marie, ['legalName', 'companyEmail'], ['vatNumber', 'website', 'companyIban'])
      await enter(marie, companySample)
      await press(marie, marie.t.spaces.create.confirm)
      businessCode = codeIn(marie)
      assert.match(businessCode, /^PM-/)
      assert.ok((await textOf(marie)).includes(marie.t.spaces.notices.created_business))
    })

    test('R1: each kind of space offers its own procedures and refuses the others', async () => {
      await offersOnly(marie, privateCode, 'certificate-of-residence')
      await offersOnly(marie, businessCode, 'business-permit')
      await refuses(marie, privateCode, 'business-permit', marie.t.dossiers.wrongKind.business)
      await refuses(marie, businessCode, 'certificate-of-residence', marie.t.dossiers.wrongKind.private)
    })

    test('R11: what was entered fills the form, and the form says so', async () => {
      await open(marie, paths.newDossier(privateCode))
      await marie.page.locator('main button[type=submit]').first().click()
      await open(marie, paths.dossierPage(privateCode, 1, 'person'))
      for (const name of ['familyName', 'birthPlace', 'thoroughfare', 'postCode', 'postName'])
        assert.equal(await shownValue(marie, name), personSample[name], name)
      assert.ok((await textOf(marie)).includes(marie.t.forms.from.groupProfile))
    })

    test('R4, R2: a Professional certificate names the company, and opens the same private space', async () => {
      await addCertificate(portal, professionalCertificate)
      await present(inOffice, professionalCertificate, 'tls')
      await open(inOffice, paths.spaces())
      const text = await textOf(inOffice)
      assert.ok(text.includes(inOffice.t.spaces.manage.signedInWith.professional(company)))
      assert.ok(text.includes(privateCode))
      assert.ok(!text.includes(inOffice.t.spaces.manage.createPrivate))
    })

    test('R5: with a Professional certificate the company is given, verified and not to be changed', async () => {
      await follow(inOffice, inOffice.t.spaces.manage.createBusiness)
      assert.equal(await inOffice.page.locator('[name=legalName]:not([type=hidden])').count(), 0)
      assert.ok((await inOffice.page.locator('form').last().innerText()).includes(company))
      const { legalName: _, registerNumber: __, ...typed } = companySample
      await enter(inOffice, { ...typed, legalForm: 'sarl', naceCode: '43.32' })
      await press(inOffice, inOffice.t.spaces.create.confirm)
      assert.match(codeIn(inOffice), /^PM-/)
    })

    test('R6: ten business spaces and no more, whichever certificate is used', async () => {
      await openBusinessSpaces(marie, 8)
      for (const visitor of [marie, inOffice]) {
        await manageSpaces(visitor)
        const { limit, manage } = visitor.t.spaces
        assert.ok((await textOf(visitor)).includes(limit.used(10, 10)))
        assert.ok(!(await textOf(visitor)).includes(manage.createBusiness))
        await open(visitor, paths.newBusinessSpace())
        const text = await textOf(visitor)
        assert.ok(text.includes(limit.reachedTitle))
        assert.ok(text.includes(limit.reached(10)))
        assert.equal(
          await visitor.page
            .locator('main')
            .getByRole('link', { name: visitor.t.helpdesk.ask.moreSpaces })
            .count(),
          1,
        )
      }
    })

    test('R6: the helpdesk raises the limit on request, and the eleventh space opens', async () => {
      const agent = await openVisitor(browser, portal, reader)
      const { ask, item, waiting } = marie.t.helpdesk
      await open(marie, paths.spaces())
      await follow(marie, ask.moreSpaces)
      await enter(marie, { wanted: '11', message: 'One more association.' })
      await press(marie, ask.send)
      assert.ok((await textOf(marie)).includes(ask.states.new))
      await signInAsAgent(agent, 'ben-berater')
      await agent.page.locator('main').getByRole('link', { name: waiting.about.limit }).click()
      await press(agent, item.take)
      await marie.page.reload()
      assert.ok((await textOf(marie)).includes(ask.states.in_progress))
      await enter(agent, { limit: '11', answer: 'Welcome, association number eleven.' })
      await press(agent, item.raise)
      assert.ok((await textOf(agent)).includes(waiting.done))
      await marie.page.reload()
      assert.ok((await textOf(marie)).includes('Welcome, association number eleven.'))
      await openBusinessSpaces(marie, 1, 11)
      await manageSpaces(marie)
      assert.ok((await textOf(marie)).includes(marie.t.spaces.limit.used(11, 11)))
      await open(marie, paths.activity())
      assert.ok((await textOf(marie)).includes(marie.t.account.activity.acts['limit.changed']))
      assert.deepEqual(agent.complaints, [])
      await agent.close()
    })

    test('no page complained in the browser meanwhile', () => {
      assert.deepEqual([...marie.complaints, ...inOffice.complaints], [])
    })
  })
}

/** R10: an asterisk, said aloud too, on what is mandatory; none on the rest; and the advice to fill all. */
async function asksAsPromised({ page, t }: Visitor, mandatory: string[], optional: string[]) {
  const labelOf = (name: string) => page.locator(`label[for="f-${name}"]`).innerText()
  for (const name of mandatory) assert.match(await labelOf(name), /\*/, name)
  for (const name of optional) assert.doesNotMatch(await labelOf(name), /\*/, name)
  assert.ok((await page.locator('main').innerText()).includes(t.forms.advice))
}

async function offersOnly(visitor: Visitor, code: string, procedure: string) {
  await open(visitor, paths.newDossier(code))
  const offered = visitor.page.locator('main input[name=procedure]')
  assert.deepEqual(
    await offered.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value'))),
    [procedure],
  )
}

/** As somebody would who changes what the page sends. */
async function refuses(visitor: Visitor, code: string, procedure: string, words: string) {
  await open(visitor, paths.newDossier(code))
  const sent = visitor.page.locator('main input[name=procedure]').first()
  await sent.evaluate((input, value) => input.setAttribute('value', value), procedure)
  await visitor.page.locator('main button[type=submit]').first().click()
  assert.ok((await textOf(visitor)).includes(words))
}
