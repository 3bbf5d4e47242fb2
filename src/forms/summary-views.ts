import { html } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { facts, icon, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Answers, Field, Form, Page, Source, Sources, Value } from './definition.ts'
import { displayRow, displayValue } from './display.ts'
import type { Attachable } from './documents.ts'
import { sourceText } from './provenance.ts'
import { shapingOf } from './shaping.ts'
import { isEmpty, rowsOf, textsOf } from './values.ts'
import { type VisibleGroup, visibleOf } from './visible.ts'

type Given = { sources?: Sources; changeHref?: (pageId: string) => string; documents?: Attachable[] }

/**
 * Questions and answers, a panel for each page (for each group when there is only one page); with
 * `changeHref` each page links to where it is changed.
 */
export function answersSummary(view: View, form: Form, answers: Answers, given: Given = {}): Html {
  let seen = answers
  const pages = form.pages.map((page) => {
    const visible = visibleOf(page, seen)
    seen = visible.answers
    return { page, answers: seen, groups: withoutDoors(page, visible) }
  })
  const [only] = pages
  if (pages.length === 1 && only)
    return html`${only.groups.map(({ group, fields }) =>
      panel(groupFacts(view, fields, only.answers, given), {
        title: (group.title ?? only.page.title)[view.lang],
      }),
    )}`
  return html`${pages.filter(({ groups }) => groups.length > 0).map((one) => pagePanel(view, one, given))}`
}

/** A box that was left alone and would only have opened other questions says nothing to a reader. */
function withoutDoors(page: Page, { groups, answers }: ReturnType<typeof visibleOf>): VisibleGroup[] {
  const { showing } = shapingOf(page)
  const told = ({ name, type }: Field) => type !== 'checkbox' || answers[name] === true || !showing.has(name)
  return groups
    .map(({ group, fields }) => ({ group, fields: fields.filter(told) }))
    .filter(({ fields }) => fields.length > 0)
}

function pagePanel(
  view: View,
  { page, groups, answers }: { page: Page; groups: VisibleGroup[]; answers: Answers },
  given: Given,
): Html {
  const title = page.title[view.lang]
  const change = given.changeHref
    ? html`<a class="ds-link" href="${given.changeHref(page.id)}">${view.t.forms.change}<span class="sr-only">: ${title}</span></a>`
    : ''
  const body = groups.map(
    ({ group, fields }) =>
      html`<section class="answers">${
        group.title ? html`<h3>${group.title[view.lang]}</h3>` : ''
      }${groupFacts(view, fields, answers, given)}</section>`,
  )
  return panel(html`<div class="title-line"><h2>${title}</h2>${change}</div>${body}`)
}

const groupFacts = (
  view: View,
  fields: Field[],
  answers: Answers,
  { sources = {}, documents = [] }: Given,
): Html =>
  facts(
    fields.map((field) => ({
      term: field.label[view.lang],
      value: answer(
        view,
        field,
        answers,
        Object.hasOwn(sources, field.name) ? sources[field.name] : undefined,
        documents,
      ),
    })),
  )

function answer(
  view: View,
  field: Field,
  answers: Answers,
  source: Source | undefined,
  documents: Attachable[],
): Html {
  const value = answers[field.name]
  if (value !== false && isEmpty(value)) return empty(view)
  if (field.type === 'document') return namedDocuments(view, textsOf(value), documents)
  const words = inWords(view, field, value, answers)
  if (!source?.verified) return words
  return html`${words}<p class="from">${icon('tick')}<span><span class="sr-only">${view.t.shell.verified}, </span>${sourceText(view, source)}</span></p>`
}

function namedDocuments({ t }: View, ids: string[], documents: Attachable[]): Html {
  return html`<ul class="plain">${ids.map((id) => {
    const found = documents.find((one) => one.id === id)
    return html`<li>${found ? html`<a class="ds-link" href="${found.href}"><bdi>${found.name}</bdi></a>` : t.forms.documentGone}</li>`
  })}</ul>`
}

/** Names may run the other way: each value stands on its own. */
function inWords(view: View, field: Field, value: Value | undefined, answers: Answers): Html {
  if (field.type === 'list') {
    const rows = rowsOf(value).map((row) => displayRow(view, field, row))
    return html`<ol class="plain">${rows.map((row) => html`<li><bdi>${row}</bdi></li>`)}</ol>`
  }
  const text = displayValue(view, field, value, answers)
  return field.type === 'longtext' ? html`<p class="typed">${text}</p>` : html`<bdi>${text}</bdi>`
}

const empty = ({ t }: View): Html =>
  html`<span aria-hidden="true">—</span><span class="sr-only">${t.forms.empty}</span>`
