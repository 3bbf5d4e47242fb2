import sql from 'sql-template-tag'
import type { Language } from '../i18n/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor } from '../scopes.ts'

export type MailKind =
  | 'email_confirmation'
  | 'new_certificate'
  | 'certificate_refused'
  | 'certificate_removed'
  | 'certificate_renewed'
  | 'recovery_requested'
  | 'recovery_notice'
  | 'recovery_ready'
  | 'recovery_refused'
  | 'recovery_cancelled'
  | 'certificate_unusable'
  | 'new_device'
  | 'email_changed'
  | 'request_received'
  | 'request_answered'
  | 'request_waits'
  | 'limit_changed'
  | 'certificate_settled'
  | 'invitation'
  | 'invitation_declined'
  | 'member_joined'
  | 'member_removed'
  | 'role_changed'
  | 'space_closed'
  | 'space_created'
  | 'document_infected'
  | 'dossier_submitted'
  | 'dossier_received'

export type Notification = {
  /** Given by background work, which may run twice and still mails once. */
  id?: string
  kind: MailKind
  /** Null: an address of which no person is known yet. */
  personId: string | null
  language: Language
  recipient: string
  /** Never confidential: a reference, a space's code, the path of a page. */
  data: Record<string, string>
}

/** Writes the mail down and has it sent once the caller's transaction commits. */
export async function notify(tx: Tx, jobs: Jobs, mail: Notification): Promise<void> {
  const { id: mailId = crypto.randomUUID(), kind, personId, language, recipient, data } = mail
  await Promise.all([
    tx.run(sql`insert into mails (id, person_id, kind, language, recipient, data)
      values (${mailId}, ${personId}, ${kind}, ${language}, ${recipient}, ${JSON.stringify(data)}::jsonb)`),
    jobs.enqueue(tx, 'mail', { mailId }),
  ])
}

/** Tells the person who acts, at the confirmed address; without one, nobody is told. */
export async function notifyActor(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  kind: Exclude<MailKind, 'email_confirmation'>,
  data: Record<string, string>,
): Promise<void> {
  if (!actor.email || !actor.emailConfirmed) return
  await notify(tx, jobs, {
    kind,
    personId: actor.personId,
    language: actor.language,
    recipient: actor.email,
    data,
  })
}

/** As `notifyActor`, for whom the transaction acts. */
export async function notifyPerson(
  tx: Tx,
  jobs: Jobs,
  kind: Exclude<MailKind, 'email_confirmation'>,
  data: Record<string, string>,
): Promise<void> {
  const person = await tx.row<{ personId: string; language: Language; recipient: string }>(
    sql`select id as "personId", language, email as recipient from persons
      where id = (select current_person()) and email_confirmed_at is not null and email is not null`,
  )
  if (person) await notify(tx, jobs, { kind, ...person, data })
}
