import { html } from 'hono/html'
import { asterisk, formFields, problemsOf } from '../forms/views.ts'
import { fullName } from '../identity/presented.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import {
  actions,
  button,
  emptyState,
  errorSummary,
  formatDate,
  lead,
  linkButton,
  notice,
  panel,
  rows,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { FoundPerson, Lookup } from './account.ts'
import { type Filled, lookupPage } from './forms.ts'
import { helpdeskPage } from './layout-view.ts'

/** The reason first, then whom. */
export function lookupView(view: View, agent: Agent, filled: Filled, { tooMany = false } = {}): Html {
  const words = view.t.helpdesk.lookups
  const problems = problemsOf(view, filled.errors)
  const main = html`${errorSummary(view, problems)}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${tooMany ? notice('warning', words.tooMany(view.config.LOOKUPS_PER_HOUR)) : ''}
    <form method="post" action="${paths.lookups()}" class="panel" novalidate>
      ${asterisk(view)}
      ${formFields(view, lookupPage, filled.answers, { errors: filled.errors })}
      ${actions(button(words.submit))}
    </form>`
  return helpdeskPage(view, agent, {
    title: words.title,
    main,
    width: 'narrow',
    hasErrors: problems.length > 0,
  })
}

export function foundView(view: View, agent: Agent, { id, reason, found }: Lookup): Html {
  const words = view.t.helpdesk.lookups
  const title = found.length ? words.found(found.length) : words.none
  const items = found.map((person) => ({
    title: fullName(person),
    href: paths.account(id, person.id),
    about: about(view, person),
  }))
  const main = html`<h1>${title}</h1>
    <p class="muted">${words.reason}: ${reason}</p>
    ${items.length ? panel(rows(items)) : emptyState({ title: words.none, text: words.noneText })}
    ${found.length === 20 ? html`<p class="muted">${words.most}</p>` : ''}
    ${actions(linkButton(paths.newLookup(), words.again, { variant: 'secondary' }))}`
  return helpdeskPage(view, agent, { title, main, width: 'narrow' })
}

function about(view: View, { birthDate, maskedNumber }: FoundPerson): string {
  const words = view.t.helpdesk.lookups
  return [
    birthDate && `${words.born}: ${formatDate(view, new Date(birthDate))}`,
    maskedNumber && `${words.number}: ${maskedNumber}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

export function lookupOverView(view: View, agent: Agent): Html {
  const words = view.t.helpdesk.lookups
  const main = html`<h1>${words.over}</h1>${lead(words.overText)}
    ${actions(linkButton(paths.newLookup(), words.title))}`
  return helpdeskPage(view, agent, { title: words.over, main, width: 'narrow' })
}
