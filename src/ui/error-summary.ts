import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { icon } from './icons.ts'
import type { View } from './view.ts'

/** One problem in a form: the field's name (its control has the id `f-NAME`) and what to do about it. */
export type Problem = { name: string; message: string }

/** Above a form that was refused: every problem, linked to its field; takes the focus, also without JavaScript. */
export function errorSummary({ t }: View, problems: Problem[]): Html {
  if (problems.length === 0) return html``
  return html`<div class="ds-error-summary problems" role="alert" tabindex="-1" autofocus data-focus aria-labelledby="problems">
  <h2 id="problems">${icon('danger')}${t.shell.problems}</h2>
  <p>${t.shell.problemsText(problems.length)}</p>
  <ul>${problems.map(({ name, message }) => html`<li><a class="ds-link" href="#f-${name}">${message}</a></li>`)}</ul>
</div>`
}
