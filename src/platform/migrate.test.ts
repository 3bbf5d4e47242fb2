import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { queues } from './jobs.ts'
import { migrate } from './migrate.ts'

const released = fileURLToPath(new URL('../../db/migrations', import.meta.url))
let database: TestDatabase
let folder: string

before(async () => {
  database = await testDatabase()
})
after(async () => {
  await database.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-migrations-'))
  cpSync(released, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const add = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = () => migrate(database.ownerUrl, folder)
const applied = async () =>
  (await database.owner.query<{ name: string }>('select name from migrations order by name')).rows.map(
    ({ name }) => name,
  )

test('running again changes nothing, also several at once', async () => {
  const before = await applied()
  await Promise.all([run(), run(), run()])
  assert.deepEqual(await applied(), before)
})

test('a failing migration leaves nothing of itself, names itself, and can be mended', async () => {
  add('8000_more.sql', 'create table more (id integer); select 1 / 0')
  await assert.rejects(run(), /migration 8000_more\.sql failed: division by zero/)
  assert.ok(!(await applied()).includes('8000_more.sql'))
  add('8000_more.sql', 'create table more (id integer)')
  await run()
  assert.ok((await applied()).includes('8000_more.sql'))
  await database.owner.query(`drop table more; delete from migrations where name = '8000_more.sql'`)
})

test('a migration that changed after it ran is refused', async () => {
  add('8001_more.sql', 'select 1')
  await run()
  add('8001_more.sql', 'select 2')
  await assert.rejects(run(), /8001_more\.sql was changed after it ran/)
})

test('a migration before one that ran is refused, and so is a database newer than the program', async () => {
  add('8001_more.sql', 'select 1')
  add('8000_late.sql', 'select 1')
  await assert.rejects(run(), /8000_late\.sql comes before 8001_more\.sql/)
  rmSync(join(folder, '8000_late.sql'))
  rmSync(join(folder, '8001_more.sql'))
  await assert.rejects(run(), /newer than this program: it has migration 8001_more\.sql/)
})

test('migrating makes the queues and the schedule of the sweep, and an upgrade of settings reaches them', async () => {
  await database.owner.query(`delete from migrations where name like '8%'; delete from pgboss.schedule;
    update pgboss.queue set retry_limit = 99`)
  await run()
  const { rows } = await database.owner.query(
    `select name, retry_limit from pgboss.queue where name not like '\\_%' order by name`,
  )
  const wanted = Object.entries(queues).map(([name, { retryLimit }]) => ({ name, retry_limit: retryLimit }))
  assert.deepEqual(
    rows,
    wanted.sort((a, b) => (a.name < b.name ? -1 : 1)),
  )
  const schedules = await database.owner.query('select name from pgboss.schedule order by name')
  assert.deepEqual(
    schedules.rows.map(({ name }) => name),
    ['collect-documents', 'rescan-documents', 'scan-waiting', 'sweep'],
  )
})
