import { randomInt } from 'node:crypto'

/** A–Z and 1–9 without O: nothing to mistake when it is read out. 34⁶ ≈ 1.5 billion codes a kind. */
const alphabet = 'ABCDEFGHIJKLMNPQRSTUVWXYZ123456789'

/** `PP-XXXXXX` or `PM-XXXXXX`. Random so that it tells nothing of how many there are; never a secret. */
export function newCode(kind: 'private' | 'business'): string {
  const sign = () => alphabet.charAt(randomInt(alphabet.length))
  return `${kind === 'private' ? 'PP' : 'PM'}-${Array.from({ length: 6 }, sign).join('')}`
}

export const isCode = (text: string): boolean => /^P[PM]-[A-NP-Z1-9]{6}$/.test(text)
