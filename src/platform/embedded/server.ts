import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbeddedSettings } from '../embedded.ts'
import { freePort } from '../port.ts'
import { StartError } from '../start-error.ts'
import type { Launcher } from './launcher.ts'

export type Server = {
  port: number
  onExit(listener: (reason: string) => void): void
  stop(): Promise<void>
}

/** Tries again when somebody took the port in between, or the last run's memory is just being freed. */
export async function startServer(
  launcher: Launcher,
  dataDir: string,
  cluster: string,
  settings: EmbeddedSettings,
): Promise<Server> {
  const log = join(dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const server = await attemptStart(launcher, log, cluster, settings)
    if (server) return server
    const reason = lastProblem(log)
    const passing = /Address already in use|still in use|could not bind|is starting up/.test(reason)
    if (!passing || attempt === 10) throw new StartError(`the embedded PostgreSQL does not start: ${reason}`)
    await sleep(300)
  }
}

async function attemptStart(
  launcher: Launcher,
  log: string,
  cluster: string,
  settings: EmbeddedSettings,
): Promise<Server | null> {
  const port = await freePort()
  const output = openLog(log)
  const child = launcher.spawn('postgres', ['-D', cluster, ...serverOptions(port, settings)], output)
  closeSync(output)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  let gone = false
  void exited.then(() => {
    gone = true
  })
  while (!gone && !isReady(cluster, port)) await sleep(15)
  if (gone) return null
  return runningServer(
    port,
    exited,
    (signal) => child.kill(signal),
    () => lastProblem(log),
  )
}

function runningServer(
  port: number,
  exited: Promise<void>,
  kill: (signal: NodeJS.Signals) => void,
  reason: () => string,
): Server {
  let stopping = false
  return {
    port,
    onExit(listener) {
      void exited.then(() => {
        if (!stopping) listener(reason())
      })
    },
    async stop() {
      stopping = true
      kill('SIGINT')
      const impatient = setTimeout(() => kill('SIGQUIT'), 20_000)
      await exited
      clearTimeout(impatient)
    },
  }
}

function serverOptions(port: number, { durable = true, maxConnections = 100 }: EmbeddedSettings): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    /** Without DETAIL, which quotes the values of the row at fault. */
    log_error_verbosity: 'terse',
    log_line_prefix: '%m ',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** As `pg_ctl` does: line 4 of the lock file is the port, line 8 the state. */
function isReady(cluster: string, port: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return lines[3] === String(port) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function openLog(file: string): number {
  try {
    if (statSync(file).size > 5_000_000) renameSync(file, `${file}.old`)
  } catch {}
  return openSync(file, 'a', 0o600)
}

function lastProblem(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-20)
  const problem = lines.findLast((line) => /FATAL|PANIC|ERROR|could not/.test(line)) ?? lines.at(-1) ?? ''
  return `${problem.replace(/^.*?(FATAL|PANIC|ERROR|LOG):\s*/, '')} (see ${log})`
}
