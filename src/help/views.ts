import { html } from 'hono/html'
import { openings } from '../identity/opening.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { fittings } from '../spaces/fitting.ts'
import { rightsInWords } from '../spaces/rights.ts'
import { actions, breadcrumbs, facts, layout, lead, linkButton, panel, table } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { fill, sectionsOf, updated } from './sections.ts'
import { legalDates, type TopicName, topicNames, topics } from './topics.ts'

export function helpView(view: View): Html {
  const { help } = view.t
  const main = html`<h1>${help.title}</h1>${lead(help.lead)}
    <ul class="offers">${topicNames.map((name) => topicCard(view, name))}</ul>
    ${asking(view)}`
  return layout(view, { title: help.title, main })
}

function topicCard(view: View, name: TopicName): Html {
  const { title, summary } = view.t.help.topics[name]
  return html`<li class="panel offer"><div><h2 class="as-h3"><a href="${paths.help(name)}">${title}</a></h2>
    <p>${fill(view, summary)}</p></div></li>`
}

export function topicView(view: View, name: TopicName): Html {
  const { help } = view.t
  const { title, summary, sections } = help.topics[name]
  const main = html`${breadcrumbs(view, [{ href: paths.help(), label: help.title }])}
    <h1>${title}</h1>${lead(fill(view, summary))}
    ${sectionsOf(view, sections)}
    ${name === 'certificates' ? html`${lost(view)} ${openingTable(view)} ${accepted(view)}` : ''}
    ${name === 'sharing' ? html`${fittingTable(view)} ${rightsTable(view)}` : ''}
    ${updated(view, topics[name])}
    ${asking(view)}
    ${others(view, name)}`
  return layout(view, { title, main, width: 'narrow' })
}

const lost = ({ t }: View): Html =>
  html`<section class="prose"><h2>${t.recovery.lostTitle}</h2><p>${t.recovery.lead}</p>
    ${actions(linkButton(paths.recovery(), t.recovery.lost, { variant: 'secondary' }))}</section>`

/** The table the portal is held to, in words. */
function openingTable(view: View): Html {
  const words = view.t.certificates.opening
  const binds = view.config.BIND_PROFESSIONAL_SPACES === 'on'
  const rows = openings.map(({ id, opens }) => {
    const { space, certificate } = words.rows[id]
    return [space, certificate, opens ? words.yes : words.no]
  })
  const head = [words.space, words.certificate, words.opens]
  return html`<section><h2>${words.title}</h2>${binds ? html`<p>${words.boundNote}</p>` : ''}
    <div class="quiet-caption">${table({ caption: words.title, head, rows })}</div></section>`
}

function fittingTable({ t }: View): Html {
  const words = t.members.fitting
  const rows = fittings.map(({ id, accepts }) => {
    const { invitation, who } = words.rows[id]
    return [invitation, who, words.answers[accepts]]
  })
  const head = [words.invitation, words.who, words.fits]
  return html`<section><h2>${words.title}</h2><div class="quiet-caption">${table({ caption: words.title, head, rows })}</div></section>`
}

const rightsTable = ({ t }: View): Html =>
  html`<section><h2>${t.members.rights.title}</h2><div class="quiet-caption">${table(rightsInWords(t))}</div></section>`

/** Which providers are connected is the operator's choice, so the text cannot name them. */
function accepted({ t, config }: View): Html | string {
  const names = config.connections.providers.map(({ name }) => name)
  if (!names.length) return ''
  return html`<section class="prose"><h2>${t.help.accepted}</h2><ul>${names.map((name) => html`<li>${name}</li>`)}</ul>
    ${actions(linkButton(paths.signIn(), t.shell.signIn))}</section>`
}

function others({ t }: View, current: TopicName): Html {
  const rest = topicNames.filter((name) => name !== current)
  return html`<nav class="prose" aria-labelledby="others"><h2 id="others">${t.help.otherTopics}</h2>
    <ul>${rest.map((name) => html`<li><a href="${paths.help(name)}">${t.help.topics[name].title}</a></li>`)}</ul></nav>`
}

const asking = ({ t }: View): Html =>
  panel(
    html`<p>${t.help.askingText}</p>${actions(linkButton(paths.contact(), t.help.toContact, { variant: 'secondary' }))}`,
    { title: t.help.asking },
  )

export function contactView(view: View): Html {
  const { contact } = view.t.help
  const main = html`<h1>${contact.title}</h1>${lead(contact.lead)}
    ${panel(
      html`${helpdesk(view)}${actions(linkButton(paths.newQuestion(), view.t.helpdesk.ask.question))}`,
      { title: contact.helpdesk },
    )}
    ${panel(
      html`<p>${contact.procedureText}</p>${actions(
        linkButton(paths.procedures(), contact.toProcedures, { variant: 'secondary' }),
      )}`,
      { title: contact.procedure },
    )}
    <section class="prose"><h2>${contact.helpFirst}</h2>
      <ul>${topicNames.map((name) => html`<li><a href="${paths.help(name)}">${view.t.help.topics[name].title}</a></li>`)}</ul></section>
    ${updated(view, legalDates.contact)}`
  return layout(view, { title: contact.title, main, width: 'narrow' })
}

export function helpdesk({ t, config }: View): Html {
  const { contact } = t.help
  const { HELPDESK_EMAIL: email, HELPDESK_PHONE: phone } = config
  const rows = [
    ...(email ? [{ term: contact.email, value: html`<a href="mailto:${email}">${email}</a>` }] : []),
    ...(phone
      ? [
          {
            term: contact.phone,
            value: html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a>`,
          },
        ]
      : []),
  ]
  if (!rows.length) return html`<p>${contact.none}</p>`
  return html`${facts(rows)}<p class="muted spaced">${contact.noSecrets} ${contact.error}</p>`
}
