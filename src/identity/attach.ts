import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { notifyPerson } from '../communications/notification.ts'
import type { Config } from '../config.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { isAllowed } from './attempts.ts'
import { confirmNumber } from './national-number.ts'
import type { Presented } from './presented.ts'
import { findCertificate, insertCertificate, lockCertificate } from './registered.ts'
import { sameHolder } from './same-holder.ts'
import { hashNationalNumber, openNationalNumber } from './secrets.ts'

/** `refused` says neither why nor who else: other names, or registered already. The helpdesk sees it. */
export type Attached = 'registered' | 'known' | 'refused' | 'too_many'

type House = { config: Config; jobs: Jobs }
type Person = {
  id: string
  familyName: string
  givenName: string
  confirmedNumber: Buffer | null
}

/** Registers a further certificate for the person the transaction acts for. */
export async function attachCertificate(
  tx: Tx,
  house: House,
  presented: Presented,
  provenBy: 'session' | 'certificate' | 'code',
): Promise<Attached> {
  const person = await findPerson(tx)
  if (!(await isAllowed(tx, 'certificate_attach', person.id))) return 'too_many'
  await lockCertificate(tx, presented)
  const known = await findCertificate(tx, presented)
  if (known?.personId === person.id) return 'known'
  if (!sameHolder(person, presented)) return refuse(tx, house, person, presented, 'names')
  if (known) return refuse(tx, house, person, presented, 'taken')
  if (!(await numberFits(tx, house.config, person, presented)))
    return refuse(tx, house, person, presented, 'number')
  const object = await insertCertificate(tx, person.id, presented)
  const { kind, provider } = presented
  const detail = { kind, provider, provenBy }
  await record(tx, { act: 'certificate.registered', personId: person.id, object, detail })
  await notifyPerson(tx, house.jobs, 'new_certificate', { path: paths.certificates() })
  return 'registered'
}

async function findPerson(tx: Tx): Promise<Person> {
  const person = await tx.row<Person>(sql`select id, family_name as "familyName", given_name as "givenName",
      case when national_number_state = 'confirmed' then national_number_hash end as "confirmedNumber"
    from persons where id = (select current_person())`)
  if (!person) throw new Error('nobody to register a certificate for')
  return person
}

/** A number that the certificate names must not be anybody else's. */
async function numberFits(
  tx: Tx,
  config: Config,
  { confirmedNumber }: Person,
  { nationalNumber, nationalNumberFrom }: Presented,
): Promise<boolean> {
  if (!nationalNumber) return true
  if (!confirmedNumber) return confirmNumber(tx, config, nationalNumber, nationalNumberFrom)
  const digits = openNationalNumber(config, Buffer.from(nationalNumber, 'base64'))
  return hashNationalNumber(config, digits).equals(confirmedNumber)
}

/** For the helpdesk, once for each certificate; the person sees that it waits there. */
async function refuse(
  tx: Tx,
  { jobs }: House,
  { id }: Person,
  presented: Presented,
  reason: 'names' | 'taken' | 'number',
): Promise<'refused'> {
  const { provider, serialNumber, kind, familyName, givenName } = presented
  const kept = await tx.run(sql`insert into certificate_requests (person_id, provider, serial_number, kind,
      family_name, given_name, organization_name, organization_identifier, reason)
    values (${id}, ${provider}, ${serialNumber}, ${kind}, ${familyName}, ${givenName},
      ${presented.organizationName}, ${presented.organizationIdentifier}, ${reason})
    on conflict on constraint one_request_per_certificate do nothing`)
  await record(tx, { act: 'certificate.refused', personId: id, object: provider })
  if (kept) await notifyPerson(tx, jobs, 'certificate_refused', {})
  return 'refused'
}

/** A certificate that waits for the helpdesk. */
export type CertificateRequest = Pick<
  Presented,
  'provider' | 'serialNumber' | 'kind' | 'familyName' | 'givenName' | 'organizationName'
> & {
  createdAt: Date
  /** Why the helpdesk did not register it; null while it waits. */
  answer: string | null
}

export function listRequests(tx: Tx): Promise<CertificateRequest[]> {
  return tx.rows<CertificateRequest>(sql`
    select provider, serial_number as "serialNumber", kind, family_name as "familyName",
      given_name as "givenName", organization_name as "organizationName", created_at as "createdAt", answer
    from certificate_requests r where person_id = (select current_person())
      and accepted is not true
      and not exists (select from certificates c where c.person_id = r.person_id and c.removed_at is null
        and (c.provider, c.serial_number) = (r.provider, r.serial_number))
    order by created_at desc limit 20`)
}
