import { namesIn } from './conditions.ts'
import type { Page } from './definition.ts'

type Shaping = { all: Set<string>; showing: Set<string> }
const shapings = new WeakMap<Page, Shaping>()

/** Answers of a page that decide what else it asks (`showing`) or what is mandatory on it. */
export function shapingOf(page: Page): Shaping {
  const before = shapings.get(page)
  if (before) return before
  const fields = page.groups.flatMap((group) => group.fields)
  const here = new Set(fields.map(({ name }) => name))
  const whens = [...page.groups, ...fields].flatMap(({ when }) => when ?? [])
  const needs = fields.flatMap(({ required }) => (typeof required === 'string' ? required : []))
  const countries = fields.flatMap(({ country }) => country ?? [])
  const showing = new Set(whens.flatMap(namesIn).filter((name) => here.has(name)))
  const others = [...needs.flatMap(namesIn), ...countries].filter((name) => here.has(name))
  const shaping = { showing, all: new Set([...showing, ...others]) }
  shapings.set(page, shaping)
  return shaping
}
