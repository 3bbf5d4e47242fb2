import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import sql from 'sql-template-tag'
import { signInAgent, type TestAgent } from '../../test/agents.ts'
import { type SignInAs, type TestPortal, testPortal } from '../../test/support.ts'
import { asAgent } from '../scopes.ts'
import { lookUp } from './account.ts'
import { lookupsRefused } from './metrics.ts'

let portal: TestPortal
let ada: TestAgent
before(async () => {
  portal = await testPortal({ LOOKUPS_PER_HOUR: '3' })
})
after(() => portal.close())
beforeEach(async () => {
  await portal.owner.query('truncate persons, helpdesk_requests, agents cascade')
  ada = await signInAgent(portal.owner, portal.config, 'Ada')
})

const jorg: SignInAs = { givenName: 'Jörg', familyName: 'Müller-Ørsted', email: 'Joerg@Example.lu' }
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await portal.owner.query<Row>(text, values)).rows
const look = (value: string, as = ada) =>
  portal.post('/helpdesk/lookups', { reason: 'He called', by: 'name', value }, as)
const refused = async () => (await lookupsRefused.get()).values[0]?.value ?? 0
const exceeded = () => rows(`select from audit_records where act = 'helpdesk.lookups_exceeded'`)

test('names are found without accents and case, in either order', async () => {
  const { personId } = await portal.signIn(jorg)
  for (const value of ['muller jorg', 'JOERG ORSTED', 'Mueller']) {
    const { headers } = await look(value)
    assert.ok((await portal.get(headers.location ?? '', ada)).body.includes(personId), value)
  }
})

test('after as many look-ups as an agent may in an hour none is made, what was typed stays, and it is recorded once', async () => {
  await portal.signIn(jorg)
  const before = (await exceeded()).length
  const counted = await refused()
  for (let one = 0; one < 3; one++) assert.equal((await look('jorg')).status, 303)
  const { status, body } = await look('<b>jorg')
  assert.equal(status, 429)
  assert.match(body, /looked up 3 accounts within an hour/)
  assert.match(body, /value="&lt;b&gt;jorg"/)
  assert.match(body, /value="He called"/)
  await look('again')
  assert.equal((await exceeded()).length - before, 1)
  assert.equal((await refused()) - counted, 2)
  assert.equal((await rows('select from lookups')).length, 3)
  const bob = await signInAgent(portal.owner, portal.config, 'Bob')
  assert.equal((await look('jorg', bob)).status, 303)
  await rows(`update lookups set at = now() - interval '61 minutes' where agent_id = $1`, [ada.id])
  assert.equal((await look('jorg')).status, 303)
})

test('look-ups at the same moment are not more than the limit, whichever process they come by', async () => {
  const done = await Promise.all([1, 2, 3, 4, 5, 6].map(() => look('jorg')))
  assert.deepEqual(done.map(({ status }) => status).sort(), [303, 303, 303, 429, 429, 429])
})

test('whoever asked is found by the request all the same', async () => {
  const { personId } = await portal.signIn(jorg)
  await rows(
    `insert into helpdesk_requests (id, reference, kind, person_id, language, name, wanted, message)
     values (gen_random_uuid(), 'AAAAA-AAAAA', 'limit', $1, 'en', 'x', 12, 'More')`,
    [personId],
  )
  for (let one = 0; one < 4; one++) await look('jorg')
  const sent = { reason: 'Asked', by: 'request', value: 'AAAAA-AAAAA' }
  const { headers } = await portal.post('/helpdesk/lookups', sent, ada)
  assert.match(headers.location ?? '', new RegExp(`/accounts/${personId}$`))
})

test('no way of looking up reads all persons, certificates or requests', async () => {
  await rows(`insert into persons (id, given_name, family_name, language, email)
    select gen_random_uuid(), md5(n::text), md5((-n)::text), 'en', n || '@example.lu' from generate_series(1, 3000) n`)
  await rows(`insert into certificates (person_id, provider, serial_number, kind, family_name, given_name)
    select id, 'x', id::text, 'private', family_name, given_name from persons`)
  await rows('analyze persons, certificates')
  for (const [by, value] of [
    ['name', 'muller jorg'],
    ['national_number', '1893120105732'],
    ['email', '7@example.lu'],
    ['certificate', '7'],
  ] as const) {
    const scanned = await asAgent(portal.pools, ada.token, async (tx) => {
      await lookUp(tx, { ...portal.config, LOOKUPS_PER_HOUR: 100 }, { by, value, reason: 'x' })
      return tx.rows<{ table: string }>(sql`
        select relname::text as table from pg_stat_xact_user_tables
        where seq_tup_read > 100 and schemaname = 'public'`)
    })
    assert.deepEqual(scanned, [], by)
  }
})
