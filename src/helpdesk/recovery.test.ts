import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { signInAgent, type TestAgent } from '../../test/agents.ts'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { makeSpace } from '../../test/space.ts'
import type { SignInAs } from '../../test/support.ts'
import { announceReady } from '../identity/recovery.ts'
import { hashNationalNumber, sealNationalNumber } from '../identity/secrets.ts'
import { sweep } from '../identity/sweep.ts'
import type { Tx } from '../platform/database.ts'
import { openJobs } from '../platform/jobs.ts'
import { type Agent, asAgent } from '../scopes.ts'
import { lookUp, openAccount } from './account.ts'
import {
  approveRecovery,
  findRecoveryRequest,
  type RecoveryRequest,
  refuseRecovery,
  takeRecovery,
} from './recovery.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld({ RECOVERY_WAITING_HOURS: '48' })
  const { owner, config } = world.portal
  ada = await signInAgent(owner, config, 'Ada')
  bob = await signInAgent(owner, config, 'Bob')
})
after(() => world.close())
beforeEach(() => world.portal.owner.query('truncate persons, attempts, sign_ins, recoveries, mails cascade'))

const jobs = openJobs()
let ada: TestAgent
let bob: TestAgent
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows
const pathOf = ({ url }: { url: string }) => new URL(url).pathname

const marie: SignInAs = {
  ...{ givenName: 'Marie', familyName: 'Muster', email: 'marie@example.lu', emailConfirmed: true },
}
const claim = {
  ...{ familyName: 'Muster', givenName: 'Marie', birthDate: '19.07.1984', email: 'new@example.lu' },
  ...{ phone: '', spaceCode: '', story: 'The card is lost.', form: 'a form' },
}

/** Marie’s new certificate waits in this browser. */
async function atRecovery(holder = 'marie-muster-private'): Promise<Browser> {
  const browser = world.browser(holder)
  assert.equal(pathOf(await browser.signIn('/recovery')), '/recovery')
  return browser
}

async function ask(browser: Browser, more: Partial<typeof claim> = {}): Promise<string> {
  const page = await browser.post('/recovery', { ...claim, ...more })
  return /^\/recovery\/([A-Z2-9-]{17})\?/.exec(page.headers.location ?? '')?.[1] ?? assert.fail(page.body)
}

const idOfNewest = async () =>
  (await rows<{ id: string }>('select id from recoveries order by created_at desc'))[0]?.id ?? ''

/** As an agent who has the newest request open. */
async function actAs<T>(
  as: TestAgent,
  work: (tx: Tx, seen: RecoveryRequest, agent: Agent) => Promise<T>,
): Promise<T> {
  const id = await idOfNewest()
  return asAgent(world.portal.pools, as.token, async (tx, agent) =>
    work(tx, (await findRecoveryRequest(tx, id)) ?? assert.fail(), agent),
  )
}

const reasons = { reason: 'Identity card shown', namesReason: null }
const take = (agent = ada) => actAs(agent, takeRecovery)
const approve = (personId: string, as = ada, more: { namesReason?: string } = {}) =>
  actAs(as, async (tx, seen, agent) => {
    const { config } = world.portal
    const lookup = await lookUp(tx, config, { by: 'name', value: 'Marie', reason: seen.reference })
    await openAccount(tx, lookup ?? assert.fail(), personId)
    return approveRecovery(tx, { config, jobs }, agent, seen, { personId, ...reasons, ...more })
  })
const refuse = (agent = ada) =>
  actAs(agent, (tx, seen) => refuseRecovery(tx, { jobs }, seen, 'Not the same person'))
const letTimePass = () => rows(`update recoveries set waits_until = now() - interval '1 second'`)
const complete = (code: string) => world.browser().post(`/recovery/${code}/completion`, {})
const stateOf = async (code: string) => {
  const { body } = await world.browser().get(`/recovery/${code}`)
  return /class="ds-tag"[^>]*>([^<]+)</.exec(body)?.[1]
}
const certificatesOf = async (personId: string) =>
  (await rows('select from certificates where person_id = $1 and removed_at is null', [personId])).length

async function sentTo(recipient: string) {
  await world.portal.runJobs()
  return (await world.portal.mails()).filter((mail) => mail.recipient === recipient)
}
async function noticeLink(): Promise<string> {
  const mail = (await sentTo('marie@example.lu')).findLast(({ kind }) => kind === 'recovery_notice')
  return /(\/recovery\/notice\/\S+)/.exec(mail?.text ?? '')?.[1] ?? assert.fail('no notice')
}

/** Marie has an account; her request with a new certificate has been approved. */
async function approved(as: SignInAs = marie) {
  const who = await world.portal.signIn(as)
  const code = await ask(await atRecovery())
  await take()
  assert.equal(await approve(who.personId), 'approved')
  return { ...who, code }
}

test('a new certificate opens the old spaces: asked for, checked, announced, waited for, completed', async () => {
  const who = await world.portal.signIn(marie)
  const space = await makeSpace(world.portal.owner, who)
  await rows(
    `insert into mails (person_id, kind, language, recipient) values ($1, 'space_created', 'en', 'old@example.lu'),
    ($1, 'email_confirmation', 'en', 'stranger@example.lu')`,
    [who.personId],
  )
  const browser = await atRecovery()
  assert.match((await browser.get('/recovery')).body, /value="Muster"/)
  const code = await ask(browser)
  assert.equal(await stateOf(code), 'Received')
  await take()
  assert.equal(await stateOf(code), 'Being checked')
  assert.equal(await approve(who.personId), 'approved')
  assert.equal(await stateOf(code), 'Waiting time')
  for (const known of ['marie@example.lu', 'old@example.lu'])
    assert.deepEqual(
      (await sentTo(known)).map(({ kind }) => kind),
      ['recovery_notice'],
    )
  assert.deepEqual(await sentTo('stranger@example.lu'), [])
  await complete(code)
  assert.equal(await certificatesOf(who.personId), 1)
  await letTimePass()
  await announceReady(world.portal.pools, jobs)
  await announceReady(world.portal.pools, jobs)
  assert.deepEqual(
    (await sentTo('new@example.lu')).map(({ kind }) => kind),
    ['recovery_requested', 'recovery_ready'],
  )
  await Promise.all([complete(code), complete(code)])
  assert.equal(await stateOf(code), 'Completed')
  assert.equal(await certificatesOf(who.personId), 2)
  assert.equal(pathOf(await world.browser('marie-muster-private').signIn()), `/s/${space.code}/`)
  const acts = await rows<{ act: string }>('select act from audit_records where person_id = $1 order by id', [
    who.personId,
  ])
  assert.deepEqual(
    acts.map(({ act }) => act),
    [
      'helpdesk.looked_up',
      'helpdesk.account_opened',
      'recovery.approved',
      'recovery.completed',
      'certificate.registered',
      'session.opened',
    ],
  )
  const { body } = await world.portal.get('/account/activity', who)
  for (const words of ['approved by the helpdesk', 'after loss: completed', 'Certificate registered'])
    assert.match(body, new RegExp(words))
})

test('whether there is such an account, nobody learns from the answer', async () => {
  const browser = world.browser()
  const stranger = await browser.get(`/recovery/${await ask(browser, { familyName: 'Nobody', form: 'one' })}`)
  await world.portal.signIn(marie)
  const known = await browser.get(`/recovery/${await ask(browser, { form: 'two' })}`)
  const plain = ({ body }: { body: string }) =>
    body.replace(/[A-Z2-9]{5}(-[A-Z2-9]{5})+|\d\d:\d\d(:[\d.]+Z)?/g, '')
  assert.equal(plain(known), plain(stranger))
})

test('the link in the notice stops it by its button, not by being opened, and whoever asked is told', async () => {
  const { code, personId } = await approved()
  const link = await noticeLink()
  for (let look = 0; look < 2; look++) assert.equal((await world.portal.get(link)).status, 200)
  assert.equal(await stateOf(code), 'Waiting time')
  assert.match((await world.portal.post(link, {})).body, /The request has been stopped/)
  assert.equal(await stateOf(code), 'Stopped')
  await letTimePass()
  await announceReady(world.portal.pools, jobs)
  await complete(code)
  assert.equal(await certificatesOf(personId), 1)
  assert.equal((await world.portal.post(link, {})).status, 200)
  assert.equal((await world.portal.get(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status, 410)
  const kinds = (await sentTo('new@example.lu')).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['recovery_requested', 'recovery_cancelled'])
})

test('whoever signs in with a certificate of the account sees the request first, and can stop it', async () => {
  const { code, personId } = await approved()
  await rows(
    `update certificates set provider = 'demo-ca', serial_number = '10200000000000000214' where person_id = $1`,
    [personId],
  )
  const browser = world.browser('marie-muster-professional')
  const page = await browser.signIn()
  assert.equal(pathOf(page), '/account/recovery')
  assert.match(page.body, /Somebody asks for access to your account/)
  assert.match((await browser.get('/account/certificates')).body, /Somebody asks the helpdesk/)
  const action = /action="(\/account\/recovery\/[^"]+)"/.exec(page.body)?.[1] ?? assert.fail(page.body)
  const stranger = await world.portal.signIn({ familyName: 'Fremd' })
  await world.portal.post(action, {}, stranger)
  assert.equal(await stateOf(code), 'Waiting time')
  assert.match((await browser.follow(browser.post(action, {}))).body, /The request has been stopped/)
  assert.equal(await stateOf(code), 'Stopped')
  assert.notEqual(pathOf(await world.browser('marie-muster-professional').signIn()), '/account/recovery')
})

test('of stopping and completing at the same moment, one happens', async () => {
  for (let round = 0; round < 4; round++) {
    await world.portal.owner.query('truncate persons, attempts, sign_ins, recoveries, mails cascade')
    const { code, personId } = await approved()
    const link = await noticeLink()
    await letTimePass()
    await Promise.all([complete(code), world.portal.post(link, {})])
    const state = await stateOf(code)
    assert.equal(await certificatesOf(personId), state === 'Completed' ? 2 : 1, state)
    assert.ok(state === 'Completed' || state === 'Stopped', state)
  }
})

test('two agents on one request: the one who has it in hand decides, and both see who that is', async () => {
  const { personId } = await world.portal.signIn(marie)
  await ask(await atRecovery())
  assert.equal(await approve(personId), 'changed')
  await take(ada)
  assert.equal(await approve(personId, bob), 'changed')
  assert.equal(await refuse(bob), false)
  assert.deepEqual(await actAs(bob, async (_, { inHandOf }) => inHandOf), { agent: ada.id, name: 'Ada' })
  await take(bob)
  assert.equal(await approve(personId, ada), 'changed')
  assert.equal(await approve(personId, bob), 'approved')
})

test('two agents who decide at once do not both approve', async () => {
  const { personId } = await world.portal.signIn(marie)
  await ask(await atRecovery())
  await take(ada)
  const both = await Promise.all([approve(personId, ada), approve(personId, ada)])
  assert.deepEqual(both.sort(), ['approved', 'changed'])
  assert.equal((await sentTo('marie@example.lu')).length, 1)
})

test('refused, it opens nothing, also after the waiting time, and whoever asked is told', async () => {
  const { code, personId } = await approved()
  assert.equal(await refuse(), true)
  await letTimePass()
  await complete(code)
  assert.equal(await stateOf(code), 'Refused')
  assert.equal(await certificatesOf(personId), 1)
  assert.equal((await sentTo('new@example.lu')).at(-1)?.kind, 'recovery_refused')
})

test('an agent approves the certificate they saw, and none that names somebody else without saying why', async () => {
  const { personId } = await world.portal.signIn({ ...marie, familyName: 'Anders' })
  const code = await ask(await atRecovery())
  await take()
  assert.equal(await approve(personId), 'names')
  const other = world.browser('joao-pereira-private')
  await other.signIn(`/recovery/${code}`)
  const late = await actAs(ada, async (tx, seen, agent) => {
    const lookup = await lookUp(tx, world.portal.config, { by: 'name', value: 'Marie', reason: 'x' })
    await openAccount(tx, lookup ?? assert.fail(), personId)
    assert.equal((await other.post(`/recovery/${code}/certificate`, {})).status, 303)
    return approveRecovery(tx, { config: world.portal.config, jobs }, agent, seen, {
      ...{ personId, reason: 'Seen', namesReason: 'Married' },
    })
  })
  assert.equal(late, 'changed')
  assert.equal(
    await approve(personId, ada, { namesReason: 'Married, certificate of marriage shown' }),
    'approved',
  )
})

test('without a certificate there is nothing to approve; presented later, in whichever browser, it joins the request', async () => {
  const { personId } = await world.portal.signIn(marie)
  const code = await ask(world.browser())
  await take()
  assert.equal(await approve(personId), 'no_certificate')
  const browser = world.browser('marie-muster-private')
  const page = await browser.signIn(`/recovery/${code}`)
  assert.equal(pathOf(page), `/recovery/${code}`)
  assert.match(page.body, /Is this the certificate/)
  const given = await browser.follow(browser.post(`/recovery/${code}/certificate`, {}))
  assert.match(given.body, /now part of your request/)
  assert.equal(await approve(personId), 'approved')
  const second = world.browser('joao-pereira-private')
  await second.signIn(`/recovery/${code}`)
  await second.post(`/recovery/${code}/certificate`, {})
  const [row] = await rows<{ serial: string }>(
    `select certificate ->> 'familyName' as serial from recoveries`,
  )
  assert.equal(row?.serial, 'Muster')
})

test('a certificate that names another national number is never let in', async () => {
  const { personId } = await world.portal.signIn(marie)
  await ask(await atRecovery())
  const seal = sealNationalNumber(world.portal.config, '1984071912394').toString('base64')
  await rows(
    `update recoveries set certificate = certificate || jsonb_build_object('nationalNumber', $1::text)`,
    [seal],
  )
  await rows(
    `update persons set national_number_state = 'confirmed', national_number_hash = $1, national_number_confirmed_by = 'register'`,
    [hashNationalNumber(world.portal.config, '1985032712345')],
  )
  await take()
  assert.equal(await approve(personId, ada, { namesReason: 'whatever' }), 'number')
})

test('a certificate that got registered meanwhile is not taken from its person', async () => {
  const { code, personId } = await approved()
  const other = world.browser('marie-muster-private')
  await other.signIn()
  assert.equal((await other.register()).status, 303)
  await letTimePass()
  const page = await complete(code)
  assert.equal(page.status, 409)
  assert.match(page.body, /registered for an account meanwhile/)
  assert.equal(await certificatesOf(personId), 1)
  assert.equal(await stateOf(code), 'Ready to finish')
})

test('the same form sent twice asks once, and asking often is limited', async () => {
  const browser = world.browser()
  const [one, two] = await Promise.all([ask(browser), ask(browser)])
  assert.equal(one, two)
  assert.equal((await rows('select from recoveries')).length, 1)
  assert.equal((await sentTo('new@example.lu')).length, 1)
  await ask(browser, { form: 'another' })
  const often = await browser.post('/recovery', { ...claim, form: 'yet another' })
  assert.equal(often.status, 429)
  assert.match(often.body, /The card is lost\./)
})

test('what is missing or cannot be is said at its field, with everything typed kept', async () => {
  const page = await world.browser().post('/recovery', {
    ...{ ...claim, familyName: '', birthDate: '31.02.1984', email: 'nobody' },
  })
  assert.equal(page.status, 422)
  for (const field of ['familyName', 'birthDate', 'email'])
    assert.match(page.body, new RegExp(`href="#f-${field}"`))
  assert.match(page.body, /value="31\.02\.1984"/)
  assert.match(page.body, /The card is lost\./)
})

test('a request is found by its code, however it is typed, and by nothing else', async () => {
  const code = await ask(world.browser())
  const typed = await world.portal.post('/recovery/lookup', {
    code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
  })
  assert.equal(typed.headers.location, `/recovery/${code}`)
  assert.equal((await world.portal.post('/recovery/lookup', { code: 'AAAAA-AAAAA-AAAAA' })).status, 422)
  assert.equal((await world.portal.get('/recovery/AAAAA-AAAAA-AAAAA')).status, 404)
  const [row] = await rows<{ reference: string }>('select reference from recoveries')
  assert.equal((await world.portal.get(`/recovery/${row?.reference}`)).status, 404)
})

test('what lapsed long ago is forgotten, what still runs is kept', async () => {
  const code = await ask(world.browser())
  await rows(`update recoveries set expires_at = now() - interval '59 days'`)
  await sweep(world.portal.pools, world.portal.config)
  assert.equal(await stateOf(code), 'Lapsed')
  await rows(`update recoveries set expires_at = now() - interval '61 days'`)
  await sweep(world.portal.pools, world.portal.config)
  assert.deepEqual(await rows('select from recoveries'), [])
})
