import sql from 'sql-template-tag'
import type { Attaching } from '../forms/documents.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import { type Document, documentColumns, type Room } from './document.ts'
import { acceptOf, mediaTypes } from './kind.ts'
import { stateOf } from './state.ts'
import { aboutDocument, limitsText } from './words.ts'

/** The newest to choose from; those a dossier has chosen already come in any case. */
export const mostOffered = 100

/** Documents a dossier’s fields may name, newest first. */
export function listAttachable(tx: Tx, number: number | null): Promise<Document[]> {
  return tx.rows<Document>(sql`
    select ${documentColumns} from documents d
    where d.space_id = (select current_space()) and d.removed_at is null and (
      d.id in (select n.id from documents n where n.space_id = (select current_space()) and n.removed_at is null
        order by n.uploaded_at desc, n.id limit ${mostOffered})
      or d.id::text in (select chosen #>> '{}' from dossiers o, jsonb_path_query(o.answers, '$.*[*]') chosen
        where o.space_id = (select current_space()) and o.number = ${number}))
    order by d.uploaded_at desc, d.id`)
}

/** The same for a form, in the words of its page. */
export function attachingOf(
  view: View,
  { code }: CurrentSpace,
  documents: Document[],
  room: Room,
): Attaching {
  return {
    documents: documents.map((one) => ({
      id: one.id,
      name: one.name,
      mediaType: one.mediaType,
      about: aboutDocument(view, one),
      href: paths.document(code, one.id),
      state: stateOf(view.config, one),
    })),
    action: paths.documents(code),
    limits: (accept) => limitsText(view, room.used, acceptedBy(accept)),
    accept: (accept) => acceptOf(acceptedBy(accept)),
  }
}

const acceptedBy = (accept?: string[]) => mediaTypes.filter((one) => accept?.includes(one) ?? true)
