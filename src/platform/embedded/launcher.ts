import { type ChildProcess, execFile, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StartError } from '../start-error.ts'
import { findProgram, type Program } from './binaries.ts'

/** Runs PostgreSQL's programs as somebody they accept: they refuse root. */
export type Launcher = {
  run(program: Program, args: string[]): Promise<void>
  /** In a session of its own (a terminal's Ctrl-C is ours to handle), ended with this process. */
  spawn(program: Program, args: string[], log: number): ChildProcess
  makeFolder(path: string): void
  writeFile(path: string, text: string): void
}

/** How to become that somebody: a command in front, or a user id. */
type Identity = { before: string[]; id?: { uid: number; gid: number } }

export async function openLauncher(dataDir: string, cluster: string): Promise<Launcher> {
  const identity = process.getuid?.() === 0 ? chooseIdentity(dataDir, cluster) : { before: [] }
  const own = (path: string) => {
    if (identity.id) chownSync(path, identity.id.uid, identity.id.gid)
  }
  const command = (program: Program, args: string[], around: string[] = []) => {
    const [first = '', ...rest] = [...identity.before, ...around, findProgram(program), ...args]
    return { first, rest }
  }
  return {
    async run(program, args) {
      const { first, rest } = command(program, args)
      const failed = (error: { stderr?: string; message: string }) =>
        new StartError(`DATA_DIR: ${program} failed: ${lastLine(error.stderr) || error.message}`)
      await promisify(execFile)(first, rest, options(identity)).catch((error) =>
        Promise.reject(failed(error)),
      )
    },
    spawn(program, args, log) {
      const { first, rest } = command(program, args, endsWithParent() ? deathSignal : [])
      return spawn(first, rest, { ...options(identity), detached: true, stdio: ['ignore', log, log] })
    },
    makeFolder(path) {
      mkdirSync(path, { mode: 0o700 })
      own(path)
    },
    writeFile(path, text) {
      writeFileSync(path, text, { mode: 0o600 })
      own(path)
    },
  }
}

/**
 * Root in a user namespace of its own, where it is nobody, keeps its way into root-only folders. Where
 * that is forbidden, or the folder belongs to somebody else, that somebody's plain user id.
 */
function chooseIdentity(dataDir: string, cluster: string): Identity {
  const owner = existsSync(cluster) ? statSync(cluster) : statSync(dirname(dataDir))
  const asOwner: Identity[] = owner.uid === 0 ? [] : [{ before: [], id: { uid: owner.uid, gid: owner.gid } }]
  const asNobody: Identity = { before: [], id: { uid: 65534, gid: 65534 } }
  const mapped: Identity = { before: ['unshare', '--map-user=65534', '--map-group=65534', '--'] }
  const candidates = existsSync(cluster) && owner.uid !== 0 ? asOwner : [mapped, ...asOwner, asNobody]
  const chosen = candidates.find((identity) => works(identity, dataDir))
  if (chosen) return chosen
  throw new StartError(
    `DATA_DIR: PostgreSQL refuses to run as root, and nobody else may use ${dataDir} here: start as a normal user, or give DATABASE_URL`,
  )
}

function works(identity: Identity, dataDir: string): boolean {
  if (identity.id) chmodSync(dataDir, 0o711)
  const [first = '', ...rest] = [...identity.before, findProgram('postgres'), '--version']
  if (spawnSync(first, rest, options(identity)).status !== 0) return false
  const [shell = '', ...args] = [...identity.before, 'sh', '-c', 'cd "$1"', 'sh', dataDir]
  return spawnSync(shell, args, options(identity)).status === 0
}

/** A clean environment: PGDATA, PGOPTIONS and the like of the operator's shell must not reach it. */
const options = (identity: Identity): SpawnOptions => ({
  ...identity.id,
  cwd: '/',
  env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' },
})

/** SIGINT is PostgreSQL's fast shutdown; the kernel sends it when the portal is gone, even by `kill -9`. */
const deathSignal = ['setpriv', '--pdeathsig', 'INT', '--']
const endsWithParent = () => process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0

const lastLine = (text = '') => text.trim().split('\n').at(-1)
