import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, button, layout, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { restoredId } from './form-filling.ts'
import type { ParkedPost } from './parked-post.ts'

/** Above a form that was filled again; takes the focus, also without JavaScript. */
export const restoredNotice = ({ t }: View, id: string): Html =>
  html`<div tabindex="-1" autofocus data-focus>${notice(
    'info',
    html`<p>${t.account.parked.notSent}</p>
      <form method="post" action="${paths.parkedRemoval(id)}">${actions(
        linkButton(`#${restoredId}`, t.account.parked.toForm, { variant: 'secondary' }),
        button(t.account.parked.discard, { variant: 'tertiary' }),
      )}</form>`,
    t.account.parked.title,
  )}</div>`

/** Sent along with the restored form: then nothing of it needs to be kept. */
export const restoredMark = (id: string): Html => html`<input type="hidden" name="parked" value="${id}">`

export const goneNotice = ({ t }: View): Html =>
  notice('warning', t.account.parked.goneText, t.account.parked.goneTitle)

/** Where no form can be filled again: what was about to be sent, to be sent on or not. */
export function parkedView(view: View, id: string, { path, fields }: ParkedPost): Html {
  const words = view.t.account.parked
  const main = html`<h1>${words.pageTitle}</h1>
    ${lead(words.pageText)}
    <form method="post" action="${path}">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      ${restoredMark(id)}
      ${actions(
        button(words.send),
        button(words.discard, { variant: 'tertiary', formaction: paths.parkedRemoval(id) }),
      )}
    </form>`
  return layout(view, { title: words.pageTitle, main, width: 'narrow' })
}
