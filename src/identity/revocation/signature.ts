import { constants, type KeyObject, verify } from 'node:crypto'
import { Malformed } from '../trust/der.ts'
import { judgeSignature, readPss } from '../trust/keys.ts'
import type { Algorithm } from '../trust/reading.ts'
import { NoAnswer } from './answer.ts'

/** By algorithm: the kind of key it needs, and its digest. */
const algorithms: Record<string, [kind: string, digest: string | null]> = {
  '1.2.840.113549.1.1.11': ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '1.2.840.10045.4.3.2': ['ec', 'sha256'],
  '1.2.840.10045.4.3.3': ['ec', 'sha384'],
  '1.2.840.10045.4.3.4': ['ec', 'sha512'],
  '2.16.840.1.101.3.4.3.10': ['ec', 'sha3-256'],
  '2.16.840.1.101.3.4.3.11': ['ec', 'sha3-384'],
  '2.16.840.1.101.3.4.3.12': ['ec', 'sha3-512'],
  '2.16.840.1.101.3.4.3.14': ['rsa', 'sha3-256'],
  '2.16.840.1.101.3.4.3.15': ['rsa', 'sha3-384'],
  '2.16.840.1.101.3.4.3.16': ['rsa', 'sha3-512'],
  '1.3.101.112': ['ed25519', null],
  '1.3.101.113': ['ed448', null],
}
const pss = '1.2.840.113549.1.1.10'

export type Signed = { signed: Buffer; algorithm: Algorithm; signature: Buffer }

/** OpenSSL's word on a signature by an algorithm we accept for certificates; throws for any other. */
export function isSignedBy(key: KeyObject, { signed, algorithm, signature }: Signed): boolean {
  if (judgeSignature({ algorithm }).length) throw new NoAnswer('weak_signature', algorithm.oid)
  if (algorithm.oid === pss) return isPssSignedBy(key, { signed, algorithm, signature })
  const [kind, digest] = algorithms[algorithm.oid] ?? []
  if (kind === undefined || digest === undefined || key.asymmetricKeyType !== kind) return false
  return tried(() => verify(digest, signed, key, signature))
}

/** A key that is made for RSASSA-PSS may narrow the parameters further (RFC 4055 §3.3): OpenSSL sees to that. */
function isPssSignedBy(key: KeyObject, { signed, algorithm, signature }: Signed): boolean {
  const pss = readPss(algorithm.parameters)
  if (!pss || (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss')) return false
  const { digest, saltLength } = pss
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return tried(() => verify(digest, signed, { key, padding, saltLength }, signature))
}

/** A key or signature OpenSSL cannot work with verifies nothing. */
function tried(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    if (error instanceof Malformed) throw error
    return false
  }
}
