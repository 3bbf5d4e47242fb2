import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { layout } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

export function startView(view: View): Html {
  const main = html`<div class="wrap"><h1>${view.config.PORTAL_NAME}</h1></div>`
  return layout(view, { title: view.config.PORTAL_NAME, main, width: 'full' })
}
