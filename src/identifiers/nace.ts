import type { Text } from '../i18n/index.ts'
import { sections } from './nace-sections.ts'
import { type Checked, no, ok } from './result.ts'

/**
 * Code of an economic activity: division, group or class of NACE, also the fifth digit of NACELUX. `4332`,
 * `43,32` and `F43.32` mean 43.32. Divisions of revision 2 that 2.1 gave up are still accepted.
 */
export function checkNace(text: string): Checked {
  const digits = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^[A-Va-v](?=\d)/, '')
    .replace(/^(\d{2})\s?[.,\s]?\s?(\d{0,3})$/, '$1$2')
  if (!/^\d{2,5}$/.test(digits)) return no({ why: 'nace' })
  const division = Number(digits.slice(0, 2))
  if (!naceSection(digits) && division !== 45) return no({ why: 'naceDivision' })
  return ok(digits.length === 2 ? digits : `${digits.slice(0, 2)}.${digits.slice(2)}`)
}

/** The section a code belongs to, by NACE revision 2.1 (Regulation (EU) 2023/137). */
export function naceSection(code: string): { letter: string; title: Text } | null {
  const division = Number(code.slice(0, 2))
  const found = sections.find(([, first, last]) => division >= first && division <= last)
  if (!found) return null
  const [letter, , , de, fr, en, lb] = found
  return { letter, title: { de, fr, en, lb } }
}
