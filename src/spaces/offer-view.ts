import { html } from 'hono/html'
import { lastDigits } from '../identifiers/serial-number.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Capacity } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  choiceField,
  errorSummary,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { capacities } from './create-view.ts'
import { roleChoices } from './invitation-form.ts'
import type { Offer } from './offer.ts'

type Shown = {
  offer: Offer
  /** As it stands in the address. */
  named: string
  capacity: Capacity | null
  capacityMissing?: boolean
}

/** What is offered and by whom, for the one it fits: to accept or to decline. */
export function offerView(view: View, shown: Shown): Html {
  const { t } = view
  const words = t.members.offer
  const { offer, capacityMissing } = shown
  const title = words.title(offer.spaceTitle)
  const problems = capacityMissing ? [{ name: 'capacity', message: words.capacityMissing }] : []
  const main = html`<div data-color="business">${crumbs(view)}
    ${errorSummary(view, problems)}
    <h1>${title}</h1>
    ${lead(words.lead(offer.inviter))}
    ${panel(facts(aboutOffer(view, offer)))}
    ${offer.fits === 'later' ? otherCertificate(view, offer) : answer(view, shown)}</div>`
  return layout(view, { title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

function aboutOffer(view: View, { spaceTitle, spaceCode, role, oneCertificate, expiresAt }: Offer) {
  const words = view.t.members.offer
  const about = roleChoices.find(({ value }) => value === role)?.label[view.lang]
  return [
    { term: words.space, value: html`${spaceTitle} <span class="code">${spaceCode}</span>` },
    { term: words.role, value: about ?? '' },
    { term: words.opensWith, value: oneCertificate ? words.thisCertificate : words.allCertificates },
    { term: words.until, value: formatDate(view, expiresAt, true) },
  ]
}

function answer(view: View, { named, capacity, capacityMissing }: Shown): Html {
  const { t } = view
  const words = t.members.offer
  const field = choiceField(view, {
    ...{ kind: 'one', name: 'capacity', label: words.capacity, required: true },
    values: capacity ? [capacity] : [],
    choices: capacities.map((value) => ({ value, label: t.spaces.capacity[value] })),
    ...(capacityMissing ? { error: words.capacityMissing } : {}),
  })
  return html`<form class="panel" method="post" action="${paths.invitationAcceptance(named)}" novalidate>
      <p>${words.see}</p>
      ${field}
      ${actions(
        button(words.accept),
        button(words.decline, { variant: 'secondary', formaction: paths.invitationDeclining(named) }),
      )}
    </form>`
}

function otherCertificate(view: View, { serialNumber }: Offer): Html {
  const words = view.t.members.offer
  return html`${notice('warning', words.later(lastDigits(serialNumber ?? '')), words.laterTitle)}
    <form method="post" action="${paths.signOut()}">
      ${actions(
        html`<button class="ds-button" type="submit">${words.change}</button>`,
        linkButton(paths.spaces(), words.toSpaces, { variant: 'secondary' }),
      )}
    </form>`
}

/** For the one it was for, once it is answered, revoked or too old. */
export function overView(view: View, { state }: Offer): Html {
  const words = view.t.members.offer
  const main = html`${crumbs(view)}
    <h1>${words.overTitle}</h1>
    ${state === 'invited' ? '' : lead(words.over[state])}
    ${actions(linkButton(paths.spaces(), words.toSpaces))}`
  return layout(view, { title: words.overTitle, main, width: 'narrow' })
}

/** The same for a link that never was, that lapsed, or that is another's: nothing is given away. */
export function noOfferView(view: View): Html {
  const words = view.t.members.offer
  const main = html`${crumbs(view)}
    <h1>${words.unknownTitle}</h1>
    ${lead(words.unknown)}
    <ul>${words.unknownPoints.map((point) => html`<li>${point}</li>`)}</ul>
    <p><a class="ds-link" href="${paths.help('sharing')}">${view.t.members.fitting.title}</a></p>
    <form method="post" action="${paths.signOut()}">
      ${actions(
        linkButton(paths.spaces(), words.toSpaces),
        html`<button class="ds-button" data-variant="secondary" type="submit">${words.change}</button>`,
      )}
    </form>`
  return layout(view, { title: words.unknownTitle, main, width: 'narrow' })
}

/** In “Manage my spaces” and before the first space. */
export function offersPanel(view: View, offers: Offer[]): Html {
  const words = view.t.members.offer
  if (offers.length === 0) return html``
  const items = offers.map(({ id, inviter, spaceTitle, expiresAt }) => ({
    title: words.waiting(inviter, spaceTitle),
    about: view.t.members.invitations.until(formatDate(view, expiresAt)),
    end: html`<a class="ds-button" href="${paths.invitation(id)}">${words.look}<span class="sr-only">: ${spaceTitle}</span></a>`,
  }))
  return panel(rows(items), { title: words.waitingTitle, id: 'offers', attention: true })
}

const crumbs = (view: View): Html =>
  breadcrumbs(view, [{ href: paths.spaces(), label: view.t.spaces.manage.title }])
