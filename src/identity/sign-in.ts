import sql from 'sql-template-tag'
import { record, recordDenial } from '../audit/audit.ts'
import { notifyPerson } from '../communications/notification.ts'
import type { Config } from '../config.ts'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { asBrowser, becomePerson, enterAsPerson, type Pools } from '../scopes.ts'
import { type Attached, attachCertificate } from './attach.ts'
import { isAllowed } from './attempts.ts'
import { noteDevice } from './devices.ts'
import { confirmNumber } from './national-number.ts'
import { deviceOf } from './own-sessions.ts'
import { Presented, type Proven, type ProviderRefusal, type Refusal } from './presented.ts'
import { listOwnRecoveries } from './recovery-objection.ts'
import { findCertificate, type KnownCertificate } from './registered.ts'
import type { SamlReason } from './saml/fault.ts'
import { openSession, personOfSession } from './session.ts'
import { findTicket, finishTicket, keepTicket, type Ticket } from './ticket.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }

/**
 * Keeps what a scheme presented for the browser that began the sign-in, and returns the code that
 * fetches it: random, stored hashed, good once and for 60 seconds.
 */
export async function keepPresented(
  pools: Pools,
  browserHash: Buffer,
  presented: Presented,
): Promise<string> {
  const code = newToken()
  await asBrowser(pools, browserHash, (tx) =>
    tx.run(sql`insert into sign_ins (code_hash, browser_hash, presented)
      values (${hashToken(code)}, ${browserHash}, ${JSON.stringify(presented)}::jsonb)`),
  )
  return code
}

export type Returned =
  /** `asked`: somebody asks for this account who says that every certificate is lost. */
  | { outcome: 'signed_in'; token: string; renewed: boolean; asked: boolean; back: string | null }
  /** The same person, anew. The browser's cookie stays: with it another tab may be on its way to a form of its own. */
  | { outcome: 'confirmed'; token: string; renewed: boolean; asked: false; back: string | null }
  /** The session stays as it was. */
  | { outcome: 'attached'; result: Attached }
  /** The certificate is known, and so is now the one that waited in this browser, or not. */
  | { outcome: 'joined'; token: string; result: Attached }
  /** Presented to confirm who is signed in, and somebody else's, or nobody's: the session stays as it was. */
  | { outcome: 'other_person'; back: string | null }
  /** The certificate that should have proved an account is new as well; the other one still waits. */
  | { outcome: 'unknown_too' }
  /** The certificate is new: `browser` replaces the pre-sign-in cookie while its holder registers. */
  | { outcome: 'new_certificate'; browser: string; back: string | null }
  | { outcome: 'refused' }

type Returning = {
  code: string
  browser: string | null
  session: string | null
  userAgent: string | null
}

/** Turns a code into a session, or into the registration of a new certificate. Every scheme ends here. */
export async function finishSignIn(house: House, given: Returning): Promise<Returned> {
  const { pools } = house
  if (!given.browser) return refuse(pools, 'no_browser')
  const browserHash = hashToken(given.browser)
  const finished = await asBrowser(pools, browserHash, async (tx): Promise<Returned | null> => {
    const presented = await consume(tx, given.code)
    if (!presented) return null
    const ticket = { codeHash: hashToken(given.code) }
    switch (presented.purpose.act) {
      case 'attach':
        await finishTicket(tx, ticket)
        return attachToSession(tx, house, presented, given.session)
      case 'join':
        return joinAccount(tx, house, presented, given, ticket)
      case 'confirm':
        await finishTicket(tx, ticket)
        return confirmPerson(tx, house, presented, given)
      case 'sign_in':
        return enterAccount(tx, house, presented, given, ticket)
    }
  })
  return finished ?? refuse(pools, 'code')
}

type Consumed = Pick<Ticket, 'codeHash'>

async function enterAccount(
  tx: Tx,
  house: House,
  presented: Presented,
  given: Returning,
  ticket: Consumed,
): Promise<Returned> {
  const known = await findCertificate(tx, presented)
  if (!known) return { outcome: 'new_certificate', ...(await keepTicket(tx, presented)) }
  const opened = await signIn(tx, house, known, presented, given)
  await finishTicket(tx, ticket)
  const asked = (await listOwnRecoveries(tx)).length > 0
  return { outcome: 'signed_in', ...opened, asked, back: presented.back }
}

/** The certificate proves an account; the one that waits in this browser becomes a further one of it. */
async function joinAccount(
  tx: Tx,
  house: House,
  presented: Presented,
  given: Returning,
  ticket: Consumed,
): Promise<Returned> {
  const waiting = await findTicket(tx, ticket.codeHash)
  if (!waiting) return enterAccount(tx, house, presented, given, ticket)
  await finishTicket(tx, ticket)
  const known = await findCertificate(tx, presented)
  if (!known) return { outcome: 'unknown_too' }
  const { token } = await signIn(tx, house, known, presented, given)
  await finishTicket(tx, waiting)
  return {
    outcome: 'joined',
    token,
    result: await attachCertificate(tx, house, waiting.presented, 'certificate'),
  }
}

/** For the session that asked, and only while it lives: another one's person meant nothing of the kind. */
async function attachToSession(
  tx: Tx,
  house: House,
  presented: Presented,
  session: string | null,
): Promise<Returned | null> {
  const hash = session ? hashToken(session) : null
  const asked = presented.purpose.act === 'attach' ? presented.purpose.session : ''
  const actor = hash && hash.toString('hex') === asked ? await enterAsPerson(tx, { hash, touch: true }) : null
  if (!actor) return null
  return { outcome: 'attached', result: await attachCertificate(tx, house, presented, 'session') }
}

/**
 * A sign-in of the person whose session asked for it, with any certificate of theirs: also when that session
 * has ended meanwhile, or was renewed in another tab.
 */
async function confirmPerson(
  tx: Tx,
  house: House,
  presented: Presented,
  given: Returning,
): Promise<Returned | null> {
  const asked = presented.purpose.act === 'confirm' ? presented.purpose.session : ''
  const personId = await personOfSession(tx, Buffer.from(asked, 'hex'))
  if (!personId) return null
  const { back } = presented
  const known = await findCertificate(tx, presented)
  if (known?.personId === personId)
    return { outcome: 'confirmed', ...(await signIn(tx, house, known, presented, given)), asked: false, back }
  await record(tx, { act: 'confirmation.refused', personId, object: presented.provider })
  if (known)
    await record(tx, {
      act: 'confirmation.elsewhere',
      personId: known.personId,
      object: known.certificateId,
    })
  return { outcome: 'other_person', back }
}

async function refuse(pools: Pools, reason: string): Promise<Returned> {
  await recordDenial(pools, { act: 'sign_in.refused', personId: null, detail: { reason } })
  return { outcome: 'refused' }
}

/** One statement: of two that try, one gets the row. Row-level security hides other browsers' rows. */
async function consume(tx: Tx, code: string): Promise<Presented | null> {
  const row = await tx.row<{ presented: unknown }>(sql`update sign_ins set consumed_at = now()
    where code_hash = ${hashToken(code)} and consumed_at is null and created_at > now() - interval '60 seconds'
    returning presented`)
  return row ? Presented.parse(row.presented) : null
}

/** The session of a registered certificate's person, in the caller's transaction. */
export async function signIn(
  tx: Tx,
  { config, jobs }: Pick<House, 'config' | 'jobs'>,
  known: KnownCertificate,
  presented: Presented,
  given: Pick<Returning, 'session' | 'userAgent'>,
): Promise<{ token: string; renewed: boolean }> {
  await becomePerson(tx, known.personId)
  const { renewed } = await noteCertificate(tx, known, presented)
  if (renewed) await notifyPerson(tx, jobs, 'certificate_renewed', {})
  await confirmGiven(tx, config, presented)
  const { session: before, userAgent } = given
  const token = await openSession(tx, { ...known, presented, before, userAgent })
  if ((await noteDevice(tx, userAgent)) === 'new')
    await notifyPerson(tx, jobs, 'new_device', named(userAgent))
  return { token, renewed }
}

function named(userAgent: string | null): Record<string, string> {
  const { browser, system } = deviceOf(userAgent)
  return { ...(browser && { browser }), ...(system && { system }) }
}

/** A renewed certificate keeps its serial number; what the newest one says counts, whichever is presented. */
async function noteCertificate(tx: Tx, { certificateId, personId }: KnownCertificate, now: Presented) {
  const before = await tx.row<{ holder: string[]; fingerprint: string | null; newer: boolean | null }>(
    sql`update certificates set last_used_at = now() where id = ${certificateId}
      returning fingerprint, array[kind, family_name, given_name, coalesce(organization_name, ''),
        coalesce(organization_identifier, '')] as holder, valid_from > ${now.validFrom}::timestamptz as newer`,
  )
  if (before?.newer) return { renewed: false }
  await tx.run(sql`update certificates set kind = ${now.kind},
      family_name = ${now.familyName}, given_name = ${now.givenName},
      organization_name = ${now.organizationName}, organization_identifier = ${now.organizationIdentifier},
      valid_from = coalesce(${now.validFrom}::timestamptz, valid_from),
      valid_to = coalesce(${now.validTo}::timestamptz, valid_to),
      fingerprint = coalesce(${now.fingerprint}, fingerprint)
    where id = ${certificateId}`)
  const holder = [now.kind, now.familyName, now.givenName, now.organizationName, now.organizationIdentifier]
  const changed = before?.holder.some((value, index) => value !== (holder[index] ?? ''))
  const renewed = before?.fingerprint && now.fingerprint && before.fingerprint !== now.fingerprint
  if (changed || renewed)
    await record(tx, {
      act: changed ? 'certificate.changed' : 'certificate.renewed',
      personId,
      object: certificateId,
    })
  return { renewed: Boolean(renewed) }
}

/** A certificate or claim that names the national number confirms it, unless another person has it. */
async function confirmGiven(tx: Tx, config: Config, presented: Presented) {
  const own = await tx.row<{ state: string }>(
    sql`select national_number_state as state from persons where id = current_person()`,
  )
  if (presented.nationalNumber && own?.state !== 'confirmed')
    await confirmNumber(tx, config, presented.nationalNumber, presented.nationalNumberFrom)
}

/** What is told by mail, twice a day at most for each certificate. */
const unusual: string[] = ['expired', 'revoked']

/**
 * Says in the audit what was refused and why, without naming the holder. Where `proven` says whose it would
 * be had it been in order, and it is registered, its person sees it among their activity.
 */
export function recordRefusal(
  { pools, jobs }: Pick<House, 'pools' | 'jobs'>,
  refusal: Refusal | ProviderRefusal,
  provider: string | null,
  proven: Proven | null = null,
): Promise<void> {
  return asBrowser(pools, null, async (tx) => {
    const known = proven && (await findCertificate(tx, proven))
    await record(tx, {
      act: 'sign_in.refused',
      personId: known?.personId ?? null,
      object: known?.certificateId ?? provider,
      detail: known ? { refusal, provider } : { refusal },
    })
    if (!known || !unusual.includes(refusal)) return
    if (!(await isAllowed(tx, 'unusual_mail', known.certificateId))) return
    await becomePerson(tx, known.personId)
    await notifyPerson(tx, jobs, 'certificate_unusable', { refusal })
  })
}

/** Why a provider's way in failed; what it answered stays out of the audit. */
export function recordProviderFailure(
  pools: Pools,
  provider: string,
  reason: 'unreachable' | 'answer' | SamlReason,
): Promise<void> {
  return recordDenial(pools, { act: 'sign_in.failed', personId: null, object: provider, detail: { reason } })
}
