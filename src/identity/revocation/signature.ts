import { constants, type KeyObject, verify } from 'node:crypto'
import { children, type Element, integer, Malformed, sequence, tags } from '../trust/der.ts'
import { judgeSignature } from '../trust/keys.ts'
import { type Algorithm, readAlgorithm } from '../trust/reading.ts'
import { NoAnswer } from './answer.ts'

const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
}

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

/** RFC 4055 §3.1; digest and mask are known to be named, see `judgeSignature`. */
function isPssSignedBy(key: KeyObject, { signed, algorithm, signature }: Signed): boolean {
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return false
  const parts = sequence(algorithm.parameters ?? undefined)
  const part = (tag: number): Element | undefined => {
    const found = parts.find((one) => one.tag === tag)
    return found && children(found)[0]
  }
  const digest = digests[readAlgorithm(part(0xa0)).oid]
  const mask = readAlgorithm(part(0xa1)).parameters
  if (!digest || !mask || digests[readAlgorithm(mask).oid] !== digest) return false
  const salt = part(0xa2)
  const saltLength = salt?.tag === tags.integer ? Number(integer(salt)) : 20
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
