import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { actions, button, layout, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { restoredId } from './form-filling.ts'
import type { ParkedPost } from './parked-post.ts'
import type { TypedPost } from './request.ts'

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
  { id, post, removal }: { id: string; post: ParkedPost; removal: string },
): Html {
  const words = t.account.parked
  return html`<h1>${words.pageTitle}</h1>
    ${lead(words.pageText)}
    ${sendingOn(
      post,
      html`${restoredMark(id)}${actions(
        button(words.send),
        button(words.discard, { variant: 'tertiary', formaction: removal }),
      )}`,
    )}`
}

/** The same in another language, of a page that only comes in answer to what is sent. */
export function typedView(view: View, post: TypedPost): Html {
  const words = view.t.account.typed
  const main = html`<h1>${words.title}</h1>
    ${lead(words.text)}
    ${sendingOn(
      post,
      actions(
        button(words.send),
        linkButton(post.page, view.t.account.parked.discard, { variant: 'tertiary' }),
      ),
    )}`
  return layout(view, { title: words.title, main, width: 'narrow' })
}

const sendingOn = ({ path, fields }: ParkedPost, more: Html): Html =>
  html`<form method="post" action="${path}">
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${more}
  </form>`
