import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { checkField, choiceField, fixedField, selectField, textField } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { countries, isCountry } from './countries.ts'
import type { Answers, Field, Source, Value } from './definition.ts'
import { displayNumber, displayValue } from './display.ts'
import { sourceText } from './provenance.ts'
import { shownMark } from './reading.ts'
import { textOf, textsOf } from './values.ts'

/** One control: the field it belongs to, under the name it is sent by, and what stands in it. */
export type Control = {
  field: Field
  name: string
  value: Value | undefined
  required: boolean
  error?: string | undefined
}

/** The control of a field, except of a list. */
export function fieldInput(view: View, control: Control): Html {
  const { field, value } = control
  switch (field.type) {
    case 'checkbox':
      return html`${marker(control)}${checkField(view, { ...shown(view, control), checked: value === true })}`
    case 'checkboxes':
      return html`${marker(control)}${choices(view, control, 'many', textsOf(value))}`
    case 'radio':
      return choices(view, control, 'one', [textOf(value)])
    case 'select':
    case 'language':
      return select(view, control, choicesOf(view, field))
    case 'country':
    case 'countries':
      return countrySelect(view, control)
    default:
      return text(view, control)
  }
}

/** A verified value: read-only text with where it is from and since when. */
export function lockedField(
  view: View,
  field: Field,
  value: Value | undefined,
  source: Source,
  answers: Answers,
): Html {
  return fixedField(view, {
    name: field.name,
    label: field.label[view.lang],
    value: displayValue(view, field, value, answers),
    from: sourceText(view, source),
    verified: source.verified,
    width: 'full',
  })
}

const shown = ({ lang }: View, { field, name, required, error }: Control) => ({
  name,
  label: field.label[lang],
  hint: field.hint?.[lang],
  width: field.width ?? 'full',
  required,
  error,
})

/** Browsers say nothing of a box that is not ticked: this says that it was shown. */
export const marker = ({ name }: { name: string }): Html =>
  html`<input type="hidden" name="${shownMark(name)}" value="">`

function choices(view: View, control: Control, kind: 'one' | 'many', values: string[]): Html {
  return choiceField(view, { ...shown(view, control), kind, values, choices: choicesOf(view, control.field) })
}

function choicesOf({ lang, t }: View, { type, choices = [] }: Field): { value: string; label: string }[] {
  if (type === 'language')
    return Object.entries(t.forms.languages).map(([value, label]) => ({ value, label }))
  return choices.map(({ value, label }) => ({ value, label: label[lang] }))
}

function select(view: View, control: Control, choices: { value: string; label: string }[]): Html {
  const { autocomplete } = control.field
  return selectField(view, {
    ...shown(view, control),
    value: textOf(control.value),
    choices,
    ...(autocomplete ? { autocomplete } : {}),
  })
}

const rendered = new Map<string, Html>()
const mostRendered = 400

/** 250 options each time: kept by all that shapes them, which is never what one person typed. */
function countrySelect(view: View, control: Control): Html {
  const value = textOf(control.value)
  if (control.error || (value && !isCountry(value))) return select(view, control, countries(view.lang))
  const { name, required, field } = control
  const key = JSON.stringify([
    view.lang,
    name,
    value,
    required,
    field.label,
    field.hint,
    field.width,
    field.autocomplete,
  ])
  const before = rendered.get(key)
  if (before) return before
  const made = select(view, control, countries(view.lang))
  if (rendered.size >= mostRendered) rendered.clear()
  rendered.set(key, made)
  return made
}

const types: Partial<Record<Field['type'], 'tel' | 'date'>> = { phone: 'tel', date: 'date' }

/** Addresses stay `type=text`: browsers rewrite what is typed into the others. */
const modes: Partial<Record<Field['type'], 'numeric' | 'email' | 'url'>> = {
  integer: 'numeric',
  nationalNumber: 'numeric',
  legalNumber: 'numeric',
  email: 'email',
  url: 'url',
}

function text(view: View, control: Control): Html {
  const { field, value, error } = control
  const type = types[field.type]
  const inputmode = modes[field.type]
  return textField(view, {
    ...shown(view, control),
    value: error ? textOf(value) : typedValue(field, textOf(value)),
    ...(type ? { type } : {}),
    ...(inputmode ? { inputmode } : {}),
    ...(field.type === 'longtext' ? { rows: 5 } : {}),
    ...(field.autocomplete ? { autocomplete: field.autocomplete } : {}),
  })
}

/** A stored number is shown in its groups; anything else as it was typed. */
function typedValue(field: Field, value: string): string {
  const stored: Partial<Record<Field['type'], RegExp>> = {
    phone: /^\+\d+$/,
    iban: /^[A-Z]{2}\d{2}[A-Z\d]+$/,
    nationalNumber: /^\d{13}$/,
    legalNumber: /^\d{11}$/,
  }
  return stored[field.type]?.test(value) ? displayNumber(field, value) : value
}
