import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { notifyPerson } from '../communications/notification.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Presented } from './presented.ts'

export type KnownCertificate = { certificateId: string; personId: string }
type Key = Pick<Presented, 'provider' | 'serialNumber'>

/** Whose it is, for whoever presents it. */
export function findCertificate(tx: Tx, { provider, serialNumber }: Key): Promise<KnownCertificate | null> {
  return tx.row(sql`select certificate_id as "certificateId", person_id as "personId"
    from find_certificate(${provider}, ${serialNumber})`)
}

/** One at a time for each certificate, so that of two registrations the second sees the first. */
export async function lockCertificate(tx: Tx, { provider, serialNumber }: Key): Promise<void> {
  const key = `certificate ${provider} ${serialNumber}`
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

export async function insertCertificate(tx: Tx, personId: string, presented: Presented): Promise<string> {
  const certificateId = randomUUID()
  await tx.run(sql`insert into certificates (id, person_id, provider, serial_number, kind, family_name,
      given_name, organization_name, organization_identifier, valid_from, valid_to, fingerprint)
    values (${certificateId}, ${personId}, ${presented.provider}, ${presented.serialNumber},
      ${presented.kind}, ${presented.familyName}, ${presented.givenName}, ${presented.organizationName},
      ${presented.organizationIdentifier}, ${presented.validFrom}::timestamptz,
      ${presented.validTo}::timestamptz, ${presented.fingerprint})`)
  return certificateId
}

/** A certificate as its person sees it. */
export type OwnCertificate = Pick<
  Presented,
  | 'provider'
  | 'serialNumber'
  | 'kind'
  | 'familyName'
  | 'givenName'
  | 'organizationName'
  | 'organizationIdentifier'
> & {
  id: string
  validFrom: Date | null
  validTo: Date | null
  registeredAt: Date
  lastUsedAt: Date
}

/** Last used first. */
export function listCertificates(tx: Tx): Promise<OwnCertificate[]> {
  return tx.rows<OwnCertificate>(sql`
    select id, provider, serial_number as "serialNumber", kind, family_name as "familyName",
      given_name as "givenName", organization_name as "organizationName",
      organization_identifier as "organizationIdentifier", valid_from as "validFrom", valid_to as "validTo",
      registered_at as "registeredAt", last_used_at as "lastUsedAt"
    from certificates where person_id = (select current_person()) and removed_at is null
    order by last_used_at desc, id`)
}

/** A space that nobody could administer any more without that certificate. */
export type LastKey = { certificateId: string; code: string; title: string }

export function listLastKeys(tx: Tx): Promise<LastKey[]> {
  return tx.rows<LastKey>(sql`
    select certificate_id as "certificateId", space_code as code, space_title as title from last_keys_of_mine()`)
}

/** `last_key`: a space of theirs would be left without anybody who gets in to administer it. */
export type Removal = 'removed' | 'last' | 'last_key' | 'unknown'

/** Ends its sessions too. Never the last one that still signs in, also when two are removed at once. */
export async function removeCertificate(
  tx: Tx,
  jobs: Jobs,
  personId: string,
  certificateId: string,
): Promise<Removal> {
  const row = await tx.row<{ removal: Removal }>(
    sql`select remove_certificate(${certificateId}::uuid) as removal`,
  )
  const removal = row?.removal ?? 'unknown'
  if (removal !== 'removed') return removal
  await record(tx, { act: 'certificate.removed', personId, object: certificateId })
  await notifyPerson(tx, jobs, 'certificate_removed', {})
  return removal
}
