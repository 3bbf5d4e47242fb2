import sql from 'sql-template-tag'
import type { Language } from '../i18n/index.ts'
import type { Tx } from '../platform/database.ts'
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

/**
 * Mails, from background work in a space, those who administer it and one more of its members, each at a
 * confirmed address.
 */
export async function tellSpace(
  tx: Tx,
  jobs: Jobs,
  { kind, also, data }: { kind: 'document_infected'; also: string; data: Record<string, string> },
): Promise<void> {
  const people = await tx.rows<{ personId: string; language: Language; recipient: string; code: string }>(sql`
    select p.id as "personId", p.language, p.email as recipient, s.code
    from memberships m join persons p on p.id = m.person_id join spaces s on s.id = m.space_id
    where m.space_id = (select current_space()) and (m.role = 'administrator' or m.person_id = ${also}::uuid)
      and s.closed_at is null and p.email_confirmed_at is not null and p.email is not null`)
  await Promise.all(
    people.map(({ code, ...to }) => notify(tx, jobs, { kind, ...to, data: { code, ...data } })),
  )
}
