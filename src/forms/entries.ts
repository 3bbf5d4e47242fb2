import { isLanguage } from '../i18n/index.ts'
import {
  checkLegalNumber,
  checkPermitNumber,
  checkRegisterNumber,
  checkVat,
} from '../identifiers/company-numbers.ts'
import { checkEmail, checkIban, checkPhone, checkUrl } from '../identifiers/contact.ts'
import { checkDate } from '../identifiers/dates.ts'
import { checkInteger } from '../identifiers/integer.ts'
import { checkNace } from '../identifiers/nace.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import { checkPostcode } from '../identifiers/postcode.ts'
import { type Checked, ok } from '../identifiers/result.ts'
import { isCountry } from './countries.ts'
import type { Answers, Field, Value } from './definition.ts'
import type { Wrong } from './errors.ts'
import { isRows, rowsOf, textOf } from './values.ts'

/** One entry of text, checked and normalised. An empty one is `''`: whether it may be is not asked here. */
export type Entry = { value: string } | { wrong: Wrong }

export function checkEntry(field: Field, typed: string, answers: Answers): Entry {
  const value = field.type === 'longtext' ? typed.replace(/\r\n?/g, '\n').trim() : typed.trim()
  if (value === '') return { value }
  const wrong = checkCharacters(field, value)
  if (wrong) return { wrong }
  const checked = checkMeaning(field, value, answers)
  if (checked === 'notListed') return { wrong: { why: 'notListed' } }
  return checked.ok ? { value: checked.value } : { wrong: checked.reason }
}

/** The same value however it was typed; what cannot be understood stays as it is. */
export function normalise(field: Field, value: Value | undefined, answers: Answers): Value | undefined {
  if (typeof value === 'string') return normalText(field, value, answers)
  if (!isRows(value)) return value
  const cells = field.fields ?? []
  return rowsOf(value).map((row) =>
    Object.fromEntries(cells.map((cell) => [cell.name, normalText(cell, row[cell.name] ?? '', row)])),
  )
}

export function normalText(field: Field, typed: string, answers: Answers): string {
  const entry = checkEntry(field, typed, answers)
  return 'value' in entry ? entry.value : typed
}

/** Longest entries, in characters (code points). */
export const maxLengthOf = ({ type, maxLength }: Field): number =>
  maxLength ?? (type === 'longtext' ? 10_000 : 500)

function checkCharacters(field: Field, value: string): Wrong | null {
  const max = maxLengthOf(field)
  const given = codePoints(value)
  if (given > max) return { why: 'tooLong', max, given }
  if (value.includes('\uFFFD') || value.includes('\0') || !value.isWellFormed()) return { why: 'broken' }
  const control = field.type === 'longtext' ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u
  return control.test(value) ? { why: 'control' } : null
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function checkMeaning(field: Field, value: string, answers: Answers): Checked | 'notListed' {
  switch (field.type) {
    case 'text':
    case 'longtext':
      return ok(value)
    case 'date':
      return checkDate(value, field.range)
    case 'integer':
      return checkInteger(value, field.min, field.max)
    case 'postcode':
      return checkPostcode(value, countryFor(field, answers))
    case 'select':
    case 'radio':
    case 'checkboxes':
      return field.choices?.some((choice) => choice.value === value) ? ok(value) : 'notListed'
    case 'country':
    case 'countries':
      return isCountry(value) ? ok(value) : 'notListed'
    case 'language':
      return isLanguage(value) ? ok(value) : 'notListed'
    case 'checkbox':
    case 'list':
    case 'document':
      return 'notListed'
    default:
      return identifiers[field.type](value)
  }
}

/** The country a postcode is of: that of its address, else Luxembourg. */
export const countryFor = (field: Field, answers: Answers): string =>
  (field.country && textOf(answers[field.country])) || 'LU'

const identifiers = {
  email: checkEmail,
  phone: checkPhone,
  url: checkUrl,
  iban: checkIban,
  nationalNumber: (value: string) => checkNationalNumber(value),
  legalNumber: (value: string) => checkLegalNumber(value),
  registerNumber: checkRegisterNumber,
  vat: checkVat,
  permitNumber: checkPermitNumber,
  nace: checkNace,
}
