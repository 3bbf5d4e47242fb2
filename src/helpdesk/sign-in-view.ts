import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { helpdeskPage } from './layout-view.ts'

/** Where agents sign in; `provider` is its name. */
export function agentSignInView(view: View, provider: string | null, told: string | null): Html {
  const words = view.t.helpdesk.signIn
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${told && isTold(words.notices, told) ? notice(told === 'signed_out' ? 'success' : 'warning', words.notices[told]) : ''}
    ${
      provider
        ? actions(linkButton(paths.helpdeskSignInStart(), words.action(provider), { large: true }))
        : notice('warning', words.none)
    }`
  return helpdeskPage(view, null, { title: words.title, main, width: 'narrow' })
}

const isTold = <T extends object>(notices: T, key: PropertyKey): key is keyof T => Object.hasOwn(notices, key)
