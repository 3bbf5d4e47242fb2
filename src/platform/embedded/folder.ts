import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'

type Owner = { pid: number; born: string }

/**
 * Makes sure no other portal and no server of a killed one uses the folder; returns what gives it back.
 * A server that outlived its portal is shutting down: it gets time, then a push.
 */
export async function claimFolder(dataDir: string, cluster: string): Promise<() => void> {
  const claim = join(dataDir, 'portal.pid')
  while (!takeClaim(claim)) {
    const owner = readOwner(claim)
    if (owner && (await outlasts(owner, 3_000)))
      throw new StartError(`DATA_DIR: ${dataDir} is in use by a running portal (process ${owner.pid})`)
    rmSync(claim, { force: true })
  }
  await stopOrphan(cluster)
  return () => rmSync(claim, { force: true })
}

function takeClaim(claim: string): boolean {
  const own = `${claim}.${process.pid}`
  try {
    writeFileSync(own, `${process.pid} ${bornAt(process.pid)}`, { mode: 0o600 })
    linkSync(own, claim)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // A file system without hard links.
    renameSync(own, claim)
    return true
  } finally {
    rmSync(own, { force: true })
  }
}

/** One that is just stopping is waited for. */
async function outlasts({ pid, born }: Owner, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; bornAt(pid) === born; await sleep(50))
    if (pid === process.pid || Date.now() > end) return true
  return false
}

function readOwner(claim: string): Owner | null {
  try {
    const [pid = '', ...born] = readFileSync(claim, 'utf8').split(' ')
    return { pid: Number(pid), born: born.join(' ') }
  } catch {
    return null
  }
}

async function stopOrphan(cluster: string) {
  const lock = join(cluster, 'postmaster.pid')
  const pid = Number(readLine(lock))
  if (!pid) return
  const steps: [milliseconds: number, then: NodeJS.Signals][] = [
    [5_000, 'SIGINT'],
    [10_000, 'SIGQUIT'],
    [5_000, 'SIGKILL'],
  ]
  for (const [milliseconds, signal] of steps) {
    if (await hasEnded(pid, cluster, milliseconds)) break
    process.kill(pid, signal)
  }
  if (!(await hasEnded(pid, cluster, 5_000)))
    throw new StartError(`DATA_DIR: process ${pid} still holds ${cluster} and does not stop`)
  rmSync(lock, { force: true })
}

async function hasEnded(pid: number, cluster: string, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50))
    if (!commandOf(pid).includes(cluster)) return true
  return false
}

function readLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] ?? ''
  } catch {
    return ''
  }
}

/** A process id alone may have been given to somebody else since; with its time of birth it is one process. */
function bornAt(pid: number): string {
  try {
    if (process.platform !== 'linux') return ps(pid, 'lstart=')
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 'ZX'.includes(state) ? 'gone' : (fields[18] ?? 'gone')
  } catch {
    return 'gone'
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return ps(pid, 'command=')
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

const ps = (pid: number, field: string) =>
  execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim()
