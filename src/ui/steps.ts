import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { icon } from './icons.ts'
import type { View } from './view.ts'

type Step = { label: string; href?: string; state: 'done' | 'current' | 'todo' }

/** Steps of a form; on a phone it reads “Step 2 of 5” and unfolds. */
export function steps(view: View, items: Step[]): Html {
  const at = items.findIndex(({ state }) => state === 'current')
  const now = view.t.shell.stepOf(at + 1, items.length)
  const list = items.map((step, index) => item(view, step, index))
  return html`<nav class="steps" aria-label="${view.t.shell.steps}">
    <details class="fold"><summary><span><strong>${now}</strong> ${items[at]?.label ?? ''}</span>${icon('down')}</summary><ol>${list}</ol></details>
    <ol class="flat">${list}</ol>
  </nav>`
}

function item({ t }: View, { label, href, state }: Step, index: number): Html {
  const number = state === 'done' ? icon('tick') : html`${index + 1}`
  const words = html`<span class="n" aria-hidden="true">${number}</span><span>${label}${
    state === 'done' ? html`<span class="sr-only"> (${t.shell.done})</span>` : ''
  }</span>`
  const inside =
    href && state !== 'current' ? html`<a href="${href}">${words}</a>` : html`<span>${words}</span>`
  return state === 'current'
    ? html`<li class="current" aria-current="step">${inside}</li>`
    : html`<li class="${state}">${inside}</li>`
}
