import { html } from 'hono/html'
import type { Page } from '../forms/definition.ts'
import { asterisk, formFields, problemsOf } from '../forms/views.ts'
import { showPhone } from '../identifiers/contact.ts'
import { fullName } from '../identity/presented.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  errorSummary,
  facts,
  formatDate,
  icon,
  lead,
  linkButton,
  notice,
  type Problem,
  panel,
  tag,
  timeline,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { maskSerial } from './account.ts'
import { colors, paragraphs } from './asking-view.ts'
import type { WaitingCertificate } from './certificate-request.ts'
import { answerPage, emptyForm, type Filled, raisePage, refusalPage } from './forms.ts'
import { helpdeskPage } from './layout-view.ts'
import type { RecoveryRequest } from './recovery.ts'
import type { HelpdeskRequest, InHandOf } from './request.ts'
import { isAnswered } from './request-state.ts'

/** One of the two forms of a page as it was sent; the other is empty. */
export type Sent = { decision: 'answer' | 'refusal'; filled: Filled } | null
/** Somebody was faster; what was typed meanwhile is still there to copy. */
export type Overtaken = { changed?: true; typed?: string }
type Shown = { agent: Agent; sent?: Sent } & Overtaken

/** What somebody asked. */
export function helpdeskRequestView(view: View, request: HelpdeskRequest, shown: Shown): Html {
  const { item, ask } = view.t.helpdesk
  const { id, reference, kind, state, personId, wanted, events } = request
  const mine = request.inHandOf?.agent === shown.agent.id && !isAnswered(state)
  const start = wanted === null ? emptyForm : { ...emptyForm, answers: { limit: String(wanted) } }
  const main = html`<p>${ask.kinds[kind]} ${tag(ask.states[state], colors[state])}</p>
    ${panel(
      html`${facts([
        { term: item.from, value: request.name },
        ...(request.email ? [{ term: item.email, value: request.email }] : []),
        { term: item.language, value: view.t.forms.languages[request.language] },
        { term: item.sent, value: formatDate(view, request.createdAt, true) },
        ...(wanted === null ? [] : [{ term: item.wanted, value: String(wanted) }]),
      ])}
      ${personId ? openAccountForm(view, reference, item.reference(reference)) : html`<p class="muted">${item.noAccount}</p>`}`,
    )}
    ${request.message ? panel(paragraphs(request.message), { title: item.message }) : ''}
    ${isAnswered(state) ? '' : handPanel(view, paths.helpdeskTaking('requests', id), request.inHandOf, shown.agent)}
    ${
      mine
        ? decisionForm(view, {
            action: paths.helpdeskAnswer('requests', id),
            page: kind === 'limit' ? raisePage : answerPage,
            title: kind === 'limit' ? item.raise : item.answer,
            filled: shown.sent?.decision === 'answer' ? shown.sent.filled : start,
          })
        : ''
    }
    ${panel(
      timeline(
        [
          { at: request.createdAt, text: ask.happened.sent },
          ...events.map(({ kind: step, at, agentName, answer }) => ({
            at,
            text: html`${ask.happened[step]} <span class="muted">${item.answeredBy(agentName ?? '')}</span>${answer ? paragraphs(answer) : ''}`,
          })),
        ],
        view,
      ),
      { title: item.course },
    )}
    ${mine && kind === 'limit' ? refusalForm(view, paths.helpdeskRefusal('requests', id), shown.sent) : ''}`
  return itemPage(view, shown, item.reference(reference), main)
}

/** Somebody has lost every certificate. */
export function recoveryRequestView(view: View, request: RecoveryRequest, shown: Shown): Html {
  const { item, recovery: words } = view.t.helpdesk
  const { id, reference, certificate, state, events } = request
  const open = state === 'requested' || state === 'checking'
  const inHand = request.inHandOf?.agent === shown.agent.id
  const refusable = inHand && (state === 'checking' || state === 'waiting' || state === 'ready')
  const main = html`<p>${tag(view.t.recovery.states[state], open ? 'info' : 'neutral')}</p>
    ${view.notice === 'approved' ? notice('success', words.approved) : ''}
    ${panel(
      html`${facts([
        { term: item.from, value: fullName(request) },
        { term: words.birthDate, value: formatDate(view, new Date(request.birthDate)) },
        { term: item.email, value: request.email },
        ...(request.phone ? [{ term: item.phone, value: showPhone(request.phone) }] : []),
        ...(request.spaceCode ? [{ term: words.spaceCode, value: request.spaceCode }] : []),
        { term: item.language, value: view.t.forms.languages[request.language] },
        { term: item.sent, value: formatDate(view, request.createdAt, true) },
      ])}`,
      { title: words.typed },
    )}
    ${request.story ? panel(paragraphs(request.story), { title: words.story }) : ''}
    ${panel(certificate ? presentedFacts(view, certificate) : html`<p>${words.noCertificate}</p>`, { title: words.certificate })}
    ${open ? handPanel(view, paths.helpdeskTaking('recoveries', id), request.inHandOf, shown.agent) : ''}
    ${
      state === 'checking' && inHand && certificate
        ? panel(
            html`<p>${words.findText}</p>${actions(linkButton(paths.newLookup({ for: item.reference(reference) }), words.find))}`,
            { title: words.account },
          )
        : ''
    }
    ${panel(
      timeline(
        [
          { at: request.createdAt, text: view.t.recovery.happened.requested },
          ...events.map(({ kind, at, agentName, reason }) => ({
            at,
            text: html`${view.t.recovery.happened[kind]} ${agentName ? html`<span class="muted">${item.answeredBy(agentName)}</span>` : ''}${reason ? paragraphs(reason) : ''}`,
          })),
        ],
        view,
      ),
      { title: item.course },
    )}
    ${refusable ? refusalForm(view, paths.helpdeskRefusal('recoveries', id), shown.sent) : ''}`
  return itemPage(view, shown, words.title(reference), main)
}

/** A certificate that could not be registered just like that. */
export function waitingCertificateView(view: View, waiting: WaitingCertificate, shown: Shown): Html {
  const words = view.t.helpdesk.certificate
  const { id, reason, settledAt, settledBy, answer } = waiting
  const main = html`${lead(words.why[reason])}
    ${panel(
      html`${presentedFacts(view, waiting)}
      ${openAccountForm(view, id, words.title)}`,
      { title: words.names },
    )}
    ${
      settledAt
        ? panel(html`<p>${words.settled(settledBy ?? '')}</p>${paragraphs(answer ?? '')}`)
        : html`${
            reason === 'names'
              ? decisionForm(view, {
                  action: paths.helpdeskAnswer('certificates', id),
                  page: answerPage,
                  title: words.accept,
                  filled: shown.sent?.decision === 'answer' ? shown.sent.filled : emptyForm,
                })
              : ''
          }${refusalForm(view, paths.helpdeskRefusal('certificates', id), shown.sent)}`
    }`
  return itemPage(view, shown, words.title, main)
}

function itemPage(view: View, { agent, sent, changed, typed }: Shown, title: string, body: Html): Html {
  const { item } = view.t.helpdesk
  const problems: Problem[] = sent ? problemsOf(view, sent.filled.errors) : []
  const main = html`${breadcrumbs(view, [{ href: paths.helpdesk(), label: item.back }])}
    ${errorSummary(view, problems)}
    <h1>${title}</h1>
    ${changed ? notice('warning', item.changed) : ''}
    ${typed ? panel(paragraphs(typed), { title: item.typed }) : ''}
    ${body}`
  return helpdeskPage(view, agent, { title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

/** Two agents on one thing see each other here. */
function handPanel(view: View, action: string, inHandOf: InHandOf, agent: Agent): Html {
  const { item } = view.t.helpdesk
  if (inHandOf?.agent === agent.id) return notice('info', item.mine)
  return panel(
    html`<p>${inHandOf ? item.other(inHandOf.name) : item.nobody}</p>
      <form method="post" action="${action}">${actions(button(inHandOf ? item.takeOver : item.take, { variant: inHandOf ? 'secondary' : 'primary' }))}</form>`,
    { attention: true },
  )
}

type Decision = { action: string; page: Page; title: string; filled: Filled; danger?: boolean; text?: string }

export function decisionForm(view: View, { action, page, title, filled, danger, text }: Decision): Html {
  return html`<form method="post" action="${action}" class="panel" novalidate>
    <h2>${title}</h2>
    ${text ? html`<p>${text}</p>` : ''}
    ${asterisk(view)}
    ${formFields(view, page, filled.answers, { errors: filled.errors })}
    ${actions(button(title, danger ? { danger: true } : {}))}
  </form>`
}

/** Its fields have names of their own, as two forms may stand on one page. */
const refusalForm = (view: View, action: string, sent: Sent | undefined): Html =>
  html`<details class="fold after"${sent?.decision === 'refusal' ? html` open` : ''}><summary><span>${view.t.helpdesk.item.refuse}</span>${icon('down')}</summary><div class="folded">
    ${decisionForm(view, {
      action,
      page: refusalPage,
      title: view.t.helpdesk.item.refuse,
      text: view.t.helpdesk.item.refuseText,
      filled: sent?.decision === 'refusal' ? sent.filled : emptyForm,
      danger: true,
    })}</div></details>`

/** Opening is a look-up like any other, with the request as its reason. */
function openAccountForm(view: View, value: string, reason: string): Html {
  return html`<form method="post" action="${paths.lookups()}">
    <input type="hidden" name="by" value="request"><input type="hidden" name="value" value="${value}">
    <input type="hidden" name="reason" value="${reason}">
    ${actions(button(view.t.helpdesk.item.openAccount, { variant: 'secondary' }))}
  </form>`
}

type Presented = Pick<
  WaitingCertificate,
  'familyName' | 'givenName' | 'kind' | 'organizationName' | 'serialNumber' | 'provider'
>

export function presentedFacts({ t }: View, one: Presented): Html {
  const words = t.certificates
  return facts([
    { term: words.holder, value: fullName(one) },
    { term: t.identity.registration.kind, value: words.kinds[one.kind] },
    ...(one.organizationName ? [{ term: words.organization, value: one.organizationName }] : []),
    { term: words.serialNumber, value: html`<span class="code">${maskSerial(one.serialNumber)}</span>` },
    { term: words.provider, value: one.provider },
  ])
}
