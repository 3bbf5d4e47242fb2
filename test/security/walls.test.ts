import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertRefused, makeWorld, type World } from './world.ts'

let world: World
let owned: string[] = []
let tables: string[] = []

before(async () => {
  world = await makeWorld()
  const named = async (like: string) =>
    (
      await world.owner.query<{ name: string }>(
        `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and obj_description(oid, 'pg_class') like $1`,
        [like],
      )
    ).rows.map(({ name }) => name)
  owned = await named('%@class space-owned%')
  tables = await named('%')
})
after(() => world.close())

const spacesSeen = async (scope: World['inAnnas'], table: string) =>
  (await scope.rows(`select distinct space_id::text as id from ${table}`)).map(({ id }) => id)

test('inside a space, every table of spaces shows its rows and no others, with no where', async () => {
  for (const table of owned) {
    const { rowCount } = await world.owner.query(`select distinct space_id from ${table}`)
    assert.equal(rowCount, 2, `${table} has rows of both`)
    assert.deepEqual(await spacesSeen(world.inAnnas, table), [world.anna.space.id], table)
  }
})

test('outside of a space, nobody sees a row of any', async () => {
  for (const table of owned) {
    assert.deepEqual(await spacesSeen(world.asAnna, table), [], table)
    assert.deepEqual(await spacesSeen(world.asNobody, table), [], table)
  }
})

test('a job stands in one space, or in none', async () => {
  for (const table of ['dossiers', 'dossier_events', 'submissions', 'documents', 'attachments']) {
    assert.deepEqual(await spacesSeen(world.inJobOfAnna, table), [world.anna.space.id], table)
    assert.deepEqual(await spacesSeen(world.inNoJob, table), [], table)
  }
})

test('a person sees rows of their own, and of nobody else, with no where', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    `select table_name::text as name from information_schema.columns
     where table_schema = 'public' and column_name = 'person_id' and table_name not in ('dossier_events', 'document_events')`,
  )
  assert.ok(rows.length >= 6)
  for (const { name } of rows) {
    const all = await world.owner.query(`select distinct person_id from ${name}`)
    assert.ok(all.rows.length >= 2, `${name} has rows of both`)
    const seen = await world.asAnna
      .rows(`select distinct person_id::text as id from ${name}`)
      .catch(({ code }) => code)
    assert.ok(
      seen === '42501' || seen.every(({ id }: { id: string }) => id === world.anna.personId),
      `${name}: ${JSON.stringify(seen)}`,
    )
  }
})

test('whoever nobody is sees no row of any person', async () => {
  for (const table of tables.filter((one) => one !== 'procedures' && one !== 'case_receipts')) {
    const { rowCount } = await world.owner.query(`select from ${table}`)
    assert.notEqual(rowCount, 0, `${table} has rows`)
    const seen = await world.asNobody.rows(`select * from ${table}`).catch(({ code }) => code)
    assert.ok(
      seen === '42501' || (Array.isArray(seen) && seen.length === 0),
      `${table}: ${JSON.stringify(seen)}`,
    )
  }
})

const changes = {
  profiles: `set data = '{}'`,
  dossier_counters: 'set last_number = last_number + 1',
  dossiers: `set page = 'two' where status = 'draft'`,
  documents: `set name = 'b.pdf'`,
}

test('a change without a where stays inside its space', async () => {
  for (const [table, change] of Object.entries(changes))
    assert.equal(await world.inAnnas.run(`update ${table} ${change}`), 1, table)
  const { rows } = await world.owner.query(`select page from dossiers where space_id = $1 and number = 1`, [
    world.berta.space.id,
  ])
  assert.deepEqual(rows, [{ page: 'one' }])
})

test('no row can be put into another space, or moved there', async () => {
  const [there, me] = [world.berta.space.id, world.anna.personId]
  const file = `'a.pdf', 'application/pdf', 1, '${'0'.repeat(64)}'`
  const inserts = [
    `profiles (space_id, version, data, changed_by) values ('${there}', 9, '{}', '${me}')`,
    `profile_versions (space_id, version, data, changed_by, changed_by_name) values ('${there}', 9, '{}', '${me}', '')`,
    `dossier_counters (space_id, last_number) values ('${there}', 9)`,
    `dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
       values ('${there}', 9, 'permit', 1, 'draft', '{}', 'one', '${me}', '${me}')`,
    `dossier_events (space_id, number, seq, kind) values ('${there}', 1, 9, 'received')`,
    `submissions (space_id, number, case_id, answers, wording, language, hash, submitted_by, submitted_by_name,
       certificate_id) values ('${there}', 1, gen_random_uuid(), '{}', '{}', 'en', 'x', '${me}', '', '${world.anna.certificateId}')`,
    `cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version, language, submission, hash,
       submitted_at) values ('economy', gen_random_uuid(), '${there}', 9, '', 'permit', 1, 'en', '{}', 'x', now())`,
    `documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name)
       values ('${there}', gen_random_uuid(), ${file}, '\\x00', '${me}', '')`,
    `document_events (space_id, document_id, kind, person_id, person_name)
       values ('${there}', gen_random_uuid(), 'opened', '${me}', '')`,
    `attachments (space_id, number, field, document_id, name, media_type, size, sha256)
       values ('${there}', 2, 'x', gen_random_uuid(), ${file})`,
    `case_documents (authority_id, case_id, document_id, space_id, name, media_type, size, sha256, wrapped_key)
       values ('economy', gen_random_uuid(), gen_random_uuid(), '${there}', ${file}, '\\x00')`,
  ]
  assert.deepEqual(
    owned.filter((table) => !inserts.some((insert) => insert.startsWith(`${table} `))),
    [],
  )
  for (const insert of inserts) await assertRefused(world.inAnnas.run(`insert into ${insert}`), insert)
  for (const table of owned)
    await assertRefused(world.inAnnas.run(`update ${table} set space_id = '${there}'`), table)
})

test('a reader of a space reads, and writes nothing', async () => {
  const [here, me] = [world.anna.space.id, world.reader.personId]
  for (const table of owned) assert.deepEqual(await spacesSeen(world.asReader, table), [here], table)
  for (const [table, change] of Object.entries(changes))
    assert.equal(await world.asReader.run(`update ${table} ${change}`), 0, table)
  assert.equal(await world.asReader.run('delete from dossiers'), 0)
  await assertRefused(
    world.asReader.run(`insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers,
      page, created_by, changed_by) values ('${here}', 9, 'permit', 1, 'draft', '{}', 'one', '${me}', '${me}')`),
  )
  await assertRefused(
    world.asReader.run(
      `insert into dossier_events (space_id, number, seq, kind) values ('${here}', 1, 9, 'received')`,
    ),
  )
})

test('a reader’s opening of a document is written down, under the reader’s own name alone', async () => {
  const { rows } = await world.owner.query('select id from documents where space_id = $1', [
    world.anna.space.id,
  ])
  const opened = (personId: string) =>
    world.asReader.run(`insert into document_events (space_id, document_id, kind, person_id, person_name)
      values ('${world.anna.space.id}', '${rows[0].id}', 'opened', '${personId}', 'R')`)
  assert.equal(await opened(world.reader.personId), 1)
  await assertRefused(opened(world.anna.personId))
})

test('a document’s bytes, key and verdict are not the portal’s to change, nor who removed it', async () => {
  const columns = ['sha256', 'size', 'media_type', 'wrapped_key', 'uploaded_by', 'verdict', 'id']
  for (const column of columns)
    await assertRefused(world.inAnnas.run(`update documents set ${column} = ${column}`), column)
  await assertRefused(
    world.inAnnas.run(`update documents set removed_at = now(), removed_by = '${world.berta.personId}'`),
  )
  await assertRefused(world.inAnnas.run('delete from documents'))
  for (const table of ['attachments', 'document_events'])
    for (const change of [`update ${table} set document_id = document_id`, `delete from ${table}`])
      await assertRefused(world.inAnnas.run(change), change)
  await assertRefused(world.inJobOfAnna.run(`update documents set name = 'x'`))
})

test('the scanner’s job learns where documents wait, in all spaces, and no more of them than that', async () => {
  const waiting = await world.inNoJob.rows('select * from documents_to_scan(10)')
  assert.equal(waiting.length, 2)
  assert.deepEqual(Object.keys(waiting[0] ?? {}), ['space_id', 'id'])
})

test('an authority sees the documents of its own cases, and of no others', async () => {
  assert.equal((await world.atEconomy.rows('select * from case_documents')).length, 2)
  assert.deepEqual(await world.atHealth.rows('select * from case_documents'), [])
  await assertRefused(world.atEconomy.rows('select * from documents'))
  await assertRefused(world.atEconomy.run(`update case_documents set name = 'x'`))
})

test('what was submitted neither changes nor goes, even by the owner of the tables', async () => {
  const frozen = { code: '23514', constraint: 'submitted_dossier_is_frozen' }
  await assert.rejects(world.inAnnas.run(`update dossiers set answers = '{}' where number = 2`), frozen)
  await assert.rejects(world.inAnnas.run(`update dossiers set status = 'draft' where number = 2`), frozen)
  await assert.rejects(world.inAnnas.run('delete from dossiers where number = 2'), frozen)
  await assert.rejects(world.owner.query(`update dossiers set answers = '{}' where number = 2`), frozen)
  await assertRefused(world.inAnnas.run(`update submissions set answers = '{}'`))
  await assertRefused(world.inAnnas.run('delete from submissions'))
  await assertRefused(world.inJobOfAnna.run(`update dossiers set answers = '{}'`))
  assert.equal(await world.inJobOfAnna.run(`update dossiers set status = 'received' where number = 2`), 1)
})
