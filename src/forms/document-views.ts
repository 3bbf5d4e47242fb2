import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { button, icon, uploadField } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Attachable, fits, mostDocuments } from './documents.ts'
import { type Control, marker } from './field-views.ts'
import type { Around } from './list-views.ts'
import { textsOf } from './values.ts'

/** Documents of the space to choose from, and a place to upload others; what is uploaded is chosen. */
export function documentField(view: View, control: Control, { attaching }: Around): Html {
  const { field, name, required, error } = control
  const { t, lang } = view
  const ids = textsOf(control.value)
  const documents = (attaching?.documents ?? []).filter((one) => fits(field, one) || ids.includes(one.id))
  const chosen = documents.filter(({ id }) => ids.includes(id))
  const others = documents.filter((one) => !chosen.includes(one) && one.state !== 'infected')
  const about = [field.hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean).join(' ')
  return html`<fieldset class="field documents${error ? ' wrong' : ''}" id="f-${name}" tabindex="-1" data-documents-field${about ? html` aria-describedby="${about}"` : ''}>
    <legend class="ds-label">${field.label[lang]}${required ? html`<span class="star" aria-hidden="true">*</span><span class="sr-only"> (${t.shell.mandatory})</span>` : ''}</legend>
    ${marker({ name })}
    ${field.hint ? html`<p class="hint" id="f-${name}-hint">${field.hint[lang]}</p>` : ''}
    ${error ? html`<p class="problem" id="f-${name}-error"><span><span class="sr-only">${t.shell.error} </span>${error}</span></p>` : ''}
    <div data-chosen data-most="${mostDocuments(field)}">${chosen.map((one) => choice(view, name, one, true))}</div>
    ${others.length > 0 ? html`<details class="fold"><summary><span>${t.forms.chooseDocument(others.length)}</span>${icon('down')}</summary><div class="folded">${others.map((one) => choice(view, name, one, false))}</div></details>` : ''}
    ${attaching ? upload(view, control, attaching) : ''}
  </fieldset>`
}

function choice(
  { t }: View,
  name: string,
  { id, name: shown, about, state }: Attachable,
  checked: boolean,
): Html {
  const control = `f-${name}-${id}`
  const tell = state === 'ready' ? about : `${about}. ${t.documents.state[state]}.`
  return html`<div class="ds-field choice"><input class="ds-input" type="checkbox" id="${control}" name="${name}" value="${id}"${checked ? html` checked` : ''} aria-describedby="${control}-about">
    <label class="ds-label" for="${control}"><bdi>${shown}</bdi></label>
    <p class="hint" id="${control}-about">${tell}</p></div>`
}

function upload(view: View, { field, name }: Control, attaching: NonNullable<Around['attaching']>): Html {
  const { t } = view
  const made = {
    id: '{id}',
    name: '{name}',
    about: '{about}',
    mediaType: '',
    href: '',
    state: 'ready' as const,
  }
  return html`${uploadField(view, {
    name: `${name}.file`,
    label: t.forms.uploadDocument,
    hint: attaching.limits(field.accept),
    errors: [],
    accept: attaching.accept(field.accept),
    action: attaching.action,
    // Its name is filled in too: what reads forms without scripts must not take it for an answer.
    item: choice(view, '{field}', made, true),
  })}<div class="more" data-without-scripts>${button(t.forms.upload, { variant: 'secondary', name: 'go', value: 'stay' })}</div>`
}
