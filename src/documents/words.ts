import { formatBytes, formatDate } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Document } from './document.ts'
import { kindNames, kinds, type MediaType } from './kind.ts'
import type { Uploads } from './uploads.ts'

type Words = Pick<View, 'lang' | 't'>

/** “PDF, 1.2 MB, added on 23 November 2026”, in a shared space with by whom. */
export function aboutDocument(
  view: Words & { space: View['space'] },
  {
    mediaType,
    size,
    uploadedAt,
    uploadedByName,
  }: Pick<Document, 'mediaType' | 'size' | 'uploadedAt' | 'uploadedByName'>,
): string {
  const told = [kinds[mediaType].name, formatBytes(view, size), formatDate(view, uploadedAt)] as const
  const { about, aboutBy } = view.t.documents
  return view.space?.kind === 'business' ? aboutBy(...told, uploadedByName) : about(...told)
}

/** “film.mov is of a kind that is not accepted.” */
export function refusalText({ t }: Words, { name, why }: Uploads['refused'][number]): string {
  return `${name} ${t.documents.refused[why]}`
}

/** “PDF, JPEG; up to 25 MB each. 480 MB are left in this space.” */
export function limitsText(
  view: Words & { config: View['config'] },
  used: number,
  accepted?: readonly MediaType[],
): string {
  const { DOCUMENT_MEGABYTES, SPACE_MEGABYTES } = view.config
  const left = Math.max(SPACE_MEGABYTES * 1_000_000 - used, 0)
  const each = formatBytes(view, DOCUMENT_MEGABYTES * 1_000_000)
  const { limits, left: leftText } = view.t.documents
  return `${limits(kindNames(accepted), each)} ${leftText(formatBytes(view, left))}`
}
