import type { Language } from './index.ts'

/** What `Intl` is asked for: the languages as they are written in Luxembourg. */
export const locales: Record<Language, string> = { de: 'de-LU', fr: 'fr-LU', en: 'en-GB', lb: 'lb' }
