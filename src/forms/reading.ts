import {
  type Answers,
  type Field,
  fieldsOfPage,
  type Page,
  type Row,
  type Sources,
  type Value,
} from './definition.ts'
import { rowsOf, textsOf } from './values.ts'

type Body = Record<string, unknown>

/** More rows and ticks than any form has: what lies beyond is not typed by hand. */
const mostRows = 200

/**
 * What was typed on a page, faithfully, merged into `before`. Names the page does not have are ignored;
 * locked fields, and fields the browser did not send, keep the value of `before`.
 */
export function readPage(page: Page, body: unknown, before: Answers, locked: Sources = {}): Answers {
  const posted = bodyOf(body)
  const answers = { ...before }
  for (const field of fieldsOfPage(page)) {
    if (Object.hasOwn(locked, field.name)) continue
    const value = readField(field, posted)
    if (value !== undefined) answers[field.name] = value
  }
  return answers
}

/**
 * When a button `name=list` was pressed (`add:NAME`, `remove:NAME:INDEX`, `refresh`): the typed answers with
 * the change made, and the id of the control to go to; else null.
 */
export function editList(
  page: Page,
  body: unknown,
  before: Answers = {},
  locked: Sources = {},
): { answers: Answers; focus: string } | null {
  const [action, name = '', index = ''] = lastText(bodyOf(body).list)?.split(':') ?? []
  if (!action) return null
  const answers = readPage(page, body, before, locked)
  const field = fieldsOfPage(page).find((one) => one.name === name)
  if (!field || Object.hasOwn(locked, name)) return { answers, focus: `f-${name}` }
  const at = Number(index)
  if (field.type === 'list') return editRows(field, answers, action, at)
  if (field.type === 'countries' && action === 'add') return addText(field, answers)
  return { answers, focus: `f-${name}` }
}

function editRows(field: Field, answers: Answers, action: string, at: number) {
  const rows = rowsOf(answers[field.name])
  const changed =
    action === 'add' && rows.length < mostItems(field)
      ? [...rows, blankRow(field)]
      : rows.filter((_, index) => action !== 'remove' || index !== at)
  const added = changed.length > rows.length
  const first = field.fields?.[0]?.name ?? ''
  const focus = added ? `f-${field.name}.${rows.length}.${first}` : `f-${field.name}`
  return { answers: { ...answers, [field.name]: changed }, focus }
}

function addText(field: Field, answers: Answers) {
  const texts = textsOf(answers[field.name])
  const start = texts.length ? texts : ['']
  const focus = `f-${field.name}.${start.length}`
  return { answers: { ...answers, [field.name]: [...start, ''].slice(0, mostRows) }, focus }
}

export const mostItems = ({ maxItems = 20 }: Field): number => maxItems
export const blankRow = (field: Field): Row =>
  Object.fromEntries((field.fields ?? []).map((cell) => [cell.name, '']))

const bodyOf = (body: unknown): Body => (isRecord(body) ? body : {})
const isRecord = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (body: Body, name: string): unknown => (Object.hasOwn(body, name) ? body[name] : undefined)

function readField(field: Field, body: Body): Value | undefined {
  const posted = own(body, field.name) ?? own(body, shownMark(field.name))
  switch (field.type) {
    case 'checkbox':
      return posted === undefined ? undefined : lastText(posted) === 'yes' || posted === true
    case 'checkboxes':
    case 'document':
      return readTexts(posted)?.filter(Boolean)
    case 'countries':
      return readCountries(field.name, body)
    case 'list':
      return readRows(field, body)
    default:
      return lastText(posted)
  }
}

/** Sent with boxes and lists, so that nothing being ticked can be told from nothing being shown. */
export const shownMark = (name: string): string => `${name}.shown`

/** As it was typed, but such that the database can store it: what it cannot becomes U+FFFD, which no check lets pass. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()

function lastText(posted: unknown): string | undefined {
  const last = Array.isArray(posted) ? posted.findLast((one) => typeof one === 'string') : posted
  return typeof last === 'string' ? storable(last) : undefined
}

function readTexts(posted: unknown): string[] | undefined {
  if (posted === undefined) return undefined
  const all: unknown[] = Array.isArray(posted) ? posted : [posted]
  const texts = all.filter((one) => typeof one === 'string').map(storable)
  return [...new Set(texts)].slice(0, mostRows)
}

/** The first select is called NAME, the others NAME.1, NAME.2 …; several values under NAME do as well. */
function readCountries(name: string, body: Body): string[] | undefined {
  const posted = own(body, name)
  if (posted === undefined) return undefined
  const all: unknown[] = Array.isArray(posted) ? posted.filter(Boolean) : [posted]
  for (let index = 1; index < mostRows; index++) {
    const more = lastText(own(body, `${name}.${index}`))
    if (more === undefined) break
    all.push(more)
  }
  return all
    .filter((one) => typeof one === 'string')
    .map(storable)
    .slice(0, mostRows)
}

/** Cells come as NAME.INDEX.CELL. Gaps between indexes close; rows keep their order. */
function readRows(field: Field, body: Body): Row[] | undefined {
  const posted = own(body, field.name) ?? own(body, shownMark(field.name))
  const cells = (field.fields ?? []).map((cell) => cell.name)
  if (Array.isArray(posted) && posted.some(isRecord))
    return posted
      .filter(isRecord)
      .slice(0, mostRows)
      .map((row) => readRow(cells, (cell) => own(row, cell)))
  const indexes = rowIndexes(field.name, body)
  if (indexes.length === 0) return posted === undefined ? undefined : []
  return indexes.map((index) => readRow(cells, (cell) => own(body, `${field.name}.${index}.${cell}`)))
}

const readRow = (cells: string[], read: (cell: string) => unknown): Row =>
  Object.fromEntries(cells.map((cell) => [cell, lastText(read(cell)) ?? '']))

function rowIndexes(name: string, body: Body): number[] {
  const indexes = new Set<number>()
  for (const key of Object.keys(body)) {
    if (!key.startsWith(`${name}.`)) continue
    const [, index] = /^(\d{1,4})\.[A-Za-z]/.exec(key.slice(name.length + 1)) ?? []
    if (index) indexes.add(Number(index))
  }
  return [...indexes].sort((a, b) => a - b).slice(0, mostRows)
}
