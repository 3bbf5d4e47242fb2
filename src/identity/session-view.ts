import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { actions, button, formatTime, layout, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

/** Extends the session without scripts; the page one was on stays open in its tab. */
export function sessionView(view: View, { actor, back }: { actor: Actor; back: string | null }): Html {
  const words = view.t.identity.session
  const hours = view.config.SESSION_ABSOLUTE_HOURS
  const last = new Date(actor.signedInAt.getTime() + hours * 3600_000)
  const main = html`<h1>${words.title}</h1>
    ${view.notice === 'extended' ? notice('success', words.extended) : ''}
    ${lead(words.ends(formatTime(view, actor.sessionEndsAt)))}
    <p>${words.endsFinal(formatTime(view, last))}</p>
    <form method="post" action="${paths.session()}">
      ${back ? html`<input type="hidden" name="back" value="${back}">` : ''}
      ${actions(button(words.stay), back ? linkButton(back, words.back, { variant: 'secondary' }) : '')}
    </form>`
  return layout(view, { title: words.title, main, width: 'narrow' })
}
