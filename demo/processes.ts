import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from '../src/platform/start-error.ts'
import type { OutsideSystem } from './systems.ts'

const slowest = 30_000

/** Starts each in a process of its own and waits until all serve; one that dies later is started again. */
export async function startSystems(systems: OutsideSystem[], folder: string): Promise<() => Promise<void>> {
  const running = new Map<string, ChildProcess>()
  let stopping = false
  const start = async (system: OutsideSystem) => {
    const child = await startSystem(system, folder)
    running.set(system.name, child)
    child.once('exit', () => {
      if (!stopping) setTimeout(() => start(system).catch(() => {}), 1000).unref()
    })
  }
  const stop = async () => {
    stopping = true
    await Promise.all([...running.values()].map(endProcess))
  }
  const started = await Promise.allSettled(systems.map(start))
  const failed = started.find((one) => one.status === 'rejected')
  if (!failed) return stop
  await stop()
  throw failed.reason
}

/**
 * In a session of its own, so that a terminal's Ctrl-C lets the portal finish first. It ends when the
 * channel to this process closes, however this process ends.
 */
async function startSystem({ name, entry, env }: OutsideSystem, folder: string): Promise<ChildProcess> {
  const file = join(folder, `${name.replaceAll(' ', '-')}.log`)
  const log = openSync(file, 'w', 0o600)
  const child = fork(fileURLToPath(entry), {
    env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, ...env },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
    execArgv: [],
  })
  closeSync(log)
  await untilReady(child, () => new StartError(`the demo’s ${name} does not start: ${problemIn(file)}`))
  return child
}

function untilReady(child: ChildProcess, failure: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(failure())
    }, slowest)
    child.once('message', () => {
      clearTimeout(late)
      resolve()
    })
    child.once('exit', () => {
      clearTimeout(late)
      reject(failure())
    })
  })
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (child.connected) child.disconnect()
  const late = setTimeout(() => child.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(late)
}

function problemIn(log: string): string {
  const lines = readFileSync(log, 'utf8').split('\n')
  const problem = lines.find((line) => /Error\b/.test(line)) ?? lines.findLast(Boolean) ?? 'it says nothing'
  return `${problem.trim()} (see ${log})`
}
