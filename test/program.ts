import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../src/platform/port.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export type Program = {
  child: ChildProcess
  url: string
  /** What it wrote so far, both streams. */
  output(): string
  /** Until `/healthz` answers 200, or it has ended. */
  serving(): Promise<boolean>
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | string>
}

/** A folder with a space in its name, gone at the end of the test. */
export function temporaryFolder(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet fault '))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs one of the program's files as an operator would, with these settings and no others. */
export async function startProgram(
  file: string,
  env: Record<string, string>,
  nodeArguments: string[] = [],
): Promise<Program> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, [...nodeArguments, join(root, file)], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk
    })
  const end = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    child,
    url,
    output: () => output,
    ended: () => end,
    serving: () => untilHealthy(url, child),
  }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const response = await fetch(`${url}/healthz`).catch(() => null)
    if (response?.ok) return true
    await sleep(100)
  }
  return false
}
