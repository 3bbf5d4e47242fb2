import { html } from 'hono/html'
import { subjectOf } from '../communications/letter.ts'
import { problemsOf } from '../forms/views.ts'
import { fullName } from '../identity/presented.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import { breadcrumbs, errorSummary, facts, formatDate, notice, panel, table, tag } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Account, maskSerial } from './account.ts'
import { approvalPage, emptyForm, type Filled, limitPage, restorePage } from './forms.ts'
import { decisionForm, presentedFacts } from './item-view.ts'
import { helpdeskPage } from './layout-view.ts'
import type { RecoveryRequest } from './recovery.ts'

export type OpenAccount = {
  agent: Agent
  lookup: string
  reason: string
  account: Account
  /** Those this agent has in hand, with a certificate. */
  recoveries: RecoveryRequest[]
  /** A form as it was sent, when something was wrong with it. */
  sent?: { form: 'limit' | 'restore' | { recovery: string }; filled: Filled }
  told?: 'names' | 'number' | 'changed'
}

/** Facts of one account, and what an agent can change in it. */
export function accountView(view: View, given: OpenAccount): Html {
  const { lookups, account: words, recovery, item } = view.t.helpdesk
  const { account, agent, lookup, reason, sent, told } = given
  const title = fullName(account.person)
  const problems = sent ? problemsOf(view, sent.filled.errors) : []
  const main = html`${breadcrumbs(view, [{ href: paths.lookup(lookup), label: lookups.title }])}
    ${errorSummary(view, problems)}
    <h1>${title}</h1>
    <p class="muted">${lookups.reason}: ${reason}</p>
    ${view.notice === 'changed' ? notice('success', words.changed) : ''}
    ${told === 'names' ? notice('danger', recovery.names) : ''}
    ${told === 'number' ? notice('danger', recovery.number) : ''}
    ${told === 'changed' ? notice('warning', item.changed) : ''}
    ${given.recoveries.map((one) => recoveryPanel(view, given, one))}
    ${panel(personFacts(view, account), { title: words.facts })}
    ${limitPart(view, given)}
    ${panel(spacesTable(view, account), { title: words.spaces })}
    ${panel(certificatesTable(view, account), { title: words.certificates })}
    ${panel(signInsTable(view, account), { title: words.signIns })}
    ${panel(mailsTable(view, account), { title: words.mails })}`
  return helpdeskPage(view, agent, { title, main, hasErrors: problems.length > 0 })
}

function personFacts(view: View, { person }: Account): Html {
  const { account: words, recovery } = view.t.helpdesk
  const confirmed = person.emailConfirmed
    ? tag(words.emailConfirmed, 'success')
    : tag(words.emailOpen, 'warning')
  return facts([
    ...(person.birthDate
      ? [{ term: recovery.birthDate, value: formatDate(view, new Date(person.birthDate)) }]
      : []),
    {
      term: words.number,
      value: html`${person.maskedNumber ?? ''} ${tag(words.numberStates[person.numberState])}`,
    },
    ...(person.email ? [{ term: words.email, value: html`${person.email} ${confirmed}` }] : []),
    { term: words.since, value: formatDate(view, person.createdAt) },
  ])
}

function limitPart(view: View, { account, lookup, sent }: OpenAccount): Html {
  const words = view.t.helpdesk.account
  const { person, used, allowed } = account
  const action = paths.accountLimit(lookup, person.id)
  const start = { ...emptyForm, answers: { limit: String(allowed) } }
  return html`${panel(
    html`${facts([
      { term: words.limit, value: words.limitUsed(used, allowed) },
      {
        term: person.businessLimit === null ? words.limitUsual : words.limitOwn,
        value: String(allowed),
      },
    ])}`,
    { title: words.limit },
  )}
  ${decisionForm(view, {
    ...{ action, page: limitPage, title: words.change },
    filled: sent?.form === 'limit' ? sent.filled : start,
  })}
  ${
    person.businessLimit === null
      ? ''
      : decisionForm(view, {
          action: paths.accountRestoration(lookup, person.id),
          page: restorePage,
          title: words.restore,
          text: words.restoreText(view.config.BUSINESS_SPACE_LIMIT),
          filled: sent?.form === 'restore' ? sent.filled : emptyForm,
        })
  }`
}

function recoveryPanel(view: View, { account, lookup, sent }: OpenAccount, one: RecoveryRequest): Html {
  const words = view.t.helpdesk.recovery
  const mine = typeof sent?.form === 'object' && sent.form.recovery === one.id
  return html`${panel(
    html`<p>${view.t.helpdesk.account.recoveryText}</p>${one.certificate ? presentedFacts(view, one.certificate) : ''}`,
    { title: words.title(one.reference), attention: true },
  )}
  ${decisionForm(view, {
    action: paths.accountRecovery(lookup, account.person.id, one.id),
    page: approvalPage,
    title: words.approve,
    text: words.approveText(view.config.RECOVERY_WAITING_HOURS),
    filled: mine ? sent.filled : emptyForm,
  })}`
}

function spacesTable(view: View, { spaces }: Account): Html {
  const words = view.t.helpdesk.account
  const roles: Record<string, string> = view.t.spaces.manage.role
  return listOf(view, words.spaces, [words.code, words.kind, words.role, words.opened], spaces, (one) => [
    html`<span class="code">${one.code}</span>`,
    words.kinds[one.kind],
    `${one.role ? (roles[one.role] ?? one.role) : '–'} (${one.own ? words.own : words.member})`,
    html`${formatDate(view, one.createdAt)}${one.closedAt ? ` · ${words.closed(formatDate(view, one.closedAt))}` : ''}`,
  ])
}

function certificatesTable(view: View, { certificates }: Account): Html {
  const words = view.t.helpdesk.account
  const t = view.t.certificates
  const head = [words.kind, t.serialNumber, t.organization, words.lastUsed]
  return listOf(view, words.certificates, head, certificates, (one) => [
    t.kinds[one.kind],
    html`<span class="code">${maskSerial(one.serialNumber)}</span> <span class="muted">${one.provider}</span>`,
    one.organizationName ?? '–',
    html`${formatDate(view, one.lastUsedAt, true)} ${one.removedAt ? tag(words.removed) : ''}${
      one.validTo && one.validTo < new Date() ? tag(t.expired, 'warning') : ''
    }`,
  ])
}

function signInsTable(view: View, { signIns }: Account): Html {
  const words = view.t.helpdesk.account
  return listOf(view, words.signIns, [words.when, words.how, words.state], signIns, (one) => [
    formatDate(view, one.createdAt, true),
    `${view.t.certificates.kinds[one.kind]} (${one.scheme})`,
    one.endedAt ? words.ended : '–',
  ])
}

function mailsTable(view: View, { mails }: Account): Html {
  const words = view.t.helpdesk.account
  return listOf(view, words.mails, [words.when, words.mailKind, words.state], mails, (one) => [
    formatDate(view, one.createdAt, true),
    subjectOf(view.config, one.kind, view.lang),
    mailState(view, one),
  ])
}

function mailState({ t }: View, { sentAt, failedAt, failure }: Account['mails'][number]): Html {
  const words = t.helpdesk.account
  if (sentAt) return tag(words.sentAt, 'success')
  return failedAt ? html`${tag(words.failed, 'danger')} ${failure ?? ''}` : tag(words.waits)
}

function listOf<T>(
  view: View,
  caption: string,
  head: string[],
  items: T[],
  row: (item: T) => (Html | string)[],
): Html {
  if (!items.length) return html`<p class="muted">${view.t.helpdesk.account.none}</p>`
  return table({ caption, head, rows: items.map(row), titled: true })
}
