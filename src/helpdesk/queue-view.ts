import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import { emptyState, formatDate, lead, notice, panel, rows, tag } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { helpdeskPage } from './layout-view.ts'
import type { Waiting } from './queue.ts'

/** What waits, and who works on it. */
export function queueView(view: View, agent: Agent, waiting: Waiting[]): Html {
  const { waiting: words, queue } = view.t.helpdesk
  const items = waiting.map((one) => ({
    title: [words.about[one.about], one.reference].filter(Boolean).join(' '),
    href: paths.helpdeskItem(one.kind, one.id),
    about: words.since(formatDate(view, one.at, true)),
    end: one.inHandOf ? tag(words.inHandOf(one.inHandOf), 'warning') : tag(words.free, 'info'),
  }))
  const main = html`<h1>${queue}</h1>
    ${lead(words.lead)}
    ${view.notice === 'done' ? notice('success', words.done) : ''}
    ${items.length ? panel(rows(items)) : emptyState({ title: words.none, text: words.noneText })}`
  return helpdeskPage(view, agent, { title: queue, main })
}
