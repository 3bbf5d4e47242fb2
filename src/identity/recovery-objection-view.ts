import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, button, formatDate, layout, lead, linkButton, notice, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Notice, OwnRecovery } from './recovery-objection.ts'

/** What the link in a notice opens. Only the button stops anything: mail scanners follow links too. */
export function noticeView(view: View, { found, token }: { found: Notice | null; token: string }): Html {
  const words = view.t.recovery.objection
  const open = found?.state === 'waiting' || found?.state === 'ready'
  const title = open ? words.title : found?.state === 'cancelled' ? words.stoppedTitle : words.overTitle
  const main = html`<h1>${title}</h1>
    ${open && found ? question(view, found, token) : over(view, found)}`
  return layout(view, { title, main, width: 'narrow' })
}

function question(view: View, { waitsUntil, reference }: Notice, token: string): Html {
  const words = view.t.recovery.objection
  return html`${lead(words.lead(formatDate(view, waitsUntil ?? new Date(), true)))}
    <form method="post" action="${paths.recoveryNotice(token)}">${actions(button(words.stop, { danger: true }))}</form>
    <p class="muted after">${words.yours} ${words.reference}: <span class="code">${reference}</span></p>`
}

function over({ t }: View, found: Notice | null): Html {
  const words = t.recovery.objection
  const done = found?.state === 'cancelled'
  return html`${done ? notice('success', words.stopped) : lead(found?.state === 'completed' ? words.tooLate : words.overText)}
    ${actions(linkButton(paths.contact(), t.identity.registration.helpdesk, { variant: 'secondary' }))}`
}

/** Right after signing in, and from “My certificates”: somebody asks for this very account. */
export function ownRecoveriesView(view: View, found: OwnRecovery[], back: string): Html {
  const words = view.t.recovery.objection
  const stopped = view.notice === 'stopped' ? words.stoppedTitle : words.overTitle
  const title = found.length ? words.title : stopped
  const main = html`<h1>${title}</h1>
    ${view.notice === 'stopped' ? notice('success', words.stopped) : ''}
    ${found.length || view.notice ? '' : lead(words.overText)}
    ${found.map(({ reference, waitsUntil, approvedAt }) =>
      panel(
        html`<p>${words.lead(formatDate(view, waitsUntil, true))}</p>
          <p class="muted">${words.reference}: <span class="code">${reference}</span> · ${formatDate(view, approvedAt, true)}</p>
          <form method="post" action="${paths.ownRecoveryCancellation(reference)}">
            <input type="hidden" name="back" value="${back}">
            ${actions(button(words.stop, { danger: true }))}
          </form>`,
        { attention: true },
      ),
    )}
    ${found.length ? html`<p class="muted">${words.yours}</p>` : ''}
    ${actions(linkButton(back, view.t.certificates.continue, { variant: found.length ? 'secondary' : 'primary' }))}`
  return layout(view, { title, main, width: 'narrow' })
}
