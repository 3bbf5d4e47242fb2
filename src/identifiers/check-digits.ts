/** Luhn, ISO/IEC 7812-1 annex B: the digit that follows `digits`. */
export function luhnDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighted = i % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return (10 - (sum % 10)) % 10
}

/**
 * J. Verhoeff, “Error detecting decimal codes” (1969): the digit that follows `digits`. Finds every single
 * wrong digit and every swap of neighbours.
 */
export function verhoeffDigit(digits: string): number {
  let check = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    check = multiply(check, permute(digit, i + 1))
  }
  return check >= 1 && check <= 4 ? 5 - check : check
}

/** In the dihedral group of order ten: 0–4 are rotations, 5–9 reflections. */
function multiply(a: number, b: number): number {
  const turn = a < 5 ? (a + b) % 5 : (a - b + 10) % 5
  return a < 5 === b < 5 ? turn : turn + 5
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

function permute(digit: number, times: number): number {
  let result = digit
  for (let i = 0; i < times % 8; i++) result = permutation[result] ?? 0
  return result
}

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * The eleventh digit of a legal person's number: weighted sum of the first ten, modulo 11. Null where the
 * remainder is 1, because such numbers are never given out.
 */
export function legalPersonDigit(digits: string): number | null {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  const remainder = sum % 11
  if (remainder === 1) return null
  return remainder === 0 ? 0 : 11 - remainder
}
