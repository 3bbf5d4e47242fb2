import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import type { Language } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs, Payloads } from '../platform/jobs.ts'
import { inJob, type Pools } from '../scopes.ts'
import { referenceOf } from './reference.ts'

type Received = Payloads['dossier-received']

/** An authority acknowledged: the dossier says so, and whoever submitted it is told. Once, however often it runs. */
export async function acknowledgeDossier(pools: Pools, jobs: Jobs, received: Received): Promise<void> {
  await inJob(pools, received.spaceId, async (tx) => {
    if (!(await becomeReceived(tx, received))) return
    const { spaceId, number, authorityReference } = received
    const submitter = await findSubmitter(tx, received)
    const reference = submitter && referenceOf(submitter.code, number)
    const detail = { authorityReference }
    await record(tx, { act: 'dossier.received', personId: null, spaceId, object: reference, detail })
    if (submitter) await tell(tx, jobs, submitter, number)
  })
}

async function becomeReceived(tx: Tx, { spaceId, number, authorityReference }: Received): Promise<boolean> {
  const changed = await tx.run(sql`
    update dossiers set status = 'received', changed_at = now()
    where space_id = ${spaceId} and number = ${number} and status = 'submitted'`)
  if (!changed) return false
  await tx.run(sql`
    insert into dossier_events (space_id, number, seq, kind, detail)
    select ${spaceId}, ${number}, coalesce(max(seq), 0) + 1, 'received',
           ${JSON.stringify({ authorityReference })}::jsonb
    from dossier_events where space_id = ${spaceId} and number = ${number}`)
  return true
}

type Submitter = { code: string; personId: string; language: Language; email: string | null }

/** At a confirmed address, or not at all. */
async function tell(tx: Tx, jobs: Jobs, submitter: Submitter, number: number): Promise<void> {
  const { code, personId, language, email } = submitter
  if (!email) return
  const data = { reference: referenceOf(code, number), path: paths.dossier(code, number) }
  await notify(tx, jobs, { kind: 'dossier_received', personId, language, recipient: email, data })
}

async function findSubmitter(tx: Tx, { spaceId, number }: Received): Promise<Submitter | null> {
  return tx.row<Submitter>(sql`
    select x.code, p.id as "personId", p.language,
           case when p.email_confirmed_at is not null then p.email end as email
    from submissions s
    join spaces x on x.id = s.space_id
    join persons p on p.id = s.submitted_by
    where s.space_id = ${spaceId} and s.number = ${number}`)
}
