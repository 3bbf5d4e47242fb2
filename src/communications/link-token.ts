import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'

type Keys = Pick<Config, 'SECRET_KEY'>
type Purpose = 'email confirmation' | 'recovery notice'

/**
 * The token in a link that is mailed. Derived, so that neither the job queue nor the table of mails
 * holds anything that could be used in its place.
 */
export const linkToken = (keys: Keys, purpose: Purpose, id: string): string =>
  `${id}.${mark(keys, purpose, id)}`

/** What a table keeps of a token. */
export const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Ours, before any look into the database. */
export function isLinkToken(keys: Keys, purpose: Purpose, token: string): boolean {
  const [id = '', given = ''] = token.split('.')
  const expected = Buffer.from(mark(keys, purpose, id))
  const actual = Buffer.from(given)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

const mark = ({ SECRET_KEY }: Keys, purpose: Purpose, id: string) =>
  keyedHash(deriveKey(SECRET_KEY, purpose), id).toString('base64url')
