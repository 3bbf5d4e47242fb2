import { legalPersonDigit } from './check-digits.ts'
import { today } from './dates.ts'
import { type Checked, compact, no, ok } from './result.ts'

/**
 * National number of a legal person: year, legal form (2 digits), serial (4), check digit (règlement
 * grand-ducal of 21 December 1987, article 1; OECD, TIN of Luxembourg, non-natural persons).
 */
export function checkLegalNumber(text: string, now = today()): Checked {
  const digits = compact(text)
  if (!/^\d*$/.test(digits)) return no({ why: 'notDigits' })
  if (digits.length !== 11) return no({ why: 'digits', expected: 11, given: digits.length })
  const year = digits.slice(0, 4)
  if (year < '1800' || year > now.slice(0, 4)) return no({ why: 'numberYear' })
  const expected = legalPersonDigit(digits.slice(0, 10))
  return expected === Number(digits[10]) ? ok(digits) : no({ why: 'checkDigit' })
}

export const showLegalNumber = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3')

/**
 * VAT identification number. Eight digits alone are Luxembourg’s, whose last two are the first six modulo 89;
 * those of other member states are accepted by their form (European Commission, VIES, question 11).
 */
export function checkVat(text: string): Checked {
  const typed = compact(text).replace(/^(?:TVA|VAT|MWST|TVAINTRACOM)[:°]?/, '')
  const number = /^\d{8}$/.test(typed) ? `LU${typed}` : typed.replace(/^GR/, 'EL')
  const pattern = vatPatterns[number.slice(0, 2)]
  if (!pattern) return no({ why: /^[A-Z]{2}/.test(number) ? 'vatCountry' : 'vat' })
  const rest = number.slice(2)
  if (!pattern.test(rest)) return no({ why: 'vat' })
  if (!number.startsWith('LU')) return ok(number)
  return Number(rest.slice(0, 6)) % 89 === Number(rest.slice(6)) ? ok(number) : no({ why: 'checkDigit' })
}

/** Number in the trade and companies register: a letter for the section (A persons, B companies … ) and digits. */
export function checkRegisterNumber(text: string): Checked {
  const typed = compact(text).replace(/^RCS(?:L(?:UXEMB(?:OU|U)RG)?)?[:°]?(?=[A-Z]\d)/, '')
  const [, section, digits] = /^([A-Z])0*(\d{1,7})$/.exec(typed) ?? []
  return section && digits && digits !== '0' ? ok(section + digits) : no({ why: 'register' })
}

/** Number of a business permit: eight to ten digits, some with a suffix such as `/0`. */
export function checkPermitNumber(text: string): Checked {
  const typed = compact(text)
  return /^\d{8,10}(?:\/\d{1,2})?$/.test(typed) ? ok(typed) : no({ why: 'permit' })
}

const vatPatterns: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z\d]\d{7}[A-Z\d]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z\d+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}
