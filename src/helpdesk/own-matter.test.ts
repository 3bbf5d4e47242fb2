import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import sql from 'sql-template-tag'
import { signInAgent, type TestAgent } from '../../test/agents.ts'
import { confirmNumber } from '../../test/number.ts'
import { type SignedIn, type SignInAs, type TestPortal, testPortal } from '../../test/support.ts'
import { asAgent } from '../scopes.ts'

let portal: TestPortal
let who: SignedIn
let ada: TestAgent
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())
beforeEach(async () => {
  await portal.owner.query('truncate persons, recoveries, helpdesk_requests, agents cascade')
  who = await portal.signIn(marie)
  ada = await agent('Ada Agent')
})

const marie: SignInAs = {
  ...{ givenName: 'Marie Anne', familyName: 'Müller', email: 'marie@example.lu', emailConfirmed: true },
}
const number = '1893120105732'
const otherNumber = '1985032712345'
const agent = (name: string, known: Parameters<typeof signInAgent>[3] = {}) =>
  signInAgent(portal.owner, portal.config, name, known)
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await portal.owner.query<Row>(text, values)).rows
const refusals = async () =>
  (await rows(`select from audit_records where act = 'helpdesk.own_refused'`)).length

async function accountOf(as: TestAgent): Promise<string> {
  const sent = { reason: 'She called', by: 'email', value: 'marie@example.lu' }
  const { headers } = await portal.post('/helpdesk/lookups', sent, as)
  return `${headers.location}/accounts/${who.personId}`
}
const open = async (as: TestAgent) => (await portal.get(await accountOf(as), as)).status

test('an agent does not open their own account, nor change its limit: refused, explained and recorded', async () => {
  const herself = await agent('MUELLER, Marie')
  const account = await accountOf(herself)
  const before = await refusals()
  const shown = await portal.get(account, herself)
  assert.equal(shown.status, 403)
  assert.match(shown.body, /This may be your own account or request/)
  assert.match(shown.body, /href="\/helpdesk"/)
  for (const [path, form] of [
    ['limit', { limit: '99', reason: 'Why not' }],
    ['limit/restoration', { restoreReason: 'Why not' }],
  ] as const)
    assert.equal((await portal.post(`${account}/${path}`, form, herself)).status, 403)
  assert.equal((await refusals()) - before, 3)
  assert.deepEqual(await rows('select from persons where business_limit is not null'), [])
  assert.deepEqual(
    await rows(`select from audit_records where act = 'helpdesk.account_opened' and person_id = $1`, [
      who.personId,
    ]),
    [],
  )
  assert.equal(
    (await portal.post(`${await accountOf(ada)}/limit`, { limit: '99', reason: 'x' }, ada)).status,
    303,
  )
})

test('one’s own is recognised by name, address or national number, as far as the provider says them', async () => {
  await confirmNumber(portal, who, number)
  assert.equal(await open(await agent('Anne Marie Müller')), 403)
  assert.equal(await open(await agent('M. M.', { email: 'MARIE@example.lu' })), 403)
  assert.equal(await open(await agent('M. M.', { nationalNumber: number })), 403)
  assert.equal(await open(await agent('Marie Schmit', { email: 'm@example.lu' })), 200)
  assert.equal(await open(await agent('Marie')), 200)
})

test('whose confirmed number is another is another person, though the name be the same', async () => {
  const namesake = await agent('Marie Müller', { nationalNumber: otherNumber })
  assert.equal(await open(namesake), 403)
  await confirmNumber(portal, who, number)
  assert.equal(await open(namesake), 200)
})

test('the database opens no account to its own agent, whatever a page does', async () => {
  const herself = await agent('Marie Müller')
  const reason = (as: TestAgent) =>
    asAgent(portal.pools, as.token, (tx) =>
      tx.row(
        sql`select open_account(look_up('email', 'marie@example.lu', 'why', 60), ${who.personId}::uuid) as reason`,
      ),
    )
  assert.deepEqual(await reason(herself), { reason: null })
  assert.deepEqual(await reason(ada), { reason: 'why' })
})

/** What waits, and may be Marie Müller's: by account, or by what was typed or presented. */
const matters = {
  requests: [
    `insert into helpdesk_requests (id, reference, kind, person_id, language, name, wanted, message)
     select gen_random_uuid(), 'AAAAA-AAAAA', 'limit', id, 'en', 'x', 12, 'More' from persons returning id`,
    `insert into helpdesk_requests (id, reference, kind, language, name, email, link_hash, message)
     values (gen_random_uuid(), 'BBBBB-BBBBB', 'question', 'en', 'Müller Marie', 'x@example.lu', '\\x01', 'How?')
     returning id`,
    `insert into helpdesk_requests (id, reference, kind, language, name, email, link_hash, message)
     values (gen_random_uuid(), 'CCCCC-CCCCC', 'question', 'en', 'x y', 'staff@example.lu', '\\x02', 'How?')
     returning id`,
  ],
  recoveries: [
    recovery({ givenName: 'Marie', familyName: 'Müller' }),
    recovery({ certificate: presented('Marie', 'Mueller') }),
    recovery({ email: 'staff@example.lu' }),
  ],
  certificates: [
    `insert into certificate_requests (person_id, provider, serial_number, kind, family_name, given_name, reason)
     select id, 'x', '1', 'private', 'Anders', 'Marie', 'names' from persons returning id`,
  ],
}
function presented(givenName: string, familyName: string): string {
  const nothing = { organizationName: null, organizationIdentifier: null, validFrom: null, validTo: null }
  return JSON.stringify({
    ...{
      scheme: 'tls',
      assurance: 'high',
      provider: 'x',
      providerName: 'X',
      serialNumber: '1',
      kind: 'private',
    },
    ...{ givenName, familyName, ...nothing, fingerprint: null, nationalNumber: null },
    ...{ nationalNumberFrom: 'certificate', back: null },
  })
}
function recovery(given: { givenName?: string; familyName?: string; certificate?: string; email?: string }) {
  const { givenName = 'x', familyName = 'y', certificate, email = 'x@example.lu' } = given
  return `insert into recoveries (id, reference, code_hash, notice_hash, language, given_name, family_name, birth_date,
      certificate, email)
    values (gen_random_uuid(), 'DDDDD-' || translate(upper(left(md5(random()::text), 5)), '01', 'ZY'),
      sha256(random()::text::bytea), sha256(random()::text::bytea), 'en', '${givenName}', '${familyName}',
      '1985-03-27', ${certificate ? `'${certificate}'` : 'null'}, '${email}') returning id`
}
const forms = {
  requests: { taking: {}, answer: { limit: '12', answer: 'Yes' }, refusal: { refusal: 'No' } },
  recoveries: { taking: {}, refusal: { refusal: 'No' } },
  certificates: { answer: { answer: 'Yes' }, refusal: { refusal: 'No' } },
} satisfies Record<keyof typeof matters, Record<string, Record<string, string>>>
const kinds = ['requests', 'recoveries', 'certificates'] as const

for (const kind of kinds)
  test(`an agent neither reads nor settles their own among ${kind}; a colleague does`, async () => {
    const herself = await agent('Marie Müller', { email: 'staff@example.lu' })
    for (const statement of matters[kind]) {
      const [made] = await rows<{ id: string }>(statement)
      const path = `/helpdesk/${kind}/${made?.id}`
      assert.equal((await portal.get(path, herself)).status, 403, statement)
      for (const [act, form] of Object.entries(forms[kind]))
        assert.equal((await portal.post(`${path}/${act}`, form, herself)).status, 403, statement)
      assert.equal((await portal.get(path, ada)).status, 200, statement)
      const [act, form] = Object.entries(forms[kind])[0] ?? assert.fail()
      assert.equal((await portal.post(`${path}/${act}`, form, ada)).status, 303, statement)
    }
  })

test('the functions that settle refuse an agent’s own matter, whatever a page does', async () => {
  const herself = await agent('Marie Müller')
  const ids: Record<string, string> = {}
  for (const kind of kinds) ids[kind] = (await rows<{ id: string }>(matters[kind][0] ?? ''))[0]?.id ?? ''
  const done = (as: TestAgent) =>
    asAgent(portal.pools, as.token, async (tx) => ({
      ...(await tx.row<object>(sql`select step_request(${ids.requests}::uuid, 'taken', null) as request,
        take_recovery(${ids.recoveries}::uuid) as taken`)),
      ...(await tx.row<object>(sql`select refuse_recovery(${ids.recoveries}::uuid, 'x') as refused,
        settle_certificate(${ids.certificates}::uuid, true, 'x') is not null as certificate`)),
    }))
  assert.deepEqual(await done(herself), { request: false, taken: false, refused: false, certificate: false })
  assert.deepEqual(await done(ada), { request: true, taken: true, refused: true, certificate: true })
})

test('nobody lets a certificate in that names themselves, into whosever account', async () => {
  const herself = await agent('Paula Weis')
  const [made] = await rows<{ id: string }>(recovery({}))
  const inHand = (as: TestAgent) => portal.post(`/helpdesk/recoveries/${made?.id}/taking`, {}, as)
  assert.equal((await inHand(herself)).status, 303)
  const account = await accountOf(herself)
  const seen = presented('Paula', 'Weis')
  await rows('update recoveries set certificate = $1', [seen])
  const approve = (as: TestAgent) =>
    asAgent(portal.pools, as.token, (tx) =>
      tx.row(
        sql`select approve_recovery(${made?.id}::uuid, ${who.personId}::uuid, ${seen}::jsonb, 72, 'x') as done`,
      ),
    )
  assert.deepEqual(await approve(herself), { done: false })
  assert.notEqual(
    (await portal.post(`${account}/recoveries/${made?.id}`, { reason: 'x' }, herself)).status,
    303,
  )
  await inHand(ada)
  assert.deepEqual(await approve(ada), { done: true })
})
