import { type Checked, no, ok } from './result.ts'

/** A whole number as typed, also with groups of three: 1 200, 1.200, 1’200, 1,200. */
export function checkInteger(
  text: string,
  min = -9_007_199_254_740_991,
  max = 9_007_199_254_740_991,
): Checked {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .trim()
  const plain = /^-?\d{1,3}(?:([\s.,'’])\d{3})(?:\1\d{3})*$/u.test(typed)
    ? typed.replace(/[\s.,'’]/g, '')
    : typed
  if (!/^-?\d{1,16}$/.test(plain)) return no({ why: 'integer' })
  const number = Number(plain)
  if (number < min) return no({ why: 'integerMin', min })
  if (number > max) return no({ why: 'integerMax', max })
  return ok(String(number === 0 ? 0 : number))
}
