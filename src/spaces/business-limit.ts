import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'

/** R6: business spaces the person opened and did not close, of those allowed. */
export type BusinessLimit = { used: number; allowed: number }

/** The helpdesk's word for one person goes before the configured limit. */
export async function businessLimit(tx: Tx, config: Config): Promise<BusinessLimit> {
  const row = await tx.row<{ used: number; allowed: number | null }>(sql`
    select business_spaces_used() as used,
      (select business_limit from persons where id = (select current_person())) as allowed`)
  return { used: row?.used ?? 0, allowed: row?.allowed ?? config.BUSINESS_SPACE_LIMIT }
}

export const limitReached = ({ used, allowed }: BusinessLimit) => used >= allowed
