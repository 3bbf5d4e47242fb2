import { createRemoteJWKSet, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose'
import * as client from 'openid-client'
import type { OidcProvider } from '../../config.ts'
import { isLoopback } from '../../platform/loopback.ts'
import { ConfigError } from '../../platform/start-error.ts'
import { openAvailability } from '../availability.ts'

/** Seconds for each answer of a provider: a slow one keeps nobody waiting for long. */
const patience = 5
const metadataLifetime = 3600_000
/** A key that the provider has withdrawn counts no longer than this. */
const keysLifetime = 60_000
/** A new key is fetched when it first signs something, but not more often than this. */
const keysPause = 1000

type Known = { configuration: Promise<client.Configuration>; until: number }
type Keys = ReturnType<typeof createRemoteJWKSet>

/** What is learnt from a provider: where its endpoints are, its keys, and whether it answers. */
export type ProviderSide = ReturnType<typeof openProviderSide>

/** As much of a provider's configuration as matters here. */
type Configured = Pick<OidcProvider, 'id' | 'issuer' | 'clientId' | 'clientSecret'>

export function openProviderSide(provider: Configured) {
  const issuer = allowedAddress(provider, provider.issuer)
  let known: Known | null = null
  let keys: { address: string; set: Keys } | null = null

  async function ask(): Promise<client.Configuration> {
    const configuration = await client.discovery(
      issuer,
      provider.clientId,
      provider.clientSecret,
      undefined,
      {
        timeout: patience,
        ...(issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
      },
    )
    known = { configuration: Promise.resolve(configuration), until: Date.now() + metadataLifetime }
    return configuration
  }
  const availability = openAvailability(ask)

  /** Asked when first needed, so that a provider that is down closes nothing but itself. */
  function discover(): Promise<client.Configuration> {
    if (known && known.until > Date.now()) return known.configuration
    const configuration = ask()
    known = { configuration, until: Date.now() + metadataLifetime }
    configuration.then(
      () => availability.note(true),
      () => {
        availability.note(false)
        known = null
      },
    )
    return configuration
  }

  /** The same set as long as its address is, so that what it knows stays. */
  function keysAt(address: string): Keys {
    if (keys?.address === address) return keys.set
    const set = createRemoteJWKSet(allowedAddress(provider, address), {
      timeoutDuration: patience * 1000,
      cacheMaxAge: keysLifetime,
      cooldownDuration: keysPause,
    })
    keys = { address, set }
    return set
  }

  return {
    discover,
    availability,

    /** The claims of what this provider has signed for the portal; throws what `jose` throws. */
    async verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
      const metadata = (await discover()).serverMetadata()
      if (!metadata.jwks_uri) throw new Error('the provider names no keys')
      const { payload } = await jwtVerify(token, keysAt(metadata.jwks_uri), {
        issuer: metadata.issuer,
        audience: provider.clientId,
        algorithms: metadata.id_token_signing_alg_values_supported ?? ['RS256'],
        clockTolerance: 60,
        ...options,
      })
      return payload
    },
  }
}

/** TLS protects what the provider says; only on the machine itself may it be missing. */
function allowedAddress({ id, issuer }: Configured, address: string): URL {
  const url = new URL(address)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw new ConfigError(
    `provider ${id}: ${address === issuer ? 'its issuer' : address} must be an https address`,
  )
}
