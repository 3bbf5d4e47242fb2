import { type Language, languages } from '../i18n/index.ts'
import type { Procedure, Theme } from './definition.ts'

export type Search = { words: string; theme: Theme | null; kind: Procedure['kind'] | null }

/** Every word must begin a word of the title, summary or keywords, in whatever language; accents and case don't count. */
export function searchProcedures(procedures: Procedure[], { words, theme, kind }: Search): Procedure[] {
  const wanted = wordsOf(words)
  return procedures.filter((one) => {
    if (theme && one.theme !== theme) return false
    if (kind && one.kind !== kind) return false
    const has = searchable(one)
    return wanted.every((word) => has.some((known) => known.startsWith(word)))
  })
}

/** In the order people look things up in, in their language. */
export const byTitle = (procedures: Procedure[], language: Language): Procedure[] =>
  procedures.toSorted((a, b) => a.title[language].localeCompare(b.title[language], language))

function searchable({ title, summary, keywords }: Procedure): string[] {
  return languages.flatMap((language) =>
    [title[language], summary[language], ...keywords[language]].flatMap(wordsOf),
  )
}

/** Folded for comparison: “Élargie” and “elargie”, “Straße” and “strasse” are one word. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
