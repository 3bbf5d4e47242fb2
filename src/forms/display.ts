import { isLanguage } from '../i18n/index.ts'
import { showLegalNumber } from '../identifiers/company-numbers.ts'
import { showIban, showPhone, showUrl } from '../identifiers/contact.ts'
import { naceSection } from '../identifiers/nace.ts'
import { showNationalNumber } from '../identifiers/national-number.ts'
import { showPostcode } from '../identifiers/postcode.ts'
import { formatDate } from '../ui/dates.ts'
import type { View } from '../ui/view.ts'
import { countryName } from './countries.ts'
import type { Answers, Field, Row, Value } from './definition.ts'
import type { Attachable } from './documents.ts'
import { countryFor, normalText } from './entries.ts'
import { isEmpty, rowsOf, textsOf } from './values.ts'

type Words = Pick<View, 'lang' | 't'>

/**
 * A value in words: dates, countries, choices and numbers as people write them; rows of a list a line each.
 * Empty for an empty value, except that a box left alone says “No”. `answers` tell a postcode its country;
 * `documents` are those it may name.
 */
export function displayValue(
  view: Words,
  field: Field,
  value: Value | undefined,
  answers: Answers = {},
  documents: Pick<Attachable, 'id' | 'name'>[] = [],
): string {
  if (typeof value === 'boolean') return value ? view.t.forms.yes : view.t.forms.no
  if (value === undefined || isEmpty(value)) return ''
  if (typeof value === 'string') return displayText(view, field, value, answers)
  if (field.type === 'list')
    return rowsOf(value)
      .map((row) => displayRow(view, field, row))
      .join('\n')
  const texts = textsOf(value).filter(Boolean)
  if (field.type === 'document')
    return list(
      view,
      texts.map((id) => documents.find((one) => one.id === id)?.name ?? view.t.forms.documentGone),
    )
  return list(
    view,
    texts.map((one) => displayText(view, field, one, answers)),
  )
}

/** The filled cells of a row, in order: “Lena Muster, Kind, 3. Mai 2019”. */
export function displayRow(view: Words, field: Field, row: Row): string {
  const cells = (field.fields ?? []).map((cell) => displayValue(view, cell, row[cell.name], row))
  return cells.filter(Boolean).join(', ')
}

const list = ({ lang }: Words, texts: string[]) => new Intl.ListFormat(lang).format(texts)

/** Drafts hold what was typed: what it means is what is shown. */
function displayText(view: Words, field: Field, typed: string, answers: Answers): string {
  const value = normalText(field, typed, answers)
  switch (field.type) {
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(view, new Date(`${value}T12:00:00Z`)) : value
    case 'country':
    case 'countries':
      return countryName(value, view.lang)
    case 'select':
    case 'radio':
    case 'checkboxes':
      return field.choices?.find((choice) => choice.value === value)?.label[view.lang] ?? value
    case 'language':
      return isLanguage(value) ? view.t.forms.languages[value] : value
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? formatNumber(view, Number(value)) : value
    case 'postcode':
      return showPostcode(value, countryFor(field, answers))
    case 'nace':
      return withSection(view, value)
    default:
      return displayNumber(field, value)
  }
}

/** Identifiers in the groups people read them in. */
export function displayNumber(field: Field, value: string): string {
  switch (field.type) {
    case 'phone':
      return showPhone(value)
    case 'iban':
      return showIban(value)
    case 'url':
      return showUrl(value)
    case 'nationalNumber':
      return showNationalNumber(value)
    case 'legalNumber':
      return showLegalNumber(value)
    default:
      return value
  }
}

function withSection({ lang }: Words, code: string): string {
  const section = naceSection(code)
  return section ? `${code} (${section.title[lang]})` : code
}

const formatNumber = ({ lang }: Words, value: number) =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : `${lang === 'lb' ? 'de' : lang}-LU`).format(value)
