import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { actions, button, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { restoredId } from './form-filling.ts'
import type { ParkedPost } from './parked-post.ts'

/** Above a form that was filled again; takes the focus, also without JavaScript. */
export const restoredNotice = ({ t }: View, removal: string): Html =>
  html`<div tabindex="-1" autofocus data-focus>${notice(
    'info',
    html`<p>${t.account.parked.notSent}</p>
      <form method="post" action="${removal}">${actions(
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
export function parkedMain(
  { t }: View,
  { id, post: { path, fields }, removal }: { id: string; post: ParkedPost; removal: string },
): Html {
  const words = t.account.parked
  return html`<h1>${words.pageTitle}</h1>
    ${lead(words.pageText)}
    <form method="post" action="${path}">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      ${restoredMark(id)}
      ${actions(button(words.send), button(words.discard, { variant: 'tertiary', formaction: removal }))}
    </form>`
}
