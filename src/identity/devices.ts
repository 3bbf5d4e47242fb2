import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import { deviceOf } from './own-sessions.ts'

/** `first`: the only one so far. Remembered for whom the transaction acts. */
export async function noteDevice(tx: Tx, userAgent: string | null): Promise<'first' | 'known' | 'new'> {
  const { browser, system } = deviceOf(userAgent)
  const device = [browser ?? '?', system ?? '?'].join(' / ')
  const before = await tx.row<{ any: boolean }>(
    sql`select exists (select from devices where person_id = (select current_person())) as any`,
  )
  const added = await tx.run(sql`insert into devices (person_id, device)
    values ((select current_person()), ${device}) on conflict do nothing`)
  if (added === 0) return 'known'
  return before?.any ? 'new' : 'first'
}
