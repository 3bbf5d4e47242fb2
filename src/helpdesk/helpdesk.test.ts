import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { signInAgent, type TestAgent } from '../../test/agents.ts'
import { companyEntry } from '../../test/entries.ts'
import { type Browser, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { makeSpace } from '../../test/space.ts'
import type { SignedIn, SignInAs } from '../../test/support.ts'
import { hashNationalNumber, sealNationalNumber } from '../identity/secrets.ts'
import { sweep } from '../identity/sweep.ts'

let world: SignInWorld
let ada: TestAgent
let bob: TestAgent
before(async () => {
  world = await signInWorld({ HELPDESK_EMAIL: 'helpdesk@portal.example' })
})
after(() => world.close())
beforeEach(async () => {
  const { owner, config } = world.portal
  await owner.query('truncate persons, attempts, mails, helpdesk_requests, agents cascade')
  ada = await signInAgent(owner, config, 'Ada')
  bob = await signInAgent(owner, config, 'Bob')
})

const marie: SignInAs = {
  ...{ givenName: 'Marie', familyName: 'Muster', email: 'marie@example.lu', emailConfirmed: true },
}
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.portal.owner.query<Row>(text, values)).rows
const get = (path: string, who: { cookie: string }) => world.portal.get(path, who)
const post = (path: string, form: Record<string, string>, who: { cookie: string }) =>
  world.portal.post(path, form, who)
const textOf = ({ body }: { body: string }) => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
const pathOf = ({ url }: { url: string }) => new URL(url).pathname

const newestRequest = async () =>
  (await rows<{ id: string }>('select id from helpdesk_requests order by created_at desc'))[0]?.id ?? ''
async function askForSpaces(who: SignedIn, more: Record<string, string> = {}): Promise<string> {
  const form = { wanted: '12', message: 'Two more associations', form: 'a form', ...more }
  const { headers } = await post('/account/requests/new', form, who)
  return /requests\/([A-Z2-9-]{11})/.exec(headers.location ?? '')?.[1] ?? assert.fail(headers.location)
}
const take = async (as: TestAgent) => post(`/helpdesk/requests/${await newestRequest()}/taking`, {}, as)
const answer = async (as: TestAgent, form: Record<string, string>) =>
  post(`/helpdesk/requests/${await newestRequest()}/answer`, form, as)

async function lookUp(as: TestAgent, by: string, value: string): Promise<string> {
  const { headers } = await post('/helpdesk/lookups', { reason: 'She called', by, value }, as)
  return headers.location ?? ''
}
async function openAccount(as: TestAgent, { personId }: SignedIn): Promise<string> {
  return `${await lookUp(as, 'name', 'muster')}/accounts/${personId}`
}
const denials = async () => (await rows(`select from audit_records where act = 'helpdesk.denied'`)).length
async function openSpaces(who: SignedIn, count: number) {
  for (let one = 0; one < count; one++) await makeSpace(world.portal.owner, who, 'business')
}
const createSpace = (who: SignedIn) => post('/spaces/business/new', { ...companyEntry(), key: 'new' }, who)
const actsOf = async ({ personId }: SignedIn) =>
  (
    await rows<{ act: string }>('select act from audit_records where person_id = $1 order by id', [personId])
  ).map(({ act }) => act)
async function mailsTo(recipient: string) {
  await world.portal.runJobs()
  return (await world.portal.mails()).filter((mail) => mail.recipient === recipient)
}

test('R6: asked for, raised by an agent, and the eleventh space opens; the person reads all of it', async () => {
  const who = await world.portal.signIn(marie)
  await openSpaces(who, 10)
  assert.equal((await createSpace(who)).headers.location, '/spaces?notice=limit')
  assert.match((await get('/spaces', who)).body, /href="\/account\/requests\/new"/)
  const reference = await askForSpaces(who)
  assert.match(textOf(await get(`/account/requests/${reference}`, who)), />New</)
  await take(ada)
  assert.match(textOf(await get(`/account/requests/${reference}`, who)), />In progress</)
  assert.equal((await answer(ada, { limit: '12', answer: 'Good luck to both.' })).status, 303)
  const read = textOf(await get(`/account/requests/${reference}`, who))
  assert.match(read, />Answered</)
  assert.match(read, /Good luck to both\./)
  const location = (await createSpace(who)).headers.location ?? ''
  assert.match(location, /^\/s\/PM-/)
  const kinds = (await mailsTo('marie@example.lu')).map(({ kind }) => kind)
  assert.deepEqual(
    kinds.filter((kind) => kind !== 'space_created'),
    ['request_answered'],
  )
  assert.doesNotMatch((await mailsTo('marie@example.lu')).map(({ text }) => text).join(), /Good luck/)
  const helped = [
    'request.sent',
    'request.taken',
    'request.answered',
    'helpdesk.looked_up',
    'helpdesk.account_opened',
    'limit.changed',
  ]
  assert.deepEqual(
    (await actsOf(who)).filter((act) => helped.includes(act)),
    helped,
  )
  const activity = (await get('/account/activity', who)).body
  assert.match(activity, /The helpdesk changed your limit of business spaces/)
  assert.match(activity, /Reason: Good luck to both\./)
})

test('R6: the limit restored below what is in use keeps the spaces and blocks further ones', async () => {
  const who = await world.portal.signIn(marie)
  await openSpaces(who, 11)
  const account = await openAccount(ada, who)
  assert.equal((await post(`${account}/limit`, { limit: '12', reason: 'Two associations' }, ada)).status, 303)
  assert.match((await createSpace(who)).headers.location ?? '', /^\/s\/PM-/)
  const restored = await post(`${account}/limit/restoration`, { restoreReason: 'No longer needed' }, ada)
  assert.equal(restored.status, 303)
  assert.equal((await createSpace(who)).headers.location, '/spaces?notice=limit')
  const [row] = await rows<{ open: number; limit: number | null }>(
    'select count(*)::int as open, min(p.business_limit) as limit from spaces s join persons p on p.id = s.owner_id where closed_at is null',
  )
  assert.deepEqual(row, { open: 12, limit: null })
  assert.match((await get(account, ada)).body, /12 of 10 used/)
  assert.equal((await mailsTo('marie@example.lu')).filter(({ kind }) => kind === 'limit_changed').length, 2)
})

test('a request is answered once, by the agent who has it in hand; both agents see that', async () => {
  const who = await world.portal.signIn(marie)
  await askForSpaces(who)
  const path = `/helpdesk/requests/${await newestRequest()}`
  assert.equal((await answer(ada, { limit: '12', answer: 'Too early' })).status, 409)
  await take(ada)
  assert.match((await get(path, bob)).body, /Ada works on this/)
  assert.match((await get('/helpdesk', bob)).body, /in the hands of Ada/)
  assert.equal((await answer(bob, { limit: '12', answer: 'Not mine' })).status, 409)
  await take(bob)
  const late = await answer(ada, { limit: '50', answer: 'Taken from me' })
  assert.equal(late.status, 409)
  assert.match(late.body, /Meanwhile somebody else[\s\S]*Your text, which was not sent[\s\S]*Taken from me/)
  const both = await Promise.all([
    answer(bob, { limit: '12', answer: 'One' }),
    post(`${path}/refusal`, { refusal: 'Two' }, bob),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409])
  assert.equal((await rows(`select from request_events where kind <> 'taken'`)).length, 1)
  const [row] = await rows<{ limit: number | null }>('select business_limit as limit from persons')
  assert.equal(row?.limit, both[0]?.status === 303 ? 12 : null)
})

test('a refused request says why, and the limit stays', async () => {
  const who = await world.portal.signIn(marie)
  const reference = await askForSpaces(who)
  await take(ada)
  const path = `/helpdesk/requests/${await newestRequest()}/refusal`
  const empty = await post(path, { refusal: '' }, ada)
  assert.equal(empty.status, 422)
  assert.match(empty.body, /href="#f-refusal"/)
  assert.equal((await post(path, { refusal: 'Please close the empty ones first.' }, ada)).status, 303)
  const read = textOf(await get(`/account/requests/${reference}`, who))
  assert.match(read, />Refused</)
  assert.match(read, /Please close the empty ones first\./)
  assert.deepEqual(await rows('select from persons where business_limit is not null'), [])
})

test('asking says what is wrong at its field, keeps what was typed, and asks once for a form sent twice', async () => {
  const who = await world.portal.signIn(marie)
  const wrong = await post('/account/requests/new', { wanted: 'many', message: 'Because' }, who)
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /href="#f-wanted"/)
  assert.match(wrong.body, /Because/)
  const [one, two] = await Promise.all([askForSpaces(who), askForSpaces(who)])
  assert.equal(one, two)
  assert.equal((await mailsTo('helpdesk@portal.example')).length, 1)
  const stranger = await world.portal.signIn({ familyName: 'Fremd' })
  assert.equal((await get(`/account/requests/${one}`, stranger)).status, 404)
})

test('whoever cannot sign in asks by the contact form, and reads the answer under the link that was mailed', async () => {
  const asked = { name: 'Ina Ohnekarte', email: 'ina@example.lu', message: 'My card is broken.', form: 'f' }
  const anyone = { cookie: '' }
  const sent = await post('/contact/question', asked, anyone)
  assert.equal(sent.status, 303)
  await take(ada)
  await answer(ada, { answer: 'Your municipality replaces it.' })
  const [received, answered] = await mailsTo('ina@example.lu')
  assert.deepEqual([received?.kind, answered?.kind], ['request_received', 'request_answered'])
  assert.doesNotMatch(`${received?.text}${answered?.text}`, /card|municipality/)
  const link = /(\/contact\/question\/\S+)/.exec(answered?.text ?? '')?.[1] ?? ''
  assert.match(textOf(await get(link, anyone)), /Your municipality replaces it\./)
  assert.equal((await get(link.slice(0, -2), anyone)).status, 410)
  assert.equal((await mailsTo('helpdesk@portal.example')).length, 1)
  for (const form of ['1', '2', '3', '4']) await post('/contact/question', { ...asked, form }, anyone)
  const often = await post('/contact/question', { ...asked, form: '5' }, anyone)
  assert.equal(often.status, 429)
  assert.match(often.body, /My card is broken\./)
})

test('a question of somebody who is signed in is theirs to read in the account', async () => {
  const who = await world.portal.signIn(marie)
  const { headers } = await post('/contact/question', { message: 'How do I print?', form: 'q' }, who)
  assert.match(headers.location ?? '', /^\/account\/requests\//)
  await take(ada)
  await answer(ada, { answer: 'With Ctrl and P.' })
  assert.match((await get(headers.location ?? '', who)).body, /With Ctrl and P\./)
  assert.match((await get('/account/requests', who)).body, />Answered</)
})

test('nobody is looked for without a reason, and every look-up shows in the activity of whom it found', async () => {
  const who = await world.portal.signIn(marie)
  const silent = await post('/helpdesk/lookups', { by: 'name', value: 'Muster' }, ada)
  assert.equal(silent.status, 422)
  assert.match(silent.body, /href="#f-reason"/)
  assert.match(silent.body, /value="Muster"/)
  assert.deepEqual(await actsOf(who), [])
  const account = await openAccount(ada, who)
  assert.equal((await get(account, ada)).status, 200)
  assert.deepEqual(await actsOf(who), ['helpdesk.looked_up', 'helpdesk.account_opened'])
  const { body } = await get('/account/activity', who)
  assert.match(body, /The helpdesk looked at your account/)
  assert.match(body, /Reason: She called/)
})

test('an account is found by name, number, address, space, certificate or request, and by nothing near it', async () => {
  const number = '1985032712345'
  const who = await world.portal.signIn({ ...marie, serialNumber: '10100000000000000777' })
  const { code } = await makeSpace(world.portal.owner, who)
  const reference = await askForSpaces(who)
  const { config } = world.portal
  const valid = '1893120105732'
  await rows(
    `update persons set national_number_state = 'declared', national_number_hash = $1, national_number_sealed = $2`,
    [hashNationalNumber(config, valid), sealNationalNumber(config, valid)],
  )
  const found = async (by: string, value: string) => {
    const at = await lookUp(ada, by, value)
    return at.includes('/accounts/') || (await get(at, ada)).body.includes(who.personId)
  }
  for (const [by, value] of [
    ['name', 'marie MUSTER'],
    ['name', 'must'],
    ['national_number', '1893 12 01 057 32'],
    ['email', 'Marie@Example.lu'],
    ['space', code.toLowerCase()],
    ['certificate', '10100000000000000777'],
    ['request', reference],
  ] as const)
    assert.equal(await found(by, value), true, `${by} ${value}`)
  for (const [by, value] of [
    ['name', '%%%'],
    ['name', '___'],
    ['name', 'marie schmit'],
    ['national_number', number],
    ['email', 'marie@example'],
    ['space', 'PP-AAAAAA'],
    ['certificate', '1010000000000000077'],
    ['request', 'AAAAA-AAAAA'],
  ] as const)
    assert.equal(await found(by, value), false, `${by} ${value}`)
  assert.equal((await post('/helpdesk/lookups', { reason: 'x', by: 'name', value: ' m ' }, ada)).status, 422)
})

test('an agent sees facts of the account, numbers masked, and nothing of what spaces hold', async () => {
  const who = await world.portal.signIn({ ...marie, serialNumber: '10100000000000000777' })
  const space = await makeSpace(world.portal.owner, who)
  const { config } = world.portal
  const valid = '1893120105732'
  await rows(
    `update persons set national_number_state = 'declared', national_number_hash = $1, national_number_sealed = $2`,
    [hashNationalNumber(config, valid), sealNationalNumber(config, valid)],
  )
  await rows(`update spaces set title = 'Secret-of-the-title'`)
  await rows(`update profiles set data = '{"familyName": "Secret-of-the-profile"}'`)
  await rows(
    `insert into mails (person_id, kind, language, recipient, failed_at, failure)
    values ($1, 'space_created', 'en', 'marie@example.lu', now(), 'mailbox full')`,
    [who.personId],
  )
  const { body } = await get(await openAccount(ada, who), ada)
  for (const fact of [
    space.code,
    'marie@example.lu',
    '•••• 0777',
    '•••• •• •• ••• 32',
    '0 of 10 used',
    '>failed<',
    'mailbox full',
  ])
    assert.ok(body.includes(fact), fact)
  for (const secret of ['10100000000000000777', valid, '1893', 'Secret-of'])
    assert.ok(!body.includes(secret), secret)
})

test('what one agent looked up, another cannot open, nor anybody after half an hour, nor an account by its id', async () => {
  const who = await world.portal.signIn(marie)
  const other = await world.portal.signIn({ familyName: 'Fremd' })
  const account = await openAccount(ada, who)
  const before = await denials()
  assert.equal((await get(account, bob)).status, 404)
  assert.equal((await get(account.replace(who.personId, other.personId), ada)).status, 404)
  await rows(`update lookups set at = now() - interval '31 minutes'`)
  assert.equal((await get(account, ada)).status, 404)
  assert.equal((await post(`${account}/limit`, { limit: '99', reason: 'x' }, ada)).status, 404)
  assert.deepEqual(await actsOf(other), [])
  assert.equal((await denials()) - before, 4)
})

test('a certificate with other names is registered by an agent who says why, told, and signs in', async () => {
  const who = await world.portal.signIn(marie)
  await rows(
    `insert into certificate_requests (person_id, provider, serial_number, kind, family_name, given_name, reason)
     values ($1, 'demo-ca', '10100000000000000214', 'private', 'Muster-Neu', 'Marie', 'names'),
       ($1, 'demo-ca', '99', 'private', 'X', 'Y', 'taken')`,
    [who.personId],
  )
  const waiting = await rows<{ id: string; reason: string }>('select id, reason from certificate_requests')
  const pathFor = (reason: string) =>
    `/helpdesk/certificates/${waiting.find((one) => one.reason === reason)?.id}`
  assert.match((await get('/helpdesk', ada)).body, /Certificate with other names/)
  assert.equal((await post(`${pathFor('taken')}/answer`, { answer: 'Anyway' }, ada)).status, 409)
  assert.equal(
    (await post(`${pathFor('taken')}/refusal`, { refusal: 'It is somebody else’s.' }, ada)).status,
    303,
  )
  const both = await Promise.all([
    post(`${pathFor('names')}/answer`, { answer: 'Married in May.' }, ada),
    post(`${pathFor('names')}/answer`, { answer: 'Married in June.' }, bob),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409])
  const { body } = await get('/account/certificates', who)
  assert.match(body, /10100000000000000214/)
  assert.match(body, /not registered: It is somebody else’s\./)
  const kinds = (await mailsTo('marie@example.lu')).map(({ kind }) => kind)
  assert.deepEqual(kinds.sort(), ['certificate_settled', 'new_certificate'])
  assert.ok((await actsOf(who)).includes('certificate.accepted'))
  assert.equal(pathOf(await world.browser('marie-muster-private').signIn()), '/spaces')
})

test('a recovery is approved in the account that was looked up for it', async () => {
  const who = await world.portal.signIn(marie)
  const browser = world.browser('marie-muster-private')
  await browser.signIn('/recovery')
  const typed = { familyName: 'Muster', givenName: 'Marie', birthDate: '19.07.1984', email: 'new@example.lu' }
  await browser.post('/recovery', { ...typed, form: 'recovery' })
  const [row] = await rows<{ id: string }>('select id from recoveries order by created_at desc')
  const path = `/helpdesk/recoveries/${row?.id}`
  assert.match((await get('/helpdesk', ada)).body, /All certificates lost/)
  await post(`${path}/taking`, {}, ada)
  const account = await openAccount(ada, who)
  assert.doesNotMatch((await get(await openAccount(bob, who), bob)).body, /Approve for this account/)
  assert.match((await get(account, ada)).body, /Approve for this account/)
  const approve = (form: Record<string, string>) => post(`${account}/recoveries/${row?.id}`, form, ada)
  assert.equal((await approve({ reason: '' })).status, 422)
  const approved = await approve({ reason: 'Identity card shown' })
  assert.equal(approved.headers.location, `${path}?notice=approved`)
  assert.equal((await approve({ reason: 'Twice' })).status, 409)
  assert.deepEqual(
    (await mailsTo('marie@example.lu')).map(({ kind }) => kind),
    ['recovery_notice'],
  )
  await rows('update certificates set family_name = family_name')
})

test('agents sign in at the provider by their role, with a session of their own', async () => {
  const browser: Browser = world.browser()
  assert.equal(pathOf(await browser.follow(browser.get('/helpdesk'))), '/helpdesk/sign-in')
  assert.equal(pathOf(await browser.signInAgent('ada-agent')), '/helpdesk')
  assert.ok(browser.cookies.get('guichet-helpdesk'))
  assert.equal(browser.cookies.get('guichet-portal'), undefined)
  assert.equal((await browser.get('/spaces')).status, 303)
  await browser.post('/helpdesk/sign-out', {})
  assert.equal(pathOf(await browser.follow(browser.get('/helpdesk'))), '/helpdesk/sign-in')
  const colleague = world.browser()
  const refused = await colleague.signInAgent('carla-kollegin')
  assert.match(refused.body, /not as an agent of this helpdesk/)
  assert.equal(colleague.cookies.get('guichet-helpdesk'), undefined)
})

test('a sign-in of an agent works once, in the browser that began it', async () => {
  const browser = world.browser()
  const choice = await browser.follow(browser.get('/helpdesk/sign-in/start'))
  const back = await browser.follow(
    browser.post(choice.url, { agent: 'ada-agent' }),
    '/helpdesk/sign-in/callback',
  )
  const thief = world.browser()
  assert.equal(pathOf(await thief.follow(thief.get(back.url))), '/helpdesk/sign-in')
  assert.equal(pathOf(await browser.follow(browser.get(back.url))), '/helpdesk')
  browser.cookies.delete('guichet-helpdesk')
  assert.equal(pathOf(await browser.follow(browser.get(back.url))), '/helpdesk/sign-in')
})

test('a person’s session opens nothing of the helpdesk, nor one that was ended or forgotten', async () => {
  const who = await world.portal.signIn(marie)
  const signIn = '/helpdesk/sign-in?back=%2Fhelpdesk'
  assert.equal((await get('/helpdesk', who)).headers.location, signIn)
  const asAgent = { cookie: who.cookie.replace('guichet-portal', 'guichet-helpdesk') }
  assert.equal((await get('/helpdesk', asAgent)).headers.location, `${signIn}&notice=session_over`)
  assert.equal((await get('/helpdesk', ada)).status, 200)
  await rows(`update agent_sessions set last_seen_at = now() - interval '2 hours' where agent_id = $1`, [
    ada.id,
  ])
  assert.equal((await get('/helpdesk', ada)).headers.location, `${signIn}&notice=session_over`)
})

test('a year after the answer a request is forgotten, and one that waits is not', async () => {
  const who = await world.portal.signIn(marie)
  await askForSpaces(who)
  await take(ada)
  await answer(ada, { limit: '12', answer: 'Done' })
  await askForSpaces(who, { form: 'another' })
  await rows(`update request_events set at = now() - interval '366 days'`)
  await sweep(world.portal.pools, world.portal.config)
  assert.equal((await rows('select from helpdesk_requests')).length, 1)
})

test('whoever wants their account deleted asks freshly signed in, need give no reason, and reads the answer', async () => {
  const who = await world.portal.signIn(marie)
  const ask = () => post('/account/deletion', { message: '', form: 'd' }, who)
  await rows(`update sessions set created_at = now() - interval '6 minutes' where person_id = $1`, [
    who.personId,
  ])
  assert.match((await ask()).headers.location ?? '', /^\/account\/confirm/)
  assert.deepEqual(await rows('select from helpdesk_requests'), [])
  await rows('update sessions set created_at = now() where person_id = $1', [who.personId])
  const { headers } = await ask()
  assert.match(headers.location ?? '', /^\/account\/requests\/[A-Z2-9-]{11}/)
  assert.match((await get('/helpdesk', ada)).body, /Delete the account/)
  await take(ada)
  await answer(ada, { answer: 'Deleted by the end of the month.' })
  assert.match((await get(headers.location ?? '', who)).body, /Deleted by the end of the month\./)
  assert.ok((await actsOf(who)).includes('request.sent'))
})
