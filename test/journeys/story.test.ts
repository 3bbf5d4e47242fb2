import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import {
  answerResidence,
  giveDocument,
  makePrivateSpace,
  openBusinessSpaces,
  openSharedSpace,
} from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { linkIn, mailTo } from './mailbox.ts'
import { invitationSample } from './samples.ts'
import {
  enter,
  follow,
  manageSpaces,
  open,
  openVisitor,
  present,
  presentHere,
  press,
  register,
  signIn,
  signInAsAgent,
  signOut,
  textOf,
  type Visitor,
} from './visitor.ts'

/** The whole of it, one after the other: two colleagues, an agent of the helpdesk, and the authority. */
let portal: DemoPortal
let browser: Browser
let marie: Visitor
let paul: Visitor
let agent: Visitor
let home = ''
let joinery = ''

before(async () => {
  // So that nobody is asked twice on a busy machine.
  portal = await startDemoPortal({ FRESH_MINUTES: '60' })
  browser = await launchBrowser()
  await portal.forgetEverybody()
  marie = await openVisitor(browser, portal, { language: 'de' })
  paul = await openVisitor(browser, portal, { language: 'fr', scripts: false })
  agent = await openVisitor(browser, portal, { language: 'en' })
})
after(async () => {
  for (const one of [marie, paul, agent]) await one.close()
  await browser.close()
  await portal.close()
})

describe('the story of the mission, with two people, the helpdesk and an authority', () => {
  test('Marie signs in with her Private certificate, and what she enters once fills her first form', async () => {
    await signIn(marie, 'marie-muster-private')
    home = await makePrivateSpace(marie)
    await answerResidence(marie, home)
    await open(marie, paths.dossierCheck(home, 1))
    const text = await textOf(marie)
    for (const known of ['Rue de l’Alzette', 'Ausweis.pdf']) assert.ok(text.includes(known), known)
    await press(marie, marie.t.dossiers.submit)
    assert.ok((await textOf(marie)).includes(marie.t.dossiers.doneTitle))
  })

  test('the authority receives it, and Marie is told in her space and by mail', async () => {
    const { received } = marie.t.dossiers.status
    for (const end = Date.now() + 40_000; Date.now() < end; await marie.page.waitForTimeout(500)) {
      await open(marie, paths.dossier(home, 1))
      if ((await textOf(marie)).includes(received)) break
    }
    assert.ok((await textOf(marie)).includes(received))
    await marie.page.goto(portal.authorityUrl)
    assert.ok((await marie.page.locator('body').innerText()).includes(`${home}-1`))
  })

  test('the registers say what they hold on her, and she reads who looked', async () => {
    await open(marie, paths.sources(home))
    assert.ok((await textOf(marie)).includes('L0214778'))
    await open(marie, paths.consultations(home))
    assert.ok((await textOf(marie)).includes(marie.t.sources.looked.purpose.display))
  })

  test('her Professional certificate, once registered, opens the same private space', async () => {
    await open(marie, paths.certificates())
    await marie.page.locator(`a[href="${paths.attachStart('demo-oidc')}"]`).click()
    await marie.page.locator('button[name=certificate][value="marie-muster-professional"]').click()
    await marie.page.waitForURL((url) => url.pathname === paths.certificates())
    assert.ok((await textOf(marie)).includes(marie.t.certificates.notices.registered))
    await signOut(marie)
    await present(marie, 'marie-muster-professional')
    assert.equal((await open(marie, paths.space(home)))?.status(), 200)
  })

  test('with it she opens a business space and invites Paul, who joins', async () => {
    joinery = await openSharedSpace(marie)
    await open(marie, paths.newInvitation(joinery))
    await enter(marie, invitationSample)
    await press(marie, marie.t.members.form.send)
    assert.ok((await textOf(marie)).includes(marie.t.members.notices.invited))
    const mail = await mailTo(portal, invitationSample.email ?? '', marie.t.mail.invitation.subject)
    await paul.page.goto(linkIn(mail))
    await presentHere(paul, 'paul-weis-professional')
    await register(paul, 'paul-weis-professional')
    await enter(paul, { capacity: 'employee' })
    await press(paul, paul.t.members.offer.accept)
    assert.ok((await textOf(paul)).includes(paul.t.members.notices.joined))
  })

  test('what one of them keeps or begins there, the other finds; her private space stays hers', async () => {
    await giveDocument(paul, joinery)
    await open(paul, paths.newDossier(joinery))
    await paul.page.locator('main button[type=submit]').first().click()
    await paul.page.waitForURL(/\/pages\//)
    await open(marie, paths.documents(joinery))
    assert.ok((await textOf(marie)).includes('Ausweis.pdf'))
    await open(marie, paths.dossier(joinery, 1))
    assert.ok((await textOf(marie)).includes(marie.t.dossiers.event.created('Paul Weis')))
    assert.equal((await open(paul, paths.space(home)))?.status(), 404)
    assert.equal((await open(paul, paths.documents(home)))?.status(), 404)
  })

  test('at ten business spaces she asks for more, and the helpdesk, which sees no contents, grants it', async () => {
    await signOut(marie)
    await present(marie, 'marie-muster-private')
    await openBusinessSpaces(marie, 9)
    await manageSpaces(marie)
    await follow(marie, marie.t.helpdesk.ask.moreSpaces)
    await enter(marie, { wanted: '12', message: 'Zwei Vereine mehr.' })
    await press(marie, marie.t.helpdesk.ask.send)
    const request = marie.page.url()
    await signInAsAgent(agent, 'ada-agent')
    await agent.page.locator('main').getByRole('link', { name: agent.t.helpdesk.waiting.about.limit }).click()
    await press(agent, agent.t.helpdesk.item.take)
    await enter(agent, { limit: '12', answer: 'Gern.' })
    await press(agent, agent.t.helpdesk.item.raise)
    for (const hidden of [paths.space(home), paths.documents(joinery), `/helpdesk${paths.space(home)}`])
      assert.equal((await open(agent, hidden))?.status(), 404, hidden)
    await marie.page.goto(request)
    assert.ok((await textOf(marie)).includes('Gern.'))
    await openBusinessSpaces(marie, 1, 11)
  })

  test('all of it stands in her activity, and she takes out everything as one file', async () => {
    await open(marie, paths.activity())
    const text = await textOf(marie)
    const { acts } = marie.t.account.activity
    for (const act of ['limit.changed', 'certificate.registered'] as const)
      assert.ok(text.includes(acts[act]), acts[act])
    await open(marie, paths.takeout())
    const button = marie.page.getByRole('button', { name: marie.t.takeout.make })
    const [file] = await Promise.all([marie.page.waitForEvent('download'), button.click()])
    assert.match(file.suggestedFilename(), /^meine-daten-.*\.zip$/)
  })
})
