import sql, { empty } from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import type { Role } from '../scopes.ts'
import { activityPageSize, type ToldAct } from './activity.ts'
import type { Doer } from './doer.ts'

/** What is told of a space, by what it is about. A test holds this to all acts that have words. */
export const spaceActs = {
  users: [
    ...(['invitation.sent', 'invitation.resent', 'invitation.revoked'] as const),
    ...(['invitation.accepted', 'invitation.declined'] as const),
    ...(['member.role_changed', 'member.removed', 'member.left', 'member.unbound'] as const),
  ],
  dossiers: [
    ...(['dossier.started', 'dossier.filled', 'dossier.deleted', 'dossier.submitted'] as const),
    'dossier.received',
  ],
  documents: [
    ...(['document.uploaded', 'document.opened', 'document.renamed', 'document.removed'] as const),
    ...(['document.infected', 'case.document_fetched'] as const),
  ],
  data: [
    ...(['profile.changed', 'profile.use_on', 'profile.use_off'] as const),
    ...(['space.opened', 'space.closed', 'space.reopened'] as const),
  ],
} as const satisfies Record<string, ToldAct[]>

type About = keyof typeof spaceActs
export type SpaceAct = (typeof spaceActs)[About][number]

export const abouts = ['all', 'users', 'dossiers', 'documents', 'data'] as const satisfies ('all' | About)[]

export type WantedActivity = {
  about: (typeof abouts)[number]
  /** Where the page before ended. */
  before: string | null
}

export type SpaceActivity = {
  id: string
  at: Date
  act: SpaceAct
  /** Who did it, as they were then; null where it was nobody of the space. */
  by: (Doer & { name: string }) | null
  /** Whom it was about: somebody invited, whose name is kept for 90 days after the answer, or a user. */
  whom: string | null
  /** The one they got, or were offered. */
  role: Role | null
  dossier: { number: number; kept: boolean } | null
  document: { id: string; name: string; kept: boolean } | null
}

/** Of the space the transaction stands in, newest first; one more than a page tells that there is more. */
export function listSpaceActivity(tx: Tx, { about, before }: WantedActivity): Promise<SpaceActivity[]> {
  const acts = about === 'all' ? Object.values(spaceActs).flat() : spaceActs[about]
  const from = before && /^\d{1,18}$/.test(before) ? sql`and id < ${before}::bigint` : empty
  return tx.rows<SpaceActivity>(sql`
    select a.id::text, a.at, a.act, a.detail -> 'by' as by, a.detail ->> 'role' as role,
      coalesce(a.detail ->> 'memberName', nullif(concat_ws(' ', nullif(i.given_name, ''), i.family_name), '')) as whom,
      case when a.number is not null then json_build_object('number', a.number, 'kept', x.number is not null) end
        as dossier,
      case when d.id is not null then json_build_object('id', d.id, 'name', d.name, 'kept', d.removed_at is null) end
        as document
    from (
      select id, at, act, space_id, detail,
        substring(object from '^P[PM]-[A-Z1-9]{6}-(\\d{1,9})$')::int as number,
        case when ${document} ~ ${uuid} then (${document})::uuid end as document_id,
        case when detail ->> 'invitation' ~ ${uuid} then (detail ->> 'invitation')::uuid end as invitation_id
      from audit_records where space_id = (select current_space()) and act = any (${acts}) ${from}
      order by id desc limit ${activityPageSize + 1}) a
    left join dossiers x on x.space_id = a.space_id and x.number = a.number
    left join documents d on d.space_id = a.space_id and d.id = a.document_id
    left join invitations i on i.space_id = a.space_id and i.id = a.invitation_id
    order by a.id desc`)
}

const document = sql`coalesce(detail ->> 'document', case when act like 'document.%' then object end)`
const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
