import sql from 'sql-template-tag'
import { record, recordDenial } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { asBrowser, becomePerson, type Pools } from '../scopes.ts'
import { confirmNumber } from './national-number.ts'
import { Presented, type Refusal } from './presented.ts'
import { openSession } from './session.ts'

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
  | { outcome: 'signed_in'; token: string; personId: string; back: string | null }
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
export async function finishSignIn(config: Config, pools: Pools, given: Returning): Promise<Returned> {
  if (!given.browser) return refuse(pools, 'no_browser')
  const browserHash = hashToken(given.browser)
  const finished = await asBrowser(pools, browserHash, async (tx): Promise<Returned | null> => {
    const presented = await consume(tx, given.code)
    if (!presented) return null
    const known = await findCertificate(tx, presented)
    if (!known) return waitForRegistration(tx, presented)
    const token = await signIn(tx, config, known, presented, given)
    await tx.run(sql`update sign_ins set finished_at = now() where code_hash = ${hashToken(given.code)}`)
    return { outcome: 'signed_in', token, personId: known.personId, back: presented.back }
  })
  return finished ?? refuse(pools, 'code')
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

export type KnownCertificate = { certificateId: string; personId: string }

export function findCertificate(
  tx: Tx,
  { provider, serialNumber }: Pick<Presented, 'provider' | 'serialNumber'>,
): Promise<KnownCertificate | null> {
  return tx.row(sql`select certificate_id as "certificateId", person_id as "personId"
    from find_certificate(${provider}, ${serialNumber})`)
}

/** The session of a registered certificate's person, in the caller's transaction. */
export async function signIn(
  tx: Tx,
  config: Config,
  known: KnownCertificate,
  presented: Presented,
  given: Pick<Returning, 'session' | 'userAgent'>,
): Promise<string> {
  await becomePerson(tx, known.personId)
  await noteCertificate(tx, known, presented)
  await confirmGiven(tx, config, presented)
  return openSession(tx, { ...known, presented, before: given.session, userAgent: given.userAgent })
}

/** A renewed certificate keeps its serial number; what it says now counts from now on. */
async function noteCertificate(tx: Tx, { certificateId, personId }: KnownCertificate, now: Presented) {
  const before = await tx.row<{ holder: string[]; fingerprint: string | null }>(
    sql`select fingerprint, array[kind, family_name, given_name, coalesce(organization_name, ''),
        coalesce(organization_identifier, '')] as holder
      from certificates where id = ${certificateId} for update`,
  )
  await tx.run(sql`update certificates set last_used_at = now(), kind = ${now.kind},
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
}

/** A certificate or claim that names the national number confirms it, unless another person has it. */
async function confirmGiven(tx: Tx, config: Config, presented: Presented) {
  const own = await tx.row<{ state: string }>(
    sql`select national_number_state as state from persons where id = current_person()`,
  )
  if (presented.nationalNumber && own?.state !== 'confirmed')
    await confirmNumber(tx, config, presented.nationalNumber, presented.nationalNumberFrom)
}

/** The holder gets a new browser token, so that nobody who knew the old one can register in their place. */
async function waitForRegistration(tx: Tx, presented: Presented): Promise<Returned> {
  const browser = newToken()
  const browserHash = hashToken(browser)
  await tx.run(sql`select set_config('guichet.browser', ${browserHash.toString('hex')}, true)`)
  await tx.run(sql`insert into sign_ins (code_hash, browser_hash, presented, consumed_at)
    values (${hashToken(newToken())}, ${browserHash}, ${JSON.stringify(presented)}::jsonb, now())`)
  return { outcome: 'new_certificate', browser, back: presented.back }
}

/** Says in the audit what was refused and why, without naming the holder. */
export function recordRefusal(pools: Pools, refusal: Refusal, provider: string | null): Promise<void> {
  return recordDenial(pools, {
    act: 'sign_in.refused',
    personId: null,
    object: provider,
    detail: { refusal },
  })
}

/** Why a provider's way in failed; what it answered stays out of the audit. */
export function recordProviderFailure(
  pools: Pools,
  provider: string,
  reason: 'unreachable' | 'answer',
): Promise<void> {
  return recordDenial(pools, { act: 'sign_in.failed', personId: null, object: provider, detail: { reason } })
}
