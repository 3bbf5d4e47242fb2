import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import type { Pools } from '../scopes.ts'

/** One sensitive act. `detail` names what changed, never the confidential values themselves. */
export type AuditRecord = {
  /** `noun.verb`, as in `space.opened`. */
  act: string
  personId: string | null
  spaceId?: string | null
  /** What was acted upon: a code, a reference or an id. */
  object?: string | null
  detail?: Record<string, unknown>
}

/** Records in the same transaction as the act: both happen, or neither. */
export async function record(tx: Tx, entry: AuditRecord): Promise<void> {
  const { act, personId, spaceId = null, object = null, detail = {} } = entry
  await tx.run(sql`insert into audit_records (act, person_id, space_id, object, detail)
    values (${act}, ${personId}, ${spaceId}, ${object}, ${JSON.stringify(detail)}::jsonb)`)
}

/** Records a refusal in a transaction of its own, because the refused one rolled back. */
export async function recordDenial({ app }: Pools, entry: AuditRecord): Promise<void> {
  await app.transaction(null, (tx) => record(tx, entry))
}
