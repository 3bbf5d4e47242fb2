import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import { asBrowser, type Pools } from '../scopes.ts'

/** How often, within how many seconds. Counted in the database, so over all processes. */
const limits = {
  sign_in: { most: 600, seconds: 600 },
  certificate_refused: { most: 100, seconds: 600 },
  registration: { most: 30, seconds: 3600 },
  national_number: { most: 5, seconds: 3600 },
  national_number_address: { most: 20, seconds: 3600 },
  certificate_attach: { most: 20, seconds: 3600 },
  activation_code_made: { most: 10, seconds: 3600 },
  activation_code: { most: 10, seconds: 3600 },
  activation_code_address: { most: 30, seconds: 3600 },
  recovery: { most: 5, seconds: 3600 },
  recovery_email: { most: 3, seconds: 86_400 },
  recovery_code: { most: 60, seconds: 3600 },
  unusual_mail: { most: 2, seconds: 86_400 },
  helpdesk_request: { most: 10, seconds: 86_400 },
  question: { most: 5, seconds: 3600 },
  email: { most: 5, seconds: 3600 },
  invitation: { most: 50, seconds: 3600 },
  member_mail: { most: 20, seconds: 86_400 },
  email_confirmation: { most: 60, seconds: 3600 },
  register_question: { most: 60, seconds: 3600 },
} as const
type AttemptKind = keyof typeof limits

/** Counts one attempt; false once there were too many. The key is stored hashed. `most` where settings say it. */
export async function isAllowed(
  tx: Tx,
  kind: AttemptKind,
  key: string,
  most: number = limits[kind].most,
): Promise<boolean> {
  const { seconds } = limits[kind]
  const hash = createHash('sha256').update(key).digest()
  const counted = await tx.row<{ allowed: boolean }>(
    sql`select allow_attempt(${kind}, ${hash}, ${most}, ${seconds}) as allowed`,
  )
  return counted?.allowed === true
}

/** As `isAllowed`, in a transaction of its own: what is refused afterwards still counts. */
export function countAttempt(pools: Pools, kind: AttemptKind, key: string, most?: number): Promise<boolean> {
  return asBrowser(pools, null, (tx) => isAllowed(tx, kind, key, most))
}
