import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { startEmbedded } from '../src/platform/embedded.ts'
import { giveDocument } from '../test/documents.ts'
import { type TestPortal, testPortal } from '../test/support.ts'
import { openPrivateSpace } from './data.ts'
import { watchMemory } from './memory.ts'

/** One person at a browser: what a second process needs to go on as them. */
export type Applicant = { cookie: string; code: string; identityCard: string }

const Flowed = z.object({
  flows: z.number().positive(),
  seconds: z.number().positive(),
  median: z.number(),
  slowest1Percent: z.number(),
})
export type Flows = z.infer<typeof Flowed> & { memory: number }

const client = fileURLToPath(new URL('applying.ts', import.meta.url))

/**
 * The whole way of a dossier, by so many people at once, each over real HTTP from a second process: begin, three
 * pages, check, submit, confirmation. Every commit is flushed to disk, as in production.
 */
export async function runFlows({
  milliseconds,
  connections,
}: {
  milliseconds: number
  connections: number
}): Promise<Flows> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-flow-'))
  const server = await startEmbedded(folder, { durable: true, maxConnections: 100 })
  const shared = process.env.TEST_DATABASE_SERVER
  process.env.TEST_DATABASE_SERVER = JSON.stringify(server)
  const portal = await testPortal({ RATE_LIMIT: '1000000000', DATA_DIR: join(folder, 'portal') })
  try {
    await portal.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = portal.app.server.address() as AddressInfo
    const people = join(folder, 'people.json')
    writeFileSync(people, JSON.stringify(await makeApplicants(portal, connections)))
    const apply = async (time: number) => {
      const settings = { address: `http://127.0.0.1:${port}`, people, milliseconds: time }
      const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
      const { stdout } = await promisify(execFile)(process.execPath, [client, ...args])
      return Flowed.parse(JSON.parse(stdout))
    }
    await apply(milliseconds / 3)
    const watched = watchMemory()
    return { ...(await apply(milliseconds)), memory: watched.stop() }
  } finally {
    await portal.close()
    if (shared === undefined) delete process.env.TEST_DATABASE_SERVER
    else process.env.TEST_DATABASE_SERVER = shared
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeApplicants(portal: TestPortal, count: number): Promise<Applicant[]> {
  const people: Applicant[] = []
  for (let index = 0; index < count; index++) {
    const { cookie } = await portal.signIn({ givenName: 'Marie', familyName: 'Muster', language: 'de' })
    const code = await openPrivateSpace(portal, { cookie })
    people.push({ cookie, code, identityCard: await giveDocument(portal, { cookie }, code) })
  }
  return people
}
