import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'

/** A submission as its authority fetches it. `hash` is SHA-256 over the canonical JSON of `submission`. */
export type Case = {
  id: string
  reference: string
  procedure: { id: string; version: number }
  language: string
  submittedAt: string
  hash: string
  submission: unknown
}

export type Receipt = { authorityReference: string | null; receivedAt: Date }

export const casesPerRequest = 50

/** Those of the transaction's authority that it has not acknowledged yet, oldest first. */
export function listNewCases(tx: Tx): Promise<Case[]> {
  return tx.rows<Case>(sql`
    select c.id, c.reference, json_build_object('id', c.procedure_id, 'version', c.procedure_version) as procedure,
      c.language, c.submitted_at as "submittedAt", c.hash, c.submission
    from cases c
    where not exists (select from case_receipts r where r.authority_id = c.authority_id and r.case_id = c.id)
    order by c.submitted_at, c.id limit ${casesPerRequest}`)
}

/**
 * Acknowledges a case of the transaction's authority and tells the space. Said twice, the first counts.
 * Null when the authority has no such case.
 */
export async function acknowledgeCase(
  tx: Tx,
  jobs: Jobs,
  { caseId, authorityReference }: { caseId: string; authorityReference: string | null },
): Promise<Receipt | null> {
  const known = await tx.row<{ spaceId: string; number: number; reference: string }>(sql`
    select space_id as "spaceId", number, reference from cases where id = ${caseId}`)
  if (!known) return null
  const written = await tx.run(sql`
    insert into case_receipts (authority_id, case_id, authority_reference)
    select authority_id, id, ${authorityReference} from cases where id = ${caseId}
    on conflict do nothing`)
  if (written === 1) {
    const { spaceId, number, reference } = known
    await Promise.all([
      jobs.enqueue(tx, 'dossier-received', { spaceId, number, authorityReference }),
      record(tx, { act: 'case.acknowledged', personId: null, spaceId, object: reference }),
    ])
  }
  return tx.row<Receipt>(sql`
    select authority_reference as "authorityReference", received_at as "receivedAt"
    from case_receipts where case_id = ${caseId}`)
}
