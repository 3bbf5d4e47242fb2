import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../database.ts'

const groups = ['guichet_app', 'guichet_worker', 'guichet_desk', 'guichet_helpdesk']
const classes = ['directory', 'space-owned', 'authority-owned', 'reference', 'audit', 'system']

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

async function names(query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(query, values)
  return rows.map(({ name }) => name)
}

const relations = `select c.oid, c.relname::text as name, c.relkind, c.relrowsecurity, c.reloptions,
    substring(obj_description(c.oid, 'pg_class') from '@class ([a-z-]+)') as class
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')`
const ofClass = (wanted: string) => `(select * from (${relations}) r where class = '${wanted}') t`

test('every table and view names its class', async () => {
  assert.deepEqual(
    await names(`select name from (${relations}) t where class is null or class <> all ($1)`, [classes]),
    [],
  )
  assert.ok((await names(`select name from ${ofClass('space-owned')}`)).length >= 6)
})

/** The first column of the primary key. */
const keyOf = `(select a.attname from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
  where i.indrelid = t.oid and i.indisprimary)`

for (const [wanted, column] of [
  ['space-owned', 'space_id'],
  ['authority-owned', 'authority_id'],
]) {
  test(`${wanted} tables have ${column} first in their primary key`, async () => {
    assert.deepEqual(
      await names(
        `select name from ${ofClass(wanted ?? '')} where relkind in ('r', 'p') and ${keyOf} is distinct from $1`,
        [column],
      ),
      [],
    )
  })
}

test('rows of persons, spaces, authorities and the audit are behind row-level security, with policies', async () => {
  const behind = `class in ('directory', 'space-owned', 'authority-owned', 'audit') and relkind in ('r', 'p')`
  assert.deepEqual(
    await names(`select name from (${relations}) t where ${behind}
      and not (relrowsecurity and exists (select from pg_policy where polrelid = t.oid))`),
    [],
  )
})

test('policies of space-owned tables let through one space only', async () => {
  assert.deepEqual(
    await names(`select t.name || '.' || p.policyname as name
      from ${ofClass('space-owned')} join pg_policies p on p.schemaname = 'public' and p.tablename = t.name
      where concat(p.qual, p.with_check) not like '%space_id = ( SELECT current_space()%'`),
    [],
  )
})

test('views show what their reader may see, and none is materialised', async () => {
  assert.deepEqual(
    await names(`select name from (${relations}) t where relkind = 'm' or relkind = 'v'
      and not coalesce(reloptions @> array['security_invoker=true'] or reloptions @> array['security_invoker=on'], false)`),
    [],
  )
})

test('only the owner may do anything for everybody', async () => {
  const everybody = await names(`
    select c.relname::text as name from pg_class c, aclexplode(c.relacl) g
    where c.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and g.grantee = 0`)
  assert.deepEqual(everybody, [])
  const schemas = await names(`
    select n.nspname || ': ' || g.privilege_type as name from pg_namespace n, aclexplode(n.nspacl) g
    where n.nspname in ('public', 'pgboss') and g.grantee = 0`)
  assert.deepEqual(schemas, [])
})

test('group roles cannot log in, become another, own anything or pass row-level security', async () => {
  const powers = `rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolreplication`
  assert.deepEqual(
    await names(`select rolname::text as name from pg_roles where rolname = any ($1) and (${powers})`, [
      groups,
    ]),
    [],
  )
  assert.deepEqual(
    await names(
      `select rolname::text as name from pg_roles r where rolname = any ($1)
      and (exists (select from pg_auth_members where member = r.oid)
        or exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid))`,
      [groups],
    ),
    [],
  )
  const { rows } = await database.owner.query(
    `select rolsuper or rolbypassrls as power from pg_roles where rolname = $1`,
    [new URL(database.url).username],
  )
  assert.deepEqual(rows, [{ power: false }])
})

test('functions that run as the owner find only what they mean, and nobody runs them unasked', async () => {
  const definers = `from pg_proc p where p.pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and p.prosecdef`
  assert.ok((await names(`select p.proname::text as name ${definers}`)).length > 5)
  assert.deepEqual(
    await names(`select p.proname::text as name ${definers}
      and not coalesce(p.proconfig::text ~ 'search_path=pg_catalog(, public)?, pg_temp', false)`),
    [],
  )
  assert.deepEqual(
    await names(`select p.proname::text as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
      where p.pronamespace = 'public'::regnamespace and g.grantee = 0`),
    [],
  )
})

test('foreign keys have an index to look from the other side, or nothing is ever deleted there', async () => {
  const never = ['persons', 'certificates', 'spaces', 'procedures', 'cases']
  assert.deepEqual(
    await names(
      `select k.conname::text as name from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid::regclass::text <> all ($1)
      and not exists (select from pg_index i where i.indrelid = k.conrelid
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] = k.conkey)`,
      [never],
    ),
    [],
  )
})
