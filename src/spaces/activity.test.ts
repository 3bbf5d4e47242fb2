import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sql from 'sql-template-tag'
import { giveDocument } from '../../test/documents.ts'
import { addMember, makeSpace, type TestSpace } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { activityPageSize } from '../audit/activity.ts'
import { spaceActs } from '../audit/space-activity.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { acknowledgeDossier } from '../procedures/acknowledgement.ts'
import { inSpace } from '../scopes.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

type Firm = { space: TestSpace; boss: SignedIn; paul: SignedIn }

async function company(): Promise<Firm> {
  const boss = await portal.signIn({ kind: 'professional', givenName: 'Marie', familyName: 'Muster' })
  const space = await makeSpace(portal.owner, boss, 'business')
  const paul = await portal.signIn({ givenName: 'Paul', familyName: 'Weis' })
  await addMember(portal.owner, space.id, paul.personId, 'manager')
  await portal.owner.query(`update memberships set capacity = 'employee' where person_id = $1`, [
    paul.personId,
  ])
  return { space, boss, paul }
}

const read = async ({ space, boss }: Firm, values: { about?: string; before?: string } = {}) =>
  (await portal.get(paths.spaceActivity(space.code, values), boss)).body

/** The list on the page, as text. */
const entries = (body: string): string[] =>
  [...(/<ul class="rows">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? '').matchAll(/<li>([\s\S]*?)<\/li>/g)].map(
    ([, entry = '']) =>
      entry
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  )

test('an administrator reads who did what, in which capacity and with which certificate, as they were then', async () => {
  const firm = await company()
  const { code } = firm.space
  await portal.post(paths.newDossier(code), { procedure: 'business-permit' }, firm.paul)
  await giveDocument(portal, firm.paul, code, { name: 'Diplom.pdf' })
  await portal.post(paths.memberRole(code, firm.paul.personId), { role: 'administrator' }, firm.boss)
  await portal.post(paths.memberRemoval(code, firm.paul.personId), {}, firm.boss)
  await portal.owner.query(`update certificates set organization_name = 'Later S.A.' where person_id = $1`, [
    firm.boss.personId,
  ])
  const [removed = '', changed = '', uploaded = '', started = '', ...rest] = entries(await read(firm))
  assert.deepEqual(rest, [])
  assert.match(
    removed,
    /^User removed from a space Paul Weis .*Marie Muster · Professional certificate, Muster Sàrl/,
  )
  assert.match(changed, /^Role of a user changed Paul Weis · Administrator .*Marie Muster/)
  assert.match(uploaded, /^Document added Diplom\.pdf .*Paul Weis · Employee · Private certificate, …\d{4}$/)
  assert.match(started, new RegExp(`^Dossier begun ${code}-1 .*Paul Weis · Employee`))
})

test('it leads to what is there, and only names what is gone', async () => {
  const firm = await company()
  const { code } = firm.space
  await portal.post(paths.newDossier(code), { procedure: 'business-permit' }, firm.paul)
  const id = await giveDocument(portal, firm.paul, code)
  const links = async () => {
    const body = await read(firm)
    return [paths.dossier(code, 1), paths.document(code, id)].map((path) => body.includes(`href="${path}"`))
  }
  assert.deepEqual(await links(), [true, true])
  await portal.post(paths.removal(code, 1), {}, firm.paul)
  await portal.post(paths.documentRemoval(code, id), {}, firm.paul)
  assert.deepEqual(await links(), [false, false])
  assert.match(entries(await read(firm)).join('\n'), /Document deleted Identity card\.pdf/)
})

test('what its people do elsewhere is not there, nor what happens in another space of theirs', async () => {
  const [firm, other] = [await company(), await company()]
  await addMember(portal.owner, other.space.id, firm.paul.personId, 'manager')
  await portal.post(paths.newDossier(other.space.code), { procedure: 'business-permit' }, firm.paul)
  await portal.owner.query(
    `insert into audit_records (act, person_id, space_id) values ('email.confirmed', $1, null),
       ('session.opened', $1, $2)`,
    [firm.paul.personId, firm.space.id],
  )
  assert.deepEqual(entries(await read(firm)), [])
  assert.equal(entries(await read(other)).length, 1)
})

test('whoever declines shows no name but the one the invitation was written for', async () => {
  const firm = await company()
  const serialNumber = '10200000000000004711'
  const stranger = await portal.signIn({ givenName: 'Quite', familyName: 'Else', serialNumber })
  const invited = { familyName: 'Written', givenName: 'As', email: 'x@firm.example', serialNumber }
  const form = { ...invited, language: 'en', role: 'reader', certificates: 'all' }
  assert.equal((await portal.post(paths.newInvitation(firm.space.code), form, firm.boss)).status, 303)
  const { rows } = await portal.owner.query<{ id: string }>(
    'select id from invitations where space_id = $1',
    [firm.space.id],
  )
  await portal.post(paths.invitationDeclining(rows[0]?.id ?? ''), {}, stranger)
  const body = await read(firm, { about: 'users' })
  assert.match(entries(body)[0] ?? '', /^Invitation declined As Written/)
  assert.doesNotMatch(body, /Quite|Else/)
})

test('what an authority and the scanner did is told as theirs', async () => {
  const firm = await company()
  const { id: spaceId, code } = firm.space
  await portal.post(paths.newDossier(code), { procedure: 'business-permit' }, firm.paul)
  await portal.owner.query(`update dossiers set status = 'submitted' where space_id = $1`, [spaceId])
  await portal.owner.query(
    `insert into submissions (space_id, number, case_id, answers, wording, language, hash, submitted_by,
       submitted_by_name, certificate_id)
     values ($1, 1, gen_random_uuid(), '{}', '[]', 'en', 'x', $2, 'Paul', $3)`,
    [spaceId, firm.paul.personId, firm.paul.certificateId],
  )
  const received = { spaceId, number: 1, authorityReference: null }
  await acknowledgeDossier(portal.pools, { enqueue: async () => {} }, received)
  await portal.owner.query(
    `insert into audit_records (act, space_id, object) values ('document.infected', $1, 'x')`,
    [spaceId],
  )
  const [infected = '', acknowledged = ''] = entries(await read(firm))
  assert.match(infected, /^Document found infected .*The virus scanner$/)
  assert.match(acknowledged, new RegExp(`^Dossier received by the authority ${code}-1 .*The authority$`))
})

test('it can be narrowed to what it is about; a made-up filter or place begins anew', async () => {
  const firm = await company()
  const { code } = firm.space
  await portal.post(paths.newDossier(code), { procedure: 'business-permit' }, firm.paul)
  await portal.post(paths.useData(code), { use: 'no' }, firm.boss)
  await portal.post(paths.memberRole(code, firm.paul.personId), { role: 'reader' }, firm.boss)
  for (const [about, first] of [
    ['users', /^Role of a user/],
    ['dossiers', /^Dossier begun/],
    ['data', /^Filling of forms switched off/],
  ] as const) {
    const found = entries(await read(firm, { about }))
    assert.equal(found.length, 1)
    assert.match(found[0] ?? '', first)
  }
  assert.deepEqual(entries(await read(firm, { about: 'documents' })), [])
  for (const values of [
    { about: '__proto__' },
    { before: 'x' },
    { before: '-1' },
    { before: '9'.repeat(30) },
  ])
    assert.equal(entries(await read(firm, values)).length, 3, JSON.stringify(values))
})

test('a long list comes page by page, each entry once, also while more is added', async () => {
  const firm = await company()
  const { code, id } = firm.space
  await portal.owner.query(
    `insert into audit_records (act, person_id, space_id, object)
     select 'dossier.started', $1, $2, $3 || '-' || n from generate_series(1, $4) n`,
    [firm.paul.personId, id, code, activityPageSize * 2 + 5],
  )
  const seen: string[] = []
  let next: string | undefined = paths.spaceActivity(code, { about: 'dossiers' })
  for (let page = 0; next && page < 5; page++) {
    const { body } = await portal.get(next, firm.boss)
    seen.push(...entries(body).map((entry) => new RegExp(`${code}-(\\d+)`).exec(entry)?.[1] ?? ''))
    await portal.owner.query(`insert into audit_records (act, space_id) values ('dossier.deleted', $1)`, [id])
    next = /href="([^"]*\/activity\?[^"]*before=\d+[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.deepEqual(
    seen.map(Number),
    Array.from({ length: 65 }, (_, index) => 65 - index),
  )
})

test('other members are refused, with who can grant it, and whoever is no member finds nothing', async () => {
  const firm = await company()
  const { status, body } = await portal.get(paths.spaceActivity(firm.space.code), firm.paul)
  assert.equal(status, 403)
  assert.match(body, /Marie Muster/)
  const isLinkedFor = async (who: SignedIn) =>
    (await portal.get(paths.members(firm.space.code), who)).body.includes(
      paths.spaceActivity(firm.space.code),
    )
  assert.deepEqual([await isLinkedFor(firm.boss), await isLinkedFor(firm.paul)], [true, false])
  assert.equal((await portal.get(paths.spaceActivity(firm.space.code), await portal.signIn())).status, 404)
})

test('the owner of a private space reads the same of it, from “My data”', async () => {
  const anna = await portal.signIn()
  const { code } = await makeSpace(portal.owner, anna)
  await giveDocument(portal, anna, code)
  assert.ok((await portal.get(paths.profile(code), anna)).body.includes(paths.spaceActivity(code)))
  const { body } = await portal.get(paths.spaceActivity(code), anna)
  assert.match(entries(body)[0] ?? '', /^Document added .*Anna Muster · Private certificate/)
  assert.doesNotMatch(body, /Users and invitations/)
})

test('it takes one round trip, by an index of the space', async () => {
  const firm = await company()
  const asked = () => portal.get(paths.spaceActivity(firm.space.code, { about: 'users' }), firm.boss)
  assert.equal((await portal.queries(asked)).roundTrips, 1)
  await portal.owner.query(
    `insert into audit_records (act, space_id) select 'dossier.started', gen_random_uuid()
     from generate_series(1, 5000)`,
  )
  await portal.owner.query('analyze audit_records')
  const plan = await inSpace(portal.pools, firm.boss.token, firm.space.code, 'reader', (tx) =>
    tx.rows(sql`explain select id from audit_records where space_id = (select current_space())
      and act = any (${['member.left']}) and id < 1000 order by id desc limit 31`),
  )
  assert.match(JSON.stringify(plan), /audit_of_space/)
})

test('every act in a space that has words is told there', () => {
  const about = /^(invitation|member|dossier|document|profile|space|case)\./
  const acts = Object.keys(messages('en').account.activity.acts).filter((act) => about.test(act))
  assert.deepEqual(
    Object.values(spaceActs).flat().toSorted(),
    acts.filter((act) => act !== 'space.denied').toSorted(),
  )
})
