import { html } from 'hono/html'
import type { FieldError } from '../forms/answers.ts'
import type { Answers } from '../forms/definition.ts'
import { asterisk, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import {
  actions,
  button,
  copyable,
  errorSummary,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  ownPrivacyNotice,
  type Problem,
  panel,
  tag,
  textField,
  timeline,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { waysToPresent } from './certificates-view.ts'
import { fullName, type Presented } from './presented.ts'
import type { Recovery } from './recovery.ts'
import { recoveryPage } from './recovery-form.ts'
import { isEnd, type RecoveryState } from './recovery-state.ts'

type Asking = {
  /** What waits in this browser. */
  waiting: Presented | null
  form: string
  answers: Answers
  errors: FieldError[]
  tooMany?: boolean
}

/** The public page for whoever has no certificate left that signs in. */
export function recoveryView(view: View, { waiting, form, answers, errors, tooMany }: Asking): Html {
  const words = view.t.recovery
  const problems = problemsOf(view, errors)
  const main = html`${errorSummary(view, problems)}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${tooMany ? notice('warning', words.tooMany) : ''}
    ${panel(html`<ol>${words.howSteps(view.config.RECOVERY_WAITING_HOURS).map((step) => html`<li>${step}</li>`)}</ol>`, { title: words.how })}
    ${waiting ? waitingPanel(view, waiting) : presentPanel(view, view.t.recovery.presentFirst, paths.recovery())}
    <form method="post" action="${paths.recovery()}" class="panel" novalidate>
      <h2>${words.ask}</h2>
      <input type="hidden" name="form" value="${form}">
      ${asterisk(view)}
      ${formFields(view, recoveryPage, answers, { errors })}
      ${ownPrivacyNotice(view, 'recovery')}
      ${actions(button(words.submit))}
    </form>
    ${panel(
      html`<p>${words.followText}</p>${actions(linkButton(paths.recoveryLookup(), words.follow, { variant: 'secondary' }))}`,
      { title: words.followTitle },
    )}`
  return layout(view, { title: words.title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

function waitingPanel(view: View, presented: Presented): Html {
  const words = view.t.recovery
  return panel(html`<p>${words.waitingText}</p>${certificateFacts(view, presented)}`, {
    title: words.waitingTitle,
  })
}

function certificateFacts({ t }: View, presented: Presented): Html {
  const words = t.certificates
  const { kind, serialNumber, organizationName, providerName } = presented
  return facts([
    { term: words.holder, value: fullName(presented) },
    { term: t.identity.registration.kind, value: words.kinds[kind] },
    ...(organizationName ? [{ term: words.organization, value: organizationName }] : []),
    { term: words.serialNumber, value: html`<span class="code">${serialNumber}</span>` },
    { term: words.provider, value: providerName },
  ])
}

/** Presenting comes back to `back`. */
type Present = View['t']['recovery']['present']

function presentPanel(view: View, words: Present, back: string): Html {
  return panel(
    html`<p>${words.text}</p>
      ${actions(...waysToPresent(view, (provider) => paths.signInStart(provider, back)))}`,
    { title: words.title },
  )
}

/** Where a code is typed that came by another way than a link. */
export function lookupView(view: View, { code, problems }: { code: string; problems: Problem[] }): Html {
  const words = view.t.recovery
  const main = html`${errorSummary(view, problems)}
    <h1>${words.followTitle}</h1>
    ${lead(words.lookupLead)}
    <form method="post" action="${paths.recoveryLookup()}" class="panel" novalidate>
      ${textField(view, {
        name: 'code',
        label: words.code,
        value: code,
        hint: words.codeHint,
        required: true,
        error: problems.find(({ name }) => name === 'code')?.message,
        autocomplete: 'off',
      })}
      ${actions(button(words.follow))}
    </form>
    <p class="after"><a class="ds-link" href="${paths.recovery()}">${words.title}</a></p>`
  return layout(view, { title: words.followTitle, main, width: 'narrow', hasErrors: problems.length > 0 })
}

type Following = {
  code: string
  recovery: Recovery
  waiting: Presented | null
  problem?: 'registered' | 'taken'
}

/** Where a request stands, for whoever holds its code. */
export function followView(view: View, { code, recovery, waiting, problem }: Following): Html {
  const words = view.t.recovery
  const { state, reference } = recovery
  const main = html`<h1>${words.request(reference)}</h1>
    ${lead(words.leads[state](formatDate(view, recovery.waitsUntil ?? recovery.expiresAt, true)))}
    ${view.notice === 'requested' ? notice('success', words.requested) : ''}
    ${view.notice === 'given' ? notice('success', words.given) : ''}
    ${problem ? notice('danger', html`${words.problems[problem]} ${helpdesk(view)}`) : ''}
    ${state === 'ready' ? completion(view, code) : ''}
    ${state === 'completed' ? actions(linkButton(paths.signIn(), view.t.identity.signIn.title)) : ''}
    ${certificatePart(view, code, recovery, waiting)}
    ${isEnd(state) ? '' : codePanel(view, code)}
    ${panel(coursePart(view, recovery), { title: words.course })}
    <p class="after muted">${words.questions(reference)} ${helpdesk(view)}</p>`
  return layout(view, { title: words.request(reference), main, width: 'narrow' })
}

const helpdesk = ({ t }: View): Html =>
  html`<a class="ds-link" href="${paths.contact()}">${t.identity.registration.helpdesk}</a>`

function completion({ t }: View, code: string): Html {
  return html`<form method="post" action="${paths.recoveryCompletion(code)}">
    ${actions(button(t.recovery.complete))}</form>`
}

function certificatePart(
  view: View,
  code: string,
  { state, certificate }: Recovery,
  waiting: Presented | null,
): Html {
  const words = view.t.recovery
  const open = state === 'requested' || state === 'checking'
  if (open && waiting)
    return html`<form method="post" action="${paths.recoveryCertificate(code)}">
      ${panel(
        html`<p>${words.giveText}</p>${certificateFacts(view, waiting)}${actions(button(words.give))}`,
        { title: words.waitingTitle, attention: true },
      )}</form>`
  if (certificate) return panel(certificateFacts(view, certificate), { title: words.certificate })
  return open ? presentPanel(view, words.present, paths.recoveryOf(code)) : html``
}

const codePanel = (view: View, code: string): Html =>
  panel(html`<p>${copyable(view, code)}</p><p class="muted after">${view.t.recovery.codeText}</p>`, {
    title: view.t.recovery.code,
  })

function coursePart(view: View, { events, createdAt, state, waitsUntil }: Recovery): Html {
  const words = view.t.recovery
  const past = [
    { at: createdAt, text: words.happened.requested },
    ...events.map(({ kind, at }) => ({ at, text: words.happened[kind] })),
  ]
  const over = state === 'ready' && waitsUntil ? [{ at: waitsUntil, text: words.happened.ready }] : []
  return html`<p>${tag(words.states[state], colors[state])}</p>${timeline([...past, ...over], view)}`
}

const colors: Record<RecoveryState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  requested: 'info',
  checking: 'info',
  waiting: 'warning',
  ready: 'success',
  completed: 'success',
  refused: 'danger',
  cancelled: 'danger',
  expired: 'neutral',
}
