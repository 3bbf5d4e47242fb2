import type { FastifyInstance } from 'fastify'
import type { Log } from './log.ts'
import { StartError } from './start-error.ts'

const patience = 10_000
/** Longer than anything is worked on without a byte; what never ends must not hold its connection for ever. */
const longestSilence = 120_000

export type Serving = {
  /** `/healthz` says no from now on; requests under way are finished, idle connections closed. */
  drain(): Promise<void>
}

type Place = {
  host: string
  port: number
  drainSeconds: number
  /** In milliseconds: a connection on which nothing moves ends then. */
  silence?: number
}

/** Listens; a port or address that cannot be had is one line that names its setting. */
export async function serve(
  app: FastifyInstance,
  { host, port, drainSeconds, silence = longestSilence }: Place,
): Promise<Serving> {
  app.server.setTimeout(silence)
  const health = { draining: false }
  app.addHook('onRequest', async (request, reply) => {
    if (health.draining && request.url === '/healthz') return reply.code(503).send('draining')
  })
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw explainListening(error, { host, port })
  }
  return {
    async drain() {
      health.draining = true
      await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1000))
      // A connection that was busy stays open for the next request, which never comes.
      const idle = setInterval(() => app.server.closeIdleConnections(), 50)
      const impatient = setTimeout(() => app.server.closeAllConnections(), patience)
      await app.close()
      clearInterval(idle)
      clearTimeout(impatient)
    },
  }
}

/** Which setting to change when a port cannot be had. */
export function explainListening(
  error: unknown,
  { host, port, portSetting = 'PORT' }: { host: string; port: number; portSetting?: string },
): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new StartError(`${portSetting}: port ${port} is busy; give another one`)
  if (code === 'EACCES')
    return new StartError(`${portSetting}: no right to listen on port ${port}; give another one`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartError(`HOST: ${host} is no address of this machine`)
  return error
}

/** Method, route, status and time: never an address with what people put in it, a cookie or a number. */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none' } = request.routeOptions
    if (route === '/healthz') return
    const milliseconds = Math.round(reply.elapsedTime)
    log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'request')
  })
}
