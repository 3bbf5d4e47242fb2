import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { button } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Answers, Field, Row } from './definition.ts'
import type { Attaching } from './documents.ts'
import { entryName } from './errors.ts'
import { type Control, fieldInput, marker } from './field-views.ts'
import { blankRow, mostItems } from './reading.ts'
import { rowsOf, textsOf } from './values.ts'
import { isRequired } from './visible.ts'

/** What a list needs beside its control: the errors of its cells, and where its buttons send the form. */
export type Around = {
  answers: Answers
  errors: Map<string, string>
  action?: string | undefined
  attaching?: Attaching | undefined
}

/** Rows of fields, a button to remove each, and one to add another: all without JavaScript. */
export function listField(view: View, control: Control, around: Around): Html {
  const { field, name, required, error } = control
  const { t, lang } = view
  const typed = rowsOf(control.value)
  const rows = typed.length === 0 && required ? [blankRow(field)] : typed
  const full = rows.length >= mostItems(field)
  const about = [field.hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean).join(' ')
  return html`<fieldset class="field entries" id="f-${name}" tabindex="-1"${about ? html` aria-describedby="${about}"` : ''}>
    <legend class="ds-label">${field.label[lang]}${required ? html`<span class="star" aria-hidden="true">*</span><span class="sr-only"> (${t.shell.mandatory})</span>` : ''}</legend>
    ${marker({ name })}
    ${field.hint ? html`<p class="hint" id="f-${name}-hint">${field.hint[lang]}</p>` : ''}
    ${error ? html`<p class="problem" id="f-${name}-error"><span><span class="sr-only">${t.shell.error} </span>${error}</span></p>` : ''}
    ${rows.length === 0 ? html`<p class="hint">${t.forms.noEntries}</p>` : ''}
    ${rows.map((row, index) => entry(view, field, row, index, around))}
    ${full ? html`<p class="hint">${t.forms.mostEntries(mostItems(field))}</p>` : addButton(view, field, rows.length, around)}
  </fieldset>`
}

function entry(view: View, list: Field, row: Row, index: number, around: Around): Html {
  const name = entryName(list, index, view.t, view.lang)
  const cells = (list.fields ?? []).map((cell) => {
    const full = `${list.name}.${index}.${cell.name}`
    const required = isRequired(cell, { ...around.answers, ...row })
    return fieldInput(view, {
      field: cell,
      name: full,
      value: row[cell.name],
      required,
      error: around.errors.get(full),
    })
  })
  const remove = button(view.t.forms.remove(name), {
    variant: 'tertiary',
    name: 'list',
    value: `remove:${list.name}:${index}`,
    ...target(around, `f-${list.name}`),
  })
  return html`<fieldset class="entry"><legend>${name}</legend><div class="fields">${cells}</div>${remove}</fieldset>`
}

function addButton(view: View, list: Field, count: number, around: Around): Html {
  const first = list.fields?.[0]?.name ?? ''
  return button(list.add?.[view.lang] ?? view.t.forms.add, {
    variant: 'secondary',
    name: 'list',
    value: `add:${list.name}`,
    ...target(around, `f-${list.name}.${count}.${first}`),
  })
}

/** Several countries: a select each, and a button for one more. */
export function countriesField(view: View, control: Control, around: Around): Html {
  const { field, name } = control
  const typed = textsOf(control.value)
  const values = typed.length > 0 ? typed : ['']
  const selects = values.map((value, index) =>
    index === 0
      ? fieldInput(view, { ...control, value })
      : fieldInput(view, {
          ...control,
          field: nth(field, index),
          name: `${name}.${index}`,
          value,
          required: false,
          error: undefined,
        }),
  )
  const add = button(field.add?.[view.lang] ?? view.t.forms.addCountry, {
    variant: 'tertiary',
    name: 'list',
    value: `add:${name}`,
    ...target(around, `f-${name}.${values.length}`),
  })
  return html`${selects}<div class="field more">${add}</div>`
}

/** “Country of citizenship (2)”: labels that are told apart. */
function nth({ hint: _, ...field }: Field, index: number): Field {
  const { de, fr, en, lb } = field.label
  const more = (text: string) => `${text} (${index + 1})`
  return { ...field, label: { de: more(de), fr: more(fr), en: more(en), lb: more(lb) } }
}

/** With the form's own address, the page that comes back opens at the row that was added. */
const target = ({ action }: Around, id: string) =>
  action === undefined ? {} : { formaction: `${action}#${id}` }
