import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { icon, type Problem } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Answers, Field, Group, Page, Sources } from './definition.ts'
import { documentField } from './document-views.ts'
import type { Attaching } from './documents.ts'
import type { FieldError } from './errors.ts'
import { fieldInput, lockedField } from './field-views.ts'
import { type Around, countriesField, listField } from './list-views.ts'
import { groupSource } from './provenance.ts'
import { shapingOf } from './shaping.ts'
import { isRequired, visibleOf } from './visible.ts'

export { displayValue } from './display.ts'
export { answersSummary } from './summary-views.ts'

type Given = {
  errors?: FieldError[]
  locked?: Sources
  sources?: Sources
  /** Address the form is sent to: then adding a row comes back at that row, also without JavaScript. */
  action?: string
  /** For forms with document fields. */
  attaching?: Attaching
}

/**
 * The fields of a page, group by group, with where their values came from. Put it into a
 * `<form method="post" novalidate>` before the buttons.
 */
export function formFields(view: View, page: Page, answers: Answers, given: Given = {}): Html {
  const { errors = [], locked = {}, sources = {}, action, attaching } = given
  const { groups, answers: seen } = visibleOf(page, withInitials(view, page, answers))
  const around: Around = {
    answers: seen,
    errors: messagesOf(view, errors),
    action,
    attaching,
  }
  const shaping = shapingOf(page)
  return html`<div class="form-fields" data-shaping="${[...shaping.all].join(' ')}">
    ${defaultButton(view)}
    ${groups.map(({ group, fields }) => {
      const free = fields.filter(({ name, type }) => !Object.hasOwn(locked, name) && type !== 'document')
      const from = groupSource(view, free, seen, sources)
      const controls = fields.map(
        (field) =>
          html`${fieldView(view, field, around, locked)}${shaping.showing.has(field.name) ? showButton(view) : ''}`,
      )
      return groupView(
        view,
        group,
        html`${from ? fromLine(view, from) : ''}<div class="fields">${controls}</div>`,
      )
    })}
  </div>`
}

/** What the Enter key presses: it must come before every other button of the form. */
export const defaultButton = ({ t }: View): Html =>
  html`<button class="sr-only" type="submit" tabindex="-1" aria-hidden="true">${t.forms.send}</button>`

/** “Fields marked * are mandatory … we recommend filling all of them” (R10). */
export const advice = ({ t }: View): Html => html`<p class="muted">${t.forms.advice}</p>`

/** Where what is typed stays in one form. */
export const asterisk = ({ t }: View): Html => html`<p class="muted">${t.forms.marked}</p>`

/** The problems for `errorSummary`, each with its field's name. */
export function problemsOf({ t, lang }: View, errors: FieldError[]): Problem[] {
  return errors.map(({ name, message, label }) => {
    const words = message(t, lang)
    return { name, message: label ? t.forms.errors.inField(label(t, lang), words) : words }
  })
}

function groupView({ lang }: View, group: Group, body: Html): Html {
  const hint = group.hint ? html`<p class="hint">${group.hint[lang]}</p>` : ''
  return group.title
    ? html`<fieldset class="group" id="g-${group.id}"><legend>${group.title[lang]}</legend>${hint}${body}</fieldset>`
    : html`<div class="group" id="g-${group.id}">${hint}${body}</div>`
}

function fromLine({ t }: View, { text, verified }: { text: string; verified: boolean }): Html {
  return html`<p class="from">${verified ? html`${icon('tick')}<span class="sr-only">${t.shell.verified}, </span>` : ''}${text}</p>`
}

function fieldView(view: View, field: Field, around: Around, locked: Sources): Html {
  const { name } = field
  const value = around.answers[name]
  const source = Object.hasOwn(locked, name) ? locked[name] : undefined
  if (source) return lockedField(view, field, value, source, around.answers)
  const control = {
    field,
    name,
    value,
    required: isRequired(field, around.answers),
    error: errorOf(name, around),
  }
  if (field.type === 'list') return listField(view, control, around)
  if (field.type === 'document') return documentField(view, control, around)
  return field.type === 'countries' ? countriesField(view, control, around) : fieldInput(view, control)
}

/** One for each field, but for those whose files each have their own. */
function messagesOf({ t, lang }: View, errors: FieldError[]): Map<string, string> {
  const messages = new Map<string, string>()
  for (const { name, message } of errors)
    messages.set(name, [messages.get(name) ?? [], message(t, lang)].flat().join(' '))
  return messages
}

const errorOf = (name: string, { errors }: Around): string | undefined => errors.get(name)

/** Where scripts do not run, fields that depend on an answer come when asked for. */
const showButton = ({ t }: View): Html =>
  html`<noscript><button class="ds-button" type="submit" data-variant="tertiary" name="list" value="refresh">${t.forms.showFields}</button></noscript>`

function withInitials(view: View, page: Page, answers: Answers): Answers {
  const complete = { ...answers }
  for (const { fields } of page.groups)
    for (const { name, type, initial } of fields) {
      const start = initial ?? (type === 'language' ? view.lang : undefined)
      if (start !== undefined) complete[name] ??= start
    }
  return complete
}
