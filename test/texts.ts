import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Language, languages, messages } from '../src/i18n/index.ts'

/** One text people read: where it stands, and what it says in each language. */
export type Spoken = { at: string; says: Record<Language, string> }

const InEveryLanguage = z.object({ de: z.string(), fr: z.string(), en: z.string(), lb: z.string() })

/** Every text of the catalogues; a function speaks with sample numbers and names. */
export function catalogueTexts(): Spoken[] {
  const texts = Object.fromEntries(
    languages.map((language) => [language, new Map(leaves(messages(language), ''))]),
  )
  return [...(texts.en ?? new Map<string, string>()).keys()].map((at) => ({
    at,
    says: InEveryLanguage.parse(Object.fromEntries(languages.map((one) => [one, texts[one]?.get(at)]))),
  }))
}

/** Every text of the procedures' definitions. */
export function procedureTexts(): Spoken[] {
  const folder = resolve(import.meta.dirname, '..', 'procedures')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => spokenIn(parse(readFileSync(join(folder, file), 'utf8')), file))
}

function leaves(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (isFunction(value)) return leaves(speak(value), at)
  if (value instanceof Date || typeof value !== 'object' || value === null) return []
  if ('strings' in value || value instanceof String) return [[at, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, at ? `${at}.${key}` : key))
}

/** Tries what catalogue functions take: numbers, then names, then a date. */
function speak(say: (...given: unknown[]) => unknown): unknown {
  for (const sample of [7, 'Xyz', new Date(0)]) {
    try {
      return say(...Array.from({ length: Math.max(say.length, 1) }, () => sample))
    } catch {}
  }
  throw new Error(`a text that cannot be spoken: ${say}`)
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === 'function'
}

function spokenIn(value: unknown, at: string): Spoken[] {
  if (typeof value !== 'object' || value === null) return []
  const text = InEveryLanguage.safeParse(value)
  if (text.success) return [{ at, says: text.data }]
  return Object.entries(value).flatMap(([key, inner]) => spokenIn(inner, `${at}.${key}`))
}
