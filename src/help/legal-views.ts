import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { formatDate, layout, lead } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { given, sectionsOf, updated } from './sections.ts'
import { legalDates } from './topics.ts'
import { helpdesk } from './views.ts'

const section = (heading: string, body: Html): Html =>
  html`<section class="prose"><h2>${heading}</h2>${body}</section>`

export function termsView(view: View): Html {
  const { title, version, sections } = view.t.legal.terms
  const main = html`<h1>${title}</h1><p class="lead">${version(view.config.TERMS_VERSION)}</p>
    ${sectionsOf(view, sections)}${updated(view, legalDates.terms)}`
  return layout(view, { title, main, width: 'narrow' })
}

export function privacyView(view: View): Html {
  const { privacy } = view.t.legal
  const main = html`<h1>${privacy.title}</h1>${lead(privacy.lead)}
    ${section(privacy.controller, given(view, view.config.IMPRINT || view.config.AUTHORITY_NAME))}
    ${section(privacy.officer, given(view, view.config.DATA_PROTECTION_CONTACT))}
    ${sectionsOf(view, privacy.sections)}${updated(view, legalDates.privacy)}`
  return layout(view, { title: privacy.title, main, width: 'narrow' })
}

/** Follows the model of Commission Implementing Decision (EU) 2018/1523. */
export function accessibilityView(view: View): Html {
  const { accessibility: a } = view.t.legal
  const day = formatDate(view, new Date(legalDates.accessibility))
  const main = html`<h1>${a.title}</h1>${lead(a.lead)}
    ${section(a.status, html`<p>${a.statusText}</p>`)}
    ${section(a.gaps, html`<ul>${a.gapList.map((gap) => html`<li>${gap}</li>`)}</ul>`)}
    ${section(a.how, html`<p>${a.howText}</p>`)}
    ${section(a.feedback, html`<p>${a.feedbackText}</p>${helpdesk(view)}`)}
    ${section(a.complaint, html`<p>${a.complaintText}</p>${given(view, view.config.ACCESSIBILITY_BODY)}`)}
    <p class="muted">${a.made(day)}</p>`
  return layout(view, { title: a.title, main, width: 'narrow' })
}

export function imprintView(view: View): Html {
  const { imprint } = view.t.legal
  const main = html`<h1>${imprint.title}</h1>
    ${section(imprint.operator, given(view, view.config.IMPRINT))}
    ${section(imprint.software, html`<p>${imprint.softwareText}</p>`)}
    ${updated(view, legalDates.imprint)}`
  return layout(view, { title: imprint.title, main, width: 'narrow' })
}
