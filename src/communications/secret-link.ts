import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'

type Keys = Pick<Config, 'SECRET_KEY'>

/**
 * Tokens of links that are mailed. Derived from an id, so that neither the job queue nor the table of mails holds
 * anything that could open them; the table of what they open holds their hash.
 */
function secretLinks(purpose: string) {
  const mark = ({ SECRET_KEY }: Keys, id: string) =>
    keyedHash(deriveKey(SECRET_KEY, purpose), id).toString('base64url')
  return {
    token: (keys: Keys, id: string): string => `${id}.${mark(keys, id)}`,
    hash: (token: string): Buffer => createHash('sha256').update(token).digest(),
    /** Ours, before any look into the database. */
    isOurs(keys: Keys, token: string): boolean {
      const [id = '', given = ''] = token.split('.')
      const expected = Buffer.from(mark(keys, id))
      const actual = Buffer.from(given)
      return actual.length === expected.length && timingSafeEqual(actual, expected)
    },
  }
}

/** The link that confirms an address. */
export const confirmationLinks = secretLinks('email confirmation')
/** The link by which somebody without an account follows a question to the helpdesk. */
export const questionLinks = secretLinks('question')
/** The link by which the holder of an account stops a recovery. */
export const recoveryNoticeLinks = secretLinks('recovery notice')
/** The link that leads somebody to their invitation. */
export const invitationLinks = secretLinks('invitation')
