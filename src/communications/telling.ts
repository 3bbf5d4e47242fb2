import sql from 'sql-template-tag'
import type { Language } from '../i18n/index.ts'
import type { Jobs, Payloads } from '../platform/jobs.ts'
import { inJob, type Pools } from '../scopes.ts'
import { notify } from './notification.ts'

/** Mails somebody who did not act themselves, at a confirmed address. Once, however often it runs. */
export async function tellPerson(
  pools: Pools,
  jobs: Jobs,
  { mailId, kind, personId, spaceId }: Payloads['tell-person'],
): Promise<void> {
  await inJob(pools, null, async (tx) => {
    const person = await tx.row<{ language: Language; recipient: string; code: string }>(sql`
      select p.language, p.email as recipient, s.code from persons p, spaces s
      where p.id = ${personId} and p.email_confirmed_at is not null and p.email is not null and s.id = ${spaceId}
        and not exists (select from mails m where m.id = ${mailId})`)
    if (!person) return
    const { code, ...to } = person
    await notify(tx, jobs, { id: mailId, kind, personId, ...to, data: { code } })
  })
}
