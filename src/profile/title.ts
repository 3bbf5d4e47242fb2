import type { Answers, Value } from '../forms/definition.ts'

/** What a space is called: the title given to it, else the company's or the person's name. */
export function spaceTitle(data: Answers): string {
  const person = [text(data.givenName), text(data.familyName)].filter(Boolean).join(' ')
  return text(data.spaceTitle) || text(data.legalName) || person
}

/**
 * What tells that two spaces are of one company, however it was typed: its numbers, and its name without
 * case, accents, spaces and punctuation. Empty for a person.
 */
export function companyKeys(data: Answers): string[] {
  const key = (kind: string, folded: string) => (folded ? [`${kind}:${folded}`] : [])
  return [
    ...key('register', code(data.registerNumber)),
    ...key('vat', code(data.vatNumber)),
    ...key('number', code(data.legalNumber)),
    ...key('name', foldName(text(data.legalName))),
  ]
}

const text = (value: Value | undefined) => (typeof value === 'string' ? value.trim() : '')
const code = (value: Value | undefined) =>
  text(value)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Names made of signs only (emoji) stay as they are: they, too, can be the same. */
function foldName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return folded || name
}
