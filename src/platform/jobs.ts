import type { Tx } from './database.ts'

/** Background work. Payloads carry ids only: whoever reads the queue learns nothing. */
export type Payloads = {
  /** Renders and sends one row of `mails`. */
  mail: { mailId: string }
  /** An authority acknowledged a case: tell the space. */
  'dossier-received': { spaceId: string; number: number; authorityReference: string | null }
  /** Deletes what has expired: sign-ins, confirmations, attempts, sessions. */
  sweep: Record<string, never>
}
export type JobName = keyof Payloads

export type Jobs = {
  /** Enqueues in the caller's transaction: the job exists if and only if it commits. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, payload: Payloads[Name]): Promise<void>
}
