import sql from 'sql-template-tag'
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import type { Config } from '../config.ts'
import { type Language, languages } from '../i18n/index.ts'
import { Presented } from '../identity/presented.ts'
import { tellAsker } from '../identity/recovery.ts'
import { type RecoveryState, recoverySteps, stateOf } from '../identity/recovery-state.ts'
import { sameHolder } from '../identity/same-holder.ts'
import { hashNationalNumber, openNationalNumber } from '../identity/secrets.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Agent } from '../scopes.ts'

type House = { config: Config; jobs: Jobs }

const AgentEvent = z.object({
  kind: z.enum(recoverySteps),
  at: z.coerce.date(),
  agent: z.string().nullable(),
  agentName: z.string().nullable(),
  reason: z.string().nullable(),
})
export type AgentEvent = z.infer<typeof AgentEvent>

const Row = z.object({
  id: z.string(),
  reference: z.string(),
  language: z.enum(languages),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  spaceCode: z.string().nullable(),
  story: z.string().nullable(),
  certificate: Presented.nullable(),
  personId: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  waitsUntil: z.date().nullable(),
  events: z.array(AgentEvent),
})

/** A request as the helpdesk sees it; who has it in hand is for all agents to see. */
export type RecoveryRequest = z.infer<typeof Row> & {
  state: RecoveryState
  inHandOf: { agent: string; name: string } | null
}

export async function findRecoveryRequest(tx: Tx, id: string): Promise<RecoveryRequest | null> {
  const row = await tx.row(sql`
    select r.id, r.reference, r.language, r.family_name as "familyName", r.given_name as "givenName",
      r.birth_date::text as "birthDate", r.email, r.phone, r.space_code as "spaceCode", r.story, r.certificate,
      r.person_id as "personId", r.created_at as "createdAt", r.expires_at as "expiresAt",
      r.waits_until as "waitsUntil", coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at,
        'agent', e.agent, 'agentName', e.agent_name, 'reason', e.reason) order by e.seq)
        from recovery_events e where e.recovery_id = r.id), '[]') as events
    from recoveries r where r.id = ${id}::uuid`)
  if (!row) return null
  const found = Row.parse(row)
  const taken = found.events.findLast(({ kind }) => kind === 'taken')
  const inHandOf = taken?.agent ? { agent: taken.agent, name: taken.agentName ?? '' } : null
  return { ...found, state: stateOf(found.events, found, new Date()), inHandOf }
}

/** False when it is decided already. Another agent's request is taken over, which both see. */
export async function takeRecovery(tx: Tx, { id, reference }: RecoveryRequest): Promise<boolean> {
  const row = await tx.row<{ done: boolean }>(sql`select take_recovery(${id}::uuid) as done`)
  if (row?.done) await record(tx, { act: 'recovery.taken', personId: null, object: reference })
  return row?.done === true
}

/**
 * `names`: certificate and account name different people, and no reason says why they are one.
 * `number`: the certificate carries a national number that is not the account's.
 * `changed`: not in this agent's hands any more, decided, or about another certificate than the agent saw.
 */
export type Approval = 'approved' | 'no_certificate' | 'unknown_person' | 'names' | 'number' | 'changed'

/**
 * After the agent has checked who asks: every address the account is known by is told, and may object for
 * as long as the settings say. `reason` says how the identity was checked.
 */
export async function approveRecovery(
  tx: Tx,
  { config, jobs }: House,
  agent: Agent,
  request: RecoveryRequest,
  given: { personId: string; reason: string; namesReason: string | null },
): Promise<Approval> {
  const { id, reference, certificate } = request
  if (!certificate) return 'no_certificate'
  const person = await findPerson(tx, given.personId)
  if (!person) return 'unknown_person'
  const namesDiffer = !sameHolder(person, certificate)
  if (namesDiffer && !given.namesReason) return 'names'
  if (!numberFits(config, person, certificate)) return 'number'
  const why = [given.reason, namesDiffer ? given.namesReason : null].filter(Boolean).join('\n')
  const row = await tx.row<{ done: boolean }>(sql`select approve_recovery(${id}::uuid, ${person.id}::uuid,
    ${JSON.stringify(certificate)}::jsonb, ${config.RECOVERY_WAITING_HOURS}, ${why}) as done`)
  if (!row?.done) return 'changed'
  await record(tx, {
    act: 'recovery.approved',
    personId: person.id,
    object: reference,
    detail: { agent: agent.name, reason: given.reason, namesDiffer },
  })
  await tellHolder(tx, jobs, person, request, config.RECOVERY_WAITING_HOURS)
  return 'approved'
}

type Person = {
  id: string
  familyName: string
  givenName: string
  language: Language
  confirmedNumber: Buffer | null
}

function findPerson(tx: Tx, id: string): Promise<Person | null> {
  return tx.row<Person>(sql`select id, family_name as "familyName", given_name as "givenName", language,
      case when national_number_state = 'confirmed' then national_number_hash end as "confirmedNumber"
    from persons where id = ${id}::uuid`)
}

function numberFits(config: Config, { confirmedNumber }: Person, { nationalNumber }: Presented): boolean {
  if (!nationalNumber || !confirmedNumber) return true
  const digits = openNationalNumber(config, Buffer.from(nationalNumber, 'base64'))
  return hashNationalNumber(config, digits).equals(confirmedNumber)
}

/** To every address the account was ever written to, since the newest may be the wrong one's. */
async function tellHolder(
  tx: Tx,
  jobs: Jobs,
  { id: personId, language }: Person,
  { id, reference }: RecoveryRequest,
  hours: number,
) {
  const addresses = await tx.rows<{ recipient: string }>(sql`
    select email as recipient from persons where id = ${personId} and email is not null
    union select recipient from mails where person_id = ${personId} and kind <> 'email_confirmation'`)
  const until = new Date(Date.now() + hours * 3_600_000).toISOString()
  const mail = { kind: 'recovery_notice', personId, language, data: { id, reference, until } } as const
  for (const { recipient } of addresses) await notify(tx, jobs, { ...mail, recipient })
}

/** False when it is not in this agent's hands any more, or decided. */
export async function refuseRecovery(
  tx: Tx,
  { jobs }: Pick<House, 'jobs'>,
  request: RecoveryRequest,
  reason: string,
): Promise<boolean> {
  const row = await tx.row<{ done: boolean }>(
    sql`select refuse_recovery(${request.id}::uuid, ${reason}) as done`,
  )
  if (!row?.done) return false
  await record(tx, { act: 'recovery.refused', personId: request.personId, object: request.reference })
  await tellAsker(tx, jobs, request, 'recovery_refused')
  return true
}

/** What this agent has taken, and could approve for an account they have open. */
export async function listInHand(tx: Tx, agent: Agent): Promise<RecoveryRequest[]> {
  const ids = await tx.rows<{ id: string }>(sql`
    select r.id from recoveries r
    where r.certificate is not null and r.person_id is null and r.expires_at > now()
      and (select e.agent from recovery_events e where e.recovery_id = r.id and e.kind = 'taken'
        order by e.seq desc limit 1) = ${agent.id}
      and not exists (select from recovery_events e where e.recovery_id = r.id and e.kind in ('refused', 'cancelled'))
    order by r.created_at limit 20`)
  const found = await Promise.all(ids.map(({ id }) => findRecoveryRequest(tx, id)))
  return found.filter((one) => one !== null)
}
