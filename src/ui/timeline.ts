import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { formatDate } from './dates.ts'
import type { View } from './view.ts'

export function timeline(items: { at: Date; text: Html | string }[], view: View): Html {
  return html`<ol class="timeline">${items.map(
    ({ at, text }) => html`<li><time datetime="${at.toISOString()}">${formatDate(view, at, true)}</time>
      <div>${text}</div></li>`,
  )}</ol>`
}
