import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SignJWT } from 'jose'
import type { RegisterSettings } from '../connections.ts'
import { demoMark } from '../identity/trust/authorities.ts'
import { ConfigError } from '../platform/start-error.ts'

/** Who signs what is asked of one register. */
export type Signer = { key: KeyObject; algorithm: 'EdDSA' | 'ES256'; issuer: string; audience: string }

const seconds = 60

/** Good once, for a minute, at one register (RFC 7519; RFC 8725). */
export async function withToken({ key, algorithm, issuer, audience }: Signer) {
  const token = await new SignJWT()
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${seconds}s`)
    .setJti(randomUUID())
    .sign(key)
  return { authorization: `Bearer ${token}` }
}

/** The portal's key for one register; production refuses the demo's, wherever it was copied to. */
export function readSigner(
  place: string,
  { url, keyFile, audience = url }: RegisterSettings,
  { BASE_URL, DEMO }: { BASE_URL: string; DEMO: 'on' | 'off' },
): Signer {
  const pem = readText(place, keyFile)
  if (DEMO === 'off' && pem.includes(demoMark))
    throw new ConfigError(`CONNECTIONS_FILE: the key of ${place} is the demo’s: production refuses it`)
  const key = privateKeyOf(place, keyFile, pem)
  return { key, algorithm: algorithmOf(place, key), issuer: BASE_URL, audience }
}

function readText(place: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`${place}: cannot read ${file}`)
  }
}

function privateKeyOf(place: string, file: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new ConfigError(`${place}: ${file} holds no private key (PEM)`)
  }
}

function algorithmOf(place: string, { asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA'
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256'
  throw new ConfigError(`${place}: its key must be Ed25519 or P-256`)
}
