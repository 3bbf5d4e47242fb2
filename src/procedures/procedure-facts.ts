import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { formatEuro } from '../ui/amounts.ts'
import { icon, privacyNotice } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './definition.ts'

/** “free of charge”, “€50.00”. */
export function costOf(view: View, { cost }: Procedure): string {
  if (cost.amount === 0) return view.t.procedures.free
  return formatEuro(view, cost.amount)
}

/** The authority by name; its id where the connections do not name it (any more). */
export function authorityName(view: View, id: string): string {
  const known = view.config.connections.authorities.find((one) => one.id === id)
  return known?.name[view.lang] ?? id
}

/** Whom to ask, with ways that work by a click. */
export function contactOf(view: View, { authority, contact }: Procedure): Html {
  const { text, email, phone } = contact
  return html`<p><strong>${authorityName(view, authority)}</strong><br>${text[view.lang]}</p>
    ${phone ? html`<p class="from">${icon('phone')}<a class="ds-link" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a></p>` : ''}
    ${email ? html`<p class="from">${icon('mail')}<a class="ds-link" href="mailto:${email}">${email}</a></p>` : ''}`
}

export function nextSteps(view: View, { next }: Procedure): Html {
  return html`<ol>${next.map((step) => html`<li>${step[view.lang]}</li>`)}</ol>`
}

export const legalBasis = ({ lang }: View, { legalBasis }: Procedure): Html =>
  html`<ul>${legalBasis.map(({ title, url }) => html`<li><a class="ds-link" href="${url}" rel="external">${title[lang]}</a></li>`)}</ul>`

/** What becomes of the answers, for whoever is asked for them. */
export function dataNotice(view: View, procedure: Procedure): Html {
  const { purpose, recipients = [], retention } = procedure.dataProtection
  const others = recipients.map((one) => one[view.lang])
  return privacyNotice(view, {
    purpose: purpose[view.lang],
    basis: legalBasis(view, procedure),
    recipients: [authorityName(view, procedure.authority), ...others].join(', '),
    retention: retention[view.lang],
  })
}
