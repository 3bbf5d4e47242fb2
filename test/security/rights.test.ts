import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mayAct, type Role } from '../../src/scopes.ts'
import { type Act, rights, roles } from '../../src/spaces/rights.ts'
import { giveDocument } from '../documents.ts'
import { addMember, makeSpace, type TestSpace } from '../space.ts'
import type { SignedIn, TestPortal } from '../support.ts'
import { portalWithRoutes, type Route } from './routes.ts'

/** Which act each route in a space is. A new route stands here, or this test fails. */
const routesOf: Record<Act, string[]> = {
  look: [
    'GET /s/:code/',
    'GET /s/:code/profile',
    'GET /s/:code/profile/history',
    'GET /s/:code/dossiers',
    'GET /s/:code/dossiers/:number',
    'GET /s/:code/dossiers/:number/submission',
    'GET /s/:code/members',
    'GET /s/:code/documents',
    'GET /s/:code/documents/:id',
    'GET /s/:code/documents/:id/file',
    'GET /s/:code/documents/:id/preview',
    'GET /s/:code/sources',
    'GET /s/:code/sources/consultations',
    // Of the person's own number, wherever they stand.
    'POST /s/:code/sources/number',
  ],
  leave: ['GET /s/:code/leaving', 'POST /s/:code/leaving'],
  prepare: [
    'GET /s/:code/dossiers/new',
    'POST /s/:code/dossiers/new',
    'GET /s/:code/dossiers/:number/pages/:page',
    'POST /s/:code/dossiers/:number/pages/:page',
    'POST /s/:code/dossiers/:number/pages/:page/autosave',
    'GET /s/:code/dossiers/:number/pages/:page/source',
    'POST /s/:code/dossiers/:number/pages/:page/source',
    'POST /s/:code/dossiers/:number/pages/:page/source/removal',
    'GET /s/:code/dossiers/:number/removal',
    'POST /s/:code/dossiers/:number/removal',
  ],
  keep_documents: [
    'POST /s/:code/documents',
    'POST /s/:code/documents/:id/name',
    'GET /s/:code/documents/:id/removal',
    'POST /s/:code/documents/:id/removal',
  ],
  submit: ['GET /s/:code/dossiers/:number/check', 'POST /s/:code/dossiers/:number/submission'],
  change_data: ['GET /s/:code/profile/edit', 'POST /s/:code/profile/edit', 'POST /s/:code/sources/take-over'],
  use_data: ['POST /s/:code/use-data'],
  share: [
    'GET /s/:code/members/:id',
    'POST /s/:code/members/:id/role',
    'GET /s/:code/members/:id/removal',
    'POST /s/:code/members/:id/removal',
    'GET /s/:code/invitations/new',
    'POST /s/:code/invitations/new',
    'POST /s/:code/invitations/:id/resending',
    'POST /s/:code/invitations/:id/revocation',
  ],
  see_activity: ['GET /s/:code/activity'],
  close: ['GET /s/:code/closure', 'POST /s/:code/closure'],
}

let portal: TestPortal
let routes: Route[] = []
const people = {} as Record<Role | 'stranger' | 'invited' | 'removed' | 'colleague', SignedIn>
before(async () => {
  ;({ portal, routes } = await portalWithRoutes())
  const email = { email: 'invited@firm.example', emailConfirmed: true }
  Object.assign(people, {
    administrator: await portal.signIn({ kind: 'professional', givenName: 'Ada', familyName: 'Min' }),
    manager: await portal.signIn({ kind: 'professional' }),
    reader: await portal.signIn(),
    colleague: await portal.signIn(),
    stranger: await portal.signIn({ kind: 'professional' }),
    invited: await portal.signIn({ familyName: 'Invited', ...email }),
    removed: await portal.signIn(),
  })
})
after(() => portal.close())

type Firm = { space: TestSpace; invitation: string; document: string }

/** A shared space with everybody in it, a dossier in preparation, an invitation that waits, and somebody removed. */
async function makeFirm(): Promise<Firm> {
  const { owner } = portal
  const space = await makeSpace(owner, people.administrator, 'business')
  for (const role of ['manager', 'reader'] as const)
    await addMember(owner, space.id, people[role].personId, role)
  await addMember(owner, space.id, people.colleague.personId, 'reader')
  await addMember(owner, space.id, people.removed.personId, 'administrator')
  await owner.query('delete from memberships where space_id = $1 and person_id = $2', [
    space.id,
    people.removed.personId,
  ])
  await owner.query(
    `insert into profile_versions (space_id, version, data, changed_by, changed_by_name)
     select space_id, version, data, changed_by, 'Ada' from profiles where space_id = $1`,
    [space.id],
  )
  const { rows } = await owner.query<{ id: string }>(
    `insert into invitations (space_id, family_name, given_name, email, language, role, one_certificate,
       token_hash, invited_by)
     values ($1, 'Invited', 'Anna', 'invited@firm.example', 'en', 'reader', false, sha256(random()::text::bytea), $2)
     returning id`,
    [space.id, people.administrator.personId],
  )
  const start = { procedure: 'business-permit' }
  assert.equal((await portal.post(`/s/${space.code}/dossiers/new`, start, people.administrator)).status, 303)
  const document = await giveDocument(portal, people.administrator, space.code)
  return { space, invitation: rows[0]?.id ?? '', document }
}

const inSpaces = () =>
  routes.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/s/') && url !== '/s/:code')

function addressOf(url: string, { space, invitation, document }: Firm): string {
  const id = url.includes('/invitations/')
    ? invitation
    : url.includes('/documents/')
      ? document
      : people.colleague.personId
  return url
    .replace(':code', space.code)
    .replace(':number', '1')
    .replace(':page', 'company')
    .replace(':id', id)
}

const ask = ({ method, url }: Route, firm: Firm, who?: SignedIn) =>
  method === 'POST'
    ? portal.post(addressOf(url, firm), { role: 'manager', procedure: 'business-permit' }, who)
    : portal.get(addressOf(url, firm), who)

test('every route in a space is one act of the table, and every act has a route', () => {
  const listed = Object.values(routesOf).flat()
  assert.deepEqual(
    inSpaces()
      .map(({ method, url }) => `${method} ${url}`)
      .sort(),
    listed.sort(),
  )
  assert.deepEqual(Object.keys(routesOf).sort(), rights.map(({ act }) => act).sort())
})

const actOf = ({ method, url }: Route) =>
  rights.find(({ act }) => routesOf[act].includes(`${method} ${url}`)) ?? assert.fail(`${method} ${url}`)

for (const role of roles) {
  test(`${role}: by whatever route, what the table allows is done, and nothing else`, async () => {
    const firm = await makeFirm()
    const refused = inSpaces().filter((route) => !mayAct(role, actOf(route).needs))
    const before = await stateOf(firm)
    for (const route of refused) {
      const { status, body } = await ask(route, firm, people[role])
      assert.equal(status, 403, `${route.method} ${route.url}`)
      assert.match(body, /Ada Min/, 'who can grant it')
    }
    assert.equal(await stateOf(firm), before)
    for (const route of inSpaces().filter((route) => !refused.includes(route))) {
      const { status } = await ask(route, await makeFirm(), people[role])
      // Where no register is connected there is nothing to ask.
      const done = route.url.includes('/source') ? [200, 303, 404] : [200, 303, 409, 422]
      assert.ok(done.includes(status), `${route.method} ${route.url}: ${status}`)
    }
  })
}

for (const outsider of ['stranger', 'invited', 'removed'] as const) {
  test(`${outsider}: whatever is asked for in the space is not there`, async () => {
    const firm = await makeFirm()
    const before = await stateOf(firm)
    for (const route of inSpaces()) {
      const { status, body } = await ask(route, firm, people[outsider])
      assert.equal(status, 404, `${route.method} ${route.url}`)
      assert.doesNotMatch(body, /A space|Ada Min/)
    }
    assert.equal(await stateOf(firm), before)
  })
}

test('nobody: signing in comes first, and nothing changes', async () => {
  const firm = await makeFirm()
  const before = await stateOf(firm)
  for (const route of inSpaces()) {
    const { status, headers } = await ask(route, firm)
    assert.equal(status, route.method === 'GET' ? 303 : 401, `${route.method} ${route.url}`)
    if (status === 303) assert.match(headers.location ?? '', /^\/sign-in\?/)
  }
  assert.equal(await stateOf(firm), before)
})

test('identifiers of another space are not there, for its administrator either', async () => {
  const [mine, theirs] = [await makeFirm(), await makeFirm()]
  await portal.owner.query('delete from memberships where space_id = $1 and role <> $2', [
    theirs.space.id,
    'administrator',
  ])
  await portal.owner.query('delete from dossiers where space_id = $1', [mine.space.id])
  const before = [await stateOf(mine), await stateOf(theirs)]
  const foreign: Firm = { ...theirs, space: mine.space }
  for (const route of inSpaces().filter(({ url }) => /:number|(invitations|documents)\/:id/.test(url))) {
    const { status } = await ask(route, foreign, people.administrator)
    assert.equal(status, 404, `${route.method} ${route.url}`)
  }
  assert.deepEqual([await stateOf(mine), await stateOf(theirs)], before)
})

async function stateOf({ space }: Firm): Promise<string> {
  const { rows } = await portal.owner.query(
    `select (select json_agg(m order by m.person_id) from (select person_id, role, capacity from memberships
        where space_id = $1) m) members,
      (select json_agg(i order by i.id) from invitations i where i.space_id = $1) invitations,
      (select json_agg(d order by d.number) from dossiers d where d.space_id = $1) dossiers,
      (select version from profiles where space_id = $1) profile,
      (select row(use_data, closed_at) from spaces where id = $1) space`,
    [space.id],
  )
  return JSON.stringify(rows)
}
