import { html } from 'hono/html'
import type { Section } from '../i18n/topic.ts'
import type { Html } from '../platform/http.ts'
import { formatDate } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

/** Sections of running text: heading, paragraphs, list. */
export function sectionsOf(view: View, sections: Section[]): Html {
  return html`${sections.map(
    ({ heading, text, list }) => html`<section class="prose"><h2>${heading}</h2>
      ${text.map((one) => html`<p>${fill(view, one)}</p>`)}
      ${list.length ? html`<ul>${list.map((one) => html`<li>${fill(view, one)}</li>`)}</ul>` : ''}</section>`,
  )}`
}

/** Numbers that are configuration, put into a text: {limit}, {idle}, {hours}. */
export function fill({ config }: View, text: string): string {
  return text
    .replace('{limit}', String(config.BUSINESS_SPACE_LIMIT))
    .replace('{idle}', String(config.SESSION_IDLE_MINUTES))
    .replace('{hours}', String(config.SESSION_ABSOLUTE_HOURS))
}

/** What the operator gave, line by line; says plainly when nothing was given. */
export function given(view: View, text: string): Html {
  if (!text.trim()) return html`<p class="muted">${view.t.legal.notGiven}</p>`
  const lines = text.trim().split(/\r?\n|\\n/)
  return html`<p>${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>`
}

export const updated = (view: View, day: string): Html =>
  html`<p class="muted">${view.t.shell.lastUpdated(formatDate(view, new Date(day)))}</p>`
