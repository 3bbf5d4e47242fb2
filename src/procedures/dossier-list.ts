import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { formatDate, rows, tag } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Catalogue } from './catalogue.ts'
import type { DossierRow, DossierStatus } from './dossier.ts'
import { referenceOf } from './reference.ts'

const colors = { draft: 'neutral', submitted: 'info', received: 'success' } as const

/** A word in a tag. */
export const statusTag = ({ t }: View, status: DossierStatus): Html =>
  tag(t.dossiers.status[status], colors[status])

/** Dossiers, a line each; for the list of dossiers and for the overview of a space. */
export function dossierRows(view: View, code: string, dossiers: DossierRow[], catalogue: Catalogue): Html {
  return rows(
    dossiers.map((one) => ({
      title: titleOf(view, one, catalogue),
      href: paths.dossier(code, one.number),
      about: html`<span class="code">${referenceOf(code, one.number)}</span> · ${changeOf(view, one)}`,
      end: statusTag(view, one.status),
    })),
  )
}

/** What the dossier is for, in the words of its own version; the bare id when that version is unknown here. */
export function titleOf(
  { lang }: View,
  { procedureId, procedureVersion }: Pick<DossierRow, 'procedureId' | 'procedureVersion'>,
  catalogue: Catalogue,
): string {
  return catalogue.version(procedureId, procedureVersion)?.title[lang] ?? procedureId
}

function changeOf(view: View, { changedAt, changedByName, status }: DossierRow): string {
  const date = formatDate(view, changedAt, true)
  const shared = view.space?.kind === 'business' && status !== 'received' && changedByName !== ''
  return shared ? view.t.dossiers.changedBy(date, changedByName) : view.t.dossiers.changed(date)
}
