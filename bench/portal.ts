import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../src/app.ts'
import { paths } from '../src/paths.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { loadProcedures, publishProcedures } from '../src/procedures/catalogue.ts'
import { type TestPortal, testPortal } from '../test/support.ts'
import { fillSpace } from './data.ts'
import type { Target } from './rate.ts'
import { type Recorded, recordingPool, replay, roundTrips } from './record.ts'

export type BenchPage = {
  name: string
  path: string
  recorded: Recorded[]
  roundTrips: number
  bytes: number
}

export type Bench = {
  address: string
  cookie: { name: string; value: string }
  pages: BenchPage[]
  /** Where the portal answers with this page. */
  at(page: BenchPage): Target
  /** Starts the bare handler for this page and says where. */
  serveBare(page: BenchPage): Promise<Target>
  close(): Promise<void>
}

/** The portal with one person in one space that has data and a dossier, and its bare counterpart. */
export async function openBench(): Promise<Bench> {
  const portal = await testPortal({ RATE_LIMIT: '1000000000' })
  const { cookie } = await portal.signIn({ givenName: 'Marie', familyName: 'Muster', language: 'de' })
  const { code, formPath } = await fillSpace(portal, { cookie })
  await portal.app.listen({ host: '127.0.0.1', port: 0 })
  const named = { 'start page': paths.start(), 'space’s overview': paths.space(code), 'form page': formPath }
  const pages = await record(portal, named, cookie)
  const bare = bareServer(portal)
  const target = (port: number, path: string): Target => ({
    program: 'load.ts',
    settings: { port, path, cookie },
  })
  const port = portOf(portal.app.server.address())
  const [name = '', value = ''] = cookie.split('=')
  return {
    address: `http://localhost:${port}`,
    cookie: { name, value },
    pages,
    at: (page) => target(port, page.path),
    serveBare: async (page) => target(await bare.serve(page), page.path),
    async close() {
      await bare.close()
      await portal.close()
    },
  }
}

/** Asks for each page once, on a second portal whose pool writes down what is sent. */
async function record(
  portal: TestPortal,
  named: Record<string, string>,
  cookie: string,
): Promise<BenchPage[]> {
  const folder = fileURLToPath(new URL('../procedures', import.meta.url))
  const catalogue = await publishProcedures(portal.ownerUrl, loadProcedures(folder))
  const { pool, recorded } = recordingPool(portal.pools.app)
  const app = await buildApp(portal.config, { ...portal.pools, app: pool }, openJobs(), catalogue)
  const pages: BenchPage[] = []
  for (const [name, path] of Object.entries(named)) {
    recorded.length = 0
    const answer = await app.inject({ url: path, headers: { cookie, 'accept-language': 'de' } })
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
    const seen = [...recorded]
    pages.push({ name, path, recorded: seen, roundTrips: roundTrips(seen), bytes: answer.rawPayload.length })
  }
  await app.close()
  return pages
}

/** The least a Node server can do for the same page: the same SQL, and as many bytes, of which none is thought about. */
function bareServer(portal: TestPortal) {
  let page: BenchPage | null = null
  let body = Buffer.alloc(0)
  const server = createServer((_, response) => {
    replay(portal.pools.app, page?.recorded ?? []).then(
      () => response.setHeader('content-type', 'text/html; charset=utf-8').end(body),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  return {
    async serve(wanted: BenchPage): Promise<number> {
      page = wanted
      body = Buffer.alloc(wanted.bytes, 'x')
      if (!server.listening) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      return portOf(server.address())
    },
    close: () => new Promise<void>((done) => (server.listening ? server.close(() => done()) : done())),
  }
}

export function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== 'object' || !address) throw new Error('nothing listens')
  return address.port
}
