import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { button, icon, textField, uploadField } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Attachable, type Attaching, fits, mostDocuments } from './documents.ts'
import { type Control, marker } from './field-views.ts'
import type { Around } from './list-views.ts'
import { textsOf } from './values.ts'

/** Documents of the space to choose from, and a place to upload others; what is uploaded is chosen. */
export function documentField(view: View, control: Control, { attaching }: Around): Html {
  const { field, name, required, error } = control
  const { t, lang } = view
  const ids = textsOf(control.value)
  const chosen = (attaching?.documents ?? []).filter(({ id }) => ids.includes(id))
  const about = [field.hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean).join(' ')
  return html`<fieldset class="field documents${error ? ' wrong' : ''}" id="f-${name}" tabindex="-1" data-documents-field${about ? html` aria-describedby="${about}"` : ''}>
    <legend class="ds-label">${field.label[lang]}${required ? html`<span class="star" aria-hidden="true">*</span><span class="sr-only"> (${t.shell.mandatory})</span>` : ''}</legend>
    ${marker({ name })}
    ${field.hint ? html`<p class="hint" id="f-${name}-hint">${field.hint[lang]}</p>` : ''}
    ${error ? html`<p class="problem" id="f-${name}-error"><span><span class="sr-only">${t.shell.error} </span>${error}</span></p>` : ''}
    <div data-chosen data-most="${mostDocuments(field)}">${chosen.map((one) => choice(view, name, one, true))}</div>
    ${attaching ? html`${others(view, control, attaching, ids)}${upload(view, control, attaching)}` : ''}
  </fieldset>`
}

/** A page of those one may choose, which a search by name and a button for more lead through. */
function others(view: View, { field, name }: Control, attaching: Attaching, chosen: string[]): Html | string {
  const { t } = view
  const { ids, looking, next } = attaching.offer(name)
  const shown = attaching.documents.filter(
    (one) => ids.includes(one.id) && !chosen.includes(one.id) && fits(field, one) && one.state !== 'infected',
  )
  if (shown.length === 0 && !looking && !next) return ''
  const count = next || looking ? attaching.total : shown.length
  const list = (to: string) => ({ variant: 'secondary', name: 'list', value: `${to}:${name}` }) as const
  const search = html`<div class="find">${textField(view, {
    name: `${name}.find`,
    label: t.documents.search,
    value: looking?.q ?? '',
    type: 'search',
    maxlength: 100,
  })}${button(t.forms.findDocument, list('find'))}</div><input type="hidden" name="${name}.found" value="${looking?.q ?? ''}">`
  const more = html`<input type="hidden" name="${name}.after" value="${next}">${button(t.documents.more, list('more'))}`
  return html`<details class="fold"${looking ? html` open` : ''}><summary><span>${t.forms.chooseDocument(count)}</span>${icon('down')}</summary>
    <div class="folded">${next || looking ? search : ''}
      ${shown.length > 0 ? shown.map((one) => choice(view, name, one, false)) : html`<p>${t.documents.noneText}</p>`}
      ${next ? more : ''}</div></details>`
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
