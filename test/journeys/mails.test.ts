import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ParsedMail } from 'mailparser'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { answerResidence, makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { linkIn, mailTo, readMails } from './mailbox.ts'
import { personSample } from './samples.ts'
import { open, openVisitor, press, signIn, textOf, type Visitor } from './visitor.ts'

const certificate = 'marie-muster-private'
const address = 'marie-muster@mail.example'

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

for (const language of languages) {
  describe(`mails to somebody who reads ${language}`, () => {
    let marie: Visitor
    let code = ''
    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, { language })
      await signIn(marie, certificate)
    })
    after(() => marie.close())

    test('the address is confirmed by the link in the mail, and before that nothing else goes there', async () => {
      const words = marie.t.mail.emailConfirmation
      const mail = await mailTo(portal, address, words.subject)
      assert.ok(mail.text?.includes(words.text))
      assertHonest(mail, marie)
      await marie.page.goto(linkIn(mail))
      await press(marie, marie.t.identity.email.confirm)
      assert.ok((await textOf(marie)).includes(marie.t.identity.email.doneTitle))
    })

    test('a certificate that is new here is told, once there is an address to tell', async () => {
      const mail = await mailTo(portal, address, marie.t.mail.newCertificate.subject)
      assert.ok(mail.text?.includes(marie.t.mail.newCertificate.text))
      assertHonest(mail, marie)
    })

    test('a new space is told', async () => {
      code = await makePrivateSpace(marie)
      const mail = await mailTo(portal, address, marie.t.mail.spaceCreated.subject(code))
      assert.ok(mail.text?.includes(marie.t.mail.greeting('Marie Muster')))
      assert.ok(mail.text?.includes(marie.t.mail.spaceCreated.text(code)))
      assertHonest(mail, marie)
      await marie.page.goto(linkIn(mail))
      assert.ok(marie.page.url().endsWith(paths.space(code)))
    })

    test('a dossier submitted, and received by the authority, is told with its reference', async () => {
      await answerResidence(marie, code)
      await open(marie, paths.dossierCheck(code, 1))
      await press(marie, marie.t.dossiers.submit)
      for (const words of [marie.t.mail.dossierSubmitted, marie.t.mail.dossierReceived]) {
        const mail = await mailTo(portal, address, words.subject(`${code}-1`))
        assert.ok(mail.text?.includes(words.text(`${code}-1`)))
        assertHonest(mail, marie)
        await marie.page.goto(linkIn(mail))
        assert.ok(marie.page.url().endsWith(paths.dossier(code, 1)))
      }
    })
  })
}

/** In the person's language, from the portal, and nothing of what is in the space. */
function assertHonest(mail: ParsedMail, { language, t }: Visitor) {
  assert.equal(mail.headers.get('content-language'), language)
  assert.ok(mail.text?.includes(t.mail.automatic))
  const confidential = [
    personSample.thoroughfare,
    personSample.birthDate,
    personSample.phone,
    '1984071921472',
  ]
  for (const secret of confidential) assert.ok(!`${mail.subject} ${mail.text}`.includes(secret ?? ''), secret)
}

test('every mail kept is a whole message with one plain text', async () => {
  const mails = await readMails(portal)
  assert.ok(mails.length >= 5 * languages.length, String(mails.length))
  for (const mail of mails) {
    assert.ok(mail.messageId)
    assert.equal(mail.attachments.length, 0)
    assert.ok(mail.text)
  }
})
