import type { Language, Messages, Text } from '../i18n/index.ts'
import type { Reason } from '../identifiers/result.ts'
import { fieldDate } from '../ui/dates.ts'
import type { Field } from './definition.ts'

/** What is wrong with an entry: with its identifier, or with any text or choice. */
export type Wrong =
  | Reason
  | { why: 'required' }
  | { why: 'tooLong'; max: number; given: number }
  | { why: 'broken' }
  | { why: 'control' }
  | { why: 'notListed' }
  | { why: 'tooMany'; max: number }
  | { why: 'tooManyDocuments'; max: number }
  | { why: 'documentGone' }
  | { why: 'documentKind' | 'documentInfected' | 'documentWaiting'; name: string }

/** What is wrong with one field, `householdMembers.0.name` for a cell, in words once the language is known. */
export type FieldError = {
  name: string
  pageId: string
  message: (t: Messages, lang: Language) => string
  /** Put before the message where it stands apart from its field. */
  label?: (t: Messages, lang: Language) => string
}

export type Place = {
  name: string
  pageId: string
  field: Field
  list?: Field
  row?: number
  /** Title of its group, where another field of the page has the same label. */
  group?: Text
}

export function errorAt(place: Place, wrong: Wrong): FieldError {
  const { name, pageId, group } = place
  const message = (t: Messages, lang: Language) => explain(wrong, place, t, lang)
  if (wrong.why !== 'required')
    return { name, pageId, message, label: (t, lang) => fullLabel(place, t, lang) }
  return { name, pageId, message, ...(group && { label: (_, lang) => group[lang] }) }
}

/** “Postal address, Street” where there are two streets. */
function fullLabel(place: Place, t: Messages, lang: Language): string {
  const label = labelOf(place, t, lang)
  return place.group ? `${place.group[lang]}, ${label}` : label
}

/** A cell is named with its row: “Person 2, Name”. */
function labelOf({ field, list, row }: Place, t: Messages, lang: Language): string {
  return list && row !== undefined
    ? `${entryName(list, row, t, lang)}, ${field.label[lang]}`
    : field.label[lang]
}

/** “Person 2”: what one row of a list is called. */
export function entryName(list: Field, row: number, t: Messages, lang: Language): string {
  return list.item ? `${list.item[lang]} ${row + 1}` : t.forms.entry(row + 1)
}

function explain(wrong: Wrong, place: Place, t: Messages, lang: Language): string {
  const { errors } = t.forms
  switch (wrong.why) {
    case 'required':
      return explainRequired(place, t, lang)
    case 'tooLong':
      return errors.tooLong(wrong.max, wrong.given)
    case 'tooMany':
    case 'tooManyDocuments':
      return errors[wrong.why](wrong.max)
    case 'documentKind':
    case 'documentInfected':
    case 'documentWaiting':
      return errors[wrong.why](wrong.name)
    case 'digits':
      return errors.digits(wrong.expected, wrong.given)
    case 'ibanLength':
      return errors.ibanLength(wrong.expected, wrong.given)
    case 'postcode':
      return errors.postcode(wrong.example)
    case 'integerMin':
      return errors.integerMin(wrong.min)
    case 'integerMax':
      return errors.integerMax(wrong.max)
    case 'date':
      return errors.date(fieldDate({ lang }, '1985-03-27'))
    default:
      return errors[wrong.why]
  }
}

const chosen = new Set(['select', 'radio', 'checkboxes', 'country', 'countries', 'language'])

function explainRequired(place: Place, t: Messages, lang: Language): string {
  const { errors } = t.forms
  const label = labelOf(place, t, lang)
  if (place.field.type === 'checkbox') return errors.requiredTick(label)
  if (place.field.type === 'list') return errors.requiredList(label)
  if (place.field.type === 'document') return errors.requiredDocument(label)
  return chosen.has(place.field.type) ? errors.requiredChoice(label) : errors.required(label)
}
