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

/** What a form needs for its document fields beside the documents. */
export type Attaching = {
  documents: Attachable[]
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
