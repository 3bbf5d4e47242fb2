import { html } from 'hono/html'
import { lastDigits } from '../identifiers/serial-number.ts'
import { opensBound } from '../identity/opening.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import {
  actions,
  button,
  dots,
  emptyState,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
  spaceMark,
  textField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type BusinessLimit, limitReached } from './business-limit.ts'
import { emailHint } from './email-view.ts'
import { type ClosedSpace, type ListedSpace, pageSize, searchFrom } from './listing.ts'
import type { Offer } from './offer.ts'
import { offersPanel } from './offer-view.ts'

export type ManagedSpaces = {
  actor: Actor
  /** As many as there are without a search. */
  count: number
  hasPrivate: boolean
  listed: ListedSpace[]
  closed: ClosedSpace[]
  limit: BusinessLimit
  /** Invitations that wait for an answer. */
  offers: Offer[]
  search: string
  /** Not the first page. */
  later: boolean
}

/** “Manage my spaces” (R8, R9): every space of the person, and the two ways to a new one. */
export function manageView(view: View, given: ManagedSpaces): Html {
  const { t } = view
  const { actor, search, later, count, closed } = given
  const company = actor.certificate.organizationName
  const signedIn = t.spaces.manage.signedInWith
  const main = html`<h1>${t.spaces.manage.title}</h1>
    ${lead(actor.certificate.kind === 'professional' && company ? signedIn.professional(company) : signedIn.private)}
    ${noticeOf(view, given.limit)} ${emailHint(view, actor)}
    ${offersPanel(view, given.offers)}
    ${count > searchFrom || search ? searchForm(view, search) : ''}
    ${search || later ? found(view, given) : groups(view, given)}
    ${search || later ? '' : closedSpaces(view, closed)}`
  return layout(view, { title: t.spaces.manage.title, main })
}

/** What came over a redirect, told once. */
export function noticeOf(view: View, limit: BusinessLimit): Html {
  const { t } = view
  const said = t.spaces.notices
  switch (view.notice) {
    case 'limit':
      return notice('warning', limitText(view, limit), limitTitle(view, limit))
    case 'private_exists':
      return notice('info', said.private_exists)
    case 'closed':
      return notice('success', said.closed)
    case 'reopened':
      return notice('success', said.reopened)
    case 'left':
    case 'declined':
      return notice('success', t.members.notices[view.notice])
    case 'reopen_private_exists':
      return notice('warning', said.reopen_private_exists)
    case 'reopen_limit':
      return notice('warning', html`<p>${said.reopen_limit}</p>${limitText(view, limit)}`)
    default:
      return html``
  }
}

const limitTitle = ({ t }: View, { allowed }: BusinessLimit) =>
  allowed === 0 ? t.spaces.limit.noneTitle : t.spaces.limit.reachedTitle

/** Names the limit and the helpdesk. */
export const limitText = ({ t }: View, { allowed }: BusinessLimit): Html =>
  html`<p>${allowed === 0 ? t.spaces.limit.none : t.spaces.limit.reached(allowed)}</p>
    <p class="links"><a href="${paths.moreSpaces()}">${t.helpdesk.ask.moreSpaces}</a> <a href="${paths.help('limit')}">${t.spaces.limit.help}</a></p>`

function searchForm({ t, ...view }: View, search: string): Html {
  const words = t.spaces.manage
  return html`<form class="search" method="get" action="${paths.spaces()}" role="search">
    ${textField({ t, ...view }, { name: 'q', label: words.search, hint: words.searchHint, value: search, type: 'search', maxlength: 100 })}
    ${button(words.searchButton, { variant: 'secondary' })}
  </form>`
}

function found(view: View, { listed, search, later }: ManagedSpaces): Html {
  const { t } = view
  const words = t.spaces.manage
  const shown = listed.slice(0, pageSize)
  return html`<section>
    ${search && !later ? html`<div role="status"><h2>${listed.length > pageSize ? words.search : words.found(shown.length)}</h2></div>` : html`<h2>${words.business}</h2>`}
    ${shown.length ? cards(view, shown) : emptyState({ title: words.nothingFound(search), text: words.nothingFoundText })}
    ${actions(more(view, listed, search), html`<a href="${paths.spaces()}">${words.showAll}</a>`)}
  </section>`
}

function groups(view: View, given: ManagedSpaces): Html {
  const { t } = view
  const words = t.spaces.manage
  const { hasPrivate, limit } = given
  const shown = given.listed.slice(0, pageSize)
  const business = shown.filter(({ kind }) => kind === 'business')
  const reached = limitReached(limit)
  return html`<section>
      <h2>${words.private}</h2>
      ${
        hasPrivate
          ? cards(
              view,
              shown.filter(({ kind }) => kind === 'private'),
            )
          : html`<div class="spaces">${createCard(paths.newPrivateSpace(), 'private', words.createPrivate, words.createPrivateText)}</div>`
      }
    </section>
    <section>
      <h2>${words.business}</h2>
      ${limit.allowed > 0 ? dots(limit.used, limit.allowed, t.spaces.limit.used(limit.used, limit.allowed)) : ''}
      ${reached && view.notice !== 'limit' ? notice('info', limitText(view, limit), limitTitle(view, limit)) : ''}
      ${cards(view, business, reached ? undefined : createCard(paths.newBusinessSpace(), 'business', words.createBusiness, words.createBusinessText))}
      ${given.listed.length > pageSize ? actions(more(view, given.listed, '')) : ''}
    </section>`
}

function more({ t }: View, listed: ListedSpace[], search: string): Html {
  const last = listed.length > pageSize ? listed[pageSize - 1] : undefined
  if (!last) return html``
  return linkButton(paths.spacesAfter(last.cursor, search), t.spaces.manage.more, { variant: 'secondary' })
}

const cards = (view: View, spaces: ListedSpace[], last?: Html): Html =>
  html`<ul class="spaces">${spaces.map((space) => html`<li>${card(view, space)}</li>`)}${last ? html`<li>${last}</li>` : ''}</ul>`

/** Which certificate it takes, where the one in use does not do. */
function needs({ t, actor }: View, { bound }: ListedSpace): string | null {
  if (!actor || !bound || opensBound(bound, actor.certificate)) return null
  const words = t.certificates.bound
  return 'organization' in bound
    ? words.listed(bound.name)
    : words.listedCertificate(lastDigits(bound.serialNumber))
}

function card(view: View, space: ListedSpace): Html {
  const { t } = view
  const needed = needs(view, space)
  const words = t.spaces.manage
  const role = space.kind === 'business' ? ` · ${words.role[space.role]}` : ''
  return html`<div class="panel space-card" data-color="${space.kind === 'private' ? 'accent' : 'business'}">
    ${spaceMark(space.kind)}
    <div class="grow">
      <h3><a href="${paths.space(space.code)}">${space.title}</a></h3>
      <p class="muted"><span class="code">${space.code}</span>${role}</p>
      ${needed ? html`<p class="muted">${needed}</p>` : ''}
      <p class="muted">${space.drafts ? words.drafts(space.drafts) : words.noDrafts}</p>
    </div>
  </div>`
}

const createCard = (href: string, kind: 'private' | 'business', label: string, text: string): Html =>
  html`<div class="empty create-card" data-color="${kind === 'private' ? 'accent' : 'business'}">
    <p>${text}</p>${linkButton(href, label, { icon: 'plus' })}
  </div>`

export function closedSpaces(view: View, closed: ClosedSpace[]): Html {
  const { t } = view
  const words = t.spaces.closed
  if (closed.length === 0) return html``
  const items = closed.map((space) => ({
    title: html`${space.title} <span class="code muted">${space.code}</span>`,
    about: words.row(formatDate(view, space.closedAt), formatDate(view, space.until)),
    end: html`<form method="post" action="${paths.reopening(space.code)}">
      <button class="ds-button" type="submit" data-variant="secondary">${words.restore}<span class="sr-only">: ${space.title}, ${space.code}</span></button>
    </form>`,
  }))
  return panel(html`<p class="muted">${words.text}</p>${rows(items)}`, { title: words.title, id: 'closed' })
}
