import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { type MailKind, notify } from '../communications/notification.ts'
import type { Config } from '../config.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import { hashNationalNumber, openNationalNumber } from '../identity/secrets.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Agent } from '../scopes.ts'
import { addressOf } from './request.ts'

export const lookupWays = ['name', 'national_number', 'email', 'space', 'certificate', 'request'] as const
export type LookupWay = (typeof lookupWays)[number]

/**
 * Looks for accounts, and leaves a record with each person found. `reason` is not empty. Null when the agent has done so
 * as often as they may in an hour, by whatever but a request.
 */
export async function lookUp(
  tx: Tx,
  config: Config,
  { by, value, reason }: { by: LookupWay; value: string; reason: string },
): Promise<string | null> {
  const row = await tx.row<{ id: string | null }>(
    sql`select look_up(${by}, ${wantedValue(config, by, value)}, ${reason}, ${config.LOOKUPS_PER_HOUR}) as id`,
  )
  return row?.id ?? null
}

/** Records that an agent looks up more than they may, once in an hour: true then. */
export async function noteTooMany(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ first: boolean }>(sql`select note_lookups_exceeded() as first`)
  return row?.first === true
}

/** A national number is looked for by its hash; one that cannot be right finds nobody. */
function wantedValue(config: Config, by: LookupWay, value: string): string {
  const typed = value.normalize('NFC').trim()
  if (by === 'national_number') {
    const checked = checkNationalNumber(typed)
    return checked.ok ? hashNationalNumber(config, checked.value).toString('hex') : ''
  }
  return by === 'name' || by === 'email' ? typed : typed.replace(/\s/g, '')
}

export type FoundPerson = {
  id: string
  familyName: string
  givenName: string
  birthDate: string | null
  /** Its last two digits; null without one. */
  maskedNumber: string | null
}
/** What the agent looked for, and whom they may open for half an hour. */
export type Lookup = { id: string; reason: string; found: FoundPerson[] }

/** Null when it is another agent's, or over. */
export async function findLookup(tx: Tx, config: Config, id: string): Promise<Lookup | null> {
  const [lookup, found] = await Promise.all([
    tx.row<{ id: string; reason: string }>(
      sql`select id, reason from lookups where id = ${id}::uuid and at > now() - interval '30 minutes'`,
    ),
    tx.rows<Omit<FoundPerson, 'maskedNumber'> & { sealed: Buffer | null }>(
      sql`select id, family_name as "familyName", given_name as "givenName", birth_date as "birthDate",
        national_number_sealed as sealed from found_persons(${id}::uuid)`,
    ),
  ])
  if (!lookup) return null
  const masked = found.map(({ sealed, ...one }) => ({ ...one, maskedNumber: maskNumber(config, sealed) }))
  return { ...lookup, found: masked }
}

/** The last two digits tell namesakes apart; the rest is nobody's to read here. */
function maskNumber(config: Config, sealed: Buffer | null): string | null {
  return sealed ? `•••• •• •• ••• ${openNationalNumber(config, sealed).slice(-2)}` : null
}

/** The last four of a certificate's serial number. */
export const maskSerial = (serialNumber: string): string => `•••• ${serialNumber.slice(-4)}`

/** Lets the transaction see this account, on record. The reason of the look-up; null when it found no such person. */
export async function openAccount(tx: Tx, lookup: string, personId: string): Promise<string | null> {
  const row = await tx.row<{ reason: string | null }>(
    sql`select open_account(${lookup}::uuid, ${personId}::uuid) as reason`,
  )
  return row?.reason ?? null
}

/** Facts of an account: no titles, no data, nothing of what its spaces hold. */
export type Account = {
  person: {
    id: string
    familyName: string
    givenName: string
    birthDate: string | null
    language: string
    email: string | null
    emailConfirmed: boolean
    numberState: 'none' | 'declared' | 'confirmed'
    maskedNumber: string | null
    createdAt: Date
    businessLimit: number | null
  }
  used: number
  allowed: number
  spaces: {
    code: string
    kind: 'private' | 'business'
    role: string
    own: boolean
    createdAt: Date
    closedAt: Date | null
  }[]
  certificates: {
    kind: 'private' | 'professional'
    provider: string
    serialNumber: string
    organizationName: string | null
    validTo: Date | null
    registeredAt: Date
    lastUsedAt: Date
    removedAt: Date | null
  }[]
  signIns: { scheme: string; kind: 'private' | 'professional'; createdAt: Date; endedAt: Date | null }[]
  mails: {
    kind: MailKind
    createdAt: Date
    sentAt: Date | null
    failedAt: Date | null
    failure: string | null
  }[]
}

/** Of the account that is open in this transaction. */
export async function readAccount(tx: Tx, config: Config): Promise<Account> {
  const [person, spaces, certificates, signIns, mails] = await Promise.all([
    tx.row<Account['person'] & { sealed: Buffer | null }>(sql`
      select id, family_name as "familyName", given_name as "givenName", birth_date as "birthDate", language, email,
        email_confirmed_at is not null as "emailConfirmed", national_number_state as "numberState",
        national_number_sealed as sealed, created_at as "createdAt", business_limit as "businessLimit"
      from persons where id = current_subject()`),
    tx.rows<Account['spaces'][number]>(sql`
      select s.code, s.kind, m.role, s.owner_id = current_subject() as own, s.created_at as "createdAt",
        s.closed_at as "closedAt"
      from spaces s left join memberships m on m.space_id = s.id
      order by s.closed_at is not null, s.kind desc, s.created_at limit 200`),
    tx.rows<Account['certificates'][number]>(sql`
      select kind, provider, serial_number as "serialNumber", organization_name as "organizationName",
        valid_to as "validTo", registered_at as "registeredAt", last_used_at as "lastUsedAt", removed_at as "removedAt"
      from certificates order by removed_at is not null, last_used_at desc limit 50`),
    tx.rows<Account['signIns'][number]>(sql`
      select s.scheme, c.kind, s.created_at as "createdAt", s.ended_at as "endedAt"
      from sessions s join certificates c on c.id = s.certificate_id order by s.created_at desc limit 10`),
    tx.rows<Account['mails'][number]>(sql`
      select kind, created_at as "createdAt", sent_at as "sentAt", failed_at as "failedAt", failure
      from mails order by created_at desc limit 20`),
  ])
  if (!person) throw new Error('no account is open')
  const { sealed, ...known } = person
  const own = spaces.filter((space) => space.own && space.kind === 'business' && !space.closedAt)
  return {
    ...{ spaces, certificates, signIns, mails },
    person: { ...known, maskedNumber: maskNumber(config, sealed) },
    used: own.length,
    allowed: person.businessLimit ?? config.BUSINESS_SPACE_LIMIT,
  }
}

/**
 * R6: how many business spaces the person of the open account may have; null, as many as everybody. Below
 * what is in use, the spaces stay and no further one is opened.
 */
export async function changeLimit(
  tx: Tx,
  agent: Agent,
  { personId, limit, reason }: { personId: string; limit: number | null; reason: string },
): Promise<void> {
  const changed = await tx.run(
    sql`update persons set business_limit = ${limit} where id = current_subject() and id = ${personId}::uuid`,
  )
  if (changed !== 1) throw new Error('a limit is changed in the account that is open')
  await record(tx, {
    act: 'limit.changed',
    personId,
    detail: { to: limit, reason, agent: agent.name },
  })
}

/** For a change nobody asked for by a request, whose answer would tell it. */
export async function tellLimit(tx: Tx, jobs: Jobs, personId: string): Promise<void> {
  const to = await addressOf(tx, personId)
  if (to) await notify(tx, jobs, { kind: 'limit_changed', personId, ...to, data: {} })
}
