import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail.ts'
import { inJob, type Pools } from '../scopes.ts'
import { type Mail, writeLetter } from './letter.ts'

export type Dispatch = { config: Config; pools: Pools; mailer: Mailer | null; log: Log }

/** Sends one mail once; what failed is written down, and thrown so that the job is tried again. */
export async function dispatchMail({ config, pools, mailer, log }: Dispatch, mailId: string): Promise<void> {
  const mail = await findUnsentMail(pools, mailId)
  if (!mail) return
  if (!mailer) {
    log.warn({ mailId, kind: mail.kind }, 'mail not sent: SMTP_URL is not set')
    return markFailed(pools, mailId, 'SMTP_URL is not set')
  }
  try {
    await mailer.send(writeLetter(config, mail))
  } catch (error) {
    await markFailed(pools, mailId, error instanceof Error ? error.message : String(error))
    throw error
  }
  await inJob(pools, null, (tx) =>
    tx.run(sql`update mails set sent_at = now(), failed_at = null, failure = null where id = ${mailId}`),
  )
}

function findUnsentMail(pools: Pools, mailId: string): Promise<Mail | null> {
  return inJob(pools, null, (tx) =>
    tx.row<Mail>(sql`
      select m.id, m.kind, m.language, m.recipient, m.data,
             nullif(concat_ws(' ', p.given_name, p.family_name), '') as name
      from mails m left join persons p on p.id = m.person_id
      where m.id = ${mailId} and m.sent_at is null`),
  )
}

async function markFailed(pools: Pools, mailId: string, failure: string): Promise<void> {
  await inJob(pools, null, (tx) =>
    tx.run(sql`update mails set failed_at = now(), failure = ${failure.slice(0, 500)} where id = ${mailId}`),
  )
}
