import { type Checked, compact, no, ok } from './result.ts'

/** Serial number of a certificate's holder, as printed on cards and shown under “My certificates”: 20 digits. */
export function checkSerialNumber(text: string): Checked {
  const digits = compact(text)
  if (!/^\d*$/.test(digits)) return no({ why: 'notDigits' })
  return digits.length === 20 ? ok(digits) : no({ why: 'digits', expected: 20, given: digits.length })
}

/** Tells certificates of one person apart without giving their numbers away. */
export const lastDigits = (serialNumber: string) => `…${serialNumber.slice(-4)}`
