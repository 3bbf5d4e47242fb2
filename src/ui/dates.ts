import type { Language } from '../i18n/index.ts'
import { locales } from '../i18n/locales.ts'
import type { View } from './view.ts'

const timeZone = 'Europe/Luxembourg'

type Formats = { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }

/** Made once: making one costs more than a page. */
const formats = Object.fromEntries(
  Object.entries(locales).map(([lang, locale]) => [
    lang,
    {
      day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
      time: new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }),
    },
  ]),
) as Record<Language, Formats>

/** One date format: “23. November 2026”, `withTime` adds “, 14:07”. The day stays with its month. */
export function formatDate(view: Pick<View, 'lang'>, date: Date, withTime = false): string {
  const day = formats[view.lang].day.format(date).replace(' ', '\u00a0')
  return withTime ? `${day}, ${formatTime(view, date)}` : day
}

/** “14:07”. */
export function formatTime({ lang }: Pick<View, 'lang'>, date: Date): string {
  return formats[lang].time.format(date)
}

/** How a date is typed and read back in a field: 23.11.2026, in French and English 23/11/2026. */
export function fieldDate({ lang }: Pick<View, 'lang'>, value: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!iso) return value
  const separator = lang === 'de' || lang === 'lb' ? '.' : '/'
  return [iso[3], iso[2], iso[1]].join(separator)
}
