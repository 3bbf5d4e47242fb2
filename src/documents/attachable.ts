import sql from 'sql-template-tag'
import { z } from 'zod'
import type { Attaching, Looking } from '../forms/documents.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { SearchText } from '../platform/search-text.ts'
import type { CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import {
  type Document,
  documentColumns,
  documentsPerPage,
  idOf,
  listDocuments,
  type Room,
} from './document.ts'
import { acceptOf, mediaTypes } from './kind.ts'
import { stateOf } from './state.ts'
import { aboutDocument, limitsText } from './words.ts'

/** Documents a dossier’s fields may name. */
export type Attachables = {
  /** All that are known here, newest first: those that are chosen, and those below. */
  documents: Document[]
  /** The newest, offered in every field. */
  newest: Document[]
  /** What was looked for in one field, offered there instead. */
  found: { looking: Looking; documents: Document[] } | null
}

/**
 * Those a dossier has chosen, and `also` those named there; a page of the newest; and a page of what is looked
 * for. Lists are one longer than a page where there is more.
 */
export async function listAttachable(
  tx: Tx,
  number: number | null,
  { looking, also = [] }: { looking?: Looking | null; also?: string[] } = {},
): Promise<Attachables> {
  const [chosen, newest, found] = await Promise.all([
    listChosen(tx, number, also),
    listDocuments(tx, { q: '', sort: 'newest', kind: 'all', after: null }),
    looking ? listDocuments(tx, { ...looking, sort: 'newest', kind: 'all' }) : null,
  ])
  const all = new Map([...chosen, ...newest, ...(found ?? [])].map((one) => [one.id, one]))
  return {
    documents: [...all.values()].sort((a, b) => b.uploadedAt.getTime() - a.uploadedAt.getTime()),
    newest,
    found: looking && found ? { looking, documents: found } : null,
  }
}

const listChosen = (tx: Tx, number: number | null, also: string[]) =>
  tx.rows<Document>(sql`
    select ${documentColumns} from documents d
    where d.space_id = (select current_space()) and d.removed_at is null and (
      d.id = any (${also.flatMap((id) => idOf(id) ?? [])}::uuid[])
      or d.id::text in (select chosen #>> '{}' from dossiers o, jsonb_path_query(o.answers, '$.*[*]') chosen
        where o.space_id = (select current_space()) and o.number = ${number}))`)

const LookingQuery = z.object({
  field: z.string().max(100),
  q: SearchText,
  after: z.uuid().nullable().catch(null),
  accept: z
    .string()
    .optional()
    .catch(undefined)
    .transform((list) => (list ? mediaTypes.filter((one) => list.split(',').includes(one)) : undefined)),
})

/** What somebody looks for in a field, as it stands in an address; null where nobody does. */
export const lookingOf = (query: unknown): Looking | null => LookingQuery.safeParse(query).data ?? null

/** The same for a form, in the words of its page. */
export function attachingOf(
  view: View,
  { code }: CurrentSpace,
  { documents, newest, found }: Attachables,
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
    total: room.count,
    offer(field) {
      const looking = found?.looking.field === field ? found.looking : null
      const listed = looking && found ? found.documents : newest
      const shown = listed.slice(0, documentsPerPage).map(({ id }) => id)
      return { ids: shown, looking, next: listed.length > documentsPerPage ? (shown.at(-1) ?? null) : null }
    },
    action: paths.documents(code),
    limits: (accept) => limitsText(view, room.used, acceptedBy(accept)),
    accept: (accept) => acceptOf(acceptedBy(accept)),
  }
}

const acceptedBy = (accept?: string[]) => mediaTypes.filter((one) => accept?.includes(one) ?? true)
