import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { actions, button, linkButton, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Subject } from './subject.ts'

type Why = Extract<Subject, { about: 'nobody' }>['why']

/** Says what is missing before a register can be asked, and every way to it. */
export function needed(view: View, space: CurrentSpace, why: Why): Html {
  const { t } = view
  const words = t.sources
  const { title, text } = words.needs[why]
  const ways = (first: string) =>
    html`<h3>${words.ways}</h3><ul>${[first, words.wayCertificate, words.wayHelpdesk].map((one) => html`<li>${one}</li>`)}</ul>`
  const helpdesk = linkButton(paths.contact(), t.errors.helpdesk, { variant: 'tertiary' })
  switch (why) {
    case 'number_none':
      return panel(
        html`<p>${text}</p>${ways(words.wayEnter)}
          ${actions(linkButton(`${paths.profileEdit(space.code)}#f-nationalNumber`, words.enterNumber), helpdesk)}`,
        { title },
      )
    case 'number_declared':
      return panel(
        html`<p>${text}</p>${ways(words.wayAgain)}
          <form method="post" action="${paths.sourcesNumber(space.code)}">${actions(button(words.confirmNumber), helpdesk)}</form>`,
        { title },
      )
    case 'private_certificate':
    case 'no_company_number':
      return panel(
        html`<p>${text}</p><p><a class="ds-link" href="${paths.help('spaces')}">${words.aboutSpaces}</a></p>`,
        { title },
      )
  }
}
