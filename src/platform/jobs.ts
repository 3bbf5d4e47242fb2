import sql from 'sql-template-tag'
import type { Tx } from './database.ts'

/** Background work. Payloads carry ids only: whoever reads the queue learns nothing. */
export type Payloads = {
  /** Renders and sends one row of `mails`. */
  mail: { mailId: string }
  /** An authority acknowledged a case: tell the space. */
  'dossier-received': { spaceId: string; number: number; authorityReference: string | null }
  /** Has a document looked at by the scanner. */
  'scan-document': { spaceId: string; id: string }
  /** Asks again for those the scanner has not looked at. */
  'scan-waiting': Record<string, never>
  /** Has what was clean looked at again by a scanner that has learned since. */
  'rescan-documents': Record<string, never>
  /** Deletes bytes that no document needs. */
  'collect-documents': Record<string, never>
  /** Something happened to somebody else than who acts: what concerns a space they are or were in. */
  'tell-person': {
    mailId: string
    kind: (typeof tellings)[number]
    personId: string
    spaceId: string
  }
  /** Deletes what has expired: sign-ins, confirmations, attempts, sessions. Tells of recoveries that are ready. */
  sweep: Record<string, never>
}
export type JobName = keyof Payloads

/** What is told by mail to somebody else than who did it. */
export const tellings = [
  'invitation_declined',
  'member_joined',
  'member_removed',
  'role_changed',
  'space_closed',
] as const

export type Jobs = {
  /** Enqueues in the caller's transaction: the job exists if and only if it commits. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, payload: Payloads[Name]): Promise<void>
}

/** How each kind is retried; the owner writes this into the queues when migrating. */
export const queues = {
  mail: {
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 120,
    notify: true,
  },
  'dossier-received': {
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
    notify: true,
  },
  'scan-document': {
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 600,
    notify: true,
  },
  'scan-waiting': { retryLimit: 1, retryDelay: 60, expireInSeconds: 300 },
  'rescan-documents': { retryLimit: 1, retryDelay: 600, expireInSeconds: 6 * 3600 },
  'collect-documents': { retryLimit: 1, retryDelay: 60, expireInSeconds: 6 * 3600 },
  'tell-person': {
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
    notify: true,
  },
  sweep: { retryLimit: 1, retryDelay: 60, expireInSeconds: 300 },
} as const satisfies Record<JobName, object>

/** Whoever enqueues needs no right on the queue itself: `enqueue_job` runs as the owner. */
export function openJobs(): Jobs {
  return {
    async enqueue(tx, name, payload) {
      await tx.run(sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::jsonb)`)
    },
  }
}
