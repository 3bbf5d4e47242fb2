import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import sql from 'sql-template-tag'
import { openPool, type Tx } from '../../src/platform/database.ts'
import { asPerson, inSpace, type Pools, readInSpace } from '../../src/scopes.ts'
import { type TestDatabase, testConfig, testDatabase } from '../database.ts'
import { type SignedIn, signIn } from '../sign-in.ts'
import { makeSpace, type TestSpace } from '../space.ts'

type Player = SignedIn & { space: TestSpace }
type Seen = { person: string; space: string; spaces: number; profiles: number; profile: string }

let database: TestDatabase
let pools: Pools
let sibling: pg.Client
const players: Player[] = []
const unhandled: unknown[] = []
process.on('unhandledRejection', (reason) => unhandled.push(reason))

before(async () => {
  database = await testDatabase()
  sibling = new pg.Client({ connectionString: database.url })
  await sibling.connect()
  const app = openPool({
    url: database.url,
    role: 'guichet_app',
    max: 4,
    sessionIdleSeconds: 600,
    sessionAbsoluteSeconds: 600,
    agentCheckSeconds: 600,
    onError: () => {},
  })
  pools = { ...database.pools, app }
  for (let one = 0; one < 12; one++) {
    const who = await signIn(database.owner, testConfig({}))
    players.push({ ...who, space: await makeSpace(database.owner, who) })
  }
})
after(async () => {
  await pools.app.close()
  await sibling.end()
  await database.close()
  assert.deepEqual(unhandled, [])
})

const look = (tx: Tx) =>
  tx.row<Seen>(sql`
    select current_person()::text as person, current_space()::text as space,
      (select count(*)::int from spaces) as spaces, (select count(*)::int from profiles) as profiles,
      (select data ->> 'owner' from profiles) as profile`)

function assertOwn(seen: Seen | null, { personId, space }: Player) {
  assert.deepEqual(seen, { person: personId, space: space.id, spaces: 1, profiles: 1, profile: personId })
}

/** Everything that can go wrong in a page, each in the space of `player`. */
const deeds: Record<string, (player: Player) => Promise<unknown>> = {
  read: async (player) => {
    const { values } = await readInSpace(pools, player.token, player.space.code, 'reader', (tx) => ({
      first: look(tx),
      second: look(tx),
    }))
    assertOwn(values.first, player)
    assertOwn(values.second, player)
  },
  write: (player) =>
    within(player, (tx) =>
      tx.run(sql`update profiles set version = version + 1 where space_id = ${player.space.id}`),
    ),
  'fail a statement': (player) => failing(within(player, (tx) => tx.run(sql`select 1 / 0`))),
  'fail a read': (player) =>
    failing(
      readInSpace(pools, player.token, player.space.code, 'reader', (tx) => ({
        bad: tx.run(sql`select 1 / 0`),
        late: look(tx),
      })),
    ),
  throw: (player) =>
    failing(
      within(player, () => {
        throw new Error('thrown')
      }),
    ),
  'send undefined': (player) => failing(within(player, (tx) => tx.run(sql`select ${undefined}`))),
  'forget to await': (player) => within(player, async (tx) => void tx.run(sql`select pg_sleep(0.002)`)),
  'forget a failure': (player) => failing(within(player, async (tx) => void tx.run(sql`select 1 / 0`))),
  'keep the handle': async (player) => {
    const kept: Tx[] = []
    await within(player, async (tx) => void kept.push(tx))
    for (const tx of kept) void tx.run(sql`update profiles set data = '{"owner": "nobody"}'`)
  },
  'time out': (player) =>
    failing(
      within(player, async (tx) => {
        await tx.run(sql`select set_config('statement_timeout', '5ms', true)`)
        await tx.run(sql`select pg_sleep(1)`)
      }),
    ),
  'lose the backend': (player) =>
    failing(
      within(player, async (tx) => {
        const found = await tx.row<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        await sibling.query('select pg_terminate_backend($1)', [found?.pid])
        await tx.run(sql`select pg_sleep(1)`)
      }),
    ),
  'ask for a foreign space': (player) =>
    failing(inSpace(pools, player.token, otherThan(player).space.code, 'reader', look)),
  'write all rows of everybody': (player) =>
    within(player, async (tx) => {
      assert.equal(await tx.run(sql`update profiles set changed_at = now()`), 1)
      await sleep(1)
    }),
  'stay outside': (player) =>
    asPerson(pools, player.token, async (tx) => {
      const seen = await look(tx)
      assert.deepEqual(
        { ...seen, profile: null },
        {
          person: player.personId,
          space: null,
          spaces: 1,
          profiles: 0,
          profile: null,
        },
      )
    }),
}

/** Checks before and after the deed that this transaction is its own player's. */
function within(player: Player, deed: (tx: Tx) => Promise<unknown>) {
  return inSpace(pools, player.token, player.space.code, 'manager', async (tx) => {
    assertOwn(await look(tx), player)
    await deed(tx)
  })
}

/** Fails as it should: an assertion of this test that failed is no such failure. */
async function failing(work: Promise<unknown>) {
  await assert.rejects(work, (error) => !(error instanceof assert.AssertionError))
}

const otherThan = (player: Player): Player => players.find((one) => one !== player) ?? player

test('over few connections, hundreds of transactions of many people never see one another, whatever fails', async () => {
  const names = Object.keys(deeds)
  const tried = new Set<string>()
  await Promise.all(
    players.map(async (player, index) => {
      for (let round = 0; round < 50; round++) {
        const name = names[(round + index) % names.length] ?? 'read'
        tried.add(name)
        await deeds[name]?.(player)
      }
    }),
  )
  assert.deepEqual([...tried].sort(), names.sort())
  await assertIdle()
  for (const player of players) await deeds.read?.(player)
})

async function assertIdle() {
  const { rows } = await sibling.query<{ state: string }>(
    `select state from pg_stat_activity
     where datname = current_database() and application_name = 'guichet_app' and state <> 'idle'`,
  )
  assert.deepEqual(rows, [])
  const leftovers = await Promise.all(
    Array.from({ length: 8 }, () =>
      pools.app.transaction(null, (tx) =>
        tx.row(sql`select current_person() as person, current_space() as space, current_member_role() as role,
          current_browser() as browser, current_authority() as authority`),
      ),
    ),
  )
  const nobody = { person: null, space: null, role: null, browser: null, authority: null }
  assert.deepEqual(
    leftovers,
    Array.from({ length: 8 }, () => nobody),
  )
}
