import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

/** Until the address is confirmed nobody is told anything by mail, and ought to know. */
export function emailHint({ t }: View, actor: Actor): Html {
  if (actor.emailConfirmed) return html``
  const words = t.spaces.email
  return notice(
    'info',
    html`<p>${actor.email ? words.text(actor.email) : words.none}</p>
      <p><a href="${paths.email()}">${words.action}</a></p>`,
    words.title,
  )
}
