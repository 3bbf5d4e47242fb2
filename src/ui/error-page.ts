import { html } from 'hono/html'
import type { Messages } from '../i18n/index.ts'
import { helpdeskPath, paths } from '../paths.ts'
import { type ErrorCode, statusOf } from '../platform/error.ts'
import type { Html } from '../platform/http.ts'
import { layout } from './layout.ts'
import { actions, linkButton } from './parts.ts'
import type { View } from './view.ts'

export type FailureCode = ErrorCode | 'invalid' | 'unexpected' | 'sign_in_cancelled' | 'maintenance'

export const failureStatus: Record<FailureCode, number> = {
  ...statusOf,
  invalid: 422,
  unexpected: 500,
  sign_in_cancelled: 200,
  maintenance: 503,
}

type Words = Messages['errors']['not_found']
export const failureWords = (t: Messages, code: FailureCode): Words => t.errors[code]

type About = {
  /** Finds the error in the log. */
  reference?: string | undefined
  /** What was asked for in a space, and who can grant it. */
  denied?: { asked: string; administrators: string[] } | null
}

/** What happened and what to do next, in the shell. */
export function errorPage(view: View, code: FailureCode, { reference, denied }: About = {}): Html {
  const { t } = view
  const whom = denied?.administrators.length ? listNames(view, denied.administrators) : null
  const { title, text, next } = failureWords(t, code)
  const main = html`<div class="failure">
    ${failureStatus[code] >= 400 ? html`<p class="failure-number" aria-hidden="true">${failureStatus[code]}</p>` : ''}
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p>${whom ? t.errors.whoGrants(whom) : next}</p>
    ${whom && denied ? html`<p><a class="ds-link" href="${paths.members(denied.asked)}">${t.members.rights.title}</a></p>` : ''}
    ${reference ? html`<p class="muted">${t.errors.reference}: <span class="code">${reference}</span></p>` : ''}
    ${actions(...waysOut(view, code))}
    ${helpdesk(view, code)}
  </div>`
  return layout(view, { title, main, width: 'narrow' })
}

const listNames = ({ lang }: View, names: string[]) => new Intl.ListFormat(lang).format(names)

function waysOut(view: View, code: FailureCode): Html[] {
  const { t, actor } = view
  const start = linkButton(paths.start(), t.errors.toStart, { variant: 'secondary' })
  // Only what was sent ends here; whoever just looks is led to sign in. Reloading sends it again.
  if (code === 'own_account') return [linkButton(paths.helpdesk(), t.errors.toQueue)]
  if (code === 'signed_out' || code === 'session_over')
    return [linkButton(signInFor(view), t.errors.signIn, { newTab: true }), start]
  if (code === 'not_fresh')
    return [linkButton(paths.confirm(view.url), t.errors.confirm, { newTab: true }), start]
  if (code === 'sign_in_cancelled')
    return [
      linkButton(paths.signIn(), t.errors.tryAgain),
      linkButton(paths.help('certificates'), t.errors.toHelp, { variant: 'secondary' }),
    ]
  if (code === 'maintenance') return []
  return actor
    ? [linkButton(paths.spaces(), t.errors.toSpaces), start]
    : [linkButton(paths.start(), t.errors.toStart)]
}

function signInFor({ url }: View): string {
  const helpdesk = helpdeskPath(url)
  return helpdesk ? paths.helpdeskSignIn(undefined, helpdesk) : paths.signIn(url)
}

/** Whom to ask, right here: when the portal fails, its contact page may fail too. */
function helpdesk({ t, config }: View, code: FailureCode): Html | string {
  const known = [config.HELPDESK_PHONE, config.HELPDESK_EMAIL].filter(Boolean)
  const wanted = failureStatus[code] >= 500 || code === 'sign_in_cancelled'
  return wanted && known.length ? html`<p class="muted">${t.errors.helpdesk}: ${known.join(' · ')}</p>` : ''
}
