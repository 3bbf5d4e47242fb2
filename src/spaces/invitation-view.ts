import { html } from 'hono/html'
import type { FieldError } from '../forms/answers.ts'
import type { Answers } from '../forms/definition.ts'
import { asterisk, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  errorSummary,
  layout,
  lead,
  linkButton,
  notice,
  ownPrivacyNotice,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { invitationPage } from './invitation-form.ts'

type Form = { space: CurrentSpace; answers: Answers; errors?: FieldError[]; refused?: 'waiting' | 'too_many' }

/** Whom to invite, to what, and with which certificate. */
export function invitationView(view: View, { space, answers, errors = [], refused }: Form): Html {
  const { t } = view
  const words = t.members.form
  const action = paths.newInvitation(space.code)
  const main = html`${breadcrumbs(view, [{ href: paths.members(space.code), label: t.members.title }])}
    ${errorSummary(view, problemsOf(view, errors))}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${refused === 'waiting' ? notice('warning', words.waiting, words.waitingTitle) : ''}
    ${refused === 'too_many' ? notice('warning', words.tooMany) : ''}
    <form class="panel data-form" method="post" action="${action}" novalidate>
      ${asterisk(view)}
      ${formFields(view, invitationPage, answers, { errors, action })}
      <p class="after"><a class="ds-link" href="${paths.help('sharing')}">${words.whoFits}</a></p>
      ${actions(button(words.send), linkButton(paths.members(space.code), words.cancel, { variant: 'tertiary' }))}
    </form>
    ${ownPrivacyNotice(view, 'invitation')}`
  const hasErrors = errors.length > 0
  return layout(view, { title: words.title, main, width: 'narrow', tab: 'members', hasErrors })
}
