import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { paths } from '../src/paths.ts'
import { giveSpace } from '../test/filled-space.ts'
import { testPortal } from '../test/support.ts'
import { watchMemory } from './memory.ts'

export type Carried = {
  /** Megabytes a second, into the vault, out of it, and by `openssl enc` from file to file. */
  up: number
  down: number
  openssl: number
  /** What the portal's process takes more at its largest, in megabytes. */
  memory: number
}

const run = promisify(execFile)
const client = fileURLToPath(new URL('carry.ts', import.meta.url))
const Took = z.object({ upSeconds: z.number().positive(), downSeconds: z.number().positive() })

/** One document of so many megabytes through the real portal, uploaded and fetched by a second process. */
export async function carryDocument(megabytes: number): Promise<Carried> {
  const room = { DOCUMENT_MEGABYTES: String(megabytes), SPACE_MEGABYTES: String(2 * megabytes + 100) }
  const portal = await testPortal(room)
  try {
    await portal.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = portal.app.server.address() as AddressInfo
    const { cookie, ...who } = await portal.signIn()
    const { code } = await giveSpace(portal.owner, { cookie, ...who }, {})
    const target = { address: `http://127.0.0.1:${port}`, path: paths.documents(code), cookie }
    const carry = async (bytes: number) => {
      const args = Object.entries({ ...target, bytes }).map(([name, value]) => `--${name}=${value}`)
      const { stdout } = await run(process.execPath, [client, ...args])
      return Took.parse(JSON.parse(stdout))
    }
    // Code that has run before is compiled, and buffers have the size they keep.
    await carry(20_000_000)
    const watched = watchMemory()
    const { upSeconds, downSeconds } = await carry(megabytes * 1_000_000)
    const memory = watched.stop()
    const openssl = megabytes / (await opensslSeconds(megabytes))
    return { up: megabytes / upSeconds, down: megabytes / downSeconds, openssl, memory }
  } finally {
    await portal.close()
  }
}

/** The plainest way to have the same bytes encrypted in a file that lasts. */
async function opensslSeconds(megabytes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const [plain, sealed] = [join(folder, 'plain'), join(folder, 'sealed')]
  try {
    const piece = Buffer.alloc(1_000_000, 'x')
    const file = await open(plain, 'w')
    for (let written = 0; written < megabytes; written++) await file.write(piece)
    await file.close()
    const begun = performance.now()
    await run('openssl', [
      'enc',
      '-aes-256-ctr',
      '-K',
      '0'.repeat(64),
      '-iv',
      '0'.repeat(32),
      '-in',
      plain,
      '-out',
      sealed,
    ])
    const written = await open(sealed)
    await written.sync()
    await written.close()
    return (performance.now() - begun) / 1000
  } finally {
    rmSync(folder, { recursive: true })
  }
}
