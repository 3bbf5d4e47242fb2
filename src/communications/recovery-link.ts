import type { Config } from '../config.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'

type Keys = Pick<Config, 'SECRET_KEY'>

/** No letter or digit that is easily taken for another; fifteen of them are 74 bits. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * The code by which whoever asked for a recovery follows it: in the link that is mailed, and short enough
 * to be typed. Derived, as tokens of links are.
 */
export function recoveryCode({ SECRET_KEY }: Keys, id: string): string {
  const bytes = keyedHash(deriveKey(SECRET_KEY, 'recovery code'), id)
  const letters = Array.from(
    { length: 15 },
    (_, at) => alphabet[bytes.readUInt16BE(at * 2) % alphabet.length],
  )
  return spellCode(letters.join(''))
}

/** As it is shown, however it was typed. */
export const spellCode = (typed: string): string =>
  (
    lettersOf(typed)
      .slice(0, 15)
      .match(/.{1,5}/g) ?? []
  ).join('-')

const lettersOf = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What `recoveries.code_hash` holds, however the code was typed. */
export function recoveryHash({ SECRET_KEY }: Keys, typed: string): Buffer {
  return keyedHash(deriveKey(SECRET_KEY, 'recovery code hash'), lettersOf(typed))
}
