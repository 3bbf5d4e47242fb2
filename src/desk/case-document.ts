import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Tx } from '../platform/database.ts'

/** A document of a case, and what opens its bytes. */
export type CaseDocument = {
  name: string
  mediaType: string
  size: number
  sha256: string
  spaceId: string
  wrappedKey: Buffer
  /** What the virus scanner has found in it, if anything. */
  threat: string | null
}

/**
 * Of a case of the transaction's authority, else null. That it was fetched is written down; an infected one is
 * fetched by whoever asks for it even so.
 */
export async function fetchDocument(
  tx: Tx,
  given: { caseId: string; documentId: string; evenInfected: boolean },
): Promise<CaseDocument | null> {
  const { caseId, documentId, evenInfected } = given
  const found = await tx.row<CaseDocument & { reference: string }>(sql`
    select d.name, d.media_type as "mediaType", d.size::float8 as size, d.sha256, d.space_id as "spaceId",
      d.wrapped_key as "wrappedKey", d.threat, c.reference
    from case_documents d join cases c on c.authority_id = d.authority_id and c.id = d.case_id
    where d.case_id = ${caseId} and d.document_id = ${documentId}`)
  if (!found) return null
  if (found.threat && !evenInfected) return found
  const { spaceId, reference: object, threat } = found
  const detail = { document: documentId, ...(threat && { threat }) }
  await record(tx, { act: 'case.document_fetched', personId: null, spaceId, object, detail })
  return found
}

type InfectedDocument = {
  case: string
  reference: string
  document: string
  name: string
  threat: string
  foundAt: Date
}

const infectedPerRequest = 100

/** Documents of the authority's cases in which a virus was found since they were submitted, latest first. */
export function listInfected(tx: Tx): Promise<InfectedDocument[]> {
  return tx.rows<InfectedDocument>(sql`
    select d.case_id as case, c.reference, d.document_id as document, d.name, d.threat, d.infected_at as "foundAt"
    from case_documents d join cases c on c.authority_id = d.authority_id and c.id = d.case_id
    where d.infected_at is not null
    order by d.infected_at desc, d.document_id limit ${infectedPerRequest}`)
}
