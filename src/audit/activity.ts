import sql, { empty } from 'sql-template-tag'
import type { Messages } from '../i18n/index.ts'
import type { Tx } from '../platform/database.ts'

/** What people are told of: the acts that have words. Others are for operators. */
export type ToldAct = keyof Messages['account']['activity']['acts']

export type Activity = {
  id: string
  at: Date
  act: ToldAct
  /** A space's code, a reference of a dossier or a request, a certificate's serial number. */
  object: string | null
  /** Why the helpdesk did it. */
  reason: string | null
}

export const activityPageSize = 30

/** The person's own audit records, newest first; one more than a page tells that there is more. */
export function listActivity(tx: Tx, acts: ToldAct[], before: string | null): Promise<Activity[]> {
  const from = before && /^\d{1,18}$/.test(before) ? sql`and a.id < ${before}::bigint` : empty
  return tx.rows<Activity>(sql`
    select a.id::text, a.at, a.act,
      coalesce(c.serial_number,
        case when a.object ~ '^(P[PM]-[A-Z1-9]{6}(-\\d+)?|[A-Z2-9]{5}-[A-Z2-9]{5})$' then a.object end) as object,
      case when a.detail ? 'agent' then a.detail ->> 'reason' end as reason
    from audit_records a left join certificates c on c.id::text = a.object
    where a.person_id = (select current_person()) and a.act = any (${acts}) ${from}
    order by a.id desc limit ${activityPageSize + 1}`)
}
