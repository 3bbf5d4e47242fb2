import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import sql from 'sql-template-tag'
import { testConfig, testDatabase } from '../../test/database.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { businessLimit } from './business-limit.ts'
import { closeSpace, reopenSpace } from './closure.ts'
import { landingPath } from './landing.ts'
import { countSpaces, listClosedSpaces, listSpaces, pageSize } from './listing.ts'
import {
  createBusinessSpace,
  createPrivateSpace,
  insertSpace,
  type Opened,
  requestHash,
  type SameCompany,
  spacesOfCompany,
} from './space.ts'

const database = await testDatabase()
after(() => database.close())
const config = testConfig({})
const enqueued: string[] = []
const jobs: Jobs = {
  enqueue: async (_tx, name) => {
    enqueued.push(name)
  },
}
const means = { config, jobs }

async function makeActor(kind: 'private' | 'professional' = 'private'): Promise<Actor> {
  const personId = randomUUID()
  await database.owner.query(
    `insert into persons (id, family_name, given_name, language) values ($1, 'Muster', 'Marie', 'de')`,
    [personId],
  )
  return withCertificate(personId, kind)
}

async function withCertificate(personId: string, kind: 'private' | 'professional'): Promise<Actor> {
  const id = randomUUID()
  const serialNumber = id.replace(/\D/g, '').padEnd(20, '7').slice(0, 20)
  await database.owner.query(
    `insert into certificates (id, person_id, provider, serial_number, kind, family_name, given_name)
     values ($1, $2, 'test', $3, $4, 'Muster', 'Marie')`,
    [id, personId, serialNumber, kind],
  )
  return {
    personId,
    familyName: 'Muster',
    givenName: 'Marie',
    language: 'de',
    email: null,
    emailConfirmed: false,
    nationalNumberState: 'none',
    certificate: {
      id,
      kind,
      provider: 'test',
      serialNumber,
      organizationName: null,
      organizationIdentifier: null,
    },
    scheme: 'tls',
    assurance: 'high',
    signedInAt: new Date(),
    sessionEndsAt: new Date(Date.now() + 60_000),
  }
}

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  database.pools.app.transaction(sql`select set_config('guichet.person_id', ${actor.personId}, true)`, work)

const company = (legalName: string) => ({ legalName, spaceTitle: legalName })
const openBusiness = (actor: Actor, legalName: string, key: string = randomUUID(), told: string[] = []) =>
  as(actor, (tx) =>
    createBusinessSpace(tx, means, actor, {
      data: company(legalName),
      sources: {},
      capacity: 'manager',
      told,
      request: requestHash(key, company(legalName)),
    }),
  )
const person = { givenName: 'Marie', familyName: 'Muster' }
const openPrivate = (actor: Actor, key: string = randomUUID()) =>
  as(actor, (tx) =>
    createPrivateSpace(tx, means, actor, { data: person, sources: {}, request: requestHash(key, person) }),
  )

function codeOf(opened: Opened | SameCompany): string {
  if (!opened.opened) throw new Error(`not opened: ${opened.reason}`)
  return opened.code
}

const inside = <T>(actor: Actor, code: string, work: (tx: Tx, space: CurrentSpace) => Promise<T>) =>
  as(actor, async (tx) => {
    const space = await tx.row<{ id: string; kind: CurrentSpace['kind']; title: string }>(
      sql`select id, kind, title from spaces where code = ${code}`,
    )
    if (!space) throw new Error('no such space')
    await tx.run(sql`select set_config('guichet.space_id', ${space.id}, true),
      set_config('guichet.role', 'administrator', true)`)
    return work(tx, {
      ...space,
      code,
      openedWith: 'private',
      useData: true,
      role: 'administrator',
      capacity: null,
    })
  })
const close = (actor: Actor, code: string) =>
  inside(actor, code, (tx, space) => closeSpace(tx, jobs, actor, space))
const reopen = (actor: Actor, code: string) => as(actor, (tx) => reopenSpace(tx, config, actor, code))

test('R2: a person has one private space, whichever certificate is used', async () => {
  const actor = await makeActor()
  const withOther = await withCertificate(actor.personId, 'professional')
  const first = await openPrivate(actor)
  assert.equal(first.opened, true)
  assert.deepEqual(await openPrivate(withOther), { opened: false, reason: 'private_exists' })
})

test('R2: fifty private spaces asked for at once leave one', async () => {
  const actor = await makeActor()
  const all = await Promise.all(Array.from({ length: 50 }, () => openPrivate(actor)))
  assert.equal(all.filter(({ opened }) => opened).length, 1)
  assert.equal(await as(actor, countSpaces), 1)
})

test('R6: an eleventh business space is refused, however many certificates are used', async () => {
  const actor = await makeActor('private')
  const withOther = await withCertificate(actor.personId, 'professional')
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, index) => openBusiness(index % 2 ? actor : withOther, `Firma ${index}`)),
  )
  assert.equal(all.filter(({ opened }) => opened).length, 10)
  assert.deepEqual(await as(actor, (tx) => businessLimit(tx, config)), { used: 10, allowed: 10 })
})

test('R6: the limit raised for one person holds for that person, and another’s spaces do not count', async () => {
  const [raised, other] = [await makeActor(), await makeActor()]
  await database.owner.query('update persons set business_limit = 2 where id = $1', [raised.personId])
  await openBusiness(other, 'Andere')
  assert.equal((await openBusiness(raised, 'Eins')).opened, true)
  assert.equal((await openBusiness(raised, 'Zwei')).opened, true)
  assert.deepEqual(await openBusiness(raised, 'Drei'), { opened: false, reason: 'limit' })
})

test('R6: a space one was invited to does not count', async () => {
  const [administrator, invited] = [await makeActor('professional'), await makeActor()]
  const code = codeOf(await openBusiness(administrator, 'Geteilt'))
  await database.owner.query(
    `insert into memberships (person_id, space_id, role) select $1, id, 'reader' from spaces where code = $2`,
    [invited.personId, code],
  )
  assert.equal(await as(invited, countSpaces), 1)
  assert.deepEqual(await as(invited, (tx) => businessLimit(tx, config)), { used: 0, allowed: 10 })
})

test('R5: either kind of certificate opens a business space, and which one did is kept', async () => {
  for (const kind of ['private', 'professional'] as const) {
    const actor = await makeActor(kind)
    const code = codeOf(await openBusiness(actor, `Firma ${kind}`))
    const { rows } = await database.owner.query(
      'select opened_with, opened_with_certificate_id from spaces where code = $1',
      [code],
    )
    assert.deepEqual(rows, [{ opened_with: kind, opened_with_certificate_id: actor.certificate.id }])
  }
})

test('one form sent twice opens one space; the same form changed opens another', async () => {
  const actor = await makeActor()
  const key = randomUUID()
  const twice = await Promise.all([openBusiness(actor, 'Doppelt', key), openBusiness(actor, 'Doppelt', key)])
  assert.equal(codeOf(twice[0]), codeOf(twice[1]))
  assert.notEqual(codeOf(await openBusiness(actor, 'Geändert', key)), codeOf(twice[0]))
  const own = await openPrivate(actor, key)
  assert.deepEqual(await openPrivate(actor, key), own)
})

test('a code somebody has already is drawn again', async () => {
  const actor = await makeActor()
  const taken = codeOf(await openBusiness(actor, 'Erste'))
  const draws = [taken, taken, 'PM-ZZZZZ9']
  const other = await makeActor()
  const code = await as(other, async (tx) => {
    const id = randomUUID()
    await tx.run(sql`select set_config('guichet.space_id', ${id}, true)`)
    const opening = { data: company('Zweite'), sources: {}, capacity: null, request: Buffer.from('x') }
    return insertSpace(tx, other, { id, kind: 'business', opening }, () => draws.shift() ?? 'PM-YYYYY9')
  })
  assert.equal(code, 'PM-ZZZZZ9')
})

test('a space for a company I already have one for is found by number or name, mine only', async () => {
  const [actor, stranger] = [await makeActor(), await makeActor()]
  const code = codeOf(await openBusiness(actor, 'Bäckerei Weber S.à r.l.'))
  const same = { legalName: 'BACKEREI WEBER SARL' }
  assert.deepEqual(await as(actor, (tx) => spacesOfCompany(tx, same)), [
    { code, title: 'Bäckerei Weber S.à r.l.' },
  ])
  assert.deepEqual(await as(stranger, (tx) => spacesOfCompany(tx, same)), [])
  assert.deepEqual(await as(actor, (tx) => spacesOfCompany(tx, { legalName: 'Metzgerei Weber' })), [])
  const again = await openBusiness(actor, 'Bäckerei Weber SARL')
  assert.ok(!again.opened && again.reason === 'same_company')
  assert.equal((await openBusiness(actor, 'Bäckerei Weber SARL', randomUUID(), [code])).opened, true)
})

test('a closed space no longer counts, is listed as closed and comes back', async () => {
  const actor = await makeActor()
  await database.owner.query('update persons set business_limit = 1 where id = $1', [actor.personId])
  const code = codeOf(await openBusiness(actor, 'Kurz'))
  assert.equal(await close(actor, code), true)
  assert.equal(await as(actor, countSpaces), 0)
  assert.deepEqual(
    (await as(actor, listClosedSpaces)).map((space) => space.code),
    [code],
  )
  const next = codeOf(await openBusiness(actor, 'Danach'))
  assert.equal(await reopen(actor, code), 'limit')
  await close(actor, next)
  assert.equal(await reopen(actor, code), 'reopened')
  assert.equal(await as(actor, countSpaces), 1)
})

test('a closed private space does not come back beside a new one (R2)', async () => {
  const actor = await makeActor()
  const first = codeOf(await openPrivate(actor))
  await close(actor, first)
  codeOf(await openPrivate(actor))
  assert.equal(await reopen(actor, first), 'private_exists')
})

test('nobody but the owner undoes a closure, and not after 30 days', async () => {
  const [actor, other] = [await makeActor('professional'), await makeActor()]
  const code = codeOf(await openBusiness(actor, 'Alt'))
  await close(actor, code)
  await database.owner.query(
    `insert into memberships (person_id, space_id, role) select $1, id, 'administrator' from spaces where code = $2`,
    [other.personId, code],
  )
  await assert.rejects(reopen(other, code), { code: 'not_found' })
  await database.owner.query(`update spaces set closed_at = now() - interval '31 days' where code = $1`, [
    code,
  ])
  await assert.rejects(reopen(actor, code), { code: 'not_found' })
  assert.deepEqual(await as(actor, listClosedSpaces), [])
})

test('a space with a dossier is not closed, also when both happen at once', async () => {
  await database.owner.query(`insert into procedures (id, version, kind, authority_id, definition, digest)
    values ('p', 1, 'business', 'a', '{}', 'x')`)
  const actor = await makeActor()
  const begin = (code: string) =>
    inside(actor, code, (tx, space) =>
      tx.run(sql`insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page,
        created_by, changed_by) values (${space.id}, 1, 'p', 1, 'draft', '{}', 'a', ${actor.personId}, ${actor.personId})`),
    ).then(
      () => true,
      () => false,
    )
  for (let round = 0; round < 8; round++) {
    const code = codeOf(await openBusiness(actor, `Rennen ${round}`))
    const [closed, begun] = await Promise.all([close(actor, code), begin(code)])
    assert.notEqual(closed, begun, 'either closed and empty, or open with a dossier')
  }
})

test('spaces are listed private first, then last used first, page by page, and can be searched', async () => {
  const actor = await makeActor()
  await database.owner.query('update persons set business_limit = 40 where id = $1', [actor.personId])
  for (let index = 0; index < pageSize + 4; index++) await openBusiness(actor, `Firma Nummer ${index}`)
  await openPrivate(actor)
  const first = await as(actor, (tx) => listSpaces(tx, { search: '', after: null }))
  assert.equal(first.length, pageSize + 1)
  assert.deepEqual(
    first.slice(0, 3).map(({ title }) => title),
    ['Marie Muster', `Firma Nummer ${pageSize + 3}`, `Firma Nummer ${pageSize + 2}`],
  )
  const shown = first.slice(0, pageSize)
  const second = await as(actor, (tx) => listSpaces(tx, { search: '', after: shown.at(-1)?.cursor ?? null }))
  const titles = new Set([...shown, ...second].map(({ title }) => title))
  assert.equal(titles.size, pageSize + 5)
  const found = await as(actor, (tx) => listSpaces(tx, { search: 'nümmer 1', after: null }))
  assert.ok(found.length > 1 && found.every(({ title }) => title.includes('Nummer 1')))
  for (const after of ['x', '2026-99-99T99:99:99.000000Z_x', "'; drop table spaces; --_1"])
    assert.equal((await as(actor, (tx) => listSpaces(tx, { search: '%', after }))).length, 0)
})

test('sign-in lands in the only space, on the chooser of several, on the first steps without any', async () => {
  const actor = await makeActor()
  assert.equal(await as(actor, (tx) => landingPath(tx, actor)), '/spaces')
  const code = codeOf(await openPrivate(actor))
  assert.equal(await as(actor, (tx) => landingPath(tx, actor)), `/s/${code}/`)
  await openBusiness(actor, 'Zweiter')
  assert.equal(await as(actor, (tx) => landingPath(tx, actor)), '/spaces')
})

test('a list tells how many dossiers wait in each of one’s own spaces, and nobody else’s', async () => {
  const [actor, other] = [await makeActor(), await makeActor()]
  const [mine, theirs] = [
    codeOf(await openBusiness(actor, 'Voll')),
    codeOf(await openBusiness(other, 'Fremd')),
  ]
  for (const code of [mine, theirs])
    await database.owner.query(
      `insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
       select id, n, 'p', 1, case when n < 3 then 'draft' else 'submitted' end, '{}', 'a', owner_id, owner_id
       from spaces, generate_series(1, 3) n where code = $1`,
      [code],
    )
  const listed = await as(actor, (tx) => listSpaces(tx, { search: '', after: null }))
  assert.deepEqual(
    listed.map(({ code, drafts }) => [code, drafts]),
    [[mine, 2]],
  )
  const seen = await as(actor, (tx) => tx.rows(sql`select * from drafts_in_my_spaces()`))
  assert.equal(seen.length, 1)
})

test('whoever only reads a space cannot rename it', async () => {
  const actor = await makeActor()
  const code = codeOf(await openBusiness(actor, 'Fest'))
  await inside(actor, code, async (tx) => {
    await tx.run(sql`select set_config('guichet.role', 'reader', true)`)
    await tx.run(sql`select describe_space('Anders', '{}')`)
  })
  const { rows } = await database.owner.query('select title from spaces where code = $1', [code])
  assert.deepEqual(rows, [{ title: 'Fest' }])
})

test('where the operator binds them, a space opened with a Professional certificate belongs to its company', async () => {
  const binding = { config: testConfig({ BIND_PROFESSIONAL_SPACES: 'on' }), jobs }
  const professional = await makeActor('professional')
  const company = { organizationName: 'Muster Sàrl', organizationIdentifier: 'NTRLU-B1' }
  const employee = { ...professional, certificate: { ...professional.certificate, ...company } }
  const opening = { sources: {}, request: Buffer.from(randomUUID()) }
  const business = { ...opening, data: { legalName: 'Muster' }, capacity: null, told: [] }
  await as(employee, (tx) => createBusinessSpace(tx, binding, employee, business))
  await as(employee, (tx) =>
    createPrivateSpace(tx, binding, employee, { ...opening, request: Buffer.from('p'), data: {} }),
  )
  const private_ = await makeActor()
  await as(private_, (tx) => createBusinessSpace(tx, binding, private_, business))
  const boundTo = async ({ personId }: Actor) =>
    (
      await database.owner.query(
        `select s.kind, m.bound_organization as to from memberships m join spaces s on s.id = m.space_id
         where m.person_id = $1 order by s.kind`,
        [personId],
      )
    ).rows
  assert.deepEqual(await boundTo(employee), [
    { kind: 'business', to: 'NTRLU-B1' },
    { kind: 'private', to: null },
  ])
  assert.deepEqual(await boundTo(private_), [{ kind: 'business', to: null }])
})
