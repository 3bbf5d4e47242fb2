import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sql from 'sql-template-tag'
import { readAsPerson } from '../src/scopes.ts'
import { type TestDatabase, testConfig, testDatabase } from './database.ts'
import { countQueries } from './queries.ts'
import { signIn } from './sign-in.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('statements sent together are one round trip, each wait begins another', async () => {
  const { pools, owner } = database
  const { token } = await signIn(owner, testConfig({}))
  const read = () =>
    readAsPerson(pools, token, (tx) => ({ a: tx.rows(sql`select 1`), b: tx.rows(sql`select 2`) }))
  const once = (await countQueries(read)).queries
  assert.equal(once.roundTrips, 1)
  assert.equal(once.statements.length, 5)
  const twice = await countQueries(async () => {
    await read()
    await read()
  })
  assert.equal(twice.queries.roundTrips, 2)
  const waiting = await countQueries(() =>
    pools.app.transaction(null, async (tx) => {
      await tx.rows(sql`select 1`)
      await Promise.all([tx.rows(sql`select 2`), tx.rows(sql`select 3`)])
    }),
  )
  assert.equal(waiting.queries.roundTrips, 4)
})
