import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the ports that systems hand out by themselves, or somebody else's connection might take it meanwhile. */
const range = { from: 20_000, to: 32_000 }

/** A port that was free a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(range.from, range.to)
    if ((await portProblem(port, host)) === null) return port
  }
  throw new Error(`no free port from ${range.from} to ${range.to}`)
}

/** Why nobody can listen there now (`EADDRINUSE`, `EACCES`, …), or null. */
export function portProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}
