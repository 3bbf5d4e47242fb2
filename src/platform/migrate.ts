import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { installQueues } from './queues.ts'
import { StartError } from './start-error.ts'

const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))
/** Any two programs that migrate one database take this lock, so one waits for the other. */
const lock = 'guichet migrations'
const groupRoles = ['guichet_app', 'guichet_worker', 'guichet_desk', 'guichet_helpdesk']

export type Migration = { name: string; text: string; digest: string }

/**
 * Brings the database to the newest schema, as its owner: every new file of db/migrations in one
 * transaction each, then the job queues. Safe to run at every start and by several processes at once.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lock])
    await requireRoles(client)
    await applyMigrations(client, readMigrations(folder))
    await installQueues(ownerUrl, client)
  } finally {
    await client.end()
  }
}

export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, text, digest: createHash('sha256').update(text).digest('hex') }
  })
}

async function requireRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select wanted.name from unnest($1::text[]) wanted (name) where not exists (select from pg_roles where rolname = wanted.name)',
    [groupRoles],
  )
  if (rows.length === 0) return
  const missing = rows.map((row) => row.name).join(', ')
  throw new StartError(`the database server lacks the roles ${missing}: run db/roles.sql as an administrator`)
}

async function applyMigrations(client: pg.Client, migrations: Migration[]): Promise<void> {
  await client.query(`create table if not exists migrations (
    name text primary key,
    digest text not null,
    applied_at timestamptz not null default now()
  )`)
  await client.query(`comment on table migrations is '@class system'`)
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migrations')
  const applied = new Map(rows.map((row) => [row.name, row.digest]))
  refuseOtherHistory(migrations, applied)
  for (const migration of migrations) if (!applied.has(migration.name)) await apply(client, migration)
}

/** Forward only: what was applied is history, and nothing may slip in before it. */
function refuseOtherHistory(migrations: Migration[], applied: Map<string, string>): void {
  const last = [...applied.keys()].sort().at(-1) ?? ''
  for (const { name, digest } of migrations) {
    const known = applied.get(name)
    if (known !== undefined && known !== digest)
      throw new StartError(
        `migration ${name} was changed after it ran here: undo the change and add a new migration`,
      )
    if (known === undefined && name < last)
      throw new StartError(
        `migration ${name} comes before ${last}, which ran already: give it a later number`,
      )
  }
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].find((name) => !known.has(name))
  if (unknown) throw new StartError(`the database is newer than this program: it has migration ${unknown}`)
}

async function apply(client: pg.Client, { name, text, digest }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
