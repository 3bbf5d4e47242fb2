import sql from 'sql-template-tag'
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { notify, notifyPerson } from '../communications/notification.ts'
import { recoveryCode, recoveryHash } from '../communications/recovery-link.ts'
import { recoveryNoticeLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Language } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { newReference } from '../platform/addresses.ts'
import type { Tx } from '../platform/database.ts'
import { formId } from '../platform/form-id.ts'
import type { Jobs } from '../platform/jobs.ts'
import { asBrowser, becomePerson, inJob, type Pools } from '../scopes.ts'
import { countAttempt } from './attempts.ts'
import { Presented } from './presented.ts'
import { type RecoveryEvent, type RecoveryState, recoverySteps, stateOf } from './recovery-state.ts'
import { findCertificate, insertCertificate, lockCertificate } from './registered.ts'
import { findTicket, finishTicket } from './ticket.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }

/** What somebody says who has lost every certificate. */
export type Claim = {
  language: Language
  familyName: string
  givenName: string
  birthDate: string
  email: string
  phone: string | null
  spaceCode: string | null
  story: string | null
}

type Given = {
  browserHash: Buffer | null
  address: string
  /** Made with the form, so that sending it twice asks once. */
  form: string
}

/** The code of the request; null after too many. No account is looked for: the answer is the same for all. */
export async function requestRecovery(house: House, given: Given, claim: Claim): Promise<string | null> {
  const { config, pools, jobs } = house
  const { browserHash, address, form } = given
  const allowed =
    (await countAttempt(pools, 'recovery', address)) &&
    (await countAttempt(pools, 'recovery_email', claim.email.toLowerCase()))
  if (!allowed) return null
  const { email, language } = claim
  const asked = { id: formId(config, 'recovery form', form), reference: newReference(), email, language }
  await asBrowser(pools, browserHash, async (tx) => {
    const ticket = browserHash ? await findTicket(tx) : null
    if (!(await insertRecovery(tx, config, asked, claim, ticket?.presented ?? null))) return
    if (ticket) await finishTicket(tx, ticket)
    await record(tx, { act: 'recovery.requested', personId: null, object: asked.reference })
    await tellAsker(tx, jobs, asked, 'recovery_requested')
  })
  return recoveryCode(config, asked.id)
}

async function insertRecovery(
  tx: Tx,
  config: Config,
  { id, reference }: Asked,
  claim: Claim,
  presented: Presented | null,
): Promise<boolean> {
  const certificate = presented && JSON.stringify(presented)
  const kept = await tx.run(sql`insert into recoveries (id, reference, code_hash, notice_hash, language,
      family_name, given_name, birth_date, email, phone, space_code, story, certificate)
    values (${id}, ${reference}, ${recoveryHash(config, recoveryCode(config, id))},
      ${recoveryNoticeLinks.hash(recoveryNoticeLinks.token(config, id))}, ${claim.language}, ${claim.familyName}, ${claim.givenName},
      ${claim.birthDate}::date, ${claim.email}, ${claim.phone}, ${claim.spaceCode}, ${claim.story},
      ${certificate}::jsonb)
    on conflict do nothing`)
  return kept === 1
}

/** Whoever asked, and where they can be reached. */
export type Asked = { id: string; reference: string; email: string; language: Language }

/** Writes to the address that was given with the request, whosever it is. */
export function tellAsker(
  tx: Tx,
  jobs: Jobs,
  { id, reference, email, language }: Asked,
  kind: 'recovery_requested' | 'recovery_ready' | 'recovery_refused' | 'recovery_cancelled',
): Promise<void> {
  return notify(tx, jobs, { kind, personId: null, language, recipient: email, data: { id, reference } })
}

/** A request as whoever holds its code sees it. */
export type Recovery = {
  reference: string
  state: RecoveryState
  events: RecoveryEvent[]
  certificate: Presented | null
  createdAt: Date
  expiresAt: Date
  waitsUntil: Date | null
}

const Events = z.array(z.object({ kind: z.enum(recoverySteps), at: z.coerce.date() }))
const Found = z.object({
  reference: z.string(),
  certificate: Presented.nullable(),
  created_at: z.date(),
  expires_at: z.date(),
  waits_until: z.date().nullable(),
  events: Events,
})

/** Null for a code that is nobody's. */
export function findRecovery({ config, pools }: House, code: string): Promise<Recovery | null> {
  return asBrowser(pools, null, (tx) => readRecovery(tx, config, code))
}

async function readRecovery(tx: Tx, config: Config, code: string): Promise<Recovery | null> {
  const row = await tx.row(sql`select * from find_recovery(${recoveryHash(config, code)})`)
  if (!row) return null
  const { reference, certificate, events, ...times } = Found.parse(row)
  const [createdAt, expiresAt, waitsUntil] = [times.created_at, times.expires_at, times.waits_until]
  const state = stateOf(events, { expiresAt, waitsUntil }, new Date())
  return { reference, state, events, certificate, createdAt, expiresAt, waitsUntil }
}

/** `over`: nothing waits in this browser, or the request takes none any more. */
export type CertificateGiven = 'given' | 'registered' | 'over'

/** The new certificate that waits in this browser is from now on the one the request is about. */
export function giveCertificate(
  { config, pools }: House,
  browserHash: Buffer | null,
  code: string,
): Promise<CertificateGiven> {
  return asBrowser(pools, browserHash, async (tx) => {
    const ticket = browserHash ? await findTicket(tx) : null
    const recovery = await readRecovery(tx, config, code)
    if (!ticket || !recovery) return 'over'
    if (ticket.finished) return 'given'
    if (await findCertificate(tx, ticket.presented)) return 'registered'
    const row = await tx.row<{ given: boolean }>(sql`select give_recovery_certificate(
      ${recoveryHash(config, code)}, ${JSON.stringify(ticket.presented)}::jsonb) as given`)
    if (!row?.given) return 'over'
    await finishTicket(tx, ticket)
    await record(tx, { act: 'recovery.certificate_given', personId: null, object: recovery.reference })
    return 'given'
  })
}

/** `taken`: somebody else has registered the certificate meanwhile. `over`: not ready, or not any more. */
export type Completion = 'completed' | 'taken' | 'over'

/** Makes the certificate one of the person's. Signs nobody in: that takes the certificate itself. */
export function completeRecovery({ config, pools, jobs }: House, code: string): Promise<Completion> {
  return asBrowser(pools, null, async (tx) => {
    const found = await readRecovery(tx, config, code)
    if (!found?.certificate) return 'over'
    if (found.state === 'completed') return 'completed'
    const { certificate, reference } = found
    await lockCertificate(tx, certificate)
    if (await findCertificate(tx, certificate)) return 'taken'
    const row = await tx.row<{ personId: string | null }>(
      sql`select complete_recovery(${recoveryHash(config, code)}) as "personId"`,
    )
    if (!row?.personId) return 'over'
    const { personId } = row
    await becomePerson(tx, personId)
    const object = await insertCertificate(tx, personId, certificate)
    const { kind, provider } = certificate
    const detail = { kind, provider, provenBy: 'recovery' }
    await record(tx, { act: 'recovery.completed', personId, object: reference })
    await record(tx, { act: 'certificate.registered', personId, object, detail })
    await notifyPerson(tx, jobs, 'new_certificate', { path: paths.certificates() })
    return 'completed'
  })
}

/** Tells whoever asked that the waiting time is over, once. */
export function announceReady(pools: Pools, jobs: Jobs): Promise<void> {
  return inJob(pools, null, async (tx) => {
    const ready = await tx.rows<Asked>(sql`
      update recoveries r set ready_told_at = now()
      where r.waits_until <= now() and r.expires_at > now() and r.ready_told_at is null
        and not exists (select from recovery_events e
          where e.recovery_id = r.id and e.kind in ('refused', 'cancelled', 'completed'))
      returning id, reference, email, language`)
    for (const asked of ready) await tellAsker(tx, jobs, asked, 'recovery_ready')
  })
}
