import sql from 'sql-template-tag'
import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type Document, note } from './document.ts'

/** A document as it is sent, in the field that asked for it. */
export type Attachment = Pick<Document, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'> & { field: string }

/** With whether a virus was found in it since. */
export type SentAttachment = Attachment & { infected: boolean }

/** What was sent with a dossier, whatever became of the documents since. */
export function listAttachments(tx: Tx, number: number | null): Promise<SentAttachment[]> {
  return tx.rows<SentAttachment>(sql`
    select a.document_id as id, a.field, a.name, a.media_type as "mediaType", a.size::float8 as size, a.sha256,
      d.verdict is not distinct from 'infected' as infected
    from attachments a join documents d on d.space_id = a.space_id and d.id = a.document_id
    where a.space_id = (select current_space()) and a.number = ${number}
    order by a.field, a.name, a.document_id`)
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
        wrapped_key, threat, infected_at)
      select ${authority}, ${caseId}::uuid, s.id, ${space.id}::uuid, s.name, s."mediaType", s.size, s.sha256,
        d.wrapped_key, d.threat, case when d.verdict = 'infected' then d.scanned_at end
      from (select distinct on (id) * from ${sent}) s join documents d on d.space_id = ${space.id} and d.id = s.id
      for share of d`),
    ...ids.map((id) => note(tx, actor, space, id, 'submitted', { number })),
  ])
}
