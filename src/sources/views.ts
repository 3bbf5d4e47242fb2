import { html } from 'hono/html'
import { type Answers, type Form, fieldsOf } from '../forms/definition.ts'
import { displayValue } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { profileForm } from '../profile/entry.ts'
import type { Profile } from '../profile/profile.ts'
import type { CurrentSpace } from '../scopes.ts'
import { emptyState, facts, formatDate, layout, lead, notice, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Told } from './asking.ts'
import type { HeldCompany } from './company-register.ts'
import { comparison } from './comparison-view.ts'
import type { Held } from './held.ts'
import type { HeldLicence } from './licence-register.ts'
import { needed } from './needs-view.ts'
import type { RegisterId, Said } from './register.ts'
import type { Subject } from './subject.ts'

export type Shown = { space: CurrentSpace; subject: Subject; told: Told; profile: Profile | null }

/** R12: what each register holds, as of when, beside what the person entered. */
export function sourcesView(view: View, shown: Shown): Html {
  const { t } = view
  const { space, subject, told } = shown
  const words = t.sources
  const asked = Object.values(told).some((one) => one !== null)
  const filling = told.persons ?? told.companies
  const main = html`<h1>${words.title}</h1>
    ${noticeOf(view)} ${asked ? lead(space.kind === 'private' ? words.lead : words.companyLead) : ''}
    ${subject.about === 'nobody' ? needed(view, space, subject.why) : ''}
    ${subject.about !== 'nobody' && !asked ? panel(emptyState({ title: words.notConnected, text: words.notConnectedText })) : ''}
    ${register(view, 'persons', told.persons, (held) => heldFacts(view, held, 'private'))}
    ${register(view, 'companies', told.companies, (held) => companyFacts(view, held))}
    ${filling?.state === 'answered' ? comparison(view, shown, filling.value) : ''}
    ${register(view, 'drivingLicences', told.drivingLicences, (held) => licenceFacts(view, held))}
    ${
      subject.about === 'nobody' && space.kind === 'business'
        ? ''
        : html`<p class="after"><a class="ds-link" href="${paths.consultations(space.code)}">${space.kind === 'private' ? words.looked.title : words.looked.companyTitle}</a></p>`
    }`
  return layout(view, { title: words.title, main, width: 'narrow', tab: 'sources' })
}

function noticeOf({ t, notice: said }: View): Html {
  const words = t.sources.notices
  switch (said) {
    case 'taken':
    case 'number_confirmed':
      return notice('success', words[said])
    case 'changed':
    case 'unavailable':
    case 'too_many':
    case 'number_refused':
    case 'number_unavailable':
    case 'number_too_many':
      return notice('warning', words[said])
    default:
      return html``
  }
}

/** One register: what it holds, or why nothing is shown. One that fails takes no other with it. */
function register<T extends { asOf: Date }>(
  view: View,
  id: RegisterId,
  said: Said<T> | null,
  show: (held: T) => Html,
): Html {
  if (!said) return html``
  const words = view.t.sources
  const title = words.names[id]
  switch (said.state) {
    case 'answered':
      return panel(
        html`<p class="muted">${words.asOf(formatDate(view, said.value.asOf, true))}</p>${show(said.value)}`,
        { title },
      )
    case 'nothing':
      return panel(html`<p>${id === 'companies' ? words.companyNothing : words.nothing}</p>`, { title })
    case 'unavailable':
    case 'invalid':
    case 'too_many':
      return panel(notice(said.state === 'too_many' ? 'info' : 'warning', words[said.state]), { title })
  }
}

const heldFacts = (view: View, { answers }: Held, kind: CurrentSpace['kind']): Html =>
  facts(factsOf(view, profileForm(kind), answers))

function companyFacts(view: View, held: HeldCompany): Html {
  const words = view.t.sources
  return facts([
    ...factsOf(view, profileForm('business'), held.answers),
    { term: words.status, value: words.company.status[held.status] },
    { term: words.company.registeredOn, value: day(view, held.registeredOn) },
  ])
}

/** In the order and the words of our own form. */
const factsOf = (view: View, form: Form, answers: Answers) =>
  fieldsOf(form)
    .filter(({ name }) => answers[name] !== undefined)
    .map((field) => ({
      term: field.label[view.lang],
      value: html`<bdi>${displayValue(view, field, answers[field.name], answers)}</bdi>`,
    }))

function licenceFacts(view: View, held: HeldLicence): Html {
  const { status: statusWord, licence: words } = view.t.sources
  const categories = held.categories.map(({ code, since, until }) =>
    words.category(code, day(view, since), day(view, until)),
  )
  return facts([
    { term: words.number, value: html`<span class="code">${held.number}</span>` },
    { term: statusWord, value: words.status[held.status] },
    { term: words.issuedOn, value: day(view, held.issuedOn) },
    { term: words.expiresOn, value: day(view, held.expiresOn) },
    {
      term: words.categories,
      value: html`<ul class="plain">${categories.map((one) => html`<li>${one}</li>`)}</ul>`,
    },
  ])
}

const day = (view: View, iso: string) => formatDate(view, new Date(`${iso}T12:00:00Z`))
