import { z } from 'zod'
import { SearchText } from '../platform/search-text.ts'
import type { Field } from './definition.ts'
import { errorAt, type FieldError, type Place } from './errors.ts'

/** A document that answers may name by its id: as much of it as a form has to know. */
export type Attachable = {
  id: string
  name: string
  mediaType: string
  /** One line about it, in the language of the page. */
  about: string
  /** Where it is shown. */
  href: string
  state: 'ready' | 'waiting' | 'infected'
}

/** What somebody looks for in one field: by name, and the last of the page before. */
export type Looking = {
  field: string
  q: string
  after: string | null
  accept: readonly string[] | undefined
}

/** What a field offers beside what is chosen in it. `next` is the last of these where there are more. */
export type Offer = { ids: string[]; looking: Looking | null; next: string | null }

/** What a form needs for its document fields beside the documents. */
export type Attaching = {
  documents: Attachable[]
  /** How many the space has. */
  total: number
  offer: (field: string) => Offer
  /** Where scripts send files. */
  action: string
  /** What may be uploaded, in words and for the `accept` attribute. */
  limits: (accept?: string[]) => string
  accept: (accept?: string[]) => string
}

export const mostDocuments = ({ maxItems = 5 }: Field): number => maxItems

export const fits = ({ accept }: Field, { mediaType }: Attachable): boolean =>
  accept === undefined || accept.includes(mediaType)

/** What is wrong with the documents that were chosen. What still waits for the scanner stops nobody but who submits. */
export function checkDocuments(
  place: Place,
  ids: string[],
  known: Attachable[],
  submitting: boolean,
): FieldError[] {
  const { field } = place
  const max = mostDocuments(field)
  if (ids.length > max) return [errorAt(place, { why: 'tooManyDocuments', max })]
  for (const id of ids) {
    const found = known.find((one) => one.id === id)
    if (!found) return [errorAt(place, { why: 'documentGone' })]
    const { name, state } = found
    if (!fits(field, found)) return [errorAt(place, { why: 'documentKind', name })]
    if (state === 'infected') return [errorAt(place, { why: 'documentInfected', name })]
    if (state === 'waiting' && submitting) return [errorAt(place, { why: 'documentWaiting', name })]
  }
  return []
}

/**
 * What is looked for in a field when one of its buttons was pressed, or the Enter key in a search that has not
 * been answered; null when something else was asked for.
 */
export function lookedFor(fields: Field[], body: Record<string, unknown>): Looking | null {
  const [action, pressed] = typeof body.list === 'string' ? body.list.split(':') : []
  for (const { name, type, accept } of fields) {
    if (type !== 'document') continue
    const [q, found] = [`${name}.find`, `${name}.found`].map((key) => SearchText.parse(body[key]))
    const asked = pressed === name && (action === 'find' || action === 'more')
    const entered = body.go === undefined && body.list === undefined && q !== found
    const after = action === 'more' ? Last.parse(body[`${name}.after`]) : null
    if (asked || entered) return { field: name, q: q ?? '', after, accept }
  }
  return null
}

const Last = z.uuid().nullable().catch(null)
