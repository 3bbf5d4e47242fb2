import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { facts, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Submission } from './submission.ts'

/** What was submitted, in the words and the language it was submitted in, whatever the definition says today. */
export function wordingView(
  { t }: View,
  { wording, language }: Pick<Submission, 'wording' | 'language'>,
): Html {
  return html`<div class="stack" lang="${language}">${wording.pages.map(({ title, groups }) =>
    panel(
      html`${groups.map(
        (group) =>
          html`<section class="answers">${group.title ? html`<h3>${group.title}</h3>` : ''}${facts(
            group.answers.map(({ label, value }) => ({
              term: label,
              value: value ? lines(value) : html`<span class="muted">${t.dossiers.notAnswered}</span>`,
            })),
          )}</section>`,
      )}`,
      { title },
    ),
  )}</div>`
}

/** Line breaks people typed stay. */
const lines = (value: string): Html =>
  html`${value.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`
