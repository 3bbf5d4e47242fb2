import { html } from 'hono/html'
import { doerInWords } from '../audit/doer.ts'
import type { SentAttachment } from '../documents/attachment.ts'
import { kinds } from '../documents/kind.ts'
import type { Attaching } from '../forms/documents.ts'
import { answersSummary } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { type CurrentSpace, mayAct } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  checksum,
  columns,
  copyable,
  facts,
  formatBytes,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
  tag,
  timeline,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './catalogue.ts'
import type { DossierEvent } from './course.ts'
import type { Dossier } from './dossier.ts'
import { statusTag } from './dossier-list.ts'
import { saidBefore } from './list-views.ts'
import { authorityName, contactOf, nextSteps } from './procedure-facts.ts'
import { referenceOf } from './reference.ts'
import type { Submission } from './submission.ts'
import { wordingView } from './wording-summary.ts'

type Shown = {
  space: CurrentSpace
  dossier: Dossier
  procedure: Procedure
  events: DossierEvent[]
  submission: Submission | null
  attaching: Attaching
  attachments: SentAttachment[]
}

export function dossierView(view: View, shown: Shown): Html {
  const { t, lang } = view
  const { space, dossier, procedure, events } = shown
  const reference = referenceOf(space.code, dossier.number)
  const course = events.map((event) => eventOf(view, event, procedure))
  const main = html`${saidBefore(view)}
    ${breadcrumbs(view, [{ href: paths.dossiers(space.code), label: t.dossiers.title }])}
    <div class="title-line"><h1>${procedure.title[lang]}</h1>${statusTag(view, dossier.status)}</div>
    ${columns(
      shown.submission ? submitted(view, shown, shown.submission) : draft(view, shown),
      html`${panel(timeline(course, view), { title: t.dossiers.course })}
        ${panel(contactOf(view, procedure), { title: t.dossiers.ask })}`,
    )}`
  return layout(view, { title: `${procedure.title[lang]} ${reference}`, main, tab: 'dossiers' })
}

const aboutDossier = (view: View, { space, dossier, procedure }: Shown) => [
  { term: view.t.dossiers.reference, value: copyable(view, referenceOf(space.code, dossier.number)) },
  { term: view.t.dossiers.statusLabel, value: view.t.dossiers.status[dossier.status] },
  { term: view.t.dossiers.authority, value: authorityName(view, procedure.authority) },
]

function draft(view: View, shown: Shown): Html {
  const { t } = view
  const { space, dossier, procedure } = shown
  const { code } = space
  const date = formatDate(view, dossier.changedAt, true)
  const by = space.kind === 'business' && dossier.changedByName ? html`<br>${dossier.changedByName}` : ''
  const change = { term: t.dossiers.lastChange, value: html`${date}${by}` }
  const goOn = html`<p>${t.dossiers.goOnText}</p>${actions(
    linkButton(goOnPath(code, dossier, procedure), t.dossiers.goOn),
    linkButton(paths.removal(code, dossier.number), t.dossiers.delete, { variant: 'tertiary' }),
  )}`
  return html`${mayAct(space.role, 'manager') ? panel(goOn, { attention: true }) : ''}
    ${panel(facts([...aboutDossier(view, shown), change]))}
    <h2>${t.dossiers.soFar}</h2>
    ${answersSummary(view, procedure.form, dossier.answers, {
      sources: dossier.provenance,
      documents: shown.attaching.documents,
    })}`
}

/** The page where the person stopped, or the check page. */
export function goOnPath(
  code: string,
  { number, page }: Pick<Dossier, 'number' | 'page'>,
  { form }: Procedure,
) {
  return form.pages.some(({ id }) => id === page)
    ? paths.dossierPage(code, number, page)
    : paths.dossierCheck(code, number)
}

function submitted(view: View, shown: Shown, submission: Submission): Html {
  const { t } = view
  const { capacity } = submission
  return html`${panel(
    facts([
      ...aboutDossier(view, shown),
      { term: t.dossiers.submittedOn, value: formatDate(view, submission.submittedAt, true) },
      { term: t.dossiers.submittedBy, value: submission.submittedByName },
      ...(capacity ? [{ term: t.dossiers.submittedAs, value: t.spaces.capacity[capacity] }] : []),
      { term: t.dossiers.language, value: t.dossiers.languages[submission.language] },
      {
        term: t.dossiers.hash,
        value: html`${checksum(submission.hash)}<br><span class="muted">${t.dossiers.hashText}</span>`,
      },
    ]),
  )}
    ${shown.attachments.length > 0 ? panel(attachmentRows(view, shown), { title: t.dossiers.attachments }) : ''}
    <h2>${t.dossiers.frozen}</h2>
    ${wordingView(view, submission)}`
}

/** Under the names they were sent by. */
const attachmentRows = (view: View, { space, attachments }: Shown): Html =>
  rows(
    attachments.map(({ id, name, mediaType, size, infected }) => ({
      title: html`<bdi>${name}</bdi>`,
      href: paths.document(space.code, id),
      about: `${kinds[mediaType].name}, ${formatBytes(view, size)}`,
      end: infected ? tag(view.t.documents.state.infected, 'danger') : '',
    })),
  )

function eventOf(view: View, { at, ...happened }: DossierEvent, procedure: Procedure) {
  const { event, theirReference } = view.t.dossiers
  if (happened.kind !== 'received') {
    const { kind, detail } = happened
    const as = doerInWords(view.t, detail)
    const words = event[kind](detail.name ?? '')
    return { at, text: as ? html`${words}<br><span class="muted">${as}</span>` : words }
  }
  const words = event.received(authorityName(view, procedure.authority))
  const { authorityReference } = happened.detail
  return {
    at,
    text: authorityReference
      ? html`${words}<br><span class="muted">${theirReference(authorityReference)}</span>`
      : words,
  }
}

export function confirmationView(
  view: View,
  { space, dossier, procedure, submission }: Omit<Shown, 'events' | 'attaching' | 'attachments'>,
): Html {
  const { t, lang, actor } = view
  const reference = referenceOf(space.code, dossier.number)
  const address = actor?.emailConfirmed ? actor.email : null
  const mail = address ? html` ${t.dossiers.doneMail(address)}` : ''
  const noMail = html`${t.dossiers.doneNoMail} <a class="ds-link" href="${paths.email()}">${t.dossiers.confirmEmail}</a>`
  const main = html`<h1>${t.dossiers.doneTitle}</h1>
    ${notice('success', html`${t.dossiers.doneText(authorityName(view, procedure.authority))}${mail}`, procedure.title[lang])}
    ${address ? '' : notice('info', noMail)}
    ${panel(
      facts([
        { term: t.dossiers.reference, value: html`<strong>${copyable(view, reference)}</strong>` },
        {
          term: t.dossiers.submittedOn,
          value: submission ? formatDate(view, submission.submittedAt, true) : '',
        },
        { term: t.dossiers.submittedBy, value: submission?.submittedByName ?? '' },
        { term: t.dossiers.hash, value: checksum(submission?.hash ?? '') },
      ]),
    )}
    ${panel(nextSteps(view, procedure), { title: t.dossiers.nextSteps })}
    ${panel(contactOf(view, procedure), { title: t.dossiers.ask })}
    ${actions(
      linkButton(paths.dossier(space.code, dossier.number), t.dossiers.toDossier),
      linkButton(paths.dossiers(space.code), t.dossiers.toList, { variant: 'secondary' }),
      html`<span class="muted">${t.dossiers.print}</span>`,
    )}`
  return layout(view, { title: t.dossiers.doneTitle, main, tab: 'dossiers', width: 'narrow' })
}

export function removalView(view: View, space: CurrentSpace, dossier: Dossier, procedure: Procedure): Html {
  const { t, lang } = view
  const reference = referenceOf(space.code, dossier.number)
  const main = html`<h1>${t.dossiers.deleteTitle}</h1>
    ${lead(t.dossiers.deleteText(procedure.title[lang], reference))}
    <form method="post" action="${paths.removal(space.code, dossier.number)}">${actions(
      button(t.dossiers.deleteYes, { danger: true }),
      linkButton(paths.dossier(space.code, dossier.number), t.dossiers.deleteNo, { variant: 'secondary' }),
    )}</form>`
  return layout(view, { title: t.dossiers.deleteTitle, main, tab: 'dossiers', width: 'narrow' })
}
