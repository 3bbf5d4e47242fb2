import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { lb } from './lb.ts'

export const languages = ['de', 'fr', 'en', 'lb'] as const
export type Language = (typeof languages)[number]

/** A text in every language, as definitions carry it. */
export type Text = Record<Language, string>

/** English sets the shape; a key missing elsewhere does not compile. */
export type Messages = typeof en

const catalogues: Record<Language, Messages> = { de, fr, en, lb }

export const messages = (language: Language): Messages => catalogues[language]
export const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value)
