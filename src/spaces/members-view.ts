import { html } from 'hono/html'
import { lastDigits } from '../identifiers/serial-number.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type Actor, type CurrentSpace, mayAct } from '../scopes.ts'
import {
  formatDate,
  icon,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
  table,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Invitation, stateOf } from './invitation.ts'
import { fullName, type Member } from './membership.ts'
import { rightsInWords } from './rights.ts'

type Shown = { actor: Actor; space: CurrentSpace; members: Member[]; invitations: Invitation[] }

/** Who is in the space, who is invited, and who may do what. */
export function membersView(view: View, shown: Shown): Html {
  const { t } = view
  const { space } = shown
  const shared = space.openedWith === 'professional'
  const invites = shared && mayAct(space.role, 'administrator')
  const invite = linkButton(paths.newInvitation(space.code), t.members.invite, { icon: 'plus' })
  const main = html`<div class="page-head"><h1>${t.members.title}</h1>${invites ? invite : ''}</div>
    ${lead(t.members.lead)}
    ${noticeOf(view)}
    ${shared ? administratorHint(view, shown) : oneUser(view)}
    ${panel(memberRows(view, shown))}
    ${invites && shown.invitations.length > 0 ? panel(invitationRows(view, shown), { title: t.members.invitations.title, id: 'invitations' }) : ''}
    ${rightsTable(view)}
    ${mayAct(space.role, 'administrator') ? html`<p class="after"><a class="ds-link" href="${paths.spaceActivity(space.code)}">${t.spaces.activity.title}</a></p>` : ''}
    ${shown.members.length > 1 ? html`<p class="after"><a class="ds-link" href="${paths.leaving(space.code)}">${t.members.leave}</a></p>` : ''}`
  return layout(view, { title: t.members.title, main, tab: 'members' })
}

function noticeOf({ t, notice: said }: View): Html {
  const words = t.members.notices
  if (
    said === 'invited' ||
    said === 'resent' ||
    said === 'revoked' ||
    said === 'changed' ||
    said === 'removed'
  )
    return notice('success', words[said])
  if (said === 'over' || said === 'too_many') return notice('warning', words[said])
  return html``
}

function administratorHint({ t }: View, { actor, members }: Shown): Html {
  const administrators = members.filter(({ role }) => role === 'administrator')
  const [own, another] = administrators.filter(({ getsIn }) => getsIn)
  if (own?.personId !== actor.personId || another) return html``
  const words = t.members
  return notice(
    own.bound ? 'warning' : 'info',
    own.bound ? html`<p>${words.oneAdministrator}</p><p>${words.oneKey}</p>` : words.oneAdministrator,
    administrators.length > 1 ? words.oneReachesTitle : words.oneAdministratorTitle,
  )
}

/** R7: says why, and what to do. */
const oneUser = ({ t }: View): Html =>
  notice(
    'info',
    html`<p>${t.members.oneUser}</p><p>${t.members.oneUserHow}</p>
      <p><a href="${paths.help('certificates')}">${t.members.oneUserAction}</a></p>`,
    t.members.oneUserTitle,
  )

function memberRows(view: View, { actor, space, members }: Shown): Html {
  const { t } = view
  const administers = mayAct(space.role, 'administrator')
  return rows(
    members.map((member) => {
      const self = member.personId === actor.personId
      const change = html`<a class="ds-button" data-variant="secondary" href="${paths.member(space.code, member.personId)}">${t.members.change}<span class="sr-only">: ${fullName(member)}</span></a>`
      return {
        title: html`${fullName(member)}${self ? html` <span class="muted">(${t.members.you})</span>` : ''}`,
        about: factsOf(view, member, administers).join(' · '),
        end: html`${tag(t.spaces.manage.role[member.role], colors[member.role])}${administers && members.length > 1 ? change : ''}`,
      }
    }),
  )
}

const colors = { administrator: 'info', manager: 'success', reader: 'neutral' } as const

function factsOf(
  view: View,
  { capacity, bound, boundUntil, getsIn, joinedAt, lastUsedAt }: Member,
  administers: boolean,
): string[] {
  const words = view.t.members
  return [
    ...(capacity ? [view.t.spaces.capacity[capacity]] : []),
    words.since(formatDate(view, joinedAt)),
    ...(administers ? [words.lastUsed(formatDate(view, lastUsedAt))] : []),
    ...(bound && 'serialNumber' in bound ? [words.boundCertificate(lastDigits(bound.serialNumber))] : []),
    ...(bound && 'organization' in bound ? [words.boundOrganization(bound.organization)] : []),
    ...(administers && boundUntil ? [words.boundUntil(formatDate(view, boundUntil))] : []),
    ...(administers && !getsIn ? [words.shutOut] : []),
  ]
}

function invitationRows(view: View, { space, invitations }: Shown): Html {
  const { t } = view
  const words = t.members.invitations
  return rows(
    invitations.map((invitation) => {
      const { email, role, serialNumber, expiresAt, invitedAt } = invitation
      const state = stateOf(invitation)
      const open = state === 'invited' || state === 'expired'
      const about = [
        email,
        t.spaces.manage.role[role],
        ...(serialNumber ? [words.number(lastDigits(serialNumber))] : []),
        state === 'invited'
          ? words.until(formatDate(view, expiresAt))
          : words.sent(formatDate(view, invitedAt)),
      ]
      return {
        title: fullName(invitation),
        about: about.join(' · '),
        end: html`${tag(words.states[state], stateColors[state])}${
          open ? whatToDo(view, space, invitation) : ''
        }`,
      }
    }),
  )
}

function whatToDo({ t }: View, { code }: CurrentSpace, invitation: Invitation): Html {
  const words = t.members.invitations
  const send = (path: string, label: string) =>
    html`<button class="ds-button" type="submit" data-variant="secondary" formaction="${path}">${label}<span class="sr-only">: ${fullName(invitation)}</span></button>`
  return html`<form class="links" method="post" action="${paths.invitationResending(code, invitation.id)}">
    ${send(paths.invitationResending(code, invitation.id), words.resend)}
    ${send(paths.invitationRevocation(code, invitation.id), words.revoke)}</form>`
}

const stateColors = {
  invited: 'info',
  accepted: 'success',
  declined: 'warning',
  revoked: 'neutral',
  expired: 'warning',
} as const

function rightsTable({ t }: View): Html {
  const { caption } = rightsInWords(t)
  return html`<details class="fold after" id="rights"><summary><span>${caption}</span>${icon('down')}</summary>
    <div class="folded quiet-caption">${table(rightsInWords(t))}</div></details>`
}
