import type { Answers, Field, Sources } from './definition.ts'
import { normalise } from './entries.ts'
import { isEmpty, sameValue } from './values.ts'

/** The verified values that are read-only in a form with these fields. Pass it to the engine and to `formFields`. */
export function lockedOf(fields: Field[], sources: Sources): Sources {
  const locked: Sources = {}
  for (const { name, lockedBy } of fields) {
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined
    if (!source?.verified) continue
    if (lockedBy === undefined || lockedBy.includes(source.from)) locked[name] = source
  }
  return locked
}

/**
 * Sources after somebody typed: an unchanged value keeps its source, a changed one was typed, an empty one
 * has none.
 */
export function sourcesAfter(
  fields: Field[],
  before: { answers: Answers; sources: Sources },
  now: Answers,
  at: Date,
): Sources {
  const sources: Sources = {}
  for (const field of fields) {
    const { name } = field
    if (isEmpty(now[name])) continue
    const source = Object.hasOwn(before.sources, name) ? before.sources[name] : undefined
    const kept = source && sameValue(before.answers[name], normalise(field, now[name], now))
    sources[name] = kept ? source : { from: 'typed', at: at.toISOString(), verified: false }
  }
  return sources
}
