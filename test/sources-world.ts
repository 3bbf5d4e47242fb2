import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Registers, startRegisters } from './registers.ts'
import { type TestPortal, testPortal } from './support.ts'

export type SourcesWorld = {
  portal: TestPortal
  registers: Registers
  /** All registers answer, and nobody has a number: of those with one number, one can be confirmed. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** The portal, connected to the demo's registers, and to what else `connections` names. */
export async function sourcesWorld(
  env: Record<string, string> = {},
  connections: Record<string, unknown> = {},
): Promise<SourcesWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-sources-'))
  const registers = await startRegisters(folder)
  const file = join(folder, 'connections.yaml')
  writeFileSync(file, stringify({ registers: registers.connections, ...connections }))
  const portal = await testPortal({ CONNECTIONS_FILE: file, ...env })
  return {
    portal,
    registers,
    async reset() {
      registers.behave('normal')
      await portal.owner.query(
        `update persons set national_number_state = 'none', national_number_hash = null, national_number_sealed = null,
           national_number_confirmed_by = null, national_number_confirmed_at = null`,
      )
    },
    async close() {
      await portal.close()
      await registers.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
