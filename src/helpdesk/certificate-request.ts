import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Agent } from '../scopes.ts'
import { addressOf } from './request.ts'

/** A certificate that its holder presented, and that needs a human before it is registered. */
export type WaitingCertificate = {
  id: string
  personId: string
  provider: string
  serialNumber: string
  kind: 'private' | 'professional'
  familyName: string
  givenName: string
  organizationName: string | null
  /** Other names than the account's; registered for somebody else; another national number. */
  reason: 'names' | 'taken' | 'number'
  createdAt: Date
  settledAt: Date | null
  settledBy: string | null
  accepted: boolean | null
  answer: string | null
}

export function findWaitingCertificate(tx: Tx, id: string): Promise<WaitingCertificate | null> {
  return tx.row<WaitingCertificate>(sql`
    select id, person_id as "personId", provider, serial_number as "serialNumber", kind, family_name as "familyName",
      given_name as "givenName", organization_name as "organizationName", reason, created_at as "createdAt",
      settled_at as "settledAt", settled_by as "settledBy", accepted, answer
    from certificate_requests where id = ${id}::uuid`)
}

/** False when somebody settled it before, or it has been registered meanwhile. */
export async function settleCertificate(
  tx: Tx,
  jobs: Jobs,
  agent: Agent,
  waiting: WaitingCertificate,
  { accept, answer }: { accept: boolean; answer: string },
): Promise<boolean> {
  const { id, personId } = waiting
  const row = await tx.row<{ object: string | null }>(
    sql`select settle_certificate(${id}::uuid, ${accept}, ${answer}) as object`,
  )
  const object = row?.object
  if (!object) return false
  const act = accept ? 'certificate.accepted' : 'certificate.settled'
  await record(tx, { act, personId, object, detail: { reason: answer, agent: agent.name } })
  const to = await addressOf(tx, personId)
  const kind = accept ? 'new_certificate' : 'certificate_settled'
  if (to) await notify(tx, jobs, { kind, personId, ...to, data: { path: paths.certificates() } })
  return true
}
