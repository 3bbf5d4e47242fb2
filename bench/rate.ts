import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

/** What a second process asks, and with which settings. */
export type Target = { program: 'load.ts' | 'presenting.ts'; settings: Record<string, string | number> }
export type Rate = { perSecond: number; cpuMicroseconds: number }
export type Load = { milliseconds: number; connections: number; rounds: number }

const Answered = z.object({ requests: z.number().positive(), seconds: z.number() })

/** The targets take turns, so that a slow moment of the machine falls on all of them; medians count. */
export async function measure(targets: Target[], { rounds, ...load }: Load): Promise<Rate[]> {
  const runs: Rate[][] = targets.map(() => [])
  for (const target of targets) await runLoad(target, { ...load, milliseconds: load.milliseconds / 3 })
  for (let round = 0; round < rounds; round++) {
    for (const [index, target] of targets.entries()) runs[index]?.push(await runLoad(target, load))
  }
  return runs.map((rates) => ({
    perSecond: median(rates.map(({ perSecond }) => perSecond)),
    cpuMicroseconds: median(rates.map(({ cpuMicroseconds }) => cpuMicroseconds)),
  }))
}

/** Processor time is this process's own: neither PostgreSQL's nor the load's. */
async function runLoad(target: Target, load: Omit<Load, 'rounds'>): Promise<Rate> {
  const before = process.cpuUsage()
  const program = fileURLToPath(new URL(target.program, import.meta.url))
  const settings = { ...target.settings, ...load }
  const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { timeout: 60_000 })
  const { user, system } = process.cpuUsage(before)
  const { requests, seconds } = Answered.parse(JSON.parse(stdout))
  return { perSecond: requests / seconds, cpuMicroseconds: (user + system) / requests }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
