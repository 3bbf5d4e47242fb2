import type { TrustRules } from '../../config.ts'
import { type Element, expect, integer, Malformed, oid, readDer, sequence, tags } from './der.ts'
import { type Algorithm, type Reading, readAlgorithm } from './reading.ts'
import type { Finding } from './reasons.ts'

const rsa = '1.2.840.113549.1.1.1'
const pss = '1.2.840.113549.1.1.10'
const ellipticCurve = '1.2.840.10045.2.1'

const curves: Record<string, TrustRules['curves'][number]> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
}
const edwardsCurves: typeof curves = { '1.3.101.112': 'Ed25519', '1.3.101.113': 'Ed448' }

/** SHA-2 and SHA-3, with RSA and ECDSA; EdDSA. Not SHA-1, MD5, DSA, nor anything unknown. */
const signatures = new Set([
  ...['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
  ...['2.16.840.1.101.3.4.3.10', '2.16.840.1.101.3.4.3.11', '2.16.840.1.101.3.4.3.12'],
  ...['2.16.840.1.101.3.4.3.14', '2.16.840.1.101.3.4.3.15', '2.16.840.1.101.3.4.3.16'],
  ...['1.3.101.112', '1.3.101.113'],
])
/** By the digest, for RSASSA-PSS. Its salt is as long as what the digest gives. */
const pssDigests: Record<string, Pss> = {
  '2.16.840.1.101.3.4.2.1': { digest: 'sha256', saltLength: 32 },
  '2.16.840.1.101.3.4.2.2': { digest: 'sha384', saltLength: 48 },
  '2.16.840.1.101.3.4.2.3': { digest: 'sha512', saltLength: 64 },
}
const maskFunction = '1.2.840.113549.1.1.8'
export type Pss = { digest: 'sha256' | 'sha384' | 'sha512'; saltLength: number }

export function judgeKey({ key }: Pick<Reading, 'key'>, rules: TrustRules): Finding[] {
  const { algorithm, bytes } = key
  if (algorithm.oid === pss && algorithm.parameters && !readPss(algorithm.parameters))
    return [{ reason: 'key_kind', detail: 'RSASSA-PSS with other parameters' }]
  if (algorithm.oid === rsa || algorithm.oid === pss) return judgeRsa(bytes, rules)
  const named = algorithm.oid === ellipticCurve ? namedCurve(algorithm) : null
  const curve = named === null ? edwardsCurves[algorithm.oid] : curves[named]
  if (algorithm.oid !== ellipticCurve && !curve) return [{ reason: 'key_kind', detail: algorithm.oid }]
  if (curve && rules.curves.includes(curve)) return []
  return [{ reason: 'key_curve', detail: curve ?? named ?? 'written out in full (RFC 5480 §2.1.1)' }]
}

/** The length in bits, which CA/Browser Forum BR §6.1.5 asks to be whole bytes, and an exponent that works. */
function judgeRsa(bytes: Buffer, { rsaBits }: TrustRules): Finding[] {
  const parts = orNull(() => sequence(readDer(bytes)))
  const [modulus, exponent] = parts ? [orNull(() => integer(parts[0])), orNull(() => integer(parts[1]))] : []
  if (!modulus || !exponent || modulus < 0n) return [{ reason: 'key_kind', detail: 'no RSA key' }]
  const bits = modulus.toString(2).length
  if (bits < rsaBits || bits % 8) return [{ reason: 'key_small', detail: `RSA, ${bits} bits` }]
  if (exponent < 3n || exponent % 2n === 0n)
    return [{ reason: 'key_kind', detail: `RSA, exponent ${exponent}` }]
  return []
}

const namedCurve = ({ parameters }: Algorithm) => (parameters?.tag === tags.oid ? oid(parameters) : null)

export function judgeSignature({ algorithm }: Pick<Reading, 'algorithm'>): Finding[] {
  const { oid: id, parameters } = algorithm
  const accepted = id === pss ? readPss(parameters) !== null : signatures.has(id)
  return accepted ? [] : [{ reason: 'signature_weak', detail: nameOfWeak[id] ?? id }]
}

const nameOfWeak: Record<string, string> = {
  '1.2.840.113549.1.1.4': 'MD5 with RSA',
  '1.2.840.113549.1.1.5': 'SHA-1 with RSA',
  '1.2.840.10045.4.1': 'SHA-1 with ECDSA',
  '1.2.840.10040.4.3': 'SHA-1 with DSA',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS with other parameters',
}

/**
 * The parameters of RSASSA-PSS that are accepted (RFC 4055 §3.1): one digest of SHA-2 for the message and the mask
 * (MGF1), a salt of its length, the usual trailer. What is left out stands for SHA-1 and 20 bytes, and is refused.
 */
export function readPss(parameters: Element | null): Pss | null {
  return orNull(() => {
    const parts = sequence(parameters ?? undefined)
    const part = (tag: number) => readDer(expect(parts.shift(), tag).body)
    const digest = readAlgorithm(part(0xa0))
    const mask = readAlgorithm(part(0xa1))
    const salt = integer(part(0xa2))
    const trailer = parts.length ? integer(part(0xa3)) : 1n
    const found = pssDigests[digest.oid] ?? null
    const masked = mask.oid === maskFunction && readAlgorithm(mask.parameters ?? undefined).oid === digest.oid
    const usual = masked && trailer === 1n && !parts.length && salt === BigInt(found?.saltLength ?? -1)
    return usual ? found : null
  })
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
