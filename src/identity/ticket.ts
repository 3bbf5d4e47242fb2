import sql, { empty } from 'sql-template-tag'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { Presented } from './presented.ts'

/** A new certificate that waits in a browser to be registered. */
export type Ticket = { codeHash: Buffer; presented: Presented; finished: boolean }

/** The holder gets a new browser token, so that nobody who knew the old one can register in their place. */
export async function keepTicket(tx: Tx, presented: Presented) {
  const browser = newToken()
  const browserHash = hashToken(browser)
  await tx.run(sql`select set_config('guichet.browser', ${browserHash.toString('hex')}, true)`)
  await tx.run(sql`insert into sign_ins (code_hash, browser_hash, presented, consumed_at)
    values (${hashToken(newToken())}, ${browserHash}, ${JSON.stringify(presented)}::jsonb, now())`)
  return { browser, back: presented.back }
}

/** One that was used a moment ago still answers: a button may have been pressed twice. */
export async function findTicket(tx: Tx, not?: Buffer): Promise<Ticket | null> {
  const row = await tx.row<{ codeHash: Buffer; presented: unknown; finished: boolean }>(
    sql`select code_hash as "codeHash", presented, finished_at is not null as finished from sign_ins
      where browser_hash = current_browser() and consumed_at is not null
        and created_at > now() - interval '50 minutes'
        and (finished_at is null or finished_at > now() - interval '30 seconds')
        ${not ? sql`and code_hash <> ${not} and finished_at is null` : empty}
      order by finished_at is not null, created_at desc limit 1 for update`,
  )
  return row ? { ...row, presented: Presented.parse(row.presented) } : null
}

export async function finishTicket(tx: Tx, { codeHash }: Pick<Ticket, 'codeHash'>): Promise<void> {
  await tx.run(sql`update sign_ins set finished_at = now() where code_hash = ${codeHash}`)
}
