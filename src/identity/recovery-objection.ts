import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { recoveryNoticeLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { asBrowser, becomePerson, type Pools } from '../scopes.ts'
import { type Asked, tellAsker } from './recovery.ts'
import type { RecoveryState } from './recovery-state.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }

/** What a notice is about; null when its link is not ours. Looking changes nothing. */
export type Notice = { reference: string; state: RecoveryState; waitsUntil: Date | null }

export function findNotice({ config, pools }: House, token: string): Promise<Notice | null> {
  if (!recoveryNoticeLinks.isOurs(config, token)) return Promise.resolve(null)
  return asBrowser(pools, null, (tx) =>
    tx.row<Notice>(sql`select reference, state, waits_until as "waitsUntil"
      from find_recovery_notice(${recoveryNoticeLinks.hash(token)})`),
  )
}

/** By the link in a notice, whoever is signed in here. False when nothing can be stopped any more. */
export function cancelByNotice({ config, pools, jobs }: House, token: string): Promise<boolean> {
  if (!recoveryNoticeLinks.isOurs(config, token)) return Promise.resolve(false)
  return asBrowser(pools, null, async (tx) => {
    const cancelled = await tx.row<Cancelled>(
      sql`select id, reference, person_id as "personId", email, language
        from cancel_recovery(${recoveryNoticeLinks.hash(token)})`,
    )
    if (cancelled) await becomePerson(tx, cancelled.personId)
    return tellCancelled(tx, jobs, cancelled, 'notice')
  })
}

/** By the person whose account it is about, signed in. */
export async function cancelOwn(tx: Tx, jobs: Jobs, reference: string): Promise<boolean> {
  const cancelled = await tx.row<Cancelled>(
    sql`select id, reference, person_id as "personId", email, language from cancel_my_recovery(${reference})`,
  )
  return tellCancelled(tx, jobs, cancelled, 'account')
}

type Cancelled = Asked & { personId: string }

async function tellCancelled(
  tx: Tx,
  jobs: Jobs,
  cancelled: Cancelled | null,
  from: 'notice' | 'account',
): Promise<boolean> {
  if (!cancelled) return false
  const { personId, reference: object } = cancelled
  await record(tx, { act: 'recovery.cancelled', personId, object, detail: { from } })
  await tellAsker(tx, jobs, cancelled, 'recovery_cancelled')
  return true
}

/** Asks for the person's own account that wait, or could be completed. */
export type OwnRecovery = { reference: string; approvedAt: Date; waitsUntil: Date }

export function listOwnRecoveries(tx: Tx): Promise<OwnRecovery[]> {
  return tx.rows<OwnRecovery>(sql`
    select reference, approved_at as "approvedAt", waits_until as "waitsUntil" from recoveries_of_mine()`)
}
