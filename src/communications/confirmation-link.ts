import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'

/**
 * The token in the link that confirms an address. Derived, so that neither the job queue nor the
 * table of mails holds anything that could confirm it.
 */
export function confirmationToken(config: Pick<Config, 'SECRET_KEY'>, id: string): string {
  return `${id}.${mark(config, id)}`
}

/** What `email_confirmations.token_hash` holds. */
export const confirmationHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Ours, before any look into the database. */
export function isConfirmationToken(config: Pick<Config, 'SECRET_KEY'>, token: string): boolean {
  const [id = '', given = ''] = token.split('.')
  const expected = Buffer.from(mark(config, id))
  const actual = Buffer.from(given)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

const mark = ({ SECRET_KEY }: Pick<Config, 'SECRET_KEY'>, id: string) =>
  keyedHash(deriveKey(SECRET_KEY, 'email confirmation'), id).toString('base64url')
