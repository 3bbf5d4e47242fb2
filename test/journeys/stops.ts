import assert from 'node:assert/strict'
import { paths, withParked } from '../../src/paths.ts'
import {
  addCertificate,
  approveRecovery,
  behave,
  endAgentSessions,
  fileOf,
  forgetLookups,
  forgetQuestions,
  giveManyDocuments,
  letMinutesPass,
  makeWaitingCertificate,
  openBusinessSpaces,
  openSharedSpace,
  send,
  takeRecovery,
  useUpLookups,
  useUpQuestions,
} from './behind.ts'
import type { DemoPortal } from './demo-portal.ts'
import { linkIn, mailTo } from './mailbox.ts'
import { invitationSample, personSample, recoverySample } from './samples.ts'
import {
  changeMember,
  codeIn,
  enter,
  follow,
  open,
  present,
  presentAgain,
  press,
  register,
  shownValue,
  signInAgentHere,
  signInAsAgent,
  signOut,
  textOf,
  type Visitor,
} from './visitor.ts'

/** A page in one of its states, and how one gets there from the stop before. */
export type Stop = { name: string; go(walk: Walk): Promise<unknown> }

export type Walk = {
  visitor: Visitor
  privateCode: string
  businessCode: string
  recoveryPath: string
  requestPath: string
}

const certificate = 'marie-muster-private'
const at = (name: string, path: (walk: Walk) => string, status = 200): Stop => ({
  name,
  async go(walk) {
    const answer = await open(walk.visitor, path(walk))
    assert.equal(answer?.status(), status)
  },
})

const beforeSignIn: Stop[] = [
  at('start', () => paths.start()),
  at('procedures', () => paths.procedures()),
  at('procedures-none-found', () => paths.procedures({ q: 'xyzzy' })),
  at('procedure-private', () => paths.procedure('certificate-of-residence')),
  at('procedure-business', () => paths.procedure('business-permit')),
  at('help', () => paths.help()),
  at('help-certificates', () => paths.help('certificates')),
  at('help-spaces', () => paths.help('spaces')),
  at('contact', () => paths.contact()),
  at('question', () => paths.newQuestion()),
  { name: 'question-errors', go: ({ visitor }) => press(visitor, visitor.t.helpdesk.ask.send) },
  {
    name: 'question-sent',
    async go({ visitor }) {
      await enter(visitor, {
        name: 'Marie Muster',
        email: 'marie@mail.example',
        message: 'My card is broken.',
      })
      await press(visitor, visitor.t.helpdesk.ask.send)
    },
  },
  at('question-link-gone', () => paths.question('x'), 410),
  at('accessibility', () => paths.accessibility()),
  at('privacy', () => paths.privacy()),
  at('terms', () => paths.terms()),
  at('imprint', () => paths.imprint()),
  at('not-found', () => '/nowhere', 404),
  at('sign-in', () => paths.signIn()),
  at('sign-in-cancelled', () => paths.signIn(undefined, 'cancelled')),
  at('sign-in-level-low', () => paths.signIn(undefined, 'level_low')),
  at('sign-in-session-over', () => paths.signIn(paths.spaces(), 'session_over')),
  at('sign-in-kept', () => paths.signIn(paths.spaces(), 'kept')),
  {
    name: 'certificate-missing',
    go: ({ visitor }) => follow(visitor, visitor.t.identity.signIn.tlsAction),
  },
  at('recovery', () => paths.recovery()),
  {
    name: 'recovery-errors',
    async go({ visitor }) {
      await enter(visitor, { birthDate: '31.02.1984' })
      await press(visitor, visitor.t.recovery.submit)
    },
  },
  at('recovery-lookup', () => paths.recoveryLookup()),
  {
    name: 'recovery-code-wrong',
    async go({ visitor }) {
      await enter(visitor, { code: 'AAAAA-AAAAA-AAAAA' })
      await press(visitor, visitor.t.recovery.follow)
    },
  },
  {
    name: 'recovery-requested',
    async go(walk) {
      const { visitor } = walk
      await open(visitor, paths.recovery())
      await enter(visitor, recoverySample)
      await press(visitor, visitor.t.recovery.submit)
      walk.recoveryPath = new URL(visitor.page.url()).pathname
    },
  },
  {
    name: 'recovery-certificate-waits',
    async go({ visitor }) {
      await follow(visitor, visitor.t.certificates.addWith('OpenGuichet ID (Demo)'))
      await visitor.page.locator(`button[name=certificate][value="${certificate}"]`).click()
      await visitor.page.waitForURL((url) => url.pathname.startsWith(paths.recovery()))
    },
  },
  {
    name: 'recovery-checking',
    async go({ visitor }) {
      await press(visitor, visitor.t.recovery.give)
      await takeRecovery(visitor.portal)
      await visitor.page.reload()
    },
  },
  at('recovery-notice-unknown', () => paths.recoveryNotice('x'), 410),
  { name: 'registration', go: ({ visitor }) => present(visitor, certificate) },
  {
    name: 'registration-code-missing',
    go: ({ visitor }) => press(visitor, visitor.t.certificates.account.submit),
  },
  {
    name: 'registration-errors',
    go: ({ visitor }) => press(visitor, visitor.t.identity.registration.submit),
  },
]

const firstSpace: Stop[] = [
  { name: 'first-steps', go: ({ visitor }) => register(visitor, certificate) },
  at('email-unconfirmed', () => paths.email()),
  at('session', () => paths.session()),
  at('sessions', () => paths.sessions('ended')),
  at('activity', () => paths.activity()),
  at('takeout', () => paths.takeout()),
  at('deletion', () => paths.deletion()),
  at('certificates', () => paths.certificates('registered')),
  {
    name: 'recovery-asked-of-me',
    async go({ visitor }) {
      await approveRecovery(visitor)
      await open(visitor, paths.ownRecoveries())
    },
  },
  at('certificates-recovery', () => paths.certificates()),
  {
    name: 'recovery-notice',
    go: ({ visitor }) => openNotice(visitor),
  },
  {
    name: 'recovery-waiting',
    go: ({ visitor, recoveryPath }) => open(visitor, recoveryPath),
  },
  {
    name: 'recovery-ready',
    async go({ visitor }) {
      await visitor.portal.owner.query('update recoveries set waits_until = now()')
      await visitor.page.reload()
    },
  },
  {
    name: 'recovery-stopped',
    async go({ visitor }) {
      await open(visitor, paths.ownRecoveries())
      await press(visitor, visitor.t.recovery.objection.stop)
    },
  },
  {
    name: 'recovery-notice-over',
    go: ({ visitor }) => openNotice(visitor),
  },
  {
    name: 'certificate-last',
    async go({ visitor }) {
      const [{ id }] = (await visitor.portal.owner.query('select id from certificates')).rows
      await open(visitor, paths.certificateRemoval(id))
    },
  },
  {
    name: 'activation-code',
    async go({ visitor }) {
      await open(visitor, paths.certificates())
      await press(visitor, visitor.t.certificates.codeShow)
    },
  },
  {
    name: 'confirm',
    async go({ visitor }) {
      await letMinutesPass(visitor, 6)
      await open(visitor, paths.email())
      await enter(visitor, { email: 'marie.new@mail.example' })
      await press(visitor, visitor.t.identity.email.submit)
      assert.equal(new URL(visitor.page.url()).pathname, paths.confirm())
    },
  },
  {
    name: 'confirm-other-person',
    go: ({ visitor }) => visitor.page.goto(`${visitor.page.url()}&notice=other_person`),
  },
  {
    name: 'email-restored',
    async go({ visitor }) {
      await presentAgain(visitor, certificate)
      assert.equal(await shownValue(visitor, 'email'), 'marie.new@mail.example')
    },
  },
  {
    name: 'parked',
    async go({ visitor }) {
      const id = await visitor.page.locator('main input[name=parked]').inputValue()
      await open(visitor, paths.parkedPost(id))
    },
  },
  {
    name: 'email-discarded',
    go: ({ visitor }) => press(visitor, visitor.t.account.parked.discard),
  },
  at('email-parked-gone', () => withParked(paths.email(), '8bdaf68d-baf1-4ec1-940a-98f24b4daa47')),
  at('private-space-form', () => paths.newPrivateSpace()),
  { name: 'private-space-errors', go: ({ visitor }) => press(visitor, visitor.t.spaces.create.confirm) },
  {
    name: 'private-space-prefilled',
    go: ({ visitor }) => press(visitor, visitor.t.spaces.create.prefill),
  },
  {
    name: 'overview-empty',
    async go(walk) {
      await enter(walk.visitor, personSample)
      await press(walk.visitor, walk.visitor.t.spaces.create.confirm)
      walk.privateCode = codeIn(walk.visitor)
      assert.match(walk.privateCode, /^PP-/, await textOf(walk.visitor))
    },
  },
  at('spaces-one', () => paths.spaces('private_exists')),
]

const data: Stop[] = [
  at('profile', ({ privateCode }) => paths.profile(privateCode)),
  at('profile-edit', ({ privateCode }) => paths.profileEdit(privateCode)),
  {
    name: 'profile-errors',
    async go({ visitor }) {
      await enter(visitor, { birthDate: '31.02.2000', postCode: '1', email: 'nobody' })
      await press(visitor, visitor.t.profile.edit.save)
    },
  },
  {
    name: 'profile-in-language',
    async go({ visitor }) {
      await chooseLanguage(visitor)
      assert.equal(await shownValue(visitor, 'birthDate'), '31.02.2000')
    },
  },
  {
    name: 'profile-conflict',
    async go({ visitor, privateCode }) {
      await open(visitor, paths.profileEdit(privateCode))
      const other = { ...visitor, page: await visitor.context.newPage() }
      await open(other, paths.profileEdit(privateCode))
      await enter(other, { thoroughfare: 'Rue du Fossé' })
      await press(other, visitor.t.profile.edit.save)
      await other.page.close()
      await visitor.page.bringToFront()
      await enter(visitor, { thoroughfare: 'Rue de la Gare' })
      await press(visitor, visitor.t.profile.edit.save)
    },
  },
  {
    name: 'profile-conflict-in-language',
    async go({ visitor }) {
      await chooseLanguage(visitor)
      assert.ok((await textOf(visitor)).includes(visitor.t.account.typed.title))
    },
  },
  at('profile-history', ({ privateCode }) => paths.profileHistory(privateCode)),
]

const sources: Stop[] = [
  at('sources', ({ privateCode }) => paths.sources(privateCode)),
  {
    name: 'sources-taken-over',
    async go({ visitor }) {
      await enter(visitor, { 'take.birthCountry': 'yes' })
      await press(visitor, visitor.t.sources.compare.take)
    },
  },
  {
    name: 'sources-down',
    async go({ visitor, privateCode }) {
      await behave(visitor.portal, 'persons', 'down')
      await behave(visitor.portal, 'drivingLicences', 'nonsense')
      await open(visitor, paths.sources(privateCode))
      await behave(visitor.portal, 'persons', 'normal')
      await behave(visitor.portal, 'drivingLicences', 'normal')
    },
  },
  {
    name: 'sources-too-many',
    async go({ visitor, privateCode }) {
      await useUpQuestions(visitor.portal, 'persons')
      await open(visitor, paths.sources(privateCode))
      await forgetQuestions(visitor.portal)
    },
  },
  {
    name: 'sources-number-declared',
    async go({ visitor, privateCode }) {
      await declareInstead(visitor.portal)
      await open(visitor, paths.sources(privateCode))
    },
  },
  {
    name: 'sources-number-confirmed',
    go: ({ visitor }) => press(visitor, visitor.t.sources.confirmNumber),
  },
  at('consultations', ({ privateCode }) => paths.consultations(privateCode)),
]

const documents: Stop[] = [
  at('documents-empty', ({ privateCode }) => paths.documents(privateCode)),
  {
    name: 'documents-errors',
    async go({ visitor }) {
      // As without scripts, which hide the button.
      const submit = `document.querySelector('main form').submit()`
      await Promise.all([visitor.page.waitForEvent('load'), visitor.page.evaluate(submit)])
    },
  },
  {
    name: 'documents-uploading',
    async go({ visitor, privateCode }) {
      await open(visitor, paths.documents(privateCode))
      const files = [fileOf('passport.pdf'), fileOf('Diplom.pdf'), fileOf('film.mov', 'not a film')]
      await visitor.page.locator('#f-file').setInputFiles(files)
      await visitor.page.locator('[data-documents] li').nth(1).waitFor()
    },
  },
  at('documents', ({ privateCode }) => paths.documents(privateCode, { notice: 'saved' })),
  at('documents-none-found', ({ privateCode }) => paths.documents(privateCode, { q: 'xyzzy' })),
  {
    name: 'document',
    async go({ visitor, privateCode }) {
      await open(visitor, paths.documents(privateCode))
      await visitor.page.locator('[data-documents] li a').first().click()
    },
  },
  {
    name: 'document-name-missing',
    async go({ visitor }) {
      await enter(visitor, { name: ' ' })
      await press(visitor, visitor.t.documents.nameSave)
    },
  },
  {
    name: 'document-infected',
    async go({ visitor }) {
      await visitor.portal.owner.query(
        `update documents set verdict = 'infected', threat = 'Win.Test.EICAR_HDB-1', scanned_at = now()`,
      )
      await visitor.page.goto(visitor.page.url().replace(/\/name$/, ''))
      await visitor.portal.owner.query(
        `update documents set verdict = null, threat = null, scanned_at = null`,
      )
    },
  },
  {
    name: 'document-removal',
    async go({ visitor, privateCode }) {
      await open(visitor, paths.documents(privateCode))
      await visitor.page.locator('[data-documents] li a').first().click()
      await follow(visitor, visitor.t.documents.remove)
    },
  },
]

const dossier: Stop[] = [
  at('dossiers-empty', ({ privateCode }) => paths.dossiers(privateCode)),
  at('dossier-new', ({ privateCode }) => paths.newDossier(privateCode)),
  {
    name: 'dossier-page',
    go: ({ visitor }) => startDossier(visitor),
  },
  { name: 'dossier-page-errors', go: ({ visitor }) => press(visitor, visitor.t.dossiers.next) },
  {
    name: 'dossier-page-filled',
    async go({ visitor }) {
      await enter(visitor, { purpose: 'bank', certificateLanguage: 'de', forWhom: 'self' })
      await press(visitor, visitor.t.dossiers.next)
    },
  },
  {
    name: 'dossier-conflict',
    async go({ visitor, privateCode }) {
      const other = { ...visitor, page: await visitor.context.newPage() }
      await open(other, paths.dossierPage(privateCode, 1, 'person'))
      await enter(other, { phone: '+352 621 000 111' })
      await press(other, visitor.t.dossiers.later)
      await other.page.close()
      await visitor.page.bringToFront()
      await enter(visitor, { phone: '+352 621 000 222' })
      await press(visitor, visitor.t.dossiers.next)
    },
  },
  at('dossier-source', ({ privateCode }) => paths.dossierSource(privateCode, 1, 'person')),
  { name: 'dossier-source-filled', go: ({ visitor }) => press(visitor, visitor.t.sources.form.fill) },
  at('dossier-source-again', ({ privateCode }) => paths.dossierSource(privateCode, 1, 'person')),
  at('dossier-check-incomplete', ({ privateCode }) => paths.dossierCheck(privateCode, 1)),
  at('dossiers', ({ privateCode }) => paths.dossiers(privateCode, 'later')),
  at('dossier-draft', ({ privateCode }) => paths.dossier(privateCode, 1)),
  at('dossier-removal', ({ privateCode }) => paths.removal(privateCode, 1)),
  at('dossier-document-missing', ({ privateCode }) => paths.dossierPageChecked(privateCode, 1, 'person')),
  {
    name: 'dossier-document-found',
    async go({ visitor, privateCode }) {
      await giveManyDocuments(visitor.portal, 25)
      await open(visitor, paths.dossierPage(privateCode, 1, 'person'))
      await visitor.page.locator('[data-documents-field] summary').click()
      await enter(visitor, { 'identityCard.find': '2' })
      await press(visitor, visitor.t.forms.findDocument)
    },
  },
  {
    name: 'dossier-documents',
    async go({ visitor, privateCode }) {
      const { page } = visitor
      await visitor.portal.owner.query(`delete from documents where name like 'Rechnung %'`)
      await open(visitor, paths.dossierPage(privateCode, 1, 'person'))
      await page.locator('[data-documents-field] summary').click()
      await page.locator('[data-documents-field] .folded input').first().check({ force: true })
      await page.locator('input[type=file]').setInputFiles([fileOf('Ausweis.pdf'), fileOf('film.mov', 'no')])
      await page.locator('[data-chosen] input').waitFor()
      await page.locator('[data-uploads] [data-state=refused]').waitFor()
    },
  },
  { name: 'dossier-delivery', go: ({ visitor }) => press(visitor, visitor.t.dossiers.next) },
  {
    name: 'dossier-check',
    async go({ visitor, privateCode }) {
      await enter(visitor, { delivery: 'email' })
      await press(visitor, visitor.t.dossiers.toCheck)
      await open(visitor, paths.dossierCheck(privateCode, 1))
    },
  },
  { name: 'dossier-submitted', go: ({ visitor }) => press(visitor, visitor.t.dossiers.submit) },
  at('dossier-course', ({ privateCode }) => paths.dossier(privateCode, 1)),
  at('overview', ({ privateCode }) => paths.space(privateCode)),
  at('closure-refused', ({ privateCode }) => paths.closure(privateCode)),
]

/** The helpdesk's own pages, in the same browser: neither session minds the other. */
const helpdesk: Stop[] = [
  at('helpdesk-sign-in', () => paths.helpdeskSignIn()),
  at('helpdesk-no-role', () => paths.helpdeskSignIn('no_role')),
  {
    name: 'helpdesk-check',
    async go({ visitor }) {
      // It would go on by itself at once.
      await visitor.page.route('**/helpdesk/sign-in?*', async (route) => {
        const response = await route.fetch()
        const { refresh: _, ...headers } = response.headers()
        await route.fulfill({ response, headers })
      })
      await open(visitor, paths.helpdeskSignIn('check', paths.helpdesk()))
    },
  },
  {
    name: 'helpdesk-waiting',
    async go({ visitor }) {
      await visitor.page.unroute('**/helpdesk/sign-in?*')
      await signInAsAgent(visitor, 'ada-agent')
    },
  },
  {
    name: 'helpdesk-request',
    go: ({ visitor }) => openWaiting(visitor, visitor.t.helpdesk.waiting.about.limit),
  },
  { name: 'helpdesk-request-mine', go: ({ visitor }) => press(visitor, visitor.t.helpdesk.item.take) },
  { name: 'helpdesk-request-errors', go: ({ visitor }) => press(visitor, visitor.t.helpdesk.item.raise) },
  {
    name: 'helpdesk-request-done',
    async go({ visitor }) {
      await enter(visitor, { limit: '12', answer: 'Good luck with both.' })
      await press(visitor, visitor.t.helpdesk.item.raise)
    },
  },
  at('helpdesk-lookup', () => paths.newLookup()),
  {
    name: 'helpdesk-lookup-errors',
    go: ({ visitor }) => press(visitor, visitor.t.helpdesk.lookups.submit),
  },
  {
    name: 'helpdesk-lookup-none',
    async go({ visitor }) {
      await enter(visitor, { reason: 'She called', value: 'xyzzy' })
      await press(visitor, visitor.t.helpdesk.lookups.submit)
    },
  },
  {
    name: 'helpdesk-kept',
    async go({ visitor }) {
      await open(visitor, paths.newLookup())
      await enter(visitor, { reason: 'She called', value: 'muster' })
      await endAgentSessions(visitor.portal)
      await press(visitor, visitor.t.helpdesk.lookups.submit)
    },
  },
  { name: 'helpdesk-lookup-restored', go: ({ visitor }) => signInAgentHere(visitor, 'ada-agent') },
  {
    name: 'helpdesk-lookup-too-many',
    async go({ visitor }) {
      await useUpLookups(visitor.portal)
      await press(visitor, visitor.t.helpdesk.lookups.submit)
      await forgetLookups(visitor.portal)
    },
  },
  {
    name: 'helpdesk-own-account',
    async go({ visitor, requestPath }) {
      const { owner } = visitor.portal
      const { rows } = await owner.query('select id from helpdesk_requests where reference = $1', [
        requestPath.split('/').at(-1),
      ])
      await owner.query(`update agents set name = 'Marie Muster'`)
      await open(visitor, paths.helpdeskItem('requests', rows[0].id))
      await owner.query(`update agents set name = 'Ada Agent'`)
    },
  },
  {
    name: 'helpdesk-parked',
    async go({ visitor }) {
      const { owner } = visitor.portal
      const { rows } = await owner.query(`select id from helpdesk_requests where kind = 'question' limit 1`)
      const page = paths.helpdeskItem('requests', rows[0].id)
      await endAgentSessions(visitor.portal)
      // It has an answer's form only once somebody has taken it in hand.
      const sent = await send(visitor, `${page}/answer`, { answer: 'Your municipality replaces it.' })
      await open(visitor, sent)
      await signInAgentHere(visitor, 'ada-agent')
    },
  },
  {
    name: 'helpdesk-lookup-found',
    async go({ visitor }) {
      await open(visitor, paths.newLookup())
      await enter(visitor, { reason: 'She called', value: 'muster' })
      await press(visitor, visitor.t.helpdesk.lookups.submit)
    },
  },
  { name: 'helpdesk-account', go: ({ visitor }) => follow(visitor, 'Marie Muster') },
  {
    name: 'helpdesk-account-errors',
    go: ({ visitor }) => press(visitor, visitor.t.helpdesk.account.change),
  },
  at('helpdesk-lookup-over', () => paths.lookup(crypto.randomUUID()), 404),
  {
    name: 'helpdesk-certificate',
    async go({ visitor }) {
      await makeWaitingCertificate(visitor.portal)
      await open(visitor, paths.helpdesk())
      await openWaiting(visitor, visitor.t.helpdesk.waiting.about.names)
    },
  },
  {
    name: 'helpdesk-recovery',
    async go({ visitor }) {
      await send(visitor, paths.recovery(), { ...recoverySample, form: 'second' })
      await open(visitor, paths.helpdesk())
      await openWaiting(visitor, visitor.t.helpdesk.waiting.about.recovery)
    },
  },
  {
    name: 'helpdesk-recovery-mine',
    async go({ visitor }) {
      await press(visitor, visitor.t.helpdesk.item.take)
      await visitor.page.locator('main summary').click()
    },
  },
  at('helpdesk-not-found', () => '/helpdesk/nowhere', 404),
]

const business: Stop[] = [
  at('business-space-form', () => paths.newBusinessSpace()),
  { name: 'business-space-errors', go: ({ visitor }) => press(visitor, visitor.t.spaces.create.confirm) },
  {
    name: 'spaces-limit-reached',
    async go(walk) {
      await openBusinessSpaces(walk.visitor, 10)
      await open(walk.visitor, paths.newBusinessSpace())
    },
  },
  at('more-spaces', () => paths.moreSpaces()),
  { name: 'more-spaces-errors', go: ({ visitor }) => press(visitor, visitor.t.helpdesk.ask.send) },
  {
    name: 'request-sent',
    async go(walk) {
      await enter(walk.visitor, { wanted: '12', message: 'Two more associations.' })
      await press(walk.visitor, walk.visitor.t.helpdesk.ask.send)
      walk.requestPath = new URL(walk.visitor.page.url()).pathname
    },
  },
  at('requests', () => paths.requests()),
  ...helpdesk,
  at('request-answered', ({ requestPath }) => requestPath),
  at('activity-helpdesk', () => paths.activity()),
  {
    name: 'overview-business',
    async go(walk) {
      await open(walk.visitor, paths.spaces())
      await walk.visitor.page.locator('main a[href^="/s/PM-"]').first().click()
      walk.businessCode = codeIn(walk.visitor)
    },
  },
  at('members-one-user', ({ businessCode }) => paths.members(businessCode)),
  at('sources-private-certificate', ({ businessCode }) => paths.sources(businessCode)),
  at('consultations-empty', ({ businessCode }) => paths.consultations(businessCode)),
  {
    name: 'sources-business',
    async go({ visitor, businessCode }) {
      await openProfessionally(visitor.portal, businessCode)
      await open(visitor, paths.sources(businessCode))
    },
  },
  at('profile-business', ({ businessCode }) => paths.profile(businessCode)),
  {
    name: 'dossier-business',
    async go({ visitor, businessCode }) {
      await open(visitor, paths.newDossier(businessCode))
      await startDossier(visitor)
    },
  },
  at('dossier-business-activity', ({ businessCode }) => paths.dossierPage(businessCode, 1, 'activity')),
  at('dossier-business-manager', ({ businessCode }) => paths.dossierPage(businessCode, 1, 'manager')),
  {
    name: 'procedure-too-low',
    async go({ visitor }) {
      await visitor.portal.owner.query(`update sessions set assurance = 'low'`)
      await open(visitor, paths.procedure('business-permit'))
    },
  },
  {
    name: 'dossier-too-low',
    async go({ visitor, businessCode }) {
      await open(visitor, paths.newDossier(businessCode))
      await startDossier(visitor)
    },
  },
  at('dossier-check-too-low', ({ businessCode }) => paths.dossierCheck(businessCode, 1)),
  { name: 'wrong-kind', go: wrongKind },
  {
    name: 'closure',
    async go({ visitor, businessCode }) {
      await send(visitor, paths.removal(businessCode, 1), {})
      await open(visitor, paths.closure(businessCode))
    },
  },
  { name: 'spaces-closed', go: ({ visitor }) => press(visitor, visitor.t.spaces.closure.confirm) },
  at('spaces-search', () => `${paths.spaces()}?q=3`),
  at('spaces-search-empty', () => `${paths.spaces()}?q=xyzzy`),
]

/** Marie signs in for her company and invites Paul, who comes to the same browser after her. */
const shared: Stop[] = [
  {
    name: 'overview-shared',
    async go(walk) {
      const { visitor } = walk
      await visitor.portal.owner.query('update persons set email_confirmed_at = now(), business_limit = 20')
      await addCertificate(visitor.portal, 'marie-muster-professional')
      await signOut(visitor)
      await present(visitor, 'marie-muster-professional')
      walk.businessCode = await openSharedSpace(visitor)
      await open(visitor, paths.space(walk.businessCode))
    },
  },
  at('members-alone', ({ businessCode }) => paths.members(businessCode)),
  at('invitation-form', ({ businessCode }) => paths.newInvitation(businessCode)),
  {
    name: 'invitation-errors',
    async go({ visitor }) {
      await enter(visitor, { ...invitationSample, email: 'paul', serialNumber: '102' })
      await press(visitor, visitor.t.members.form.send)
    },
  },
  {
    name: 'members-invited',
    async go({ visitor }) {
      await enter(visitor, { email: invitationSample.email ?? '', serialNumber: '' })
      await press(visitor, visitor.t.members.form.send)
      assert.ok((await textOf(visitor)).includes(visitor.t.members.notices.invited))
    },
  },
  {
    name: 'invitation-waiting',
    async go({ visitor, businessCode }) {
      await open(visitor, paths.newInvitation(businessCode))
      await enter(visitor, invitationSample)
      await press(visitor, visitor.t.members.form.send)
    },
  },
  {
    name: 'leaving-refused',
    go: ({ visitor, businessCode }) => open(visitor, paths.leaving(businessCode)),
  },
  {
    name: 'first-steps-invited',
    async go({ visitor }) {
      await signOut(visitor)
      await present(visitor, 'paul-weis-professional')
      await register(visitor, 'paul-weis-professional')
      await visitor.portal.owner.query('update persons set email_confirmed_at = now()')
      await open(visitor, paths.spaces())
    },
  },
  { name: 'invitation-offer', go: ({ visitor }) => visitor.page.locator('#offers a').first().click() },
  {
    name: 'invitation-offer-errors',
    go: ({ visitor }) => press(visitor, visitor.t.members.offer.accept),
  },
  {
    name: 'invitation-later',
    async go({ visitor }) {
      await visitor.portal.owner.query(`update certificates set serial_number = '10200000000000009999'
        where serial_number = '10200000000000000356'`)
      await visitor.portal.owner.query(`update invitations set serial_number = '10200000000000000356'`)
      await addCertificate(visitor.portal, 'paul-weis-professional')
      await open(visitor, paths.spaces())
      await visitor.page.locator('#offers a').first().click()
    },
  },
  {
    name: 'overview-joined',
    async go({ visitor }) {
      await visitor.portal.owner.query('update invitations set serial_number = null')
      await open(visitor, paths.spaces())
      await visitor.page.locator('#offers a').first().click()
      await enter(visitor, { capacity: 'employee' })
      await press(visitor, visitor.t.members.offer.accept)
    },
  },
  at('invitation-unknown', () => paths.invitation('unknown'), 404),
  {
    name: 'invitation-over',
    async go({ visitor }) {
      const { rows } = await visitor.portal.owner.query(
        `update invitations set accepted_at = null, accepted_by = null, declined_at = now() returning id`,
      )
      await open(visitor, paths.invitation(rows[0].id))
    },
  },
  at('members', ({ businessCode }) => paths.members(businessCode)),
  at('right-missing', ({ businessCode }) => paths.newInvitation(businessCode), 403),
  at('leaving', ({ businessCode }) => paths.leaving(businessCode)),
  {
    name: 'members-two',
    async go({ visitor, businessCode }) {
      await signOut(visitor)
      await present(visitor, 'marie-muster-professional')
      await open(visitor, paths.members(businessCode))
    },
  },
  { name: 'member', go: ({ visitor }) => changeMember(visitor, 'Paul Weis') },
  { name: 'member-removal', go: ({ visitor }) => follow(visitor, visitor.t.members.member.remove) },
  {
    name: 'member-self-last',
    async go({ visitor, businessCode }) {
      await open(visitor, paths.members(businessCode))
      await changeMember(visitor, 'Marie Muster')
      await enter(visitor, { role: 'reader' })
      await press(visitor, visitor.t.members.member.save)
    },
  },
  at('space-activity', ({ businessCode }) => paths.spaceActivity(businessCode)),
  at('space-activity-none', ({ businessCode }) => paths.spaceActivity(businessCode, { about: 'dossiers' })),
  at('space-activity-private', ({ privateCode }) => paths.spaceActivity(privateCode)),
  {
    name: 'members-last-key',
    async go({ visitor, businessCode }) {
      await bindAdministrator(visitor.portal, businessCode)
      await open(visitor, paths.members(businessCode))
    },
  },
  at('certificates-last-key', () => paths.certificates()),
  {
    name: 'certificate-last-key',
    async go({ visitor }) {
      const { page } = visitor
      const panel = page.locator('main section', { has: page.locator('a[href$="/members"]') })
      await panel.locator('a[href$="/removal"]').click()
    },
  },
  at('help-sharing', () => paths.help('sharing')),
]

const last: Stop[] = [
  at('foreign-space', () => paths.space('PP-AAAAAA'), 404),
  { name: 'signed-out', go: ({ visitor }) => signOut(visitor) },
]

export const stops: Stop[] = [
  ...beforeSignIn,
  ...firstSpace,
  ...data,
  ...sources,
  ...documents,
  ...dossier,
  ...business,
  ...shared,
  ...last,
]

/** As if no register had been there when the number was given. */
const declareInstead = ({ owner }: DemoPortal) =>
  owner.query(
    `update persons set national_number_state = 'declared', national_number_confirmed_by = null
     where national_number_state = 'confirmed'`,
  )

/** As if it had been created with the Professional certificate of a company that the register knows. */
const openProfessionally = ({ owner }: DemoPortal, code: string) =>
  owner.query(
    `with space as (update spaces set opened_with = 'professional' where code = $1 returning id)
     update profiles p set data = p.data || '{"registerNumber": "B248163"}', sources = p.sources
       || '{"registerNumber": {"from": "certificate", "at": "2026-11-01T10:00:00Z", "verified": true}}'
     from space where p.space_id = space.id`,
    [code],
  )

/** As if she had been invited with her Professional certificate alone; her colleague’s has expired. */
const bindAdministrator = ({ owner }: DemoPortal, code: string) =>
  owner.query(
    `with bound as (update memberships m set bound_certificate_id = c.id from spaces s, certificates c
       where s.code = $1 and m.space_id = s.id and m.role = 'administrator' and c.person_id = m.person_id
         and c.kind = 'professional' returning c.id)
     update certificates set valid_to = case when id in (select id from bound) then timestamptz '2031-05-17'
       else now() - interval '1 day' end where kind = 'professional'`,
    [code],
  )

/** The one the visitor reads in, as if it were another. */
const chooseLanguage = ({ page, language }: Visitor) =>
  Promise.all([
    page.waitForEvent('load'),
    page.locator(`header .langs button[lang=${language}]`).filter({ visible: true }).click(),
  ])

const startDossier = ({ page }: Visitor) => page.locator('main button[type=submit]').first().click()

async function openNotice(visitor: Visitor) {
  const { portal, t } = visitor
  const { rows } = await portal.owner.query('select reference from recoveries')
  const subject = t.mail.recoveryNotice.subject(rows[0]?.reference)
  await visitor.page.goto(linkIn(await mailTo(portal, 'marie-muster@mail.example', subject)))
}

/** Opens what has waited longest of its kind. */
const openWaiting = ({ page }: Visitor, about: string) =>
  page.locator('main').getByRole('link', { name: about }).first().click()

async function wrongKind({ visitor, businessCode }: Walk) {
  await open(visitor, paths.newDossier(businessCode))
  const sent = visitor.page.locator('main input[name=procedure]').first()
  await sent.evaluate((input) => input.setAttribute('value', 'certificate-of-residence'))
  await startDossier(visitor)
}
