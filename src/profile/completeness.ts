import { type Answers, type Field, type Form, fieldsOf } from '../forms/definition.ts'
import { isEmpty } from '../forms/values.ts'
import { isVisible } from '../forms/visible.ts'

export type Completeness = {
  filled: number
  total: number
  /** The most useful first. */
  missing: { field: Field; procedures: number }[]
}

/**
 * How much of a profile is filled, and how many procedures each missing field would help. Ticks do not
 * count, and neither does what does not apply: they are not data one could lack.
 */
export function completeness(
  profileForm: Form,
  data: Answers,
  procedures: { id: string; form: Form }[],
): Completeness {
  const asked = profileForm.pages
    .flatMap(({ groups }) => groups)
    .filter((group) => isVisible(group, data))
    .flatMap(({ fields }) => fields)
    .filter((field) => field.type !== 'checkbox' && isVisible(field, data))
  const wanted = countWishes(procedures)
  const missing = asked
    .filter(({ name }) => isEmpty(data[name]))
    .map((field) => ({ field, procedures: wanted.get(field.name) ?? 0 }))
    .sort((a, b) => b.procedures - a.procedures)
  return { filled: asked.length - missing.length, total: asked.length, missing }
}

function countWishes(procedures: { form: Form }[]): Map<string, number> {
  const wishes = new Map<string, number>()
  for (const { form } of procedures) {
    const names = new Set(fieldsOf(form).flatMap(({ profile }) => profile ?? []))
    for (const name of names) wishes.set(name, (wishes.get(name) ?? 0) + 1)
  }
  return wishes
}
