import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import sql from 'sql-template-tag'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { tapWire } from '../../test/wire.ts'
import { openPool, type Pool, type Tx } from './database.ts'
import { AppError } from './error.ts'

let database: TestDatabase
let owner: pg.Client
/** The pool's own login: it may see and end the pool's connections. */
let sibling: pg.Client
let pool: Pool
let problems: Error[] = []
const unhandled: unknown[] = []
process.on('unhandledRejection', (reason) => unhandled.push(reason))

const settings = (url: string, max: number) => ({
  url,
  max,
  role: 'guichet_app' as const,
  sessionIdleSeconds: 60,
  sessionAbsoluteSeconds: 600,
  agentCheckSeconds: 600,
  onError: (error: Error) => problems.push(error),
})

before(async () => {
  database = await testDatabase()
  owner = database.owner
  await owner.query('create table notes (id integer primary key, text text)')
  await owner.query('grant select, insert, update on notes to guichet_app')
  sibling = new pg.Client({ connectionString: database.url })
  await sibling.connect()
  pool = openPool(settings(database.url, 1))
})
after(async () => {
  await pool.close()
  await sibling.end()
  await database.close()
  assert.deepEqual(unhandled, [], 'a rejection nobody handled')
})
beforeEach(async () => {
  problems = []
  await owner.query('truncate notes')
})

const add = (tx: Tx, id: number) => tx.run(sql`insert into notes values (${id}, 'x')`)
const fail = (tx: Tx) => tx.run(sql`select 1 / 0`)
const become = (who: string) => sql`select set_config('guichet.person_id', ${who}, true)`
const countNotes = async () => (await owner.query('select from notes')).rowCount

/** What the next user of the pool's only connection finds. */
async function assertClean() {
  const found = await pool.transaction(null, (tx) =>
    tx.row<{ person: string }>(
      sql`select coalesce(current_setting('guichet.person_id', true), '') as person`,
    ),
  )
  assert.equal(found?.person, '')
  const { rows } = await sibling.query<{ state: string }>(
    `select state from pg_stat_activity where datname = current_database() and application_name = 'guichet_app'`,
  )
  assert.ok(
    rows.every(({ state }) => !state.includes('transaction')),
    JSON.stringify(rows),
  )
}

test('what a transaction is told about its actor ends with it', async () => {
  const seen = await pool.transaction(become('anna'), (tx) =>
    tx.row<{ who: string }>(sql`select current_setting('guichet.person_id') as who`),
  )
  assert.equal(seen?.who, 'anna')
  await assertClean()
})

test('a failing statement rolls back and tells its own reason', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    await Promise.all([add(tx, 1), fail(tx), add(tx, 2)])
  })
  await assert.rejects(work, { code: '22012' })
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('work that throws rolls back', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    await add(tx, 1)
    throw new AppError('conflict')
  })
  await assert.rejects(work, { code: 'conflict' })
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('work that swallows a failure does not count as done', async () => {
  const work = pool.transaction(null, async (tx) => {
    await add(tx, 1)
    await fail(tx).catch(() => {})
  })
  await assert.rejects(work, /ended with ROLLBACK/)
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('a statement nobody awaited still belongs to its transaction: it is kept, or fails it', async () => {
  await pool.transaction(null, async (tx) => void add(tx, 1))
  assert.equal(await countNotes(), 1)
  await assert.rejects(
    pool.transaction(null, async (tx) => {
      void fail(tx)
      return add(tx, 2)
    }),
  )
  assert.equal(await countNotes(), 1)
  await assertClean()
})

test('a handle that outlives its transaction refuses, and says so', async () => {
  const kept: Tx[] = []
  await pool.transaction(become('anna'), async (tx) => void kept.push(tx))
  await pool.transaction(become('berta'), async () => {
    for (const late of kept) await assert.rejects(add(late, 1), /after its transaction had ended/)
    for (const late of kept) void add(late, 2)
  })
  assert.equal(await countNotes(), 0)
  assert.equal(problems.length, 2)
  await assertClean()
})

test('a read sends everything at once: a statement that waits for another is refused', async () => {
  const read = pool.read(null, (tx) => ({
    two: tx.row(sql`select 1`).then(() => tx.row(sql`select 2`)),
  }))
  await assert.rejects(read, /after its transaction had ended/)
  await assertClean()
})

test('one failing read fails the page with its own reason, whichever comes first', async () => {
  const late = pool.read(become('anna'), (tx) => ({
    after: sleep(1).then(() => 'mapped'),
    good: tx.rows(sql`select 1`),
    bad: fail(tx),
    aftermath: tx.rows(sql`select 2`),
  }))
  await assert.rejects(late, { code: '22012' })
  await assertClean()
})

test('a read that throws while it puts its statements together leaves nothing behind', async () => {
  const read = pool.read(become('anna'), (tx) => {
    void tx.rows(sql`select 1`)
    throw new AppError('not_found')
  })
  await assert.rejects(read, { code: 'not_found' })
  await assertClean()
})

test('a failing statement that is not in the returned record fails the read all the same', async () => {
  const read = pool.read(become('anna'), (tx) => {
    void fail(tx)
    return {}
  })
  await assert.rejects(read, /ended with ROLLBACK/)
  await assertClean()
})

test('a failing opening fails what depends on it', async () => {
  const broken = sql`select 1 / 0`
  await assert.rejects(
    pool.transaction(broken, async () => 1),
    { code: '22012' },
  )
  await assert.rejects(
    pool.read(broken, (tx) => ({ one: tx.row(sql`select 1`) })),
    { code: '22012' },
  )
  await assertClean()
})

const circular: Record<string, unknown> = {}
circular.self = circular
const unwritable: [string, unknown][] = [
  ['undefined', undefined],
  ['a circle', circular],
  ['a bigint in JSON', { n: 1n }],
  [
    'a thing that cannot be JSON',
    {
      toJSON: () => {
        throw new Error('no')
      },
    },
  ],
  ['a thing without JSON', { toJSON: () => undefined }],
  ['no date', new Date(Number.NaN)],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['undefined in a list', [undefined]],
]
for (const [what, value] of unwritable) {
  test(`a parameter that is ${what} is refused before it is sent, and its transaction with it`, async () => {
    await assert.rejects(pool.transaction(become('anna'), (tx) => tx.rows(sql`select ${value}::text`)))
    await assert.rejects(pool.read(become('anna'), (tx) => ({ one: tx.rows(sql`select ${value}::text`) })))
    await assert.rejects(pool.transaction(sql`select ${value}::text`, async () => 1))
    await assert.rejects(pool.read(sql`select ${value}::text`, () => ({})))
    const forgotten = pool.transaction(become('anna'), async (tx) => {
      void tx.run(sql`update notes set text = ${value}`)
      await add(tx, 1)
    })
    await assert.rejects(forgotten)
    assert.equal(await countNotes(), 0)
    await assertClean()
  })
}

test('a statement that takes too long is ended and its transaction rolled back', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    await add(tx, 1)
    await tx.run(sql`select set_config('statement_timeout', '30ms', true)`)
    await tx.run(sql`select pg_sleep(5)`)
  })
  await assert.rejects(work, { code: '57014' })
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('work that falls asleep in its transaction loses it', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    await tx.run(sql`select set_config('idle_in_transaction_session_timeout', '30ms', true)`)
    await sleep(150)
    await add(tx, 1)
  })
  await assert.rejects(work)
  await assertClean()
})

const backend = sql`select pg_backend_pid() as pid`
const kill = (pid: number | undefined) => sibling.query('select pg_terminate_backend($1)', [pid])

test('a backend killed between two statements fails its transaction only', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    await add(tx, 1)
    await kill((await tx.row<{ pid: number }>(backend))?.pid)
    await add(tx, 2)
  })
  await assert.rejects(work)
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('a backend killed while statements are under way fails all of them', async () => {
  const work = pool.transaction(become('anna'), async (tx) => {
    const found = await tx.row<{ pid: number }>(backend)
    void sleep(50).then(() => kill(found?.pid))
    void tx.run(sql`select pg_sleep(5)`)
    await Promise.all([add(tx, 1), add(tx, 2)])
  })
  await assert.rejects(work)
  assert.equal(await countNotes(), 0)
  await assertClean()
})

test('a backend killed while its connection is idle is replaced', async () => {
  const found = await pool.transaction(null, (tx) => tx.row<{ pid: number }>(backend))
  await kill(found?.pid)
  await sleep(100)
  assert.equal(problems.length, 1)
  await assertClean()
})

test('a constraint that fails at commit fails the transaction', async () => {
  await owner.query(`create table once (id integer unique deferrable initially deferred);
    grant insert, select on once to guichet_app`)
  const twice = pool.transaction(become('anna'), async (tx) => {
    await tx.run(sql`insert into once values (1), (1)`)
  })
  await assert.rejects(twice, { code: '23505' })
  await assertClean()
})

test('a table that changed under a prepared statement costs one answer, not every later one', async () => {
  const look = () => pool.transaction(null, (tx) => tx.rows(sql`select * from notes`))
  for (let time = 0; time < 7; time++) await look()
  await owner.query('alter table notes add column more text')
  await look().catch(() => {})
  assert.deepEqual(await look(), [])
})

test('statements of one text never run in one call', async () => {
  const two = pool.transaction(null, (tx) => tx.rows(sql`select 1; select 2`))
  await assert.rejects(two, { code: '42601' })
  await assertClean()
})

test('an unreachable database is told as such', async () => {
  const nowhere = openPool(settings('postgres://guichet_portal:x@127.0.0.1:1/guichet', 1))
  await assert.rejects(
    nowhere.transaction(null, async () => 1),
    { code: 'unavailable' },
  )
  assert.equal(problems.length, 1)
  await nowhere.close()
})

test('a read is one round trip on the wire, taking the connection included', async () => {
  const wire = await tapWire(database.url)
  const tapped = openPool(settings(wire.url, 1))
  const read = () =>
    tapped.read(become('anna'), (tx) => ({ a: tx.rows(sql`select 1`), b: tx.rows(sql`select ${2}::int`) }))
  await read()
  assert.equal(await wire.count(read), 1)
  assert.equal(await wire.count(() => tapped.transaction(become('anna'), (tx) => tx.rows(sql`select 1`))), 3)
  await tapped.close()
  await wire.close()
})

test('a network that fails in the middle of a read fails that read only', async () => {
  const wire = await tapWire(database.url)
  const tapped = openPool(settings(wire.url, 2))
  const slow = tapped.read(become('anna'), (tx) => ({ a: tx.rows(sql`select pg_sleep(2)`) }))
  const failed = assert.rejects(slow)
  await sleep(100)
  wire.cut()
  await failed
  const { values } = await tapped.read(null, (tx) => ({ a: tx.row<{ one: number }>(sql`select 1 as one`) }))
  assert.equal(values.a?.one, 1)
  await tapped.close()
  await wire.close()
})
