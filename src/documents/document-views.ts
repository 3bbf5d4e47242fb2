import { html } from 'hono/html'
import { doerInWords } from '../audit/doer.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import { statusTag, titleOf } from '../procedures/dossier-list.ts'
import { referenceOf } from '../procedures/reference.ts'
import { type CurrentSpace, mayAct } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  checksum,
  columns,
  errorSummary,
  facts,
  formatBytes,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
  textField,
  timeline,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { keptDays } from './collection.ts'
import type { Document, DocumentEvent, Use } from './document.ts'
import { longestName } from './file-name.ts'
import { kinds } from './kind.ts'
import { stateTag } from './list-views.ts'
import { type DocumentState, stateOf } from './state.ts'

type Shown = {
  space: CurrentSpace
  document: Document
  uses: Use[]
  events: DocumentEvent[]
  catalogue: Catalogue
  /** A name that was refused, and why. */
  wrong?: { name: string; message: string }
}

export function documentView(view: View, shown: Shown): Html {
  const { t } = view
  const { space, document, events, wrong } = shown
  const state = stateOf(view.config, document)
  const may = mayAct(space.role, 'manager') && !document.removedAt
  const course = events.map((event) => {
    const [what, as] = [eventText(view, space, event), doerInWords(view.t, event.detail)]
    return { at: event.at, text: as ? html`${what}<br><span class="muted">${as}</span>` : what }
  })
  const main = html`${view.notice === 'renamed' ? notice('success', t.documents.renamed) : ''}
    ${wrong ? errorSummary(view, [{ name: 'name', message: wrong.message }]) : ''}
    ${breadcrumbs(view, [{ href: paths.documents(space.code), label: t.documents.title }])}
    <div class="title-line"><h1><bdi>${document.name}</bdi></h1>${stateTag(view, state)}</div>
    ${columns(
      html`${panel(html`${said(view, shown, state, may)}${about(view, document)}${ways(view, shown, state, may)}`)}
        ${panel(uses(view, shown), { title: t.documents.uses })}
        ${may ? panel(renameForm(view, shown), { title: t.documents.rename }) : ''}`,
      panel(timeline(course, view), { title: t.documents.course }),
    )}`
  return layout(view, { title: document.name, main, tab: 'documents', hasErrors: wrong !== undefined })
}

function said({ t }: View, shown: Shown, state: DocumentState, may: boolean): Html | string {
  if (state === 'waiting') return notice('info', t.documents.waitingText)
  const { document, uses } = shown
  if (state !== 'infected') return document.removedAt ? notice('info', t.documents.removedText) : ''
  const { infectedText, infectedDelete, infectedSent } = t.documents
  const sent = uses.some(({ status }) => status !== 'draft')
  const text = [infectedText, may && infectedDelete, sent && infectedSent].filter(Boolean).join(' ')
  return notice('danger', text)
}

function about(view: View, document: Document): Html {
  const { mediaType, size, sha256, uploadedAt, uploadedByName, threat, scannedAt } = document
  const words = view.t.documents
  return facts([
    { term: words.facts.kind, value: kinds[mediaType].name },
    { term: words.facts.size, value: formatBytes(view, size) },
    { term: words.facts.added, value: words.addedBy(formatDate(view, uploadedAt, true), uploadedByName) },
    ...(threat && scannedAt
      ? [
          {
            term: words.facts.threat,
            value: html`<bdi>${threat}</bdi><br>${formatDate(view, scannedAt, true)}`,
          },
        ]
      : []),
    { term: words.facts.hash, value: checksum(sha256) },
  ])
}

function ways({ t }: View, { space, document }: Shown, state: DocumentState, may: boolean): Html {
  const { code } = space
  const { inline } = kinds[document.mediaType]
  const look = { variant: 'secondary', newTab: true } as const
  return actions(
    state === 'ready' ? linkButton(paths.documentFile(code, document.id), t.documents.download) : '',
    state === 'ready' && inline
      ? linkButton(paths.documentPreview(code, document.id), t.documents.preview, look)
      : '',
    may
      ? linkButton(paths.documentRemoval(code, document.id), t.documents.remove, {
          variant: state === 'infected' ? 'secondary' : 'tertiary',
        })
      : '',
  )
}

function uses(view: View, shown: Shown): Html {
  const { t } = view
  return shown.uses.length > 0 ? useRows(view, shown) : html`<p>${t.documents.unused}</p>`
}

function useRows(view: View, { space, uses, catalogue }: Pick<Shown, 'space' | 'uses' | 'catalogue'>): Html {
  return rows(
    uses.map((use) => ({
      title: titleOf(view, use, catalogue),
      href: paths.dossier(space.code, use.number),
      about: html`<span class="code">${referenceOf(space.code, use.number)}</span>${
        use.name ? html`<br><bdi>${view.t.documents.sentAs(use.name)}</bdi>` : ''
      }`,
      end: statusTag(view, use.status),
    })),
  )
}

function renameForm(view: View, { space, document, wrong }: Shown): Html {
  const words = view.t.documents
  return html`<form method="post" action="${paths.documentName(space.code, document.id)}" novalidate>
    ${textField(view, {
      name: 'name',
      label: words.name,
      required: true,
      value: wrong?.name ?? document.name,
      error: wrong?.message,
      maxlength: longestName,
    })}
    ${actions(button(words.nameSave, { variant: 'secondary' }))}</form>`
}

function eventText({ t }: View, { code }: CurrentSpace, { kind, personName, detail }: DocumentEvent): string {
  const words = t.documents.event
  switch (kind) {
    case 'renamed':
      return words.renamed(personName, detail.before ?? '')
    case 'submitted':
      return words.submitted(personName, referenceOf(code, detail.number ?? 0))
    default:
      return words[kind](personName)
  }
}

export function removalView(view: View, shown: Omit<Shown, 'events' | 'wrong'>): Html {
  const words = view.t.documents
  const { space, document, uses } = shown
  const draft = uses.some(({ status }) => status === 'draft')
  const sent = uses.some(({ status }) => status !== 'draft')
  const warning = html`${draft ? html`<p>${words.removeDraft}</p>` : ''}${sent ? html`<p>${words.removeSent}</p>` : ''}`
  const main = html`${breadcrumbs(view, [{ href: paths.documents(space.code), label: words.title }])}
    <h1>${words.removeTitle}</h1>
    ${lead(words.removeText(document.name))}
    ${sent ? '' : html`<p>${words.removeLater(keptDays)}</p>`}
    ${uses.length > 0 ? html`${notice('warning', warning, words.removeUsed)}${panel(useRows(view, shown))}` : ''}
    <form method="post" action="${paths.documentRemoval(space.code, document.id)}">${actions(
      button(words.removeYes, { danger: true }),
      linkButton(paths.document(space.code, document.id), words.removeNo, { variant: 'secondary' }),
    )}</form>`
  return layout(view, { title: words.removeTitle, main, tab: 'documents', width: 'narrow' })
}
