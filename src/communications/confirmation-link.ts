import type { Config } from '../config.ts'
import { isLinkToken, linkHash, linkToken } from './link-token.ts'

type Keys = Pick<Config, 'SECRET_KEY'>

/** The token in the link that confirms an address. */
export const confirmationToken = (keys: Keys, id: string): string => linkToken(keys, 'email confirmation', id)

/** What `email_confirmations.token_hash` holds. */
export const confirmationHash = linkHash

/** Ours, before any look into the database. */
export const isConfirmationToken = (keys: Keys, token: string): boolean =>
  isLinkToken(keys, 'email confirmation', token)
