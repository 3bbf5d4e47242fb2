import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'

/** Something that waits for an agent. */
export type Waiting = {
  kind: 'requests' | 'recoveries' | 'certificates'
  id: string
  /** Null for certificates, which are nobody's words. */
  reference: string | null
  about: 'limit' | 'question' | 'recovery' | 'names' | 'taken' | 'number'
  at: Date
  inHandOf: string | null
}

const most = 100

/** What nobody has answered yet, longest waiting first, at most a hundred of each kind. */
export async function listWaiting(tx: Tx): Promise<Waiting[]> {
  const lists = await Promise.all([
    tx.rows<Waiting>(sql`
      select 'requests' as kind, r.id, r.reference, r.kind as about, r.created_at as at,
        (select e.agent_name from request_events e where e.request_id = r.id and e.kind = 'taken'
          order by e.seq desc limit 1) as "inHandOf"
      from helpdesk_requests r
      where not exists (select from request_events e where e.request_id = r.id and e.kind <> 'taken')
      order by r.created_at, r.id limit ${most}`),
    tx.rows<Waiting>(sql`
      select 'recoveries' as kind, r.id, r.reference, 'recovery' as about, r.created_at as at,
        (select e.agent_name from recovery_events e where e.recovery_id = r.id and e.kind = 'taken'
          order by e.seq desc limit 1) as "inHandOf"
      from recoveries r
      where r.expires_at > now() and not exists (select from recovery_events e
        where e.recovery_id = r.id and e.kind in ('approved', 'refused', 'cancelled', 'completed'))
      order by r.created_at, r.id limit ${most}`),
    tx.rows<Waiting>(sql`
      select 'certificates' as kind, r.id, null as reference, r.reason as about, r.created_at as at,
        null as "inHandOf"
      from certificate_requests r where r.settled_at is null order by r.created_at, r.id limit ${most}`),
  ])
  return lists.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
}
