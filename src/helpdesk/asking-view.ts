import { html } from 'hono/html'
import type { Page } from '../forms/definition.ts'
import { asterisk, formFields, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import {
  actions,
  breadcrumbs,
  button,
  emptyState,
  errorSummary,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  ownPrivacyNotice,
  panel,
  rows,
  tag,
  timeline,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { OwnRequest } from './asking.ts'
import { deletionPage, type Filled, moreSpacesPage } from './forms.ts'
import { isAnswered, type RequestState } from './request-state.ts'

export type Asking = { filled: Filled; form: string; tooMany?: boolean }

/** R6: “Ask for more business spaces”. */
export function moreSpacesView(view: View, given: Asking & { used: number; allowed: number }): Html {
  const words = view.t.helpdesk.ask
  const problems = problemsOf(view, given.filled.errors)
  const main = html`${breadcrumbs(view, [{ href: paths.spaces(), label: view.t.spaces.manage.title }])}
    ${errorSummary(view, problems)}
    <h1>${words.moreSpaces}</h1>
    ${lead(words.moreSpacesLead(given.used, given.allowed))}
    <p>${words.questionText}</p>
    ${askingForm(view, paths.moreSpaces(), moreSpacesPage, given)}`
  return layout(view, { title: words.moreSpaces, main, width: 'narrow', hasErrors: problems.length > 0 })
}

/** What goes and what stays, before anybody asks for it. */
export function deletionView(view: View, given: Asking): Html {
  const words = view.t.takeout.deletion
  const problems = problemsOf(view, given.filled.errors)
  const main = html`${breadcrumbs(view, [{ href: paths.takeout(), label: view.t.takeout.title }])}
    ${errorSummary(view, problems)}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${panel(html`<ul>${words.what.map((one) => html`<li>${one}</li>`)}</ul>
      <p><a class="ds-link" href="${paths.takeout()}">${words.first}</a></p>`)}
    ${askingForm(view, paths.deletion(), deletionPage, given, words.ask)}`
  return layout(view, { title: words.title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

/** For whoever cannot or need not sign in; who is signed in is known already. */
export function questionView(view: View, page: Page, given: Asking): Html {
  const words = view.t.helpdesk.ask
  const problems = problemsOf(view, given.filled.errors)
  const main = html`${breadcrumbs(view, [{ href: paths.contact(), label: view.t.help.contact.title }])}
    ${errorSummary(view, problems)}
    <h1>${words.question}</h1>
    ${lead(words.questionText)}
    ${askingForm(view, paths.newQuestion(), page, given)}`
  return layout(view, { title: words.question, main, width: 'narrow', hasErrors: problems.length > 0 })
}

function askingForm(
  view: View,
  action: string,
  page: Page,
  { filled, form, tooMany }: Asking,
  send: string = view.t.helpdesk.ask.send,
): Html {
  const words = view.t.helpdesk.ask
  return html`${tooMany ? notice('warning', words.tooMany) : ''}
    <form method="post" action="${action}" class="panel" novalidate>
      <input type="hidden" name="form" value="${form}">
      ${asterisk(view)}
      ${formFields(view, page, filled.answers, { errors: filled.errors })}
      ${ownPrivacyNotice(view, 'helpdesk')}
      ${actions(button(send))}
    </form>`
}

export function requestsView(view: View, found: OwnRequest[]): Html {
  const words = view.t.helpdesk.ask
  const items = found.map(({ reference, kind, state, createdAt }) => ({
    title: `${words.kinds[kind]} ${reference}`,
    href: paths.request(reference),
    about: formatDate(view, createdAt, true),
    end: stateTag(view, state),
  }))
  const ask = linkButton(paths.newQuestion(), words.question, { variant: 'secondary' })
  const main = html`<h1>${words.requests}</h1>
    ${lead(words.requestsLead)}
    ${items.length ? panel(rows(items)) : emptyState({ title: words.none, text: words.noneText })}
    ${actions(ask)}`
  return layout(view, { title: words.requests, main, width: 'narrow' })
}

const stateTag = ({ t }: View, state: RequestState): Html => tag(t.helpdesk.ask.states[state], colors[state])

export const colors: Record<RequestState, 'info' | 'warning' | 'success' | 'danger'> = {
  new: 'info',
  in_progress: 'warning',
  answered: 'success',
  refused: 'danger',
}

/** One request, for the person who sent it, or for whoever holds the mailed link. */
export function requestView(view: View, request: OwnRequest): Html {
  const words = view.t.helpdesk.ask
  const { reference, kind, wanted, message, state, createdAt, events } = request
  const answer = events.findLast((one) => one.answer !== null)?.answer
  const crumbs = view.actor ? breadcrumbs(view, [{ href: paths.requests(), label: words.requests }]) : ''
  const main = html`${crumbs}
    <h1>${words.request(reference)}</h1>
    <p>${words.kinds[kind]} ${stateTag(view, state)}</p>
    ${view.notice === 'sent' ? notice('success', words.sent) : ''}
    ${answer ? panel(paragraphs(answer), { title: words.answer, attention: true }) : ''}
    ${isAnswered(state) || view.notice === 'sent' ? '' : html`<p class="muted">${words.waiting}</p>`}
    ${
      message === ''
        ? ''
        : panel(
            html`${wanted === null ? '' : facts([{ term: words.wanted, value: String(wanted) }])}<div class="after">${paragraphs(message)}</div>`,
            { title: words.message },
          )
    }
    ${panel(
      timeline(
        [
          { at: createdAt, text: words.happened.sent },
          ...events.map((one) => ({ at: one.at, text: words.happened[one.kind] })),
        ],
        view,
      ),
      { title: view.t.recovery.course },
    )}`
  return layout(view, { title: words.request(reference), main, width: 'narrow' })
}

/** Line breaks as they were typed. */
export const paragraphs = (text: string): Html =>
  html`${text.split('\n').map((line) => html`<p>${line}</p>`)}`

export function linkGoneView(view: View): Html {
  const words = view.t.helpdesk.ask
  const main = html`<h1>${words.linkGone}</h1>${lead(words.linkGoneText)}
    ${actions(linkButton(paths.contact(), view.t.identity.registration.helpdesk, { variant: 'secondary' }))}`
  return layout(view, { title: words.linkGone, main, width: 'narrow' })
}
