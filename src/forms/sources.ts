import type { Answers, Field, Sources } from './definition.ts'

/** The verified values that stay read-only in a form with these fields. Pass it to `readPage` and `formFields`. */
export function lockedOf(_fields: Field[], _sources: Sources): Sources {
  return {}
}

/** Sources after somebody typed: an unchanged value keeps its source, a changed one was typed, an empty one has none. */
export function sourcesAfter(
  _fields: Field[],
  _before: { answers: Answers; sources: Sources },
  _now: Answers,
  _at: Date,
): Sources {
  return {}
}
