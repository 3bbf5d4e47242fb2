import { html } from 'hono/html'
import { advice, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type Draft, dataPage } from '../profile/entry.ts'
import type { Actor, Capacity } from '../scopes.ts'
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
  ownPrivacyNotice,
  type Problem,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { OwnSpace } from './space.ts'

export const capacities = ['manager', 'employee', 'representative', 'self_employed'] as const

type Creation = {
  draft: Draft
  /** Made with the form: sending it twice opens one space. */
  key: string
}
export type PrivateCreation = Creation & { prefilled: 'known' | 'certificate' | 'nothing' | null }
export type BusinessCreation = Creation & {
  actor: Actor
  capacity: Capacity | null
  capacityMissing: boolean
  /** Spaces the person has for this company already. */
  same: OwnSpace[]
  /** Whether those were only found when the form was sent. */
  held: boolean
}

/** R8: personal data, prefilled from the certificate if one wants, then Confirm. */
export function createPrivateView(view: View, given: PrivateCreation): Html {
  const { t } = view
  const words = t.spaces.create
  const problems = problemsOf(view, given.draft.errors)
  const main = html`${head(view, words.privateTitle, words.privateLead, problems)}
    ${prefillNotice(view, given)}
    <form method="post" action="${paths.newPrivateSpace()}" class="panel data-form" novalidate>
      ${defaultButton(view)}
      ${hidden('key', given.key)}
      <div class="callout"><div><p class="title">${words.prefillTitle}</p><p>${words.prefillText}</p></div>
        ${button(words.prefill, { variant: 'secondary', name: 'prefill', value: 'yes' })}</div>
      ${advice(view)}
      ${formFields(view, dataPage('private'), given.draft.answers, { ...given.draft, action: paths.newPrivateSpace() })}
      ${confirmBar(view, words.confirm)}
    </form>
    ${ownPrivacyNotice(view, 'person')}`
  return page(view, words.privateTitle, main, problems)
}

function prefillNotice({ t }: View, { prefilled, draft }: PrivateCreation): Html {
  const words = t.spaces.create
  if (draft.errors.length > 0 || !prefilled) return html``
  if (prefilled === 'known')
    return draft.sources.email || draft.sources.nationalNumber
      ? notice('info', html`<p>${words.known}</p>${declaredNumber(t, draft)}`, words.knownTitle)
      : html``
  return notice(
    prefilled === 'certificate' ? 'success' : 'info',
    prefilled === 'certificate' ? words.prefilled : words.nothingToPrefill,
  )
}

/** A declared number is the person's word; a confirmed one is read-only and says so at its field. */
const declaredNumber = (t: View['t'], { answers, locked }: Draft): Html =>
  answers.nationalNumber && !locked.nationalNumber
    ? html`<p>${t.profile.number.title}: ${t.profile.number.declared}</p>`
    : html``

/** R9: company data, taken from a Professional certificate or typed, then Confirm. */
export function createBusinessView(view: View, given: BusinessCreation): Html {
  const { t } = view
  const words = t.spaces.create
  const problems = [
    ...(given.capacityMissing ? [{ name: 'capacity', message: words.capacityMissing }] : []),
    ...problemsOf(view, given.draft.errors),
  ]
  const main = html`<div data-color="business">${head(view, words.businessTitle, words.businessLead, problems)}
    ${sameCompany(view, given)} ${certificateNotice(view, given.actor)}
    <form method="post" action="${paths.newBusinessSpace()}" class="panel data-form" novalidate>
      ${hidden('key', given.key)} ${given.same.length > 0 ? hidden('warned', given.same.map(({ code }) => code).join(' ')) : ''}
      ${advice(view)}
      <div class="group">${capacityField(view, given)}</div>
      ${formFields(view, dataPage('business'), given.draft.answers, { ...given.draft, action: paths.newBusinessSpace() })}
      ${confirmBar(view, given.held ? words.confirmAnyway : words.confirm)}
    </form>
    ${ownPrivacyNotice(view, 'company')}</div>`
  return page(view, words.businessTitle, main, problems)
}

function capacityField(view: View, { capacity, capacityMissing }: BusinessCreation): Html {
  const { t } = view
  return choiceField(view, {
    kind: 'one',
    name: 'capacity',
    label: t.spaces.create.capacity,
    required: true,
    values: capacity ? [capacity] : [],
    choices: capacities.map((value) => ({ value, label: t.spaces.capacity[value] })),
    ...(capacityMissing ? { error: t.spaces.create.capacityMissing } : {}),
  })
}

function certificateNotice({ t }: View, { certificate }: Actor): Html {
  const words = t.spaces.create
  return certificate.kind === 'professional'
    ? notice('info', words.professional, words.professionalTitle(certificate.organizationName ?? ''))
    : notice('info', words.oneUser, words.oneUserTitle)
}

/** A warning, not a refusal: a company may want two spaces, but rarely by accident. */
function sameCompany({ t }: View, { same, held }: BusinessCreation): Html {
  const words = t.spaces.create
  if (same.length === 0) return html``
  return notice(
    'warning',
    html`<p>${held ? words.sameCompany : words.sameCompanyBefore}</p>
      <ul>${same.map(({ code, title }) => html`<li><a href="${paths.space(code)}">${title}</a> <span class="code">${code}</span></li>`)}</ul>`,
    words.sameCompanyTitle,
  )
}

const head = (view: View, title: string, text: string, problems: Problem[]): Html =>
  html`${breadcrumbs(view, [{ href: paths.spaces(), label: view.t.spaces.manage.title }])}
    ${errorSummary(view, problems)}<h1>${title}</h1>${lead(text)}`

const confirmBar = ({ t }: View, label: string): Html =>
  actions(button(label), linkButton(paths.spaces(), t.spaces.create.cancel, { variant: 'tertiary' }))

/** Enter in a field presses a form's first button, which must be the one that confirms. */
const defaultButton = ({ t }: View): Html =>
  html`<button class="sr-only" type="submit" tabindex="-1" aria-hidden="true">${t.spaces.create.confirm}</button>`

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

const page = (view: View, title: string, main: Html, problems: Problem[]): Html =>
  layout(view, { title, main, width: 'narrow', hasErrors: problems.length > 0 })
