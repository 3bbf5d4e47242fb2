import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sql from 'sql-template-tag'
import { asBrowser } from '../../src/scopes.ts'
import { assertRefused, makeWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

test('an authority sees the cases handed to it, and no other authority’s', async () => {
  const { atEconomy, atHealth } = world
  assert.equal((await atEconomy.rows('select * from cases')).length, 2)
  assert.deepEqual(await atHealth.rows('select * from cases'), [])
  const receive = `insert into case_receipts (authority_id, case_id) select authority_id, id from cases`
  assert.equal(await atHealth.run(receive), 0)
  assert.equal(await atEconomy.run(receive), 2)
  assert.deepEqual(await atHealth.rows('select * from case_receipts'), [])
  await assertRefused(
    atHealth.run(`insert into case_receipts (authority_id, case_id) values ('economy', gen_random_uuid())`),
  )
})

test('an authority reaches nothing of the spaces themselves', async () => {
  const content = [
    'persons',
    'spaces',
    'profiles',
    'dossiers',
    'submissions',
    'dossier_events',
    'mails',
    'certificates',
  ]
  for (const table of content) await assertRefused(world.atEconomy.rows(`select * from ${table}`), table)
  await assertRefused(world.atEconomy.run(`update cases set submission = '{}'`))
  await assertRefused(world.atEconomy.run('delete from case_receipts'))
})

test('the audit only grows: no role changes it, and not its owner either', async () => {
  const { owner, asAnna, inNoJob, atEconomy } = world
  const write = `insert into audit_records (act, person_id) values ('test.act', null)`
  for (const scope of [asAnna, inNoJob, atEconomy]) {
    assert.equal(await scope.run(write), 1)
    await assertRefused(scope.run(`update audit_records set act = 'x'`))
    await assertRefused(scope.run('delete from audit_records'))
    await assertRefused(scope.run('truncate audit_records'))
    await assertRefused(
      scope.run(`insert into audit_records (act, at) values ('x', now() - interval '1 day')`),
    )
  }
  for (const change of [
    `update audit_records set act = 'x'`,
    'delete from audit_records',
    'truncate audit_records',
  ])
    await assert.rejects(owner.query(change), /audit_records only grow/)
  const { rowCount } = await owner.query(`select from audit_records where act = 'test.act'`)
  assert.equal(rowCount, 3)
})

test('a person reads what the audit says of them, and of nobody else', async () => {
  const { owner, anna, berta, asAnna, inNoJob } = world
  await owner.query(
    `insert into audit_records (act, person_id) values ('mine', $1), ('theirs', $2), ('nobody', null)`,
    [anna.personId, berta.personId],
  )
  assert.deepEqual(await asAnna.rows('select act from audit_records order by id'), [
    { act: 'person.registered' },
    { act: 'mine' },
  ])
  await assertRefused(inNoJob.rows('select * from audit_records'))
})

test('an administrator reads what the audit says of the space they stand in; other members and other places do not', async () => {
  const { owner, anna, berta, inAnnas, asReader, asAnna } = world
  await owner.query(
    `insert into audit_records (act, person_id, space_id) values ('hers', $1, $2), ('in another', $1, $3)`,
    [berta.personId, anna.space.id, berta.space.id],
  )
  const read = `select act from audit_records where act in ('hers', 'in another')`
  assert.deepEqual(await inAnnas.rows(read), [{ act: 'hers' }])
  assert.deepEqual(await asAnna.rows(read), [])
  assert.deepEqual(await asReader.rows(read), [])
})

test('the worker deletes what has expired without reading it', async () => {
  const { inNoJob } = world
  for (const secret of [
    'presented from sign_ins',
    'token_hash from sessions',
    'email from email_confirmations',
    'key_hash from attempts',
    'state from saml_requests',
    'id_hash from saml_assertions',
  ])
    await assertRefused(inNoJob.rows(`select ${secret}`), secret)
  for (const secret of ['national_number_sealed', 'national_number_hash', 'birth_date'])
    await assertRefused(inNoJob.rows(`select ${secret} from persons`), secret)
  assert.equal(await inNoJob.run(`delete from sessions where created_at < now() - interval '1 year'`), 0)
})

test('a sign-in under way is seen by the browser that began it', async () => {
  const { pools } = world
  const [mine, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  await asBrowser(pools, mine, (tx) =>
    tx.run(
      sql`insert into sign_ins (code_hash, browser_hash, presented) values (${Buffer.alloc(32, 3)}, ${mine}, '{}')`,
    ),
  )
  const count = (browser: Buffer | null) =>
    asBrowser(pools, browser, (tx) => tx.rows(sql`select * from sign_ins`))
  assert.equal((await count(mine)).length, 1)
  assert.equal((await count(other)).length, 0)
  assert.equal((await count(null)).length, 0)
})

test('a request to a gateway waits for the browser that began it; nobody reads it, or what was used', async () => {
  const { pools } = world
  const [mine, other, id] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 4)]
  const keep = (browser: Buffer) =>
    asBrowser(pools, browser, (tx) =>
      tx.run(sql`insert into saml_requests (id_hash, browser_hash, provider, state)
        values (${id}, ${mine}, 'eid', 'x')`),
    )
  await assertRefused(keep(other))
  assert.equal(await keep(mine), 1)
  for (const table of ['saml_requests', 'saml_assertions'])
    await assertRefused(
      asBrowser(pools, mine, (tx) => tx.rows(sql([`select * from ${table}`]))),
      table,
    )
})

test('whoever enqueues a job cannot read the queue, and names one there is', async () => {
  const { asAnna, atEconomy, inNoJob } = world
  for (const scope of [asAnna, atEconomy]) {
    await scope.rows(`select enqueue_job('mail', '{"mailId": "x"}')`)
    await assertRefused(scope.rows('select * from pgboss.job'))
  }
  assert.equal((await inNoJob.rows('select * from pgboss.job')).length, 2)
  await assert.rejects(asAnna.rows(`select enqueue_job('nothing', '{}')`), /no queue nothing/)
})
