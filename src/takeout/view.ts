import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, button, layout, lead, linkButton, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

/** What the person can do with all of their data at once. */
export function takeoutView(view: View): Html {
  const words = view.t.takeout
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${panel(
      html`<ul>${words.inside.map((one) => html`<li>${one}</li>`)}</ul>
        <p>${words.careful}</p>
        <form method="post" action="${paths.takeout()}">${actions(button(words.make))}</form>`,
      { title: words.makeTitle },
    )}
    ${panel(
      html`<p>${words.deletion.lead}</p>
        ${actions(linkButton(paths.deletion(), words.deletion.title, { variant: 'secondary' }))}`,
      { title: words.deletion.title },
    )}
    <p class="after"><a class="ds-link" href="${paths.privacy()}">${view.t.privacy.more}</a></p>`
  return layout(view, { title: words.title, main, width: 'narrow' })
}
