import type { Answers, Field, Form, Page, Row, Sources, Value } from './definition.ts'
import { type Attachable, checkDocuments } from './documents.ts'
import { checkEntry } from './entries.ts'
import { errorAt, type FieldError, type Place } from './errors.ts'
import { mostItems } from './reading.ts'
import { isEmpty, isEmptyRow, rowsOf, textOf, textsOf } from './values.ts'
import { isRequired, type VisibleGroup, visibleOf } from './visible.ts'

export type Checks = { values: Answers; errors: FieldError[] }

/**
 * Checks a page. `values` has its visible fields normalised, empty and hidden ones left out, and the answers
 * of other pages as they were. Locked values are not checked: who typed nothing cannot mend anything.
 */
export function checkPage(
  page: Page,
  answers: Answers,
  locked: Sources = {},
  documents: Attachable[] = [],
  submitting = false,
): Checks {
  const { groups, answers: seen } = visibleOf(page, answers)
  const values = { ...answers }
  for (const { fields } of page.groups) for (const { name } of fields) delete values[name]
  const errors: FieldError[] = []
  const twice = labelsTwice(groups)
  for (const { group, fields } of groups)
    for (const field of fields) {
      const place = { name: field.name, pageId: page.id, field }
      const told = group.title && twice.has(field.label.en) ? { ...place, group: group.title } : place
      const result =
        field.type === 'document'
          ? checkAttached(told, seen, documents, submitting)
          : checkField(told, seen, locked)
      if (result.value !== undefined && !isBlank(result.value)) values[field.name] = result.value
      errors.push(...result.errors)
    }
  return { values, errors }
}

/** Checks all pages, in their order, as what is to be submitted. `values` has the visible fields of the form and nothing else. */
export function checkForm(
  form: Form,
  answers: Answers,
  locked: Sources = {},
  documents: Attachable[] = [],
): Checks {
  let seen = answers
  const values: Answers = {}
  const errors: FieldError[] = []
  for (const page of form.pages) {
    const { answers: visible } = visibleOf(page, seen)
    const checked = checkPage(page, visible, locked, documents, true)
    for (const { fields } of page.groups)
      for (const { name } of fields) {
        const value = checked.values[name]
        if (value !== undefined) values[name] = value
      }
    errors.push(...checked.errors)
    seen = visible
  }
  return { values, errors }
}

/** Two addresses have two streets: their groups tell them apart. */
function labelsTwice(groups: VisibleGroup[]): Set<string> {
  const labels = groups.flatMap(({ fields }) => fields.map(({ label }) => label.en))
  return new Set(labels.filter((label, index) => labels.indexOf(label) !== index))
}

type Result = { value: Value | undefined; errors: FieldError[] }

function checkField(place: Place, answers: Answers, locked: Sources): Result {
  const { field } = place
  const typed = answers[field.name]
  if (Object.hasOwn(locked, field.name)) return { value: typed, errors: [] }
  if (isEmpty(typed)) return checkEmpty(place, answers)
  if (field.type === 'checkbox') return { value: typed === true, errors: [] }
  if (field.type === 'checkboxes' || field.type === 'countries')
    return checkTexts(place, textsOf(typed), answers)
  if (field.type === 'list') return checkRows(place, rowsOf(typed), answers)
  return checkText(place, textOf(typed), answers)
}

function checkAttached(place: Place, answers: Answers, documents: Attachable[], submitting: boolean): Result {
  const ids = textsOf(answers[place.field.name])
  if (ids.length === 0) return checkEmpty(place, answers)
  return { value: ids, errors: checkDocuments(place, ids, documents, submitting) }
}

function checkEmpty(place: Place, answers: Answers): Result {
  const value = place.field.type === 'checkbox' ? false : undefined
  return { value, errors: isRequired(place.field, answers) ? [errorAt(place, { why: 'required' })] : [] }
}

function checkText(place: Place, typed: string, answers: Answers): Result {
  const entry = checkEntry(place.field, typed, answers)
  if ('wrong' in entry) return { value: typed, errors: [errorAt(place, entry.wrong)] }
  const missing = entry.value === '' && isRequired(place.field, answers)
  return { value: entry.value, errors: missing ? [errorAt(place, { why: 'required' })] : [] }
}

function checkTexts(place: Place, typed: string[], answers: Answers): Result {
  const values = new Set<string>()
  for (const one of typed.filter(Boolean)) {
    const entry = checkEntry(place.field, one, answers)
    if ('wrong' in entry) return { value: typed, errors: [errorAt(place, entry.wrong)] }
    values.add(entry.value)
  }
  values.delete('')
  return values.size > 0 ? { value: [...values], errors: [] } : checkEmpty(place, answers)
}

/** Empty rows fall away; the errors name rows as they were typed. */
function checkRows(place: Place, typed: Row[], answers: Answers): Result {
  const filled = typed.flatMap((row, index) => (isEmptyRow(row) ? [] : [{ row, index }]))
  const max = mostItems(place.field)
  if (filled.length > max) return { value: typed, errors: [errorAt(place, { why: 'tooMany', max })] }
  const checked = filled.map(({ row, index }) => checkRow(place, row, index, answers))
  return { value: checked.map(({ values }) => values), errors: checked.flatMap(({ errors }) => errors) }
}

function checkRow(
  place: Place,
  row: Row,
  index: number,
  answers: Answers,
): { values: Row; errors: FieldError[] } {
  const values: Row = {}
  const errors: FieldError[] = []
  for (const cell of place.field.fields ?? []) {
    const here = cellPlace(place, cell, index)
    const { value, errors: found } = checkText(here, textOf(row[cell.name]), { ...answers, ...row })
    if (value) values[cell.name] = textOf(value)
    errors.push(...found)
  }
  return { values, errors }
}

const cellPlace = ({ pageId, field: list }: Place, field: Field, row: number): Place => ({
  name: `${list.name}.${row}.${field.name}`,
  pageId,
  field,
  list,
  row,
})

/** Not worth keeping. `false` is: somebody saw the box and left it. */
const isBlank = (value: Value) => value !== false && isEmpty(value)
