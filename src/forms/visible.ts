import { hasPostcodes } from '../identifiers/postcode.ts'
import { holds } from './conditions.ts'
import type { Answers, Field, Group, Page } from './definition.ts'
import { textOf } from './values.ts'

/** Whether it is asked at all. A condition that cannot be told hides nothing. */
export function isVisible(item: Field | Group, answers: Answers): boolean {
  return item.when === undefined || holds(item.when, answers) !== false
}

/** Whether an answer is mandatory now. A postcode with a country is, where that country has postcodes. */
export function isRequired(field: Field, answers: Answers): boolean {
  if (field.type === 'postcode' && field.country !== undefined) {
    const country = textOf(answers[field.country])
    if (!country || !hasPostcodes(country)) return false
    if (field.required === undefined) return true
  }
  return typeof field.required === 'string'
    ? holds(field.required, answers) === true
    : field.required === true
}

export type VisibleGroup = { group: Group; fields: Field[] }

/**
 * The groups and fields a page asks, in order, and the answers without those of hidden fields: what is not
 * asked cannot decide about what comes after it.
 */
export function visibleOf(page: Page, answers: Answers): { groups: VisibleGroup[]; answers: Answers } {
  const seen = withStarts(page, answers)
  const groups: VisibleGroup[] = []
  for (const group of page.groups) {
    const open = isVisible(group, seen)
    const fields = group.fields.filter((field) => {
      const visible = open && isVisible(field, seen)
      if (!visible) delete seen[field.name]
      return visible
    })
    if (fields.length > 0) groups.push({ group, fields })
  }
  return { groups, answers: seen }
}

/** A checkbox nobody touched is not ticked. */
function withStarts(page: Page, answers: Answers): Answers {
  const complete = { ...answers }
  for (const { fields } of page.groups)
    for (const { name, type } of fields) if (type === 'checkbox') complete[name] ??= false
  return complete
}
