import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { addMember } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

type Draft = { who: SignedIn; code: string; id: string; path: string }

async function begin(profile: Record<string, string> = {}): Promise<Draft> {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Muster' })
  const { code, id } = await giveSpace(portal.owner, who, { profile })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  return { who, code, id, path: `/s/${code}/dossiers/1/pages` }
}

async function open({ who, path }: Pick<Draft, 'who' | 'path'>, page = 'request') {
  const { body } = await portal.get(`${path}/${page}`, who)
  return formOf(body, `${path}/${page}`)
}

async function stored({ id }: Draft): Promise<Record<string, unknown>> {
  const { rows } = await portal.owner.query<{ answers: Record<string, unknown> }>(
    'select answers from dossiers where space_id = $1',
    [id],
  )
  return rows[0]?.answers ?? {}
}

const request = { purpose: 'employer', certificateLanguage: 'fr', forWhom: 'self' }

test('Next keeps a right page and goes on, and the next page offers the way back', async () => {
  const draft = await begin()
  const form = await open(draft)
  const answer = await portal.post(`${draft.path}/request`, { ...form, ...request, go: 'next' }, draft.who)
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.location, `${draft.path}/person`)
  assert.equal((await stored(draft)).purpose, 'employer')
  assert.match((await portal.get(`${draft.path}/person`, draft.who)).body, /value="back"/)
})

test('Next on a wrong page says what is wrong, and keeps everything typed, also in the draft', async () => {
  const draft = await begin()
  const form = await open(draft, 'person')
  const typed = { ...form, email: 'not an address', thoroughfare: '  <b>„Straße“ 😀 شارع' }
  const answer = await portal.post(`${draft.path}/person`, { ...typed, go: 'next' }, draft.who)
  assert.equal(answer.status, 422)
  assert.match(answer.body, /href="#f-email"/)
  const again = formOf(answer.body, `${draft.path}/person`)
  assert.deepEqual(again.email, ['not an address'])
  assert.deepEqual(again.thoroughfare, ['  <b>„Straße“ 😀 شارع'])
  assert.equal((await stored(draft)).email, 'not an address')
})

test('Resume later and Back keep what was typed, right or wrong, and the dossier goes on there', async () => {
  const draft = await begin()
  const form = await open(draft, 'person')
  const back = await portal.post(`${draft.path}/person`, { ...form, email: 'x@', go: 'back' }, draft.who)
  assert.equal(back.headers.location, `${draft.path}/request`)
  const again = await open(draft, 'person')
  assert.deepEqual(again.email, ['x@'])
  const later = await portal.post(`${draft.path}/person`, { ...again, email: 'x@y', go: 'later' }, draft.who)
  assert.equal(later.headers.location, `/s/${draft.code}/dossiers?notice=later`)
  assert.match(
    (await portal.get(`/s/${draft.code}/dossiers/1`, draft.who)).body,
    new RegExp(`${draft.path}/person"`),
  )
  assert.equal((await stored(draft)).email, 'x@y')
})

test('a row can be added and removed without JavaScript, and comes back at its place', async () => {
  const draft = await begin()
  const form = { ...(await open(draft)), ...request, forWhom: 'household' }
  const refreshed = await portal.post(`${draft.path}/request`, { ...form, list: 'refresh' }, draft.who)
  assert.equal(refreshed.status, 303)
  const wide = { ...(await open(draft)), 'householdMembers.0.name': 'Léa', list: 'add:householdMembers' }
  const added = await portal.post(`${draft.path}/request`, wide, draft.who)
  assert.match(added.headers.location ?? '', /#f-householdMembers\.1\./)
  const two = await open(draft)
  assert.deepEqual(two['householdMembers.0.name'], ['Léa'])
  assert.deepEqual(two['householdMembers.1.name'], [''])
  await portal.post(`${draft.path}/request`, { ...two, list: 'remove:householdMembers:0' }, draft.who)
  assert.deepEqual((await open(draft))['householdMembers.0.name'], [''])
})

const save = (draft: Draft, form: Record<string, string | string[]>, page = 'request') =>
  portal.post(`${draft.path}/${page}/autosave`, form, draft.who, { 'x-autosave': '1' })

test('autosave keeps what is typed without judging it, and gives the version the form now has', async () => {
  const draft = await begin()
  const form = await open(draft, 'person')
  const answer = await save(draft, { ...form, email: 'half an addr' }, 'person')
  assert.equal(answer.status, 200)
  const { version, savedAt } = JSON.parse(answer.body)
  assert.ok(Math.abs(Date.parse(savedAt) - Date.now()) < 10_000)
  const next = await save(draft, { ...form, version, email: 'half an address' }, 'person')
  assert.equal(next.status, 200)
  assert.equal((await stored(draft)).email, 'half an address')
})

test('a button pressed just after its own form was saved by itself is no conflict', async () => {
  const draft = await begin()
  const form = await open(draft)
  await save(draft, { ...form, purpose: 'bank' })
  const answer = await portal.post(`${draft.path}/request`, { ...form, ...request, go: 'next' }, draft.who)
  assert.equal(answer.status, 303)
  assert.equal((await stored(draft)).purpose, 'employer')
})

test('an autosave whose answer got lost is no conflict with the next one of the same form', async () => {
  const draft = await begin()
  const form = await open(draft)
  await save(draft, { ...form, purpose: 'bank' })
  const next = await save(draft, { ...form, purpose: 'school' })
  assert.equal(next.status, 200)
  assert.equal((await stored(draft)).purpose, 'school')
})

test('an autosave that arrives after the button of its form changes nothing', async () => {
  const draft = await begin()
  const form = await open(draft)
  await portal.post(`${draft.path}/request`, { ...form, ...request, go: 'next' }, draft.who)
  const late = await save(draft, { ...form, purpose: 'bank' })
  assert.equal(late.status, 409)
  assert.equal((await stored(draft)).purpose, 'employer')
})

test('two windows on one page: the second overwrites nothing, sees both versions, and its choice holds', async () => {
  const draft = await begin()
  const [first, second] = [await open(draft), await open(draft)]
  await portal.post(
    `${draft.path}/request`,
    { ...first, ...request, purpose: 'bank', go: 'later' },
    draft.who,
  )
  const refused = await save(draft, { ...second, ...request, purpose: 'school' })
  assert.equal(refused.status, 409)
  assert.equal(JSON.parse(refused.body).conflict, true)
  const mine = { ...second, ...request, purpose: 'school', go: 'next' }
  const conflict = await portal.post(`${draft.path}/request`, mine, draft.who)
  assert.equal(conflict.status, 409)
  assert.match(conflict.body, /Bank or insurance/)
  assert.match(conflict.body, /School, university or childcare/)
  assert.equal((await stored(draft)).purpose, 'bank')
  const both = formOf(conflict.body, `${draft.path}/request`)
  assert.deepEqual(both.purpose, ['school'])
  assert.deepEqual(both['keep:purpose'], ['mine'])
  assert.equal(both['keep:certificateLanguage'], undefined)
  const settled = await portal.post(`${draft.path}/request`, { ...both, go: 'stay' }, draft.who)
  assert.equal(settled.headers.location, `${draft.path}/request`)
  assert.equal((await stored(draft)).purpose, 'school')
})

test('after a conflict the stored version can be kept, lists and boxes included', async () => {
  const draft = await begin()
  const household = { ...request, forWhom: 'household', purpose: 'abroad' }
  const start = { ...(await open(draft)), ...household, list: 'refresh' }
  await portal.post(`${draft.path}/request`, start, draft.who)
  const [first, second] = [await open(draft), await open(draft)]
  const theirs = { ...first, multilingualForm: ['', 'yes'], 'householdMembers.0.name': 'Léa', go: 'later' }
  await portal.post(`${draft.path}/request`, theirs, draft.who)
  const mine = { ...second, 'householdMembers.0.name': 'Zoé', go: 'later' }
  const conflict = await portal.post(`${draft.path}/request`, mine, draft.who)
  assert.equal(conflict.status, 409)
  const both = formOf(conflict.body, `${draft.path}/request`)
  const choice = { ...both, 'keep:householdMembers': 'theirs', 'keep:multilingualForm': 'mine', go: 'stay' }
  await portal.post(`${draft.path}/request`, choice, draft.who)
  const kept = await stored(draft)
  assert.equal(kept.multilingualForm, false)
  assert.deepEqual(
    (kept.householdMembers as { name: string }[]).map(({ name }) => name),
    ['Léa'],
  )
})

/** A dossier of a company, and a colleague who prepares it too. */
async function beginShared(): Promise<Draft & { colleague: SignedIn }> {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Muster', kind: 'professional' })
  const { code, id } = await giveSpace(portal.owner, who, { kind: 'business' })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'business-permit' }, who)
  const colleague = await portal.signIn({ givenName: 'Ben', familyName: 'Weis' })
  await addMember(portal.owner, id, colleague.personId, 'manager')
  return { who, code, id, path: `/s/${code}/dossiers/1/pages`, colleague }
}

test('two people on different pages of one dossier are no conflict', async () => {
  const draft = await beginShared()
  const { colleague } = draft
  const [one, other] = [await open(draft, 'company'), await open({ ...draft, who: colleague }, 'activity')]
  await portal.post(`${draft.path}/company`, { ...one, legalName: 'Muster', go: 'later' }, draft.who)
  const answer = await portal.post(
    `${draft.path}/activity`,
    { ...other, activity: 'Joinery', go: 'later' },
    colleague,
  )
  assert.equal(answer.status, 303)
  const answers = await stored(draft)
  assert.equal(answers.legalName, 'Muster')
  assert.equal(answers.activity, 'Joinery')
})

test('of two people in one form, the second to save sees both versions with whose they are, and loses nothing', async () => {
  const draft = await beginShared()
  const { colleague } = draft
  const path = `${draft.path}/company`
  const [mine, theirs] = [await open(draft, 'company'), await open({ ...draft, who: colleague }, 'company')]
  const ben = { ...theirs, legalName: 'Ben & Co', companyPhone: '621 000 111' }
  assert.equal((await portal.post(path, { ...ben, go: 'later' }, colleague)).status, 303)
  const anna = { ...mine, legalName: 'Anna & Co', contactFunction: 'Director' }
  const conflict = await portal.post(path, { ...anna, go: 'later' }, draft.who)
  assert.equal(conflict.status, 409)
  for (const words of ['Ben &amp; Co', 'Anna &amp; Co', 'Ben Weis'])
    assert.ok(conflict.body.includes(words), words)
  assert.equal((await stored(draft)).legalName, 'Ben & Co')
  const both = formOf(conflict.body, path)
  const choice = { 'keep:legalName': 'mine', 'keep:companyPhone': 'theirs', 'keep:contactFunction': 'mine' }
  assert.equal((await portal.post(path, { ...both, ...choice, go: 'stay' }, draft.who)).status, 303)
  const kept = await stored(draft)
  assert.deepEqual(
    [kept.legalName, kept.companyPhone, kept.contactFunction],
    ['Anna & Co', '621 000 111', 'Director'],
  )
})

test('the same words saved twice are no conflict', async () => {
  const draft = await begin()
  const [first, second] = [await open(draft), await open(draft)]
  await portal.post(`${draft.path}/request`, { ...first, ...request, go: 'later' }, draft.who)
  const answer = await portal.post(`${draft.path}/request`, { ...second, ...request, go: 'later' }, draft.who)
  assert.equal(answer.status, 303)
})

test('a value that is only written another way is no conflict', async () => {
  const draft = await begin({
    birthDate: '1984-07-19',
    thoroughfare: 'Rue du Brill',
    postName: 'Esch',
    postCode: '4041',
  })
  const [mine, theirs] = [await open(draft, 'person'), await open(draft, 'person')]
  assert.deepEqual(mine.birthDate, ['19/07/1984'])
  const path = `${draft.path}/person`
  await portal.post(path, { ...theirs, phone: '621 000 111', go: 'next' }, draft.who)
  const { status, body } = await portal.post(path, { ...mine, phone: '621 000 222', go: 'next' }, draft.who)
  assert.equal(status, 409)
  assert.match(body, /name="keep:phone"/)
  assert.doesNotMatch(body, /name="keep:birthDate"|name="keep:postCode"/)
})

test('names a page does not have, odd shapes and unstorable characters harm nothing', async () => {
  const draft = await begin()
  const form = await open(draft, 'person')
  const odd = {
    ...form,
    status: 'received',
    purpose: 'bank',
    __proto__: 'x',
    constructor: 'x',
    email: ['a@example.lu', 'b@example.lu'],
    postName: 'a\u0000b',
    'householdMembers.99999.name': 'x',
    go: 'later',
  }
  const answer = await portal.post(`${draft.path}/person`, odd, draft.who)
  assert.equal(answer.status, 303)
  const answers = await stored(draft)
  assert.equal(answers.purpose, undefined)
  assert.equal(answers.status, undefined)
  assert.equal(answers.email, 'b@example.lu')
  const { rows } = await portal.owner.query('select status from dossiers where space_id = $1', [draft.id])
  assert.deepEqual(rows, [{ status: 'draft' }])
})

test('a verified value keeps what its source said, whatever is posted', async () => {
  const who = await portal.signIn()
  const source = { from: 'certificate' as const, at: '2026-11-01T10:00:00Z', verified: true }
  const { code, id } = await giveSpace(portal.owner, who, {
    profile: { familyName: 'Muster' },
    sources: { familyName: source },
  })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const path = `/s/${code}/dossiers/1/pages`
  const form = await open({ who, path }, 'person')
  await portal.post(`${path}/person`, { ...form, familyName: 'Forged', go: 'later' }, who)
  assert.equal((await stored({ who, code, id, path })).familyName, 'Muster')
})

test('a changed value is one’s own from then on, an untouched one stays that of its source', async () => {
  const draft = await begin({ postName: 'Esch', email: 'anna@example.lu' })
  const form = await open(draft, 'person')
  await portal.post(`${draft.path}/person`, { ...form, postName: 'Belval', go: 'later' }, draft.who)
  const { rows } = await portal.owner.query<{ provenance: Record<string, { from: string }> }>(
    'select provenance from dossiers where space_id = $1',
    [draft.id],
  )
  assert.equal(rows[0]?.provenance.postName?.from, 'typed')
  assert.equal(rows[0]?.provenance.email?.from, 'profile')
})

test('a page nobody defined, and a page of a submitted dossier, cannot be opened', async () => {
  const draft = await begin()
  assert.equal((await portal.get(`${draft.path}/nowhere`, draft.who)).status, 404)
  await portal.owner.query(`update dossiers set status = 'submitted' where space_id = $1`, [draft.id])
  for (const answer of [
    await portal.get(`${draft.path}/request`, draft.who),
    await portal.post(`${draft.path}/request`, { go: 'next' }, draft.who),
    await portal.get(`/s/${draft.code}/dossiers/1/check`, draft.who),
  ])
    assert.match(answer.headers.location ?? '', /dossiers\/1\?notice=closed/)
  assert.equal((await save(draft, { purpose: 'bank' })).status, 409)
})
