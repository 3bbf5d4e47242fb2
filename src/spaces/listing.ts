import sql, { empty, type Sql } from 'sql-template-tag'
import type { Binding } from '../identity/opening.ts'
import type { Tx } from '../platform/database.ts'
import { fold } from '../platform/fold.ts'
import { isUuid } from '../platform/parameter.ts'
import type { CurrentSpace, Role } from '../scopes.ts'
import { boundAs } from './binding.ts'
import { undoDays } from './closure.ts'

export type ListedSpace = Pick<CurrentSpace, 'code' | 'kind' | 'title' | 'openedWith'> & {
  role: Role
  /** Which certificates alone open it. */
  bound: Binding
  /** Dossiers in preparation. */
  drafts: number
  /** Where a page ends: the next one starts after it. */
  cursor: string
}
export type ClosedSpace = Pick<CurrentSpace, 'code' | 'kind' | 'title'> & { closedAt: Date; until: Date }

/** From more than this many on, the list can be searched. */
export const searchFrom = 8
export const pageSize = 20

export type Wanted = { search: string; after: string | null }

/** The private space first, then business ones, last used first; one more than a page tells there is more. */
export function listSpaces(tx: Tx, { search, after }: Wanted): Promise<ListedSpace[]> {
  return tx.rows<ListedSpace>(sql`
    select s.code, s.kind, s.title, s.opened_with as "openedWith", m.role, coalesce(d.drafts, 0) as drafts,
      ${boundAs} as bound,
      to_char(m.last_used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || s.id as cursor
    from memberships m join spaces s on s.id = m.space_id
      left join drafts_in_my_spaces() d on d.space_id = s.id
      left join certificates b on b.id = m.bound_certificate_id
    where m.person_id = (select current_person()) and s.closed_at is null
      ${search ? matching(search) : empty} ${afterCursor(after)}
    order by s.kind desc, m.last_used_at desc, s.id desc limit ${pageSize + 1}`)
}

export async function countSpaces(tx: Tx): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    select count(*)::int as count from memberships m join spaces s on s.id = m.space_id
    where m.person_id = (select current_person()) and s.closed_at is null`)
  return row?.count ?? 0
}

/** Dossiers in preparation in the space the transaction stands in. */
export async function countDrafts(tx: Tx): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    select count(*)::int as count from dossiers
    where space_id = (select current_space()) and status = 'draft'`)
  return row?.count ?? 0
}

/** What the person closed and can still get back, last closed first. */
export function listClosedSpaces(tx: Tx): Promise<ClosedSpace[]> {
  return tx.rows<ClosedSpace>(sql`
    select code, kind, title, closed_at as "closedAt",
      closed_at + make_interval(days => ${undoDays}) as until
    from spaces s where owner_id = (select current_person())
      and closed_at > now() - make_interval(days => ${undoDays})
      and exists (select from memberships m where m.space_id = s.id and m.person_id = s.owner_id
        and m.role = 'administrator')
    order by closed_at desc limit 50`)
}

/** Title or code, whatever the case and the accents. */
const matching = (search: string): Sql => sql`
  and (position(${fold(sql`${search}`)} in ${fold(sql`s.title`)}) > 0
    or position(upper(${search}) in s.code) > 0)`

/** Only business spaces have a next page: a person has one private space. A made-up cursor starts anew. */
function afterCursor(after: string | null): Sql {
  const [at = '', id = ''] = after?.split('_') ?? []
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && !Number.isNaN(Date.parse(at))
  if (!isTime || !isUuid(id)) return empty
  return sql`and s.kind = 'business' and (m.last_used_at, s.id) < (${at}::timestamptz, ${id}::uuid)`
}
