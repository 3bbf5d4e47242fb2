import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '../src/config.ts'
import { migrate } from '../src/platform/migrate.ts'
import { closePools, openPools } from '../src/pools.ts'
import type { Pools } from '../src/scopes.ts'
import { findServer, type TestServer } from './server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'src/platform/migrate.ts',
  'src/platform/queues.ts',
  'src/platform/jobs.ts',
  'package-lock.json',
]

export type TestDatabase = {
  url: string
  ownerUrl: string
  owner: pg.Client
  pools: Pools
  close(): Promise<void>
}

/** Each test file has a database of its own: a copy of a migrated template. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const pools = openPools(testConfig({}), database.url, () => {})
  return {
    ...database,
    owner,
    pools,
    async close() {
      await closePools(pools)
      await owner.end()
      await database.drop()
    },
  }
}

/** Settings as a test wants them; never those of the shell it runs in. */
export const testConfig = (env: Record<string, string>) =>
  readConfig({ SECRET_KEY: demoKey(7), DOCUMENTS_KEY: demoKey(8), LOG_LEVEL: 'silent', ...env })

const demoKey = (fill: number) => `demo-${Buffer.alloc(32, fill).toString('base64')}`

export async function createTestDatabase() {
  const server = await findServer()
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  const name = `guichet_test_${process.pid}_${randomBytes(4).toString('hex')}`
  try {
    const template = await ensureTemplate(admin, server)
    await createDatabase(admin, server, name, template)
    await admin.query('select pg_advisory_unlock_all()')
  } finally {
    await admin.end()
  }
  return {
    url: withDatabase(server.url, name),
    ownerUrl: withDatabase(server.ownerUrl, name),
    drop: () => dropDatabase(server, name),
  }
}

/** Holds a shared lock when it returns, so that nobody drops the template before it is copied. */
async function ensureTemplate(admin: pg.Client, server: TestServer): Promise<string> {
  const template = `guichet_template_${schemaHash}`
  await admin.query(`select pg_advisory_lock_shared(hashtext('guichet template'))`)
  if (await exists(admin, template)) return template
  await admin.query('select pg_advisory_unlock_all()')
  await admin.query(`select pg_advisory_lock(hashtext('guichet template'))`)
  if (await exists(admin, template)) return template
  await dropTemplates(admin)
  const unfinished = `${template}_new`
  await createDatabase(admin, server, unfinished, 'template0')
  await migrate(withDatabase(server.ownerUrl, unfinished))
  await admin.query(`alter database ${unfinished} rename to ${template}`)
  return template
}

async function createDatabase(admin: pg.Client, server: TestServer, name: string, template: string) {
  const owner = pg.escapeIdentifier(new URL(server.ownerUrl).username)
  await admin.query(`create database ${name} owner ${owner} template ${template}`)
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

/** Those of older schemas. */
async function dropTemplates(admin: pg.Client) {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'guichet\\_template\\_%'`,
  )
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`)
}

/** Connections that were just closed take a moment to be gone; only an administrator may push them. */
async function dropDatabase(server: TestServer, name: string) {
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  const drop = (options: string) => admin.query(`drop database if exists ${name} ${options}`)
  try {
    for (const end = Date.now() + 2000; Date.now() < end; await sleep(50)) {
      const dropped = await drop('').then(
        () => true,
        ({ code }) => code !== objectInUse,
      )
      if (dropped) return
    }
    await drop('with (force)')
  } finally {
    await admin.end()
  }
}

const objectInUse = '55006'

/** Taken when the code was loaded, so that code changed since makes a template of its own. */
const schemaHash = hashOfSchema()

function hashOfSchema(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync(join(root, 'db/migrations')).sort()
  for (const file of [...migrations.map((name) => `db/migrations/${name}`), ...sources])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
