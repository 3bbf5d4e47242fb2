import { locales } from '../i18n/locales.ts'
import type { View } from './view.ts'

const formats = new Map<string, Intl.NumberFormat>()

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
