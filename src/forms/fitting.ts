import { type Answers, type Field, type Form, fieldsOf, type Value } from './definition.ts'
import { checkEntry, normalise } from './entries.ts'
import { isEmpty, rowsOf, textOf, textsOf } from './values.ts'

/** Stored as people read them, so that a field for text may take them over. */
const plainText = new Set(['text', 'longtext', 'registerNumber', 'vat', 'permitNumber', 'nace'])

/** Whether values of one field can be values of another at all. */
export function canTake(field: Field, source: Field): boolean {
  if (field.type === source.type) return true
  if (field.type === 'text' || field.type === 'longtext') return plainText.has(source.type)
  const one = ['select', 'radio']
  return one.includes(field.type) && one.includes(source.type)
}

/** A value as this field may hold it: choices and columns it does not have fall away; undefined when nothing is left. */
export function fit(field: Field, value: Value | undefined, answers: Answers = {}): Value | undefined {
  if (value === undefined || (isEmpty(value) && value !== false)) return undefined
  if (field.type === 'checkbox') return typeof value === 'boolean' ? value : undefined
  if (field.type === 'list') return fitRows(field, value)
  if (field.type === 'checkboxes' || field.type === 'countries') {
    const texts = textsOf(value).filter((one) => isValid(field, one, answers))
    return texts.length > 0 ? texts : undefined
  }
  return typeof value === 'string' && isValid(field, value, answers)
    ? normalise(field, value, answers)
    : undefined
}

export const fieldNamed = (form: Form, name: string): Field | undefined =>
  fieldsOf(form).find((field) => field.name === name)

const isValid = (field: Field, value: string, answers: Answers) =>
  'value' in checkEntry(field, value, answers)

function fitRows(field: Field, value: Value): Value | undefined {
  const cells = field.fields ?? []
  const rows = rowsOf(value).map((row) =>
    Object.fromEntries(
      cells
        .map((cell) => [cell.name, textOf(row[cell.name])] as const)
        .filter(
          ([name, text]) => text && cells.some((cell) => cell.name === name && isValid(cell, text, {})),
        ),
    ),
  )
  const filled = rows.filter((row) => Object.keys(row).length > 0).slice(0, field.maxItems)
  return filled.length > 0 ? filled : undefined
}
