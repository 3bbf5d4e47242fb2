import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  choiceField,
  errorSummary,
  layout,
  lead,
  linkButton,
  notice,
  panel,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { roleChoices } from './invitation-form.ts'
import { fullName, type Member } from './membership.ts'

type OneMember = { actor: Actor; space: CurrentSpace; member: Member }

/**
 * Where an administrator changes what somebody may do. `last`: that would leave nobody to administer the space.
 * `role`: what was chosen is none.
 */
export function memberView(
  view: View,
  { actor, space, member }: OneMember,
  problem: 'last' | 'role' | null = null,
): Html {
  const { t, lang } = view
  const words = t.members.member
  const title = words.title(fullName(member))
  const self = member.personId === actor.personId
  const away = self ? paths.leaving(space.code) : paths.memberRemoval(space.code, member.personId)
  const error = problem === 'role' ? t.forms.errors.notListed : undefined
  const main = html`${crumbs(view, space)}
    ${errorSummary(view, error ? [{ name: 'role', message: error }] : [])}
    <h1>${title}</h1>
    ${problem === 'last' ? notice('warning', t.members.last.remove, t.members.last.title) : ''}
    ${self ? notice('info', words.self) : ''}
    <form class="panel" method="post" action="${paths.memberRole(space.code, member.personId)}">
      ${choiceField(view, {
        ...{ kind: 'one', name: 'role', label: words.role, required: true, values: [member.role] },
        choices: roleChoices.map(({ value, label }) => ({ value, label: label[lang] })),
        error,
      })}
      ${actions(button(words.save), linkButton(paths.members(space.code), t.members.form.cancel, { variant: 'tertiary' }))}
    </form>
    <p class="after"><a class="ds-link" href="${away}">${self ? t.members.leave : words.remove}</a></p>`
  return layout(view, { title, main, width: 'narrow', tab: 'members', hasErrors: error !== undefined })
}

/** Asks before somebody is removed. */
export function memberRemovalView(
  view: View,
  { space, member }: Omit<OneMember, 'actor'>,
  last = false,
): Html {
  const { t } = view
  const words = t.members.removal
  const title = words.title(fullName(member))
  const main = html`${crumbs(view, space)}
    <h1>${title}</h1>
    ${
      last
        ? lastAdministrator(view, space, t.members.last.remove)
        : question({
            lead: words.lead,
            points: [words.stays, ...(member.role === 'administrator' ? [words.invitations] : [])],
            action: paths.memberRemoval(space.code, member.personId),
            ...{ back: paths.member(space.code, member.personId), confirm: words.confirm, keep: words.keep },
          })
    }`
  return layout(view, { title, main, width: 'narrow', tab: 'members' })
}

/** Asks before one leaves; says who must stay. */
export function leavingView(
  view: View,
  { space, opened, members, last }: { space: CurrentSpace; opened: boolean; members: number; last: boolean },
): Html {
  const { t } = view
  const words = t.members.leaving
  const main = html`${crumbs(view, space)}
    <h1>${words.title}</h1>
    ${
      last
        ? lastAdministrator(view, space, members > 1 ? t.members.last.remove : t.members.last.alone)
        : question({
            lead: words.lead(space.title),
            points: [words.stays, ...(opened ? [words.counts] : [])],
            ...{ action: paths.leaving(space.code), back: paths.members(space.code) },
            ...{ confirm: words.confirm, keep: words.keep },
          })
    }`
  return layout(view, { title: words.title, main, width: 'narrow', tab: 'members' })
}

const crumbs = (view: View, { code }: CurrentSpace): Html =>
  breadcrumbs(view, [{ href: paths.members(code), label: view.t.members.title }])

const lastAdministrator = ({ t }: View, { code }: CurrentSpace, why: string): Html =>
  html`${notice('warning', why, t.members.last.title)}
    ${actions(linkButton(paths.members(code), t.members.title))}`

type Question = {
  lead: string
  points: string[]
  action: string
  back: string
  confirm: string
  keep: string
}

const question = ({ points, action, back, confirm, keep, ...words }: Question): Html =>
  html`${lead(words.lead)}
    ${panel(html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>
      <form method="post" action="${action}">
        ${actions(button(confirm, { danger: true }), linkButton(back, keep, { variant: 'secondary' }))}
      </form>`)}`
