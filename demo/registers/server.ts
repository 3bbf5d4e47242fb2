import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { matches } from './persons.ts'

/** How the registers behave, to try what the portal does then: as they should, late, not, or nonsense. */
const Behaviour = z.object({ mode: z.enum(['normal', 'slow', 'down', 'nonsense']) })
const Match = z.object({
  nationalNumber: z.string().max(20),
  familyName: z.string().max(200),
  givenName: z.string().max(200),
  birthDate: z.string().max(10),
})

export type Registers = {
  url: string
  port: number
  behave(mode: z.infer<typeof Behaviour>['mode']): void
  close(): Promise<void>
}

/** Starts the demo's registers on loopback; port 0 takes a free one. */
export async function startRegisters(given: {
  port: number
  token: string
  host?: string
}): Promise<Registers> {
  let mode: z.infer<typeof Behaviour>['mode'] = 'normal'
  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 400, { error: 'bad request' }))
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!isAuthorised(request, given.token)) return send(response, 401, { error: 'unauthorised' })
    if (request.method === 'POST' && request.url === '/admin/behaviour') {
      mode = Behaviour.parse(await jsonOf(request)).mode
      return send(response, 200, { mode })
    }
    if (request.method !== 'POST' || request.url !== '/persons/match')
      return send(response, 404, { error: 'not found' })
    const wanted = Match.parse(await jsonOf(request))
    if (mode === 'down') return send(response, 503, { error: 'down' })
    if (mode === 'nonsense') return send(response, 200, { match: 'perhaps' })
    if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, 10_000).unref())
    return send(response, 200, { match: matches(wanted) })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    port,
    behave: (wanted) => {
      mode = wanted
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

function send(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('too large')
  }
  return JSON.parse(text)
}
