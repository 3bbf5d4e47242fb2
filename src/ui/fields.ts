import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { fieldDate } from './dates.ts'
import { icon } from './icons.ts'
import type { View } from './view.ts'

type Width = 'full' | 'wide' | 'half' | 'third' | 'short'

export type FieldView = {
  name: string
  label: string
  required?: boolean
  hint?: string | undefined
  error?: string | undefined
  width?: Width
}

/** One text-like input with label, asterisk when mandatory, hint and error. */
export function textField(
  view: View,
  field: FieldView & {
    value: string
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'number'
    autocomplete?: string
    inputmode?: 'numeric' | 'text' | 'email' | 'tel' | 'url'
    maxlength?: number
    rows?: number
  },
): Html {
  const date = field.type === 'date'
  const shown = date ? { ...field, hint: field.hint ?? dateHint(view), width: field.width ?? 'short' } : field
  const value = date ? fieldDate(view, field.value) : field.value
  const more = {
    ...controlAttributes(shown),
    autocomplete: field.autocomplete,
    maxlength: field.maxlength,
    spellcheck: field.type === undefined || field.type === 'text' ? undefined : 'false',
  }
  if (field.rows)
    return labelled(
      view,
      shown,
      // A first line break inside a textarea is swallowed by the HTML parser.
      html`<textarea class="ds-input" rows="${field.rows}"${attributes(more)}>
${value}</textarea>`,
    )
  const typed = inputType(field)
  return labelled(view, shown, html`<input class="ds-input"${attributes({ ...typed, ...more, value })}>`)
}

/**
 * Dates and numbers are text: pickers make a birth date forty clicks away, number fields lose what is
 * not a number, and people paste both.
 */
function inputType({
  type = 'text',
  inputmode,
}: {
  type?: string | undefined
  inputmode?: string | undefined
}) {
  if (type === 'number') return { type: 'text', inputmode: inputmode ?? 'numeric' }
  return { type: type === 'date' ? 'text' : type, inputmode }
}

const dateHint = (view: View) => view.t.shell.dateHint(fieldDate(view, '1985-03-27'))

export type Choice = { value: string; label: string; hint?: string }

export function selectField(
  view: View,
  field: FieldView & {
    value: string
    choices: Choice[]
    empty?: string
    /** One of the choices is always taken: there is none to leave it open. */
    only?: boolean
    autocomplete?: string
  },
): Html {
  const more = attributes({ ...controlAttributes(field), autocomplete: field.autocomplete })
  const known = field.value === '' || field.choices.some(({ value }) => value === field.value)
  return labelled(
    view,
    field,
    html`<select class="ds-input"${more}>
      ${field.only ? '' : option('', field.empty ?? view.t.shell.choose, false)}
      ${field.choices.map(({ value, label }) => option(value, label, value === field.value))}
      ${known ? '' : option(field.value, field.value, true)}
    </select>`,
  )
}

const option = (value: string, label: string, selected: boolean) =>
  html`<option${attributes({ value, selected })}>${label}</option>`

/** Radios (`one`) or checkboxes (`many`) under one legend. The first control has the id `f-NAME`. */
export function choiceField(
  view: View,
  field: FieldView & { kind: 'one' | 'many'; values: string[]; choices: Choice[] },
): Html {
  const one = field.kind === 'one'
  const group = attributes({
    class: classesOf(field, 'choices'),
    role: one ? 'radiogroup' : undefined,
    'aria-required': one && field.required ? 'true' : undefined,
    'aria-describedby': describedBy(field),
  })
  return html`<fieldset${group}>
    <legend class="ds-label">${field.label}${star(field, one ? undefined : view.t.shell.mandatory)}</legend>
    ${hint(field)}${problem(view, field)}
    ${field.choices.map((choice, index) => choiceOf(field, choice, index))}
  </fieldset>`
}

function choiceOf(
  field: FieldView & { kind: 'one' | 'many'; values: string[] },
  choice: Choice,
  index: number,
): Html {
  const id = index === 0 ? `f-${field.name}` : `f-${field.name}-${index + 1}`
  const input = attributes({
    type: field.kind === 'one' ? 'radio' : 'checkbox',
    id,
    name: field.name,
    value: choice.value,
    checked: field.values.includes(choice.value),
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': choice.hint ? `${id}-about` : undefined,
  })
  return html`<div class="ds-field choice"><input class="ds-input"${input}>
    <label class="ds-label" for="${id}">${choice.label}</label>
    ${choice.hint ? html`<p class="hint" id="${id}-about">${choice.hint}</p>` : ''}</div>`
}

/** One checkbox with its label; posts `yes`. */
export function checkField(view: View, field: FieldView & { checked: boolean }): Html {
  const input = attributes({
    type: 'checkbox',
    ...controlAttributes(field),
    value: 'yes',
    checked: field.checked,
  })
  return html`<div class="${classesOf(field, 'check')}">${problem(view, field)}
    <div class="ds-field choice"><input class="ds-input"${input}>
      <label class="ds-label" for="f-${field.name}">${field.label}${star(field)}</label>${hint(field)}</div>
  </div>`
}

/** A value that cannot be changed here: read-only text; `verified` puts a tick before where it is from. */
export function fixedField(
  view: View,
  field: { name: string; label: string; value: string; from?: string; verified?: boolean; width?: Width },
): Html {
  return html`<div class="${classesOf(field, 'fixed')}" id="f-${field.name}">
    <p class="ds-label">${field.label}</p>
    <p class="value">${field.value}</p>
    ${field.from ? html`<p class="from">${field.verified ? html`${icon('tick')}<span class="sr-only">${view.t.shell.verified}, </span>` : ''}${field.from}</p>` : ''}
  </div>`
}

function labelled(view: View, field: FieldView, control: Html): Html {
  return html`<div class="${classesOf(field)}">
    <label class="ds-label" for="f-${field.name}">${field.label}${star(field)}</label>
    ${hint(field)}${problem(view, field)}${control}</div>`
}

function classesOf(field: { width?: Width; error?: string | undefined }, more = ''): string {
  const classes = ['field', more, field.width && `w-${field.width}`, field.error && 'wrong']
  return classes.filter(Boolean).join(' ')
}

/** `required` says it to assistive technology; where it cannot, `word` does. */
const star = ({ required }: { required?: boolean }, word?: string) =>
  required
    ? html`<span class="star" aria-hidden="true">*</span>${word ? html`<span class="sr-only"> (${word})</span>` : ''}`
    : ''

const hint = ({ name, hint }: FieldView) =>
  hint ? html`<p class="hint" id="f-${name}-hint">${hint}</p>` : ''

const problem = ({ t }: View, { name, error }: FieldView) =>
  error
    ? html`<p class="problem" id="f-${name}-error">${icon('danger')}<span><span class="sr-only">${t.shell.error} </span>${error}</span></p>`
    : ''

function describedBy({ name, hint, error }: FieldView): string | undefined {
  const ids = [hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

const controlAttributes = (field: FieldView) => ({
  id: `f-${field.name}`,
  name: field.name,
  required: field.required ?? false,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error ? 'true' : undefined,
})

type Attributes = Record<string, string | number | boolean | undefined>

/** Names are ours, values are escaped; `false` and `undefined` leave the attribute out. */
function attributes(given: Attributes): Html[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? html` ${name}` : html` ${name}="${value}"`))
}
