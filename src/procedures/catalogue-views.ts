import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { mayAct } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  columns,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  panel,
  rows,
  selectField,
  tag,
  textField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { isTooLow, tooLowPanel } from './assurance-views.ts'
import type { Procedure, Theme } from './definition.ts'
import { newForm } from './draft.ts'
import type { FittingSpace } from './fitting-spaces.ts'
import { authorityName, contactOf, costOf, dataNotice, legalBasis, nextSteps } from './procedure-facts.ts'
import { neededAssurance } from './required-assurance.ts'
import type { Search } from './search.ts'

export function catalogueView(
  view: View,
  given: { search: Search; found: Procedure[]; themes: Theme[] },
): Html {
  const { t } = view
  const main = html`<h1>${t.procedures.title}</h1>
    ${lead(t.procedures.lead)}
    ${panel(searchForm(view, given.search, given.themes))}
    <div id="results" data-fragment>${given.found.length > 0 ? results(view, given.found) : nothingFound(view)}</div>`
  return layout(view, { title: t.procedures.title, main })
}

function searchForm(view: View, { words, theme, kind }: Search, themes: Theme[]): Html {
  const p = view.t.procedures
  const kinds = (['private', 'business'] as const).map((value) => ({ value, label: p.forKind[value] }))
  return html`<form method="get" action="${paths.procedures()}" role="search"
    hx-get="${paths.procedures()}" hx-trigger="input delay:250ms, submit"
    hx-target="#results" hx-select="#results" hx-swap="outerHTML" hx-replace-url="true"><div class="fields">
    ${textField(view, { name: 'q', label: p.search, value: words, type: 'search', hint: p.searchHint, maxlength: 100 })}
    ${selectField(view, {
      name: 'theme',
      label: p.theme,
      value: theme ?? '',
      empty: p.allThemes,
      choices: themes.map((value) => ({ value, label: p.themes[value] })),
      width: 'half',
    })}
    ${selectField(view, { name: 'for', label: p.for, value: kind ?? '', empty: p.forAll, choices: kinds, width: 'half' })}
    </div><div class="actions">${button(p.find)}</div></form>`
}

function results(view: View, found: Procedure[]): Html {
  const p = view.t.procedures
  return html`<h2>${p.count(found.length)}</h2>
    ${panel(
      rows(
        found.map((one) => ({
          title: one.title[view.lang],
          href: paths.procedure(one.id),
          about: html`${one.summary[view.lang]}<br>${[costOf(view, one), p.minutes(one.minutes), authorityName(view, one.authority)].join(' · ')}`,
          end: tag(p.forKind[one.kind]),
        })),
      ),
    )}`
}

const nothingFound = ({ t }: View) => html`<h2>${t.procedures.none}</h2>
  <p>${t.procedures.noneText}</p>
  ${actions(linkButton(paths.procedures(), t.procedures.showAll, { variant: 'secondary' }))}`

/** `spaces` are the person's that fit; null when nobody is signed in. */
export function procedureView(view: View, procedure: Procedure, spaces: FittingSpace[] | null): Html {
  const { t, lang } = view
  const p = t.procedures
  const main = html`${breadcrumbs(view, [{ href: paths.procedures(), label: p.title }])}
    <h1>${procedure.title[lang]}</h1>
    ${lead(procedure.summary[lang])}
    ${columns(
      html`${panel(html`<p>${procedure.description[lang]}</p>`)}
        ${startPanel(view, procedure, spaces)}
        ${panel(html`<ul>${procedure.requirements.map((one) => html`<li>${one[lang]}</li>`)}</ul>`, { title: p.requirements })}
        ${panel(html`<p>${procedure.output[lang]}</p>`, { title: p.output })}
        ${panel(nextSteps(view, procedure), { title: p.next })}`,
      html`${panel(glance(view, procedure), { title: p.facts })}
        ${panel(contactOf(view, procedure), { title: p.ask })}
        ${panel(legalBasis(view, procedure), { title: p.legalBasis })}
        ${dataNotice(view, procedure)}`,
    )}
    <p class="muted">${t.shell.lastUpdated(formatDate(view, new Date(procedure.lastUpdated)))} · ${p.version} ${procedure.version}</p>`
  return layout(view, { title: procedure.title[lang], main })
}

function glance(view: View, procedure: Procedure): Html {
  const p = view.t.procedures
  const { cost, form } = procedure
  const need = neededAssurance(procedure)
  const note = cost.note
    ? html`${costOf(view, procedure)}<br><span class="muted">${cost.note[view.lang]}</span>`
    : costOf(view, procedure)
  const space = procedure.kind === 'private' ? view.t.shell.privateSpace : view.t.shell.businessSpace
  return facts([
    { term: p.audience, value: procedure.audience[view.lang] },
    { term: p.cost, value: note },
    { term: p.processingTime, value: procedure.processingTime[view.lang] },
    { term: p.effort, value: `${p.pages(form.pages.length)}, ${p.minutes(procedure.minutes)}` },
    { term: p.authority, value: authorityName(view, procedure.authority) },
    { term: p.runsIn, value: space },
    ...(need === 'low'
      ? []
      : [{ term: p.assurance, value: p.assuranceNeeded(view.t.identity.levels[need]) }]),
  ])
}

function startPanel(view: View, procedure: Procedure, spaces: FittingSpace[] | null): Html {
  const p = view.t.procedures
  const { kind } = procedure
  if (!spaces)
    return panel(
      html`<p>${p.chooseSpaceText[kind]} ${p.signInFirst}</p>
        <div class="actions">${linkButton(paths.signIn(paths.procedure(procedure.id)), p.signIn)}</div>`,
      { title: p.start, color: kind },
    )
  const writable = spaces.filter(({ role }) => mayAct(role, 'manager'))
  if (spaces.length === 0) return needSpace(view, kind)
  if (writable.length === 0)
    return panel(html`<p>${p.readerOnly}</p>${another(view, kind)}`, { title: p.start, color: kind })
  if (isTooLow(view, procedure)) return tooLowPanel(view, procedure, paths.procedure(procedure.id))
  const [only] = writable
  const choose =
    writable.length === 1 && only
      ? startForm(only.code, procedure, p.startIn(only.title))
      : rows(
          writable.map((one) => ({
            title: one.title,
            about: one.code,
            end: startForm(one.code, procedure, p.start, one),
          })),
        )
  return panel(html`<p>${p.chooseSpaceText[kind]} ${p.filled}</p>${choose}${another(view, kind)}`, {
    title: writable.length > 1 ? p.chooseSpace : p.start,
    color: kind,
  })
}

/** A random key makes the form one request, however often it is sent. */
export const startForm = (code: string, { id }: Procedure, label: string, named?: { title: string }) =>
  html`<form method="post" action="${paths.newDossier(code)}"><input type="hidden" name="procedure" value="${id}"><input type="hidden" name="key" value="${newForm()}"><button class="ds-button" type="submit" data-variant="primary">${label}${
    named ? html`<span class="sr-only">: ${named.title}</span>` : ''
  }</button></form>`

function needSpace({ t }: View, kind: Procedure['kind']): Html {
  const p = t.procedures
  const href = kind === 'private' ? paths.newPrivateSpace() : paths.newBusinessSpace()
  return panel(
    html`<p>${p.noSpaceText[kind]}</p><div class="actions">${linkButton(href, p.createSpace[kind])}</div>`,
    { title: p.noSpace[kind], color: kind, attention: true },
  )
}

const another = ({ t }: View, kind: Procedure['kind']): Html | string =>
  kind === 'business'
    ? actions(linkButton(paths.newBusinessSpace(), t.procedures.anotherSpace, { variant: 'tertiary' }))
    : ''
