import type { X509Certificate } from 'node:crypto'
import type { TrustRules } from '../../config.ts'
import { keyUsageBits } from './extensions.ts'
import { when } from './profile.ts'
import type { Reading } from './reading.ts'
import type { Finding } from './reasons.ts'

const anyUsage = '2.5.29.37.0'

/** RFC 5280 §4.1.2.5: both ends belong to it, and it knows whole seconds only. */
export function judgeValidity({ notBefore, notAfter }: Reading, at: Date): Finding[] {
  const second = Math.floor(at.getTime() / 1000) * 1000
  return [
    ...when(second > notAfter.getTime(), 'expired', notAfter.toISOString()),
    ...when(second < notBefore.getTime(), 'not_yet_valid', notBefore.toISOString()),
  ]
}

/** RFC 5280 §6.1.4 (k)–(n), for an authority with so many others between it and the holder. */
export function judgeIssuer(
  { extensions }: Reading,
  authoritiesBelow: number,
  { extendedKeyUsage }: TrustRules,
): Finding[] {
  const { basicConstraints, keyUsage, extendedKeyUsage: usages } = extensions.known
  const limit = basicConstraints?.pathLength ?? Number.POSITIVE_INFINITY
  const other = usages && !usages.includes(extendedKeyUsage) && !usages.includes(anyUsage)
  return [
    ...when(basicConstraints?.ca !== true, 'issuer_not_authority'),
    ...when(authoritiesBelow > limit, 'path_length', `${limit}, and there are ${authoritiesBelow}`),
    ...when(keyUsage?.has(keyUsageBits.keyCertSign) === false, 'issuer_may_not_sign'),
    ...when(Boolean(other), 'issuer_other_purpose', usages?.join(', ')),
  ]
}

/** OpenSSL's `X509_check_issued`: names, key identifiers, and that the issuer's key may sign. */
export const judgeIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): Finding[] =>
  when(!certificate.checkIssued(issuer), 'issuer_mismatch')

/** What the holder's own certificate must be made for. */
export function judgePurpose({ extensions }: Reading, { extendedKeyUsage }: TrustRules): Finding[] {
  const { basicConstraints, keyUsage, extendedKeyUsage: usages } = extensions.known
  return [
    ...when(basicConstraints?.ca === true, 'is_authority'),
    ...when(keyUsage?.has(keyUsageBits.digitalSignature) === false, 'key_usage'),
    ...when(
      !usages?.includes(extendedKeyUsage),
      'extended_key_usage',
      usages?.join(', ') || 'names no purpose',
    ),
  ]
}
