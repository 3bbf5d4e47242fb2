import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { letMinutesPass, openSharedSpace, send } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { linkIn, mailTo } from './mailbox.ts'
import { companySample, invitationSample } from './samples.ts'
import {
  changeMember,
  enter,
  follow,
  open,
  openVisitor,
  presentAgain,
  presentHere,
  press,
  register,
  shownValue,
  signIn,
  textOf,
  type Visitor,
} from './visitor.ts'

/** Both are of the joinery. */
const [boss, colleague] = ['marie-muster-professional', 'paul-weis-professional'] as const
const company = 'Schreinerei Muster S.à r.l.'

let portal: DemoPortal
let browser: Browser
before(async () => {
  // An hour, so that on a busy machine nobody is asked twice.
  portal = await startDemoPortal({ FRESH_MINUTES: '60', SESSION_IDLE_MINUTES: '120' })
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const [index, language] of languages.entries()) {
  const scripts = index % 2 === 0
  describe(`R7: two colleagues share a business space (${language}, ${scripts ? 'with' : 'without'} JavaScript)`, () => {
    let marie: Visitor
    let paul: Visitor
    let code = ''
    let link = ''

    before(async () => {
      await portal.forgetEverybody()
      marie = await openVisitor(browser, portal, { language, scripts, installed: boss })
      paul = await openVisitor(browser, portal, { language, scripts, installed: colleague })
      await signIn(marie, boss, 'tls')
      await portal.owner.query('update persons set email_confirmed_at = now()')
      code = await openSharedSpace(marie)
    })
    after(async () => {
      await marie.close()
      await paul.close()
    })

    test('the administrator, alone so far, is advised to appoint a second one, and invites a colleague, confirming that it is her', async () => {
      await open(marie, paths.space(code))
      await marie.page.locator('nav.tabs').getByRole('link', { name: marie.t.members.title }).click()
      assert.ok((await textOf(marie)).includes(marie.t.members.oneAdministratorTitle))
      await follow(marie, marie.t.members.invite)
      await letMinutesPass(marie, 61)
      await enter(marie, invitationSample)
      await press(marie, marie.t.members.form.send)
      await presentAgain(marie, boss, 'tls')
      assert.equal(await shownValue(marie, 'familyName'), invitationSample.familyName)
      await press(marie, marie.t.members.form.send)
      const text = await textOf(marie)
      for (const words of [marie.t.members.notices.invited, marie.t.members.invitations.states.invited])
        assert.ok(text.includes(words), words)
    })

    test('a stranger with the link in the mail learns nothing, not even the company’s name', async () => {
      const mail = await mailTo(portal, invitationSample.email ?? '', marie.t.mail.invitation.subject)
      assert.doesNotMatch(mail.text ?? '', /Marie|Schreinerei|PM-/)
      link = linkIn(mail)
      const stranger = await openVisitor(browser, portal, { language, scripts })
      await signIn(stranger, 'joao-pereira-private')
      assert.equal((await stranger.page.goto(link))?.status(), 404)
      assert.doesNotMatch(await textOf(stranger), /Schreinerei|Marie/)
      await stranger.close()
    })

    test('who is new here signs in, registers, comes back to the invitation, and accepts', async () => {
      await paul.page.goto(link)
      await presentHere(paul, colleague, 'tls')
      await register(paul, colleague)
      assert.equal(paul.page.url(), link)
      const text = await textOf(paul)
      for (const words of ['Marie Muster', code, paul.t.members.offer.allCertificates])
        assert.ok(text.includes(words), words)
      await enter(paul, { capacity: 'employee' })
      await press(paul, paul.t.members.offer.accept)
      assert.ok((await textOf(paul)).includes(paul.t.members.notices.joined))
      assert.ok(paul.page.url().includes(code))
      await mailTo(portal, 'marie-muster@mail.example', marie.t.mail.memberJoined.subject(code))
    })

    test('two in one form: the second to save sees both versions, with whose they are, and loses nothing', async () => {
      await open(marie, paths.newDossier(code))
      await marie.page.locator('main button[type=submit]').first().click()
      await marie.page.waitForURL(/\/pages\/company/)
      await open(paul, paths.dossierPage(code, 1, 'company'))
      await enter(paul, { companyEmail: 'paul@joinery.example' })
      await press(paul, paul.t.dossiers.later)
      await enter(marie, { companyEmail: 'marie@joinery.example' })
      await press(marie, marie.t.dossiers.later)
      const both = await textOf(marie)
      for (const words of [
        marie.t.dossiers.conflictTitle,
        'paul@joinery.example',
        'marie@joinery.example',
        marie.t.dossiers.conflictTheirs('Paul Weis'),
      ])
        assert.ok(both.includes(words), words)
      await enter(marie, { 'keep:companyEmail': 'theirs' })
      await press(marie, marie.t.dossiers.conflictSave)
      assert.equal(await shownValue(marie, 'companyEmail'), 'paul@joinery.example')
    })

    test('the dossier tells both who did what, in which capacity, with which certificate', async () => {
      for (const one of [marie, paul]) {
        await open(one, paths.dossier(code, 1))
        const text = await one.page.locator('.timeline').innerText()
        const { dossiers, certificates, spaces } = one.t
        for (const words of [
          dossiers.event.created('Marie Muster'),
          dossiers.event.changed('Paul Weis'),
          spaces.capacity.manager,
          spaces.capacity.employee,
          certificates.kinds.professional,
          company,
          '…0214',
          '…0356',
        ])
          assert.ok(text.includes(words), `${words} in ${text}`)
      }
    })

    test('a changed role holds on the next request, and says who can grant what is missing', async () => {
      await setRole(marie, 'reader')
      assert.equal((await open(paul, paths.dossierPage(code, 1, 'company')))?.status(), 403)
      assert.ok((await textOf(paul)).includes(paul.t.errors.whoGrants('Marie Muster')))
      await setRole(marie, 'administrator')
      assert.equal((await open(paul, paths.newInvitation(code)))?.status(), 200)
    })

    test('the administrator reads who did what in the space, and finds the way there among its users', async () => {
      await open(marie, paths.members(code))
      await follow(marie, marie.t.spaces.activity.title)
      await enter(marie, { about: 'users' })
      await press(marie, marie.t.spaces.activity.show)
      const text = await textOf(marie)
      const { account, certificates } = marie.t
      for (const words of [
        account.activity.acts['member.role_changed'],
        account.activity.acts['invitation.accepted'],
        'Paul Weis',
        certificates.kinds.professional,
      ])
        assert.ok(text.includes(words), `${words} in ${text}`)
      assert.ok(!text.includes(account.activity.acts['dossier.started']))
    })

    test('with a second administrator the first one leaves; the last one cannot', async () => {
      await open(marie, paths.leaving(code))
      await press(marie, marie.t.members.leaving.confirm)
      assert.ok((await textOf(marie)).includes(marie.t.members.notices.left))
      assert.equal((await open(marie, paths.space(code)))?.status(), 404)
      await open(paul, paths.leaving(code))
      assert.ok((await textOf(paul)).includes(paul.t.members.last.title))
    })

    test('no page complained in the browser meanwhile', () => {
      assert.deepEqual([...marie.complaints, ...paul.complaints], [])
    })

    async function setRole(visitor: Visitor, role: string) {
      await open(visitor, paths.members(code))
      await changeMember(visitor, 'Paul Weis')
      await enter(visitor, { role })
      await press(visitor, visitor.t.members.member.save)
      assert.ok((await textOf(visitor)).includes(visitor.t.members.notices.changed))
    }
  })
}

test('R7: a space opened with a Private certificate has one user, and says why and what to do', async () => {
  await portal.forgetEverybody()
  const nora = await openVisitor(browser, portal, { language: 'en' })
  await signIn(nora, 'nora-thill-private')
  const location = await send(nora, paths.newBusinessSpace(), companySample)
  await open(nora, paths.members(/PM-[A-Z0-9]{6}/.exec(location)?.[0] ?? ''))
  const text = await textOf(nora)
  for (const words of [nora.t.members.oneUserTitle, nora.t.members.oneUserHow])
    assert.ok(text.includes(words))
  assert.equal(await nora.page.locator('main').getByText(nora.t.members.invite).count(), 0)
  await nora.close()
})
