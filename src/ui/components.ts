import { html, raw } from 'hono/html'
import type { Html } from '../platform/http.ts'
import type { View } from './view.ts'

/** One problem in a form: the field's name (its control has the id `f-NAME`) and what to do about it. */
export type Problem = { name: string; message: string }

export type SpaceTab = 'overview' | 'dossiers' | 'profile'

/** The page shell: head, header, the space's ribbon and tabs when `view.space` is set, main, footer. */
export function layout(
  view: View,
  given: { title: string; main: Html; width?: 'narrow' | 'wide'; tab?: SpaceTab; hasErrors?: boolean },
): Html {
  const { title, main } = given
  return html`<!doctype html><html lang="${view.lang}"><head><meta charset="utf-8"><title>${title}</title></head>
    <body><main id="main">${main}</main></body></html>`
}

type Width = 'full' | 'half' | 'third' | 'short'

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
  return html`<p><label for="f-${field.name}">${field.label}</label>
    <input id="f-${field.name}" name="${field.name}" value="${field.value}" type="${field.type ?? 'text'}"></p>`
}

export type Choice = { value: string; label: string; hint?: string }

export function selectField(
  view: View,
  field: FieldView & { value: string; choices: Choice[]; empty?: string; autocomplete?: string },
): Html {
  return html`<p><label for="f-${field.name}">${field.label}</label><select id="f-${field.name}" name="${field.name}">
    ${field.choices.map((c) => html`<option value="${c.value}" ${c.value === field.value ? raw('selected') : ''}>${c.label}</option>`)}
    </select></p>`
}

/** Radios (`one`) or checkboxes (`many`) under one legend. The first control has the id `f-NAME`. */
export function choiceField(
  view: View,
  field: FieldView & { kind: 'one' | 'many'; values: string[]; choices: Choice[] },
): Html {
  return html`<fieldset><legend>${field.label}</legend>${field.choices.map(
    (c) => html`<label>
    <input type="${field.kind === 'one' ? 'radio' : 'checkbox'}" name="${field.name}" value="${c.value}">${c.label}</label>`,
  )}</fieldset>`
}

/** One checkbox with its label; posts `yes`. */
export function checkField(view: View, field: FieldView & { checked: boolean }): Html {
  return html`<label><input type="checkbox" id="f-${field.name}" name="${field.name}" value="yes">${field.label}</label>`
}

/** Above a form that was refused: every problem, linked to its field; takes the focus. */
export function errorSummary(view: View, problems: Problem[]): Html {
  return html`<ul>${problems.map((p) => html`<li><a href="#f-${p.name}">${p.message}</a></li>`)}</ul>`
}

export function button(
  label: string,
  given: {
    variant?: 'primary' | 'secondary' | 'tertiary'
    danger?: boolean
    name?: string
    value?: string
    formaction?: string
  } = {},
): Html {
  return html`<button>${label}</button>`
}

export function linkButton(
  href: string,
  label: string,
  given: { variant?: 'primary' | 'secondary' | 'tertiary'; large?: boolean } = {},
): Html {
  return html`<a href="${href}">${label}</a>`
}

/** A box that says something: `success` and `info` are announced politely, `warning` and `danger` stand out. */
export function notice(
  kind: 'success' | 'info' | 'warning' | 'danger',
  body: Html | string,
  title?: string,
): Html {
  return html`<div>${title}${body}</div>`
}

export function tag(
  label: string,
  color: 'neutral' | 'info' | 'success' | 'warning' | 'danger' = 'neutral',
): Html {
  return html`<span>${label}</span>`
}

/** A white panel with an optional heading (h2). */
export function panel(
  body: Html,
  given: { title?: string; id?: string; color?: 'private' | 'business'; attention?: boolean } = {},
): Html {
  return html`<section>${given.title}${body}</section>`
}

/** Terms and values; a value may be markup. */
export function facts(rows: { term: string; value: Html | string }[]): Html {
  return html`<dl>${rows.map((row) => html`<dt>${row.term}</dt><dd>${row.value}</dd>`)}</dl>`
}

export function table(given: { caption: string; head: string[]; rows: (Html | string)[][] }): Html {
  return html`<table><caption>${given.caption}</caption></table>`
}

export function timeline(items: { at: Date; text: Html | string }[], view: View): Html {
  return html`<ol>${items.map((item) => html`<li>${item.text}</li>`)}</ol>`
}

/** Steps of a form; on a phone it reads “Step 2 of 5”. */
export function steps(
  view: View,
  items: { label: string; href?: string; state: 'done' | 'current' | 'todo' }[],
): Html {
  return html`<ol>${items.map((item) => html`<li>${item.label}</li>`)}</ol>`
}

/** The limit as dots (hidden from assistive technology) beside a sentence; from eleven on only the sentence. */
export function dots(used: number, allowed: number, sentence: Html | string): Html {
  return html`<p>${sentence}</p>`
}

export function meter(label: string, value: number, max: number): Html {
  return html`<p>${label}</p>`
}

/** An empty list that says what to do next. */
export function emptyState(given: { title: string; text: string; action?: Html }): Html {
  return html`<p>${given.title}</p>`
}

/** One date format: “23. November 2026”, `withTime` adds “, 14:07”. */
export function formatDate(view: View, date: Date, withTime = false): string {
  return new Intl.DateTimeFormat(view.lang, {
    dateStyle: 'long',
    ...(withTime ? { timeStyle: 'short' as const } : {}),
  }).format(date)
}
