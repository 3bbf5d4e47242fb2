import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, lead, linkButton, notice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { helpdeskPage } from './layout-view.ts'

/** The name of where agents sign in, and the page they come back to. */
type Shown = { provider: string | null; back: string | null; told?: string | null }

export function agentSignInView(view: View, { provider, back, told = view.notice }: Shown): Html {
  const words = view.t.helpdesk.signIn
  const start =
    told === 'check' && back ? paths.helpdeskCheck(back) : paths.helpdeskSignInStart(back ?? undefined)
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${told && isTold(words.notices, told) ? notice(colorOf(told), words.notices[told]) : ''}
    ${
      provider
        ? actions(linkButton(start, words.action(provider), { large: true }))
        : notice('warning', words.none)
    }`
  return helpdeskPage(view, null, { title: words.title, main, width: 'narrow' })
}

const colorOf = (told: string) =>
  told === 'signed_out' ? 'success' : told === 'kept' || told === 'check' ? 'info' : 'warning'

const isTold = <T extends object>(notices: T, key: PropertyKey): key is keyof T => Object.hasOwn(notices, key)
