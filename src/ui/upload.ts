import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { icon } from './icons.ts'
import type { View } from './view.ts'

type Upload = {
  /** Of the field; its control has the id `f-NAME`. */
  name: string
  label: string
  hint: Html | string
  errors: string[]
  accept: string
  /** Where scripts send what is chosen, at once. */
  action: string
  /** What scripts make of a saved document, with `{id}`, `{name}` and `{about}` to be filled in; else the page is asked anew. */
  item?: Html
}

/** A file field. Scripts send what is chosen or dropped at once and show how far it is; else the form carries it. */
export function uploadField(view: View, { name, label, hint, errors, accept, action, item }: Upload): Html {
  const words = view.t.documents
  const about = [`f-${name}-hint`, ...(errors.length ? [`f-${name}-error`] : [])].join(' ')
  return html`<div class="field upload${errors.length ? ' wrong' : ''}" data-upload="${action}" data-uploading="${words.uploading('{name}')}"
    data-uploaded="${words.uploaded('{name}')}" data-failed="${words.notUploaded}">
    <label class="ds-label" for="f-${name}">${label}</label>
    <p class="hint" id="f-${name}-hint">${hint}</p>
    ${errors.length ? problems(view, name, errors) : ''}
    <div class="drop"><input class="ds-input" type="file" id="f-${name}" name="${name}" multiple accept="${accept}"
      aria-describedby="${about}"${errors.length ? html` aria-invalid="true"` : ''}>
      <p class="muted" data-drop-hint hidden>${words.drop}</p></div>
    <ul class="uploads" data-uploads hidden></ul>
    ${item ? html`<template data-item>${item}</template>` : ''}
  </div>`
}

const problems = ({ t }: View, name: string, errors: string[]): Html =>
  html`<div id="f-${name}-error">${errors.map(
    (error) =>
      html`<p class="problem">${icon('danger')}<span><span class="sr-only">${t.shell.error} </span>${error}</span></p>`,
  )}</div>`
