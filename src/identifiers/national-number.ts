import { luhnDigit, verhoeffDigit } from './check-digits.ts'
import { isDay, today } from './dates.ts'
import { type Checked, compact, no, ok } from './result.ts'

/**
 * National identification number of a natural person: YYYYMMDD, a serial of three digits, then the Luhn and
 * the Verhoeff digit, both over the first eleven (law of 19 June 2013, article 2; OECD, TIN of Luxembourg).
 */
export function checkNationalNumber(text: string, now = today()): Checked {
  const digits = compact(text)
  if (!/^\d*$/.test(digits)) return no({ why: 'notDigits' })
  if (digits.length !== 13) return no({ why: 'digits', expected: 13, given: digits.length })
  const { date, first } = partsOf(digits)
  if (!isDay(date) || date < '1850' || date > now) return no({ why: 'numberDate' })
  return digits === withCheckDigits(first) ? ok(digits) : no({ why: 'checkDigit' })
}

/** The thirteen digits that begin with these eleven. */
export const withCheckDigits = (first: string): string => `${first}${luhnDigit(first)}${verhoeffDigit(first)}`

/** Date of birth in a valid number, as ISO date. */
export const birthDateOf = (nationalNumber: string): string => partsOf(nationalNumber).date

export const showNationalNumber = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{2})(\d{2})(\d{3})(\d{2})$/, '$1 $2 $3 $4 $5')

function partsOf(digits: string) {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return { date, first: digits.slice(0, 11) }
}
