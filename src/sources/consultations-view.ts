import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { referenceOf } from '../procedures/reference.ts'
import type { CurrentSpace } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  emptyState,
  formatDate,
  layout,
  lead,
  linkButton,
  panel,
  rows,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Consultation, consultationsPerPage } from './consultation.ts'

/** “Who looked at my data”: each question to a register, newest first. */
export function consultationsView(
  view: View,
  space: CurrentSpace,
  { found, first }: { found: Consultation[]; first: boolean },
): Html {
  const words = view.t.sources.looked
  const title = space.kind === 'private' ? words.title : words.companyTitle
  const shown = found.slice(0, consultationsPerPage)
  const last = found.length > consultationsPerPage ? shown.at(-1) : undefined
  const main = html`${breadcrumbs(view, [{ href: paths.sources(space.code), label: view.t.sources.title }])}
    <h1>${title}</h1>
    ${lead(space.kind === 'private' ? words.lead : words.companyLead)}
    ${shown.length > 0 ? panel(rows(shown.map((one) => row(view, one)))) : emptyState({ title: words.none, text: words.noneText })}
    ${actions(
      last ? linkButton(paths.consultations(space.code, last.id), words.older, { variant: 'secondary' }) : '',
      first ? '' : linkButton(paths.consultations(space.code), words.newest, { variant: 'tertiary' }),
    )}`
  return layout(view, { title, main, width: 'narrow', tab: 'sources' })
}

function row(view: View, one: Consultation) {
  const { names, looked: words } = view.t.sources
  const who = one.askedBy === view.actor?.personId ? words.you : one.askedByName
  return {
    title: names[one.register],
    about: html`${words.purpose[one.purpose]}${dossierOf(one)}<br><time datetime="${one.at.toISOString()}">${formatDate(view, one.at, true)}</time>, ${words.by(who)}`,
    end: tag(words.outcome[one.outcome], colorOf[one.outcome]),
  }
}

function dossierOf({ spaceCode: code, dossierNumber: number, dossierKept }: Consultation): Html {
  if (code === null || number === null) return html``
  const reference = referenceOf(code, number)
  if (!dossierKept) return html` · <span class="code">${reference}</span>`
  return html` · <a class="ds-link code" href="${paths.dossier(code, number)}">${reference}</a>`
}

const colorOf = {
  answered: 'info',
  nothing: 'neutral',
  unavailable: 'warning',
  invalid: 'warning',
  match: 'success',
  no_match: 'neutral',
} as const
