import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type CurrentSpace, mayAct } from '../scopes.ts'
import {
  button,
  emptyState,
  errorSummary,
  formatBytes,
  layout,
  lead,
  linkButton,
  meter,
  notice,
  ownPrivacyNotice,
  panel,
  rows,
  selectField,
  tag,
  textField,
  uploadField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Document, documentsPerPage, filters, type Room, sorts, type Wanted } from './document.ts'
import { acceptOf } from './kind.ts'
import { type DocumentState, stateOf } from './state.ts'
import { aboutDocument, limitsText } from './words.ts'

export type Listed = {
  found: Document[]
  room: Room
  wanted: Wanted
  /** What is wrong with what was uploaded just now. */
  problems: string[]
  /** How many were kept beside those. */
  kept: number
}

export function documentsView(view: View, space: CurrentSpace, listed: Listed): Html {
  const { t } = view
  const may = mayAct(space.role, 'manager')
  const main = html`${saidBefore(view)}
    ${errorSummary(
      view,
      listed.problems.map((message) => ({ name: 'file', message })),
    )}
    ${listed.kept > 0 ? notice('success', t.documents.othersSaved(listed.kept)) : ''}
    <h1>${t.documents.title}</h1>
    ${lead(t.documents.lead)}
    ${may ? uploadForm(view, space, listed) : ''}
    <div data-documents>${listed.room.count > 0 ? vault(view, space, listed) : none(view, may)}</div>
    ${may ? ownPrivacyNotice(view, 'documents') : ''}`
  const hasErrors = listed.problems.length > 0
  return layout(view, { title: t.documents.title, main, tab: 'documents', hasErrors })
}

function uploadForm(view: View, { code }: CurrentSpace, { room, problems }: Listed): Html {
  const field = uploadField(view, {
    name: 'file',
    label: view.t.documents.add,
    hint: limitsText(view, room.used),
    errors: problems,
    accept: acceptOf(),
    action: paths.documents(code),
  })
  return html`<form class="panel" method="post" enctype="multipart/form-data" action="${paths.documents(code)}" novalidate>
    ${field}<div class="actions" data-without-scripts>${button(view.t.documents.save)}</div></form>`
}

function vault(view: View, space: CurrentSpace, { found, room, wanted }: Listed): Html {
  const { t, config } = view
  const total = config.SPACE_MEGABYTES * 1_000_000
  const used = t.documents.room(room.count, formatBytes(view, room.used), formatBytes(view, total))
  const shown = found.slice(0, documentsPerPage)
  return panel(html`${meter(used, room.used, total)}
    ${room.count > 1 || wanted.q ? searchForm(view, space, wanted) : ''}
    ${shown.length > 0 ? documentRows(view, space, shown) : nothingFound(view, space)}
    ${paging(view, space, wanted, found.length > documentsPerPage ? shown.at(-1) : undefined)}`)
}

function searchForm(view: View, { code }: CurrentSpace, { q, sort, kind }: Wanted): Html {
  const words = view.t.documents
  const choices = <Key extends string>(keys: readonly Key[], labels: Record<Key, string>) =>
    keys.map((value) => ({ value, label: labels[value] }))
  return html`<form class="search finder" method="get" action="${paths.documents(code)}" role="search">
    ${textField(view, { name: 'q', label: words.search, value: q, type: 'search', maxlength: 100 })}
    ${selectField(view, { name: 'sort', label: words.sort, value: sort, choices: choices(sorts, words.sorts), only: true })}
    ${selectField(view, { name: 'kind', label: words.kind, value: kind, choices: choices(filters, words.kinds), only: true })}
    ${button(words.show, { variant: 'secondary' })}
  </form>`
}

const documentRows = (view: View, { code }: CurrentSpace, documents: Document[]): Html =>
  rows(
    documents.map((one) => ({
      title: html`<bdi>${one.name}</bdi>`,
      href: paths.document(code, one.id),
      about: aboutDocument(view, one),
      end: stateTag(view, stateOf(view.config, one)),
    })),
  )

/** Nothing where all is well. */
export function stateTag({ t }: View, state: DocumentState): Html | string {
  if (state === 'ready') return ''
  return tag(t.documents.state[state], state === 'waiting' ? 'info' : 'danger')
}

function nothingFound({ t }: View, { code }: CurrentSpace): Html {
  return emptyState({
    title: t.documents.none,
    text: t.documents.noneText,
    action: linkButton(paths.documents(code), t.documents.showAll, { variant: 'secondary' }),
  })
}

function paging(
  { t }: View,
  { code }: CurrentSpace,
  wanted: Wanted,
  last: Document | undefined,
): Html | string {
  const { q, sort, kind, after } = wanted
  const same = { q: q || undefined, sort, kind }
  if (!last && !after) return ''
  return html`<div class="actions">
    ${last ? linkButton(paths.documents(code, { ...same, after: last.id }), t.documents.more, { variant: 'secondary' }) : ''}
    ${after ? linkButton(paths.documents(code, same), t.documents.first, { variant: 'tertiary' }) : ''}</div>`
}

const none = ({ t }: View, may: boolean): Html =>
  emptyState({ title: t.documents.empty, text: may ? t.documents.emptyText : t.documents.emptyReader })

function saidBefore({ t, notice: key }: View): Html | string {
  if (key === 'saved') return notice('success', t.documents.saved)
  if (key === 'removed') return notice('success', t.documents.removed)
  return ''
}
