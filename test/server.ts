import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '../src/platform/embedded.ts'

/** A server tests may make databases on. */
export type TestServer = { url: string; ownerUrl: string; adminUrl: string }

const program = fileURLToPath(import.meta.url)
const place = createHash('sha256').update(program).update(networkNamespace()).digest('hex').slice(0, 8)
const folder = join(tmpdir(), `openguichet-test-${userInfo().uid}-${place}`)
const lockFile = join(folder, 'keeper.pid')
const addressFile = join(folder, 'address.json')
/** The server ends this long after the last test has left it. */
const idleSeconds = 60

/** Loopback differs from one network namespace to the next, so a server is shared within one. */
function networkNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/net')
  } catch {
    return ''
  }
}

/**
 * The one `npm test` started; the server of DATABASE_OWNER_URL and DATABASE_URL when they are set (its
 * owner may create databases); else one embedded server that all test files share. The first to need it
 * starts it; it ends by itself.
 */
export async function findServer(): Promise<TestServer> {
  const { TEST_DATABASE_SERVER: shared, DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url } = process.env
  if (shared) return JSON.parse(shared) as TestServer
  if (ownerUrl && url) return { url, ownerUrl, adminUrl: ownerUrl }
  const running = await runningServer()
  if (running) return running
  for (let attempt = 0; attempt < 20; attempt++) {
    startKeeper()
    for (const end = Date.now() + 5000; Date.now() < end; await sleep(100)) {
      const started = await runningServer()
      if (started) return started
    }
  }
  throw new Error(`no test database server; see ${join(folder, 'log')}`)
}

async function runningServer(): Promise<TestServer | null> {
  try {
    const server = JSON.parse(readFileSync(addressFile, 'utf8')) as TestServer
    const client = new pg.Client({ connectionString: server.adminUrl, connectionTimeoutMillis: 5000 })
    await client.connect()
    await client.end()
    return server
  } catch {
    return null
  }
}

function startKeeper() {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const log = openSync(join(folder, 'log'), 'a')
  spawn(process.execPath, [program], { detached: true, stdio: ['ignore', log, log] }).unref()
  closeSync(log)
}

/** Runs the shared server until nobody has used it for a while. */
async function keepServer() {
  if (!isOnlyKeeper()) return
  const data = join(folder, 'data')
  const server = await startEmbedded(data, { durable: false, maxConnections: 300 })
  writeFileSync(`${addressFile}.new`, JSON.stringify(server), { mode: 0o600 })
  renameSync(`${addressFile}.new`, addressFile)
  const admin = new pg.Client({ connectionString: server.adminUrl, application_name: 'keeper' })
  admin.on('error', () => process.exit(1))
  await admin.connect()
  await untilUnused(admin)
  rmSync(addressFile, { force: true })
  await admin.end()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  rmSync(lockFile, { force: true })
}

function isOnlyKeeper(): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lockFile, 'utf8')))) return false
    rmSync(lockFile, { force: true })
    return isOnlyKeeper()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid > 0
  } catch {
    return false
  }
}

async function untilUnused(admin: pg.Client) {
  for (let idle = 0; idle < idleSeconds; idle += 2) {
    await sleep(2000)
    const { rowCount } = await admin.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (rowCount) idle = 0
  }
}

if (process.argv[1] === program) await keepServer()
