import { html } from 'hono/html'
import type { Field } from '../forms/definition.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { DossierRow } from '../procedures/dossier.ts'
import { referenceOf } from '../procedures/reference.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { mayAct } from '../scopes.ts'
import {
  actions,
  columns,
  emptyState,
  formatDate,
  layout,
  linkButton,
  meter,
  notice,
  panel,
  rows,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { emailHint } from './email-view.ts'

export type Overview = {
  actor: Actor
  space: CurrentSpace
  recent: (DossierRow & { title: string })[]
  /** Dossiers in preparation, shown or not. */
  drafts: number
  completeness: { filled: number; total: number; missing: { field: Field; procedures: number }[] }
}

/** The space's first page: what waits, what happened last, and what the data would save. */
export function overviewView(view: View, given: Overview): Html {
  const { t } = view
  const { actor, space, recent } = given
  const title = t.spaces.overview.title(actor.givenName || actor.familyName)
  const act = mayAct(space.role, 'manager')
    ? linkButton(paths.newDossier(space.code), t.spaces.overview.newDossier, { large: true, icon: 'plus' })
    : ''
  const main = html`<div class="page-head"><h1>${title}</h1>${recent.length > 0 ? act : ''}</div>
    ${noticeOf(view, space)} ${emailHint(view, actor)}
    ${columns(recent.length > 0 ? dossiers(view, given) : firstDossier(view, space), dataCard(view, given))}`
  return layout(view, { title: t.shell.overview, main, tab: 'overview' })
}

function noticeOf({ t, notice: said }: View, { kind }: CurrentSpace): Html {
  const words = t.spaces.notices
  if (said === 'joined') return notice('success', t.members.notices.joined)
  if (said !== 'created') return html``
  return notice(
    'success',
    words.created_next,
    kind === 'private' ? words.created_private : words.created_business,
  )
}

function firstDossier({ t }: View, space: CurrentSpace): Html {
  const words = t.spaces.overview
  const reader = !mayAct(space.role, 'manager')
  const text = space.kind === 'private' ? words.emptyPrivate : words.emptyBusiness
  return panel(
    emptyState({
      title: words.emptyTitle,
      text: reader ? words.emptyReader : text,
      ...(reader
        ? {}
        : {
            action: linkButton(paths.newDossier(space.code), words.newDossier, { large: true, icon: 'plus' }),
          }),
    }),
    { title: t.shell.dossiers },
  )
}

function dossiers(view: View, { recent, drafts, space }: Overview): Html {
  const { t } = view
  const words = t.spaces.overview
  const waiting = recent.filter(({ status }) => status === 'draft')
  const others = recent.filter(({ status }) => status !== 'draft')
  const more = drafts - waiting.length
  const all = html`<p class="after"><a href="${paths.dossiers(space.code)}">${words.all}</a></p>`
  return html`${
    waiting.length
      ? panel(
          html`${dossierRows(view, space, waiting)}${more > 0 ? html`<p class="muted">${words.waitingMore(more)}</p>` : ''}${others.length ? '' : all}`,
          { title: words.waiting, attention: true },
        )
      : ''
  }${others.length ? panel(html`${dossierRows(view, space, others)}${all}`, { title: words.recent }) : ''}`
}

function dossierRows(view: View, { code }: CurrentSpace, list: Overview['recent']): Html {
  const { t } = view
  return rows(
    list.map((dossier) => ({
      title: dossier.title,
      href: paths.dossier(code, dossier.number),
      about: html`<span class="code">${referenceOf(code, dossier.number)}</span> · ${formatDate(view, dossier.changedAt, true)}`,
      end: tag(t.dossiers.status[dossier.status], colorOf[dossier.status]),
    })),
  )
}

const colorOf = { draft: 'neutral', submitted: 'info', received: 'success' } as const

function dataCard(view: View, { space, completeness }: Overview): Html {
  const { t } = view
  const words = t.spaces.overview
  const { filled, total, missing } = completeness
  const business = space.kind === 'business'
  const label = t.profile.completeness.filled(filled, total)
  const mayWrite = mayAct(space.role, 'manager')
  const link =
    missing.length > 0 && mayWrite
      ? linkButton(paths.profileEdit(space.code), words.fillIn, { variant: 'secondary' })
      : html`<a href="${paths.profile(space.code)}">${words.show}</a>`
  return panel(
    html`${meter(label, filled, total)}
      <p>${missing.length > 0 ? whatItSaves(view, missing) : words.complete}</p>
      ${space.useData ? '' : html`<p class="muted">${words.off}</p>`}
      ${actions(link)}`,
    { title: business ? t.shell.companyData : t.shell.myData },
  )
}

/** The two missing fields that help most, and in how many forms the first of them does. */
function whatItSaves({ t, lang }: View, missing: Overview['completeness']['missing']): string {
  const words = t.spaces.overview
  const best = missing.toSorted((a, b) => b.procedures - a.procedures).slice(0, 2)
  const names = best.map(({ field }) => field.label[lang]).join(', ')
  const forms = best[0]?.procedures ?? 0
  return forms > 0 ? `${words.missing(names)} ${words.usedIn(forms)}` : words.missing(names)
}
