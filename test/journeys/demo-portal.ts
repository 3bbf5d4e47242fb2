import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createTestDatabase } from '../database.ts'

export type DemoPortal = {
  url: string
  tlsUrl: string
  /** Where the demo authority shows what it has received. */
  authorityUrl: string
  /** Where each register shows what it holds, and is told how to behave. */
  registers: Record<'persons' | 'companies' | 'drivingLicences', string>
  /** Where the demo keeps each mail as `.eml`. */
  mailFolder: string
  certificatesFolder: string
  /** The owner of the tables, for what a journey cannot do by itself: let time pass, start afresh. */
  owner: pg.Client
  /** Forgets every person and what is theirs; only the audit record stays. */
  forgetEverybody(): Promise<void>
  close(): Promise<void>
}

const program = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))
const patience = 60_000

/** The demo as `npm start` runs it, outside systems and all, on free ports, with a database of its own. */
export async function startDemoPortal(env: Record<string, string> = {}): Promise<DemoPortal> {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-journey-'))
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      ...{ PORT: '0', DATA_DIR: folder, NO_COLOR: '1', RATE_LIMIT: '100000' },
      ...{ DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const said = await untilServing(child)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return {
    url: find(said, /^\s*Portal\s+(\S+)/m),
    tlsUrl: find(said, /(https:\/\/[^\s)]+)/),
    authorityUrl: find(said, /authorities\s+(\S+)/),
    registers: {
      persons: find(said, /(\S+) persons/),
      companies: find(said, /(\S+) companies/),
      drivingLicences: find(said, /(\S+) licences/),
    },
    mailFolder: join(folder, 'demo', 'mail'),
    certificatesFolder: join(folder, 'demo', 'certificates'),
    owner,
    forgetEverybody: () => forgetEverybody(owner),
    async close() {
      await owner.end()
      await end(child)
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the program said until it served; its failure is the test's. */
function untilServing(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the demo does not start: ${said}`))
    }, patience)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('Ctrl-C')) return
      clearTimeout(late)
      resolve(said)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Error(`the demo ended: ${said}`))
    })
  })
}

async function forgetEverybody(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and obj_description(c.oid, 'pg_class') ~ '@class (directory|space-owned|authority-owned)'`,
  )
  await owner.query(`truncate ${rows.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`)
}

function find(said: string, pattern: RegExp): string {
  const found = pattern.exec(said)?.[1]
  if (!found) throw new Error(`the demo does not say where it is (${pattern}): ${said}`)
  return found
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}
