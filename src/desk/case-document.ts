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
}

/** Of a case of the transaction's authority, else null. That it was fetched is written down. */
export async function fetchDocument(
  tx: Tx,
  given: { caseId: string; documentId: string },
): Promise<CaseDocument | null> {
  const { caseId, documentId } = given
  const found = await tx.row<CaseDocument & { reference: string }>(sql`
    select d.name, d.media_type as "mediaType", d.size::float8 as size, d.sha256, d.space_id as "spaceId",
      d.wrapped_key as "wrappedKey", c.reference
    from case_documents d join cases c on c.authority_id = d.authority_id and c.id = d.case_id
    where d.case_id = ${caseId} and d.document_id = ${documentId}`)
  if (!found) return null
  const { spaceId, reference: object } = found
  const detail = { document: documentId }
  await record(tx, { act: 'case.document_fetched', personId: null, spaceId, object, detail })
  return found
}
