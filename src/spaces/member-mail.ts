import { randomUUID } from 'node:crypto'
import { isAllowed } from '../identity/attempts.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs, Payloads } from '../platform/jobs.ts'

type Told = { kind: Payloads['tell-person']['kind']; spaceId: string; personIds: string[] }

/** Mails people what somebody else did in a space of theirs, each in their language; of one kind, twenty a day. */
export async function tellMembers(tx: Tx, jobs: Jobs, { kind, spaceId, personIds }: Told): Promise<void> {
  await Promise.all(
    personIds.map(async (personId) => {
      if (!(await isAllowed(tx, 'member_mail', `${kind} ${spaceId} ${personId}`))) return
      await jobs.enqueue(tx, 'tell-person', { mailId: randomUUID(), kind, personId, spaceId })
    }),
  )
}
