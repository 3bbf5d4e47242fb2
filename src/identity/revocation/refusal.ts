import type { Refusal } from '../presented.ts'
import type { RevocationVerdict } from './revocation.ts'

/** What the page for the holder is about. An authority that is revoked vouches for nobody. */
export function refusalOf({ result, about }: RevocationVerdict): Refusal {
  if (result === 'unanswered') return 'revocation_unanswered'
  if (about === 'issuer') return 'issuer_invalid'
  return result === 'revoked' ? 'revoked' : 'revocation_unknown'
}
