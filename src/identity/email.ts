import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import { confirmationLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Language } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { type Actor, asBrowser, becomePerson, type Pools } from '../scopes.ts'
import { isAllowed } from './attempts.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }

/** The confirmed address, and one that waits for its link to be opened. */
export type EmailState = { confirmed: string | null; open: string | null }

export async function findEmail(tx: Tx, actor: Pick<Actor, 'email' | 'emailConfirmed'>): Promise<EmailState> {
  const row = await tx.row<{ email: string }>(sql`select email from email_confirmations
    where person_id = current_person() and used_at is null and expires_at > now()
    order by created_at desc limit 1`)
  const confirmed = actor.emailConfirmed ? actor.email : null
  return { confirmed, open: row?.email ?? (confirmed ? null : actor.email) }
}

/** Mails a link, good for 24 hours. Links to other addresses lapse. */
export async function requestConfirmation(
  tx: Tx,
  { config, jobs }: Pick<House, 'config' | 'jobs'>,
  { personId, email, language }: { personId: string; email: string; language: Language },
): Promise<void> {
  const id = randomUUID()
  await tx.run(sql`update email_confirmations set expires_at = now()
    where person_id = ${personId} and used_at is null and email <> ${email} and expires_at > now()`)
  await tx.run(sql`insert into email_confirmations (token_hash, person_id, email, expires_at)
    values (${confirmationLinks.hash(confirmationLinks.token(config, id))}, ${personId}, ${email},
      now() + interval '24 hours')`)
  await notify(tx, jobs, { kind: 'email_confirmation', personId, language, recipient: email, data: { id } })
}

export type EmailChange = 'requested' | 'unchanged' | 'too_many'

/** A confirmed address stays in use until the new one is confirmed. */
export async function changeEmail(tx: Tx, house: House, actor: Actor, email: string): Promise<EmailChange> {
  if (actor.emailConfirmed && actor.email === email) return keepEmail(tx)
  if (!(await isAllowed(tx, 'email', actor.personId))) return 'too_many'
  if (!actor.emailConfirmed)
    await tx.run(sql`update persons set email = ${email} where id = ${actor.personId}`)
  const { personId, language } = actor
  await requestConfirmation(tx, house, { personId, email, language })
  await record(tx, { act: 'email.change_requested', personId })
  return 'requested'
}

/** Whoever enters the address in use takes back a change that was under way. */
async function keepEmail(tx: Tx): Promise<EmailChange> {
  await tx.run(sql`update email_confirmations set expires_at = now()
    where person_id = current_person() and used_at is null and expires_at > now()`)
  return 'unchanged'
}

/** Sends the link once more; `unchanged` when no address waits. */
export async function resendConfirmation(tx: Tx, house: House, actor: Actor): Promise<EmailChange> {
  const { open } = await findEmail(tx, actor)
  if (!open) return 'unchanged'
  if (!(await isAllowed(tx, 'email', actor.personId))) return 'too_many'
  const { personId, language } = actor
  await requestConfirmation(tx, house, { personId, email: open, language })
  return 'requested'
}

export type Confirmable = { state: 'open' | 'used' | 'expired'; email: string } | null

/** What a link stands for; null when it is not ours. Looking changes nothing. */
export function findConfirmation({ config, pools }: House, token: string): Promise<Confirmable> {
  if (!confirmationLinks.isOurs(config, token)) return Promise.resolve(null)
  return asBrowser(pools, null, (tx) =>
    tx.row(sql`select email, state from find_confirmation(${confirmationLinks.hash(token)})`),
  )
}

/** Confirms the address, whoever is signed in here. False when the link has been used or has lapsed. */
export function confirmEmail({ config, pools, jobs }: House, token: string): Promise<boolean> {
  if (!confirmationLinks.isOurs(config, token)) return Promise.resolve(false)
  return asBrowser(pools, null, async (tx) => {
    const confirmed = await tx.row<{ personId: string; email: string; replaced: string | null }>(
      sql`select person_id as "personId", email, replaced from confirm_email(${confirmationLinks.hash(token)})`,
    )
    if (!confirmed) return false
    await becomePerson(tx, confirmed.personId)
    await record(tx, { act: 'email.confirmed', personId: confirmed.personId })
    await announceCertificates(tx, jobs, confirmed)
    await announceChange(tx, jobs, confirmed)
    return true
  })
}

/** Certificates registered while no address could be written to are announced with the first one. */
async function announceCertificates(
  tx: Tx,
  jobs: Jobs,
  { personId, email }: { personId: string; email: string },
) {
  const row = await tx.row<{ language: Language; told: boolean }>(
    sql`select language, exists (select from mails where person_id = ${personId} and kind = 'new_certificate') as told
      from persons where id = ${personId}`,
  )
  if (!row || row.told) return
  const data = { path: paths.spaces() }
  await notify(tx, jobs, {
    kind: 'new_certificate',
    personId,
    language: row.language,
    recipient: email,
    data,
  })
}

/** The address before is told: whoever took over an account cannot keep it from its owner. */
async function announceChange(
  tx: Tx,
  jobs: Jobs,
  { personId, replaced }: { personId: string; replaced: string | null },
) {
  const person = await tx.row<{ language: Language }>(
    sql`select language from persons where id = ${personId}`,
  )
  if (!person || !replaced) return
  const { language } = person
  await notify(tx, jobs, { kind: 'email_changed', personId, language, recipient: replaced, data: {} })
}
