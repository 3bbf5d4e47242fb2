import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'

/**
 * Nobody settles their own matter, nor what may be theirs: by national number, e-mail address or name, as far as the
 * provider tells them of the agent (ADR 19). The functions that act hold to the same.
 */
export async function refuseOwn(
  tx: Tx,
  what: 'accounts' | 'requests' | 'recoveries' | 'certificates',
  id: string,
): Promise<void> {
  const row = await tx.row<{ own: boolean }>(sql`select concerns_agent(${what}, ${id}::uuid) as own`)
  if (row?.own) throw new AppError('own_account')
}
