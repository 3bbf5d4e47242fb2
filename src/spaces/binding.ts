import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import { type Binding, type BoundToOrganization, organizationKey } from '../identity/opening.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'

/** What the membership of whoever opens a space is bound to, as the operator has it. */
export function bindingOf(
  { BIND_PROFESSIONAL_SPACES }: Config,
  kind: string,
  { certificate }: Actor,
): BoundToOrganization | null {
  const organization = organizationKey(certificate)
  const binds = BIND_PROFESSIONAL_SPACES === 'on' && kind === 'business'
  if (!binds || !organization) return null
  return { organization, name: certificate.organizationName ?? organization }
}

export type BoundSpace = { code: string; title: string; bound: NonNullable<Binding> }

/** A space of the person's that only one certificate opens, or those of one organisation. */
export function findBoundSpace(tx: Tx, code: string): Promise<BoundSpace | null> {
  return tx.row<BoundSpace>(sql`select s.code, s.title, ${boundAs} as bound
    from memberships m join spaces s on s.id = m.space_id
      left join certificates b on b.id = m.bound_certificate_id
    where m.person_id = (select current_person()) and s.code = ${code} and s.closed_at is null
      and (m.bound_organization is not null or m.bound_certificate_id is not null)`)
}

/** What a membership `m` is bound to, with its certificate `b` beside it. */
export const boundAs = sql`case
  when m.bound_organization is not null then json_build_object('organization', m.bound_organization,
    'name', coalesce(m.bound_organization_name, m.bound_organization))
  when b.id is not null then json_build_object('provider', b.provider, 'serialNumber', b.serial_number) end`
