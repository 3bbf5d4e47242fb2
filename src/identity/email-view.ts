import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import {
  actions,
  button,
  errorSummary,
  facts,
  layout,
  lead,
  linkButton,
  notice,
  ownPrivacyNotice,
  type Problem,
  panel,
  tag,
  textField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { EmailState } from './email.ts'

type Given = { state: EmailState; typed: string; problems: Problem[]; tooMany?: boolean }

export function emailView(view: View, { state, typed, problems, tooMany }: Given): Html {
  const words = view.t.identity.email
  const main = html`${errorSummary(view, problems)}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${told(view)} ${tooMany ? notice('warning', words.tooMany) : ''}
    ${statePanel(view, state)}
    <form method="post" action="${paths.email()}" novalidate>
      ${panel(
        html`${textField(view, {
          name: 'email',
          label: state.confirmed || state.open ? words.label : words.labelFirst,
          type: 'email',
          value: typed,
          required: true,
          error: problems.find(({ name }) => name === 'email')?.message,
          autocomplete: 'email',
        })}
        ${actions(button(words.submit, { variant: state.open ? 'secondary' : 'primary' }))}`,
        { title: words.change },
      )}
    </form>
    ${ownPrivacyNotice(view, 'email')}
    <p class="after"><a class="ds-link" href="${paths.spaces()}">${words.back}</a></p>`
  return layout(view, { title: words.title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

function told(view: View): Html {
  const { notices } = view.t.identity.email
  if (view.notice === 'requested') return notice('success', notices.requested)
  return view.notice === 'unchanged' ? notice('info', notices.unchanged) : html``
}

function statePanel(view: View, { confirmed, open }: EmailState): Html {
  const words = view.t.identity.email
  if (!confirmed && !open) return panel(html`<p>${words.none}</p>`, { title: words.current })
  const rows = [
    ...(confirmed
      ? [{ term: words.current, value: html`${confirmed} ${tag(words.confirmed, 'success')}` }]
      : []),
    ...(open ? [{ term: words.waiting, value: html`${open} ${tag(words.open, 'warning')}` }] : []),
  ]
  const waiting = html`<p class="after">${words.openText(open ?? '')} ${confirmed ? words.openOld(confirmed) : ''}</p>
    <p class="muted">${words.spam}</p>
    <form method="post" action="${paths.emailResend()}">${actions(button(words.resend))}</form>`
  return panel(html`${facts(rows)}${open ? waiting : ''}`)
}

/** What a confirmation link opens. Only the button confirms: mail scanners follow links too. */
export function confirmationView(
  view: View,
  given: { state: 'open' | 'done' | 'used' | 'expired'; email: string; token: string },
): Html {
  const words = view.t.identity.email
  const { state } = given
  const title = words[`${state === 'open' ? 'confirm' : state}Title`]
  const main = html`<h1>${title}</h1>${state === 'open' ? question(view, given) : answer(view, state)}`
  return layout(view, { title, main, width: 'narrow' })
}

function question(view: View, { email, token }: { email: string; token: string }): Html {
  const words = view.t.identity.email
  return html`${lead(words.confirmText(email))}
    <form method="post" action="${paths.emailConfirmation(token)}">${actions(button(words.confirm))}</form>
    <p class="muted">${words.confirmNot}</p>`
}

function answer(view: View, state: 'done' | 'used' | 'expired'): Html {
  const words = view.t.identity.email
  const next =
    state === 'expired' ? linkButton(paths.email(), words.again) : linkButton(paths.spaces(), words.continue)
  return html`${state === 'done' ? notice('success', words.doneText) : lead(words[`${state}Text`])}
    ${actions(next)}`
}
