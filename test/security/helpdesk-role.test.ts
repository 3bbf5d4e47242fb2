import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sql, { raw } from 'sql-template-tag'
import { asAgent as asHelpdesk } from '../../src/scopes.ts'
import { signInAgent, type TestAgent } from '../agents.ts'
import { testConfig } from '../database.ts'
import { assertRefused, makeWorld, type World } from './world.ts'

let world: World
let agent: TestAgent
before(async () => {
  world = await makeWorld()
  agent = await signInAgent(world.owner, testConfig({}))
})
after(() => world.close())

const nobody = (text: string) =>
  world.pools.helpdesk.transaction(null, (tx) => tx.rows<object>(sql`${raw(text)}`))
const inAccount = (text: string) =>
  asHelpdesk(world.pools, agent.token, async (tx) => {
    const { space, personId } = world.anna
    await tx.row(sql`select open_account(look_up('space', ${space.code}, 'Test', 60), ${personId}::uuid)`)
    return tx.rows<object>(sql`${raw(text)}`)
  })
const asAgent = (text: string) =>
  asHelpdesk(world.pools, agent.token, (tx) => tx.rows<object>(sql`${raw(text)}`))

test('the helpdesk reaches no table whole, and of contents not even a count', async () => {
  const { rows } = await world.owner.query<{ name: string; content: boolean }>(
    `select relname::text as name, obj_description(oid, 'pg_class') ~ '@class (space|authority)-owned' as content
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
  )
  assert.ok(rows.filter(({ content }) => content).length >= 8)
  const queues = ['recovery_events', 'request_events', 'certificate_requests']
  for (const { name, content } of rows) {
    if (!queues.includes(name)) await assertRefused(asAgent(`select * from ${name}`), name)
    if (content) await assertRefused(asAgent(`select count(*) from ${name}`), name)
  }
})

const ofAccounts = {
  persons: 'id',
  certificates: 'person_id',
  sessions: 'person_id',
  memberships: 'person_id',
  mails: 'person_id',
  spaces: 'owner_id',
}

test('an agent sees what waits, and rows of the one account that is open', async () => {
  for (const waiting of ['helpdesk_requests', 'recoveries', 'request_events', 'recovery_events']) {
    assert.equal((await nobody(`select from ${waiting}`)).length, 0, waiting)
    assert.equal((await asAgent(`select from ${waiting}`)).length, 2, waiting)
  }
  for (const [table, owner] of Object.entries(ofAccounts)) {
    assert.deepEqual(await asAgent(`select ${owner} from ${table}`), [], table)
    const seen = await inAccount(`select distinct ${owner} as id from ${table}`)
    assert.deepEqual(seen, [{ id: world.anna.personId }], table)
  }
})

test('an account opens by a look-up of that agent that found it, and by nothing else', async () => {
  const { anna, berta } = world
  const open = (person: string, lookup = 'gen_random_uuid()') =>
    asAgent(`select open_account(${lookup}, '${person}') as reason`)
  assert.deepEqual(await open(anna.personId), [{ reason: null }])
  const [found] = await asAgent(`select look_up('space', '${anna.space.code}', 'why', 60) as id`)
  const { id } = Object.assign({ id: '' }, found)
  assert.deepEqual(await open(anna.personId, `'${id}'`), [{ reason: 'why' }])
  assert.deepEqual(await open(berta.personId, `'${id}'`), [{ reason: null }])
  await assertRefused(nobody(`select look_up('space', '${anna.space.code}', 'why', 60)`))
})

test('a limit is changed in the account that is open; nothing else of it is the helpdesk’s to change', async () => {
  const { owner, anna } = world
  await inAccount(`update persons set business_limit = 12`)
  const { rows } = await owner.query('select id from persons where business_limit is not null')
  assert.deepEqual(rows, [{ id: anna.personId }])
  for (const change of [
    `persons set email = 'x@example.lu'`,
    `certificates set removed_at = now()`,
    `sessions set ended_at = now()`,
    `memberships set role = 'reader'`,
    `recoveries set person_id = '${anna.personId}'`,
    `helpdesk_requests set message = ''`,
  ])
    await assertRefused(inAccount(`update ${change}`), change)
})
