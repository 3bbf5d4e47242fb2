import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDatabase } from './embedded/database.ts'
import { claimFolder } from './embedded/folder.ts'
import { type Launcher, openLauncher } from './embedded/launcher.ts'
import { type Server, startServer } from './embedded/server.ts'
import { StartError } from './start-error.ts'

export type Embedded = {
  /** The portal's login: no inheritance, member of the four group roles. */
  url: string
  /** Owner of the database and its tables: migrations only. */
  ownerUrl: string
  /** Superuser of this server; for tests and repairs, never for the portal. */
  adminUrl: string
  /** Called when the server ends without having been asked to. */
  onExit(listener: (reason: string) => void): void
  stop(): Promise<void>
}

export type EmbeddedSettings = {
  /** `false` trades safety for speed: tests only. */
  durable?: boolean
  maxConnections?: number
}

type Passwords = { admin: string; owner: string; portal: string }

/**
 * A real PostgreSQL in `dataDir`, on loopback and a free port. The first start creates it; it stops
 * with this process, however that ends, and the next start finds every committed row.
 */
export async function startEmbedded(dataDir: string, settings: EmbeddedSettings = {}): Promise<Embedded> {
  openDataFolder(dataDir)
  const cluster = join(dataDir, 'postgres')
  const release = await claimFolder(dataDir, cluster)
  try {
    const passwords = readPasswords(dataDir)
    const launcher = await openLauncher(dataDir, cluster)
    if (!existsSync(join(cluster, 'PG_VERSION')))
      await createCluster(launcher, dataDir, cluster, passwords, settings)
    const server = await startServer(launcher, dataDir, cluster, settings)
    return await openEmbedded(server, passwords, release)
  } catch (error) {
    release()
    throw error
  }
}

async function openEmbedded(server: Server, passwords: Passwords, release: () => void): Promise<Embedded> {
  const address = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${server.port}/${database}`
  const adminUrl = address('postgres', passwords.admin, 'postgres')
  const stop = async () => {
    await server.stop()
    release()
  }
  try {
    await prepareDatabase(adminUrl, passwords)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: address('guichet_portal', passwords.portal, 'guichet'),
    ownerUrl: address('guichet_owner', passwords.owner, 'guichet'),
    adminUrl,
    onExit: server.onExit,
    stop,
  }
}

function openDataFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const probe = join(dataDir, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartError(`DATA_DIR: cannot write to ${dataDir} (${codeOf(error)})`)
  }
}

function readPasswords(dataDir: string): Passwords {
  const file = join(dataDir, 'postgres-passwords.json')
  try {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords
    const word = () => randomBytes(24).toString('hex')
    const passwords = { admin: word(), owner: word(), portal: word() }
    writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return passwords
  } catch (error) {
    throw new StartError(`DATA_DIR: cannot read ${file} (${codeOf(error)})`)
  }
}

/** Into a folder beside, renamed when complete: an interrupted first start leaves nothing half made. */
async function createCluster(
  launcher: Launcher,
  dataDir: string,
  cluster: string,
  passwords: Passwords,
  { durable = true }: EmbeddedSettings,
) {
  const fresh = `${cluster}.new`
  const passwordFile = join(dataDir, 'postgres-password.new')
  rmSync(fresh, { recursive: true, force: true })
  try {
    launcher.makeFolder(fresh)
    launcher.writeFile(passwordFile, passwords.admin)
    await launcher.run('initdb', [
      ...['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ])
    renameSync(fresh, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)
