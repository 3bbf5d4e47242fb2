import sql from 'sql-template-tag'
import { fullName } from '../identity/presented.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace, Pools } from '../scopes.ts'
import { doerOf } from './doer.ts'

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

/** What a member did in their space. It tells by whom as they were then; about the space itself where no object is named. */
export async function recordIn(
  tx: Tx,
  actor: Actor,
  { id, code, capacity }: Pick<CurrentSpace, 'id' | 'code' | 'capacity'>,
  { act, object = code, detail = {} }: Pick<AuditRecord, 'act' | 'object' | 'detail'>,
): Promise<void> {
  const by = { name: fullName(actor), ...doerOf(actor, capacity) }
  await record(tx, { act, personId: actor.personId, spaceId: id, object, detail: { ...detail, by } })
}

/** Records a refusal in a transaction of its own, because the refused one rolled back. */
export async function recordDenial({ app }: Pools, entry: AuditRecord): Promise<void> {
  await app.transaction(null, (tx) => record(tx, entry))
}
