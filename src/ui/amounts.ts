import { locales } from '../i18n/locales.ts'
import type { View } from './view.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** “12.5 MB”, in French “12,5 Mo”: what people compare, not what machines count. */
export function formatBytes({ lang }: Pick<View, 'lang'>, bytes: number): string {
  const [unit, factor] = bytes < 999_500 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const)
  const amount = bytes / factor
  const maximumFractionDigits = amount < 10 ? 1 : 0
  const key = `${lang} ${unit} ${maximumFractionDigits}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], { style: 'unit', unit, maximumFractionDigits })
    formats.set(key, format)
  }
  return format.format(Math.max(amount, 0.1))
}

/** “50 €”, “12,50 €”: cents only where there are some. */
export function formatEuro({ lang }: Pick<View, 'lang'>, amount: number): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2
  const key = `${lang} ${minimumFractionDigits}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits,
    })
    formats.set(key, format)
  }
  return format.format(amount)
}
