import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import { type Binding, organizationKey } from '../identity/opening.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'

/** What the membership of whoever opens a space is bound to, as the operator has it. */
export function bindingOf(
  { BIND_PROFESSIONAL_SPACES }: Config,
  kind: string,
  { certificate }: Actor,
): Binding {
  const organization = organizationKey(certificate)
  const binds = BIND_PROFESSIONAL_SPACES === 'on' && kind === 'business'
  if (!binds || !organization) return null
  return { organization, name: certificate.organizationName ?? organization }
}

export type BoundSpace = { code: string; title: string; organization: string; name: string }

/** A space of the person's that only certificates of one organisation open. */
export function findBoundSpace(tx: Tx, code: string): Promise<BoundSpace | null> {
  return tx.row<BoundSpace>(sql`select s.code, s.title, m.bound_organization as organization,
      coalesce(m.bound_organization_name, m.bound_organization) as name
    from memberships m join spaces s on s.id = m.space_id
    where m.person_id = (select current_person()) and s.code = ${code} and s.closed_at is null
      and m.bound_organization is not null`)
}
