import { html } from 'hono/html'
import { authorities } from '../authorities.ts'
import type { Kept } from './cases.ts'

type Html = ReturnType<typeof html>

const nameOf = (id: string) => authorities.find((one) => one.id === id)?.name.en ?? id
const when = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Luxembourg',
  }).format(new Date(iso))

export function casesPage(cases: Kept[], problems: string[]): Html {
  return layout(
    'Received cases',
    html`<h1>Received cases</h1>
    <p class="lead">What the portal handed over to the authorities of the demo. Each was fetched, checked and acknowledged by this program; it shows new ones when the page is loaded again.</p>
    ${problems.map((problem) => html`<p class="problem" role="status">${problem}</p>`)}
    ${cases.length === 0 ? html`<p class="empty">Nothing yet. Submit a dossier on the portal: it arrives here within seconds.</p>` : html`<ul class="cases">${cases.map(row)}</ul>`}`,
  )
}

const row = (one: Kept) => html`<li>
  <h2><a href="/cases/${one.case.id}">${one.case.submission.wording.title}</a></h2>
  <p>${nameOf(one.authority)} · <strong>${one.ownReference}</strong></p>
  <p class="faint">${one.case.reference}, submitted by ${one.case.submission.submittedBy} on ${when(one.case.submittedAt)} · ${one.acknowledged ? 'acknowledged' : 'not acknowledged yet'}</p>
</li>`

export function casePage(one: Kept): Html {
  const { submission, reference, submittedAt, hash, language } = one.case
  return layout(
    submission.wording.title,
    html`<p><a href="/">All cases</a></p>
    <h1 lang="${language}">${submission.wording.title}</h1>
    <p class="lead">${nameOf(one.authority)} · ${one.ownReference}</p>
    <dl><div><dt>Reference of the portal</dt><dd>${reference}</dd></div>
      <div><dt>Submitted</dt><dd>${when(submittedAt)} by ${submission.submittedBy}${submission.capacity ? html` (${submission.capacity.replace('_', '-')})` : ''}</dd></div>
      <div><dt>Received here</dt><dd>${when(one.receivedAt)}</dd></div>
      <div><dt>Checksum, checked</dt><dd class="code">${hash}</dd></div></dl>
    ${documentsOf(one)}
    <div lang="${language}">${submission.wording.pages.map(
      ({ title, groups }) =>
        html`<section><h2>${title}</h2>${groups.map(
          (group) =>
            html`${group.title ? html`<h3>${group.title}</h3>` : ''}<dl>${group.answers.map(
              ({ label, value }) => html`<div><dt>${label}</dt><dd>${value || '—'}</dd></div>`,
            )}</dl>`,
        )}</section>`,
    )}</div>`,
  )
}

function documentsOf({ case: { id, submission }, infected }: Kept): Html | string {
  const { documents } = submission
  if (documents.length === 0) return ''
  return html`<section><h2>Documents, fetched and checked</h2><ul>${documents.map(
    (one) =>
      html`<li>${
        infected[one.id]
          ? html`${one.name} <strong class="problem">Virus found: ${infected[one.id]}; it is not opened.</strong>`
          : html`<a href="/cases/${id}/documents/${one.id}">${one.name}</a>`
      } <span class="faint">${one.mediaType}, ${one.size} bytes</span></li>`,
  )}</ul></section>`
}

export const missingPage = (): Html =>
  layout('Not found', html`<h1>There is no such case</h1><p><a href="/">All cases</a></p>`)

function layout(title: string, main: Html): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – Demo authorities</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"></head>
    <body><header><p>Demo authorities</p></header><main>${main}</main></body></html>`
}
