import { html } from 'hono/html'
import { advice, answersSummary, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type Actor, type CurrentSpace, mayAct } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  columns,
  copyable,
  errorSummary,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  meter,
  notice,
  ownPrivacyNotice,
  panel,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { completeness } from './completeness.ts'
import { type Draft, dataPage, type Known, profileForm } from './entry.ts'
import type { Profile } from './profile.ts'

export type ShownProfile = {
  actor: Actor
  space: CurrentSpace
  profile: Profile | null
  /** The data as shown: with the person's own number as it stands now. */
  known: Known
  completeness: ReturnType<typeof completeness>
  /** Procedures counted. */
  procedures: number
}

export const titleOf = ({ t }: View, { kind }: CurrentSpace): string =>
  kind === 'private' ? t.shell.myData : t.shell.companyData

/** “My data”: what is known, what is missing and what that would fill, and whether forms may use it. */
export function profileView(view: View, given: ShownProfile): Html {
  const { t } = view
  const { space, profile, known } = given
  const writes = mayAct(space.role, 'manager')
  const title = titleOf(view, space)
  const change = writes ? linkButton(paths.profileEdit(space.code), t.profile.change, { icon: 'pencil' }) : ''
  const main = html`<div class="page-head"><h1>${title}</h1>${change}</div>
    ${noticeOf(view)} ${lead(t.profile.lead)}
    ${columns(
      html`${profile ? lastChange(view, space, profile) : ''}
        ${answersSummary(view, profileForm(space.kind), known.answers, { sources: known.sources })}`,
      html`${completenessPanel(view, given)} ${usePanel(view, space)}
        ${space.kind === 'private' ? numberPanel(view, given.actor) : ''} ${spacePanel(view, space)}`,
    )}`
  return layout(view, { title, main, tab: 'profile' })
}

function noticeOf({ t, notice: said }: View): Html {
  const words = t.profile.notices
  if (said === 'saved') return notice('success', words.saved)
  if (said === 'unchanged') return notice('info', words.unchanged)
  if (said === 'use_on') return notice('success', words.use_on)
  if (said === 'use_off') return notice('success', words.use_off)
  return html``
}

const lastChange = (view: View, { code }: CurrentSpace, profile: Profile): Html =>
  html`<p class="muted">${view.t.profile.changedBy(profile.changedByName, formatDate(view, profile.changedAt, true))} · <a href="${paths.profileHistory(code)}">${view.t.profile.history}</a></p>`

const mostShown = 6

function completenessPanel(view: View, { completeness, procedures, space }: ShownProfile): Html {
  const { t, lang } = view
  const words = t.profile.completeness
  const { filled, total, missing } = completeness
  const ordered = missing.toSorted((a, b) => b.procedures - a.procedures)
  const rest = ordered.length - mostShown
  const writes = mayAct(space.role, 'manager')
  const list = html`<h3>${words.missing}</h3>
    <ul class="missing">${ordered
      .slice(0, mostShown)
      .map(
        ({ field, procedures }) =>
          html`<li><span>${writes ? html`<a href="${paths.profileEdit(space.code)}#f-${field.name}">${field.label[lang]}</a>` : field.label[lang]}</span> <span class="muted">${words.forms(procedures)}</span></li>`,
      )}</ul>
    ${rest > 0 ? html`<p class="muted">${words.more(rest)}</p>` : ''}
    <p class="muted">${words.counted(procedures)}</p>
    ${writes ? html`<p><a href="${paths.profileEdit(space.code)}">${words.add}</a></p>` : ''}`
  return panel(
    html`${meter(words.filled(filled, total), filled, total)} ${missing.length ? list : html`<p>${words.all}</p>`}`,
    { title: words.title },
  )
}

/** R11: the person can switch the filling off, per space. */
function usePanel({ t }: View, space: CurrentSpace): Html {
  const words = t.profile.use
  const form = html`<form method="post" action="${paths.useData(space.code)}">
    ${actions(button(space.useData ? words.turnOff : words.turnOn, { variant: 'secondary', name: 'use', value: space.useData ? 'no' : 'yes' }))}
  </form>`
  return panel(
    html`<p>${space.useData ? words.on : words.off}</p>${mayAct(space.role, 'administrator') ? form : ''}`,
    { title: words.title },
  )
}

function numberPanel({ t }: View, { nationalNumberState }: Actor): Html {
  const words = t.profile.number
  if (nationalNumberState === 'none') return html``
  const confirmed = nationalNumberState === 'confirmed'
  return panel(
    html`<p>${confirmed ? tag(words.confirmedTag, 'success') : tag(words.declaredTag)}</p>
      <p>${confirmed ? words.confirmed : words.declared}</p>`,
    { title: words.title },
  )
}

function spacePanel(view: View, space: CurrentSpace): Html {
  const { t } = view
  const words = t.profile.space
  const business = space.kind === 'business'
  const activity = business
    ? ''
    : html`<p class="after"><a href="${paths.spaceActivity(space.code)}">${t.spaces.activity.title}</a></p>`
  const close = mayAct(space.role, 'administrator')
    ? html`<p class="after"><a href="${paths.closure(space.code)}">${words.close}</a></p>`
    : ''
  return panel(
    html`${facts([
      { term: words.code, value: copyable(view, space.code) },
      { term: words.kind, value: business ? words.business : words.private },
      {
        term: words.openedWith,
        value: space.openedWith === 'private' ? words.openedWithPrivate : words.openedWithProfessional,
      },
      ...(business && space.capacity
        ? [{ term: words.capacity, value: t.spaces.capacity[space.capacity] }]
        : []),
      ...(business ? [{ term: words.role, value: t.spaces.manage.role[space.role] }] : []),
    ])}${activity}${close}`,
    { title: words.title },
  )
}

/** The form with what is there, or with what was typed and what is wrong with it. */
export function editView(view: View, space: CurrentSpace, draft: Draft, version: number): Html {
  const { t } = view
  const words = t.profile.edit
  const title = space.kind === 'private' ? words.title : words.companyTitle
  const problems = problemsOf(view, draft.errors)
  const main = html`${breadcrumbs(view, [{ href: paths.profile(space.code), label: titleOf(view, space) }])}
    ${errorSummary(view, problems)}<h1>${title}</h1>
    <form method="post" action="${paths.profileEdit(space.code)}" class="panel data-form" novalidate>
      <input type="hidden" name="version" value="${version}">
      ${advice(view)} ${space.kind === 'private' ? declaredNote(view) : ''}
      ${formFields(view, dataPage(space.kind), draft.answers, { ...draft, action: paths.profileEdit(space.code) })}
      ${actions(button(words.save), linkButton(paths.profile(space.code), words.cancel, { variant: 'tertiary' }))}
    </form>
    ${ownPrivacyNotice(view, space.kind === 'private' ? 'person' : 'company')}`
  return layout(view, { title, main, width: 'narrow', tab: 'profile', hasErrors: problems.length > 0 })
}

/** A declared number is anybody's word; a confirmed one says so at its field. */
const declaredNote = ({ t, actor }: View): Html =>
  actor?.nationalNumberState === 'declared'
    ? html`<p class="muted">${t.profile.number.title}: ${t.profile.number.declared}</p>`
    : html``
