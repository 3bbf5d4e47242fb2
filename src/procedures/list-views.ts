import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type CurrentSpace, mayAct } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  emptyState,
  layout,
  lead,
  linkButton,
  notice,
  panel,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Catalogue, Procedure } from './catalogue.ts'
import { startForm } from './catalogue-views.ts'
import type { DossierRow } from './dossier.ts'
import { dossierRows } from './dossier-list.ts'
import { authorityName, costOf } from './procedure-facts.ts'
import { referenceOf } from './reference.ts'

export function dossiersView(
  view: View,
  space: CurrentSpace,
  given: { dossiers: DossierRow[]; catalogue: Catalogue; older: string | null; first: boolean },
): Html {
  const { t } = view
  const { dossiers, older, first } = given
  const may = mayAct(space.role, 'manager')
  const start = may ? linkButton(paths.newDossier(space.code), t.dossiers.new, { icon: 'plus' }) : ''
  const list =
    dossiers.length > 0
      ? panel(dossierRows(view, space.code, dossiers, given.catalogue))
      : emptyState({
          title: t.dossiers.empty,
          text: t.dossiers.emptyText,
          ...(may && { action: html`${start}` }),
        })
  const main = html`${saidBefore(view)}<div class="title-line"><h1>${t.dossiers.title}</h1>${dossiers.length > 0 ? start : ''}</div>
    ${list}
    ${older || !first ? paging(view, space, older, first) : ''}`
  return layout(view, { title: t.dossiers.title, main, tab: 'dossiers' })
}

function paging({ t }: View, space: CurrentSpace, older: string | null, first: boolean): Html {
  const base = paths.dossiers(space.code)
  return html`<div class="actions">
    ${older ? linkButton(paths.dossiersAfter(space.code, older), t.dossiers.older, { variant: 'secondary' }) : ''}
    ${first ? '' : linkButton(base, t.dossiers.newest, { variant: 'tertiary' })}</div>`
}

export function newDossierView(
  view: View,
  space: CurrentSpace,
  given: { offered: Procedure[]; drafts: Pick<DossierRow, 'number' | 'procedureId'>[] },
): Html {
  const { t } = view
  const { offered, drafts } = given
  const main = html`${breadcrumbs(view, [{ href: paths.dossiers(space.code), label: t.dossiers.title }])}
    <h1>${t.dossiers.new}</h1>
    ${lead(t.dossiers.newLead[space.kind])}
    ${space.useData ? '' : notice('info', html`${t.dossiers.useDataOff} <a class="ds-link" href="${paths.profile(space.code)}">${t.dossiers.useDataChange}</a>`)}
    ${
      offered.length > 0
        ? html`<div class="stack">${offered.map((one) => offer(view, space, one, drafts))}</div>`
        : emptyState({
            title: t.dossiers.nothingOffered,
            text: t.dossiers.nothingOfferedText,
            action: linkButton(paths.procedures(), t.procedures.showAll, { variant: 'secondary' }),
          })
    }`
  return layout(view, { title: t.dossiers.new, main, tab: 'dossiers', width: 'narrow' })
}

function offer(
  view: View,
  space: CurrentSpace,
  procedure: Procedure,
  drafts: Pick<DossierRow, 'number' | 'procedureId'>[],
): Html {
  const { t, lang } = view
  const draft = drafts.find(({ procedureId }) => procedureId === procedure.id)
  const facts = [
    costOf(view, procedure),
    t.procedures.minutes(procedure.minutes),
    authorityName(view, procedure.authority),
  ]
  return panel(
    html`<p>${procedure.summary[lang]}</p><p class="muted">${facts.join(' · ')}</p>
    ${draft ? html`<p><a class="ds-link" href="${paths.dossier(space.code, draft.number)}">${t.dossiers.draftWaits(referenceOf(space.code, draft.number))}</a></p>` : ''}
    <div class="actions">${startForm(space.code, procedure, t.dossiers.start, { title: procedure.title[lang] })}
    ${linkButton(paths.procedure(procedure.id), t.dossiers.about, { variant: 'tertiary' })}</div>`,
    { title: procedure.title[lang] },
  )
}

/** R1: says why not here, and where instead. */
export function wrongKindView(view: View, space: CurrentSpace, procedure: Procedure): Html {
  const { t } = view
  const { kind } = procedure
  const create = kind === 'private' ? paths.newPrivateSpace() : paths.newBusinessSpace()
  const main = html`<h1>${t.dossiers.wrongKind[kind]}</h1>
    ${notice('warning', t.dossiers.wrongKindText[kind], procedure.title[view.lang])}
    ${actions(
      linkButton(paths.procedure(procedure.id), t.dossiers.chooseSpace),
      linkButton(create, t.procedures.createSpace[kind], { variant: 'secondary' }),
      linkButton(paths.newDossier(space.code), t.dossiers.new, { variant: 'tertiary' }),
    )}`
  return layout(view, { title: t.dossiers.wrongKind[kind], main, tab: 'dossiers', width: 'narrow' })
}

/** What happened on the page before. */
export function saidBefore({ t, notice: key }: View): Html | string {
  if (key === 'later') return notice('success', t.dossiers.savedLater)
  if (key === 'saved') return notice('success', t.dossiers.saved)
  if (key === 'deleted') return notice('success', t.dossiers.deleted)
  if (key === 'closed') return notice('info', t.dossiers.closedForm)
  return ''
}
