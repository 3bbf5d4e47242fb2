import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type Document, note } from './document.ts'

/** A document as it is sent, in the field that asked for it. */
export type Attachment = Pick<Document, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'> & { field: string }

/** What was sent with a dossier, whatever became of the documents since. */
export function listAttachments(tx: Tx, number: number | null): Promise<Attachment[]> {
  return tx.rows<Attachment>(sql`
    select document_id as id, field, name, media_type as "mediaType", size::float8 as size, sha256
    from attachments where space_id = (select current_space()) and number = ${number}
    order by field, name, document_id`)
}

/** Keeps what is sent as it is, for the space and for the authority that gets it. */
export async function attach(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  given: { number: number; authority: string; caseId: string; attachments: Attachment[] },
): Promise<void> {
  const { number, authority, caseId, attachments } = given
  if (attachments.length === 0) return
  const sent = sql`jsonb_to_recordset(${JSON.stringify(attachments)}::jsonb)
    as s (id uuid, field text, name text, "mediaType" text, size bigint, sha256 text)`
  const ids = [...new Set(attachments.map(({ id }) => id))]
  await Promise.all([
    tx.run(sql`
      insert into attachments (space_id, number, field, document_id, name, media_type, size, sha256)
      select ${space.id}, ${number}, s.field, s.id, s.name, s."mediaType", s.size, s.sha256 from ${sent}`),
    tx.run(sql`
      insert into case_documents (authority_id, case_id, document_id, space_id, name, media_type, size, sha256,
        wrapped_key)
      select distinct ${authority}, ${caseId}::uuid, s.id, ${space.id}::uuid, s.name, s."mediaType", s.size, s.sha256,
        d.wrapped_key
      from ${sent} join documents d on d.space_id = ${space.id} and d.id = s.id`),
    ...ids.map((id) => note(tx, actor, space, id, 'submitted', { number })),
  ])
}
