import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import type { Role } from '../scopes.ts'
import type { Procedure } from './definition.ts'

export type FittingSpace = { code: string; title: string; role: Role }

/** The person's spaces of the kind a procedure runs in (R1), last used first. */
export function fittingSpaces(tx: Tx, kind: Procedure['kind']): Promise<FittingSpace[]> {
  return tx.rows<FittingSpace>(sql`
    select s.code, s.title, m.role from memberships m join spaces s on s.id = m.space_id
    where m.person_id = (select current_person()) and s.kind = ${kind} and s.closed_at is null
    order by m.last_used_at desc, s.id limit 50`)
}
