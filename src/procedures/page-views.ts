import { html } from 'hono/html'
import { checkPage, type FieldError } from '../forms/answers.ts'
import { type Field, fieldsOfPage, type Page, type Value } from '../forms/definition.ts'
import type { Attaching } from '../forms/documents.ts'
import { asterisk, defaultButton, displayValue, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { fillingRegister } from '../sources/fillable.ts'
import {
  breadcrumbs,
  button,
  choiceField,
  errorSummary,
  formatDate,
  layout,
  lead,
  notice,
  steps,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './definition.ts'
import type { Dossier } from './dossier.ts'
import { lockedIn, newForm, pageVersion, type Typed } from './draft.ts'
import { dataNotice } from './procedure-facts.ts'
import { referenceOf } from './reference.ts'
import { isFillable, isFilledByRegister } from './source-filling.ts'

export type OpenPage = {
  space: CurrentSpace
  dossier: Dossier
  procedure: Procedure
  page: Page
  attaching: Attaching
}

export function pageView(view: View, open: OpenPage, errors: FieldError[] = []): Html {
  const { t, lang } = view
  const { space, dossier, procedure, page, attaching } = open
  const withFiles = fieldsOfPage(page).some(({ type }) => type === 'document')
  const known = Object.values(dossier.provenance).some(({ from }) => from !== 'typed')
  const first = procedure.form.pages[0]?.id === page.id
  const main = html`${top(view, open)}
    ${errorSummary(view, problemsOf(view, errors))}
    <h1>${page.title[lang]}</h1>
    ${page.lead ? lead(page.lead[lang]) : ''}
    ${first && known && !page.lead ? html`<p>${t.dossiers.filledFromData}</p>` : ''}
    <form class="panel" method="post" action="${paths.dossierPage(space.code, dossier.number, page.id)}" novalidate${withFiles ? html` enctype="multipart/form-data"` : ''}
      data-autosave="${paths.dossierAutosave(space.code, dossier.number, page.id)}">
      ${opened(page, dossier)}
      ${sourceOffer(view, open)}
      ${asterisk(view)}
      ${formFields(view, page, dossier.answers, {
        errors,
        locked: lockedIn(page, dossier.provenance),
        sources: dossier.provenance,
        attaching,
      })}
      ${buttons(view, procedure, page)}
    </form>
    ${dataNotice(view, procedure)}`
  const title = `${page.title[lang]} – ${procedure.title[lang]}`
  return layout(view, { title, main, tab: 'dossiers', width: 'narrow', hasErrors: errors.length > 0 })
}

export const top = (view: View, open: OpenPage): Html =>
  html`${dossierCrumbs(view, open)}
  ${formSteps(view, open, open.page.id)}`

/** The way up from a page of a dossier; its reference stays in one piece. */
export const dossierCrumbs = (view: View, { space, dossier, procedure }: Omit<OpenPage, 'page'>): Html =>
  breadcrumbs(view, [
    { href: paths.dossiers(space.code), label: view.t.dossiers.title },
    {
      href: paths.dossier(space.code, dossier.number),
      label: html`${procedure.title[view.lang]} <span class="nowrap">${referenceOf(space.code, dossier.number)}</span>`,
    },
  ])

/** Before the fields, so that nobody types what a register knows. Pressing Enter still goes on. */
function sourceOffer(view: View, { space, dossier, page }: OpenPage): Html {
  const register = view.actor && fillingRegister(view.config, space, view.actor)
  if (!register || !isFillable(page, register)) return html``
  const words = view.t.sources.form
  const [text, label] = isFilledByRegister(dossier)
    ? [words.filled, words.again]
    : [`${words.offer[register]} ${words.offerText}`, words.see]
  const see = button(label, { variant: 'secondary', name: 'go', value: 'source' })
  return html`${defaultButton(view)}${notice('info', html`<p>${text}</p>${see}`)}`
}

/** All pages and the check; done is what was sent once and has nothing wrong. */
export function formSteps(
  view: View,
  { space, dossier, procedure, attaching }: Omit<OpenPage, 'page'>,
  current: string,
): Html {
  const pages = procedure.form.pages.map((page) => {
    const done = dossier.savedBy[page.id] !== undefined && errorsOf(dossier, page, attaching).length === 0
    const href = paths.dossierPage(space.code, dossier.number, page.id)
    const state = page.id === current ? ('current' as const) : done ? ('done' as const) : ('todo' as const)
    return { label: page.title[view.lang], state, ...(done && { href }) }
  })
  const check = {
    label: view.t.dossiers.check,
    state: current === 'check' ? ('current' as const) : ('todo' as const),
  }
  return steps(view, [...pages, check])
}

export const errorsOf = (dossier: Dossier, page: Page, { documents }: Attaching): FieldError[] =>
  checkPage(page, dossier.answers, lockedIn(page, dossier.provenance), documents).errors

/** What this form was made from, and which form it is. */
const opened = (page: Page, { answers }: Dossier): Html =>
  html`<input type="hidden" name="version" value="${pageVersion(page, answers)}"><input type="hidden" name="form" value="${newForm()}">`

/** Next comes first: it is what the Enter key presses. */
function buttons(view: View, { form }: Procedure, page: Page): Html {
  const index = form.pages.findIndex(({ id }) => id === page.id)
  const last = index === form.pages.length - 1
  const { t } = view
  return html`<div class="actions">
    ${button(last ? t.dossiers.toCheck : t.dossiers.next, { name: 'go', value: 'next' })}
    ${index > 0 ? button(t.dossiers.back, { variant: 'secondary', name: 'go', value: 'back' }) : ''}
    ${button(t.dossiers.later, { variant: 'tertiary', name: 'go', value: 'later' })}
    ${autosaveStatus(view)}
  </div>`
}

const autosaveStatus = ({ t }: View): Html =>
  html`<p data-autosave-status role="status" data-saving="${t.shell.saving}" data-saved="${t.shell.saved('{time}')}"
    data-not-saved="${t.shell.notSaved}" data-conflict="${t.shell.conflict}" data-conflict-link="${t.shell.conflictLink}"></p>`

/** Both versions of every field that differs; the choice decides, and nothing is lost before it is made. */
export function conflictView(view: View, open: OpenPage, typed: Typed): Html {
  const { t } = view
  const { space, dossier, page, attaching } = open
  const date = formatDate(view, dossier.changedAt, true)
  const main = html`${top(view, open)}
    <h1>${t.dossiers.conflictTitle}</h1>
    ${notice('warning', t.dossiers.conflictText(dossier.changedByName, date))}
    <form class="panel" method="post" action="${paths.dossierPage(space.code, dossier.number, page.id)}">
      ${opened(page, dossier)}
      ${fieldsOfPage(page).map((field) => hidden(field.name, typed.answers[field.name]))}
      ${typed.conflict.map((field) => bothVersions(view, dossier, field, typed.answers[field.name], attaching))}
      <div class="actions">${button(t.dossiers.conflictSave, { name: 'go', value: 'stay' })}</div>
    </form>`
  return layout(view, { title: t.dossiers.conflictTitle, main, tab: 'dossiers', width: 'narrow' })
}

function bothVersions(
  view: View,
  dossier: Dossier,
  field: Field,
  mine: Value | undefined,
  { documents }: Attaching,
): Html {
  const { t, lang } = view
  const shown = (value: Value | undefined) =>
    displayValue(view, field, value, {}, documents) || t.dossiers.nothing
  return choiceField(view, {
    name: `keep:${field.name}`,
    label: field.label[lang],
    kind: 'one',
    values: ['mine'],
    choices: [
      { value: 'mine', label: shown(mine), hint: t.dossiers.conflictMine },
      {
        value: 'theirs',
        label: shown(dossier.answers[field.name]),
        hint: t.dossiers.conflictTheirs(dossier.changedByName),
      },
    ],
  })
}

/** A value as its controls would post it; an empty one says so. */
function hidden(name: string, value: Value | undefined): Html {
  const input = (key: string, text: string) => html`<input type="hidden" name="${key}" value="${text}">`
  if (value === undefined) return html``
  if (typeof value === 'string') return input(name, value)
  if (typeof value === 'boolean') return input(name, value ? 'yes' : '')
  const parts = value.map((one, index) =>
    typeof one === 'string'
      ? input(name, one)
      : Object.entries(one).map(([cell, text]) => input(`${name}.${index}.${cell}`, text)),
  )
  return html`${input(name, '')}${parts}`
}
