import * as client from 'openid-client'
import type { Config, OidcProvider } from '../../config.ts'
import { paths } from '../../paths.ts'
import { deriveKey, keyedHash } from '../../platform/keys.ts'
import { ConfigError } from '../../platform/start-error.ts'
import { sealGiven } from '../certificate.ts'
import { Presented, readWord } from '../presented.ts'
import type { Way } from '../state.ts'

/** Seconds for each answer of a provider: a slow one keeps nobody waiting for long. */
const patience = 5
const metadataLifetime = 3600_000

type Known = { configuration: Promise<client.Configuration>; until: number }

/** One provider's side of the authorization code flow (OpenID Connect Core §3.1, RFC 7636). */
export type OidcScheme = ReturnType<typeof openOidcScheme>

export function openOidcScheme(config: Config, provider: OidcProvider) {
  const issuer = allowedIssuer(provider)
  let known: Known | null = null

  /** Asked when first needed, so that a provider that is down closes nothing but itself. */
  function discover(): Promise<client.Configuration> {
    if (known && known.until > Date.now()) return known.configuration
    const configuration = client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
      timeout: patience,
      ...(issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
    })
    known = { configuration, until: Date.now() + metadataLifetime }
    configuration.catch(() => {
      known = null
    })
    return configuration
  }

  return {
    provider,

    /** Where to send the browser. `browser` is its pre-sign-in token, `state` what comes back unchanged. */
    async start(browser: string, state: string, lang: string): Promise<string> {
      const parameters = {
        redirect_uri: redirectUri(config, provider),
        scope: provider.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(verifierOf(config, browser, state)),
        code_challenge_method: 'S256',
        nonce: nonceOf(config, browser, state),
        state,
        ui_locales: lang,
      }
      return client.buildAuthorizationUrl(await discover(), parameters).href
    },

    /** Checks the provider's answer and maps its claims; throws what openid-client throws. */
    async finish(url: string, browser: string, state: string, way: Way) {
      const configuration = await discover()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(url, config.BASE_URL), {
        pkceCodeVerifier: verifierOf(config, browser, state),
        expectedState: state,
        expectedNonce: nonceOf(config, browser, state),
        idTokenExpected: true,
      })
      const claims = { ...tokens.claims() }
      const complete = provider.claims.serialNumber in claims && provider.claims.kind in claims
      if (!complete && configuration.serverMetadata().userinfo_endpoint) {
        const { sub = '' } = claims
        Object.assign(claims, await client.fetchUserInfo(configuration, tokens.access_token, sub))
      }
      return mapClaims(config, provider, claims, way)
    },
  }
}

/** The person turned back at the provider, which is no failure. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError &&
  ['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(error.error)

/** The provider did not answer, or not in time; anything else is an answer that cannot be accepted. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (error.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return true
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true
  return error.cause !== undefined && error.cause !== error && isUnreachable(error.cause)
}

const redirectUri = (config: Config, { id }: OidcProvider) => `${config.BASE_URL}${paths.signInCallback(id)}`

/** Derived from the browser's own token and this start, so that nothing needs to be kept meanwhile. */
function secretOf(config: Config, purpose: string, browser: string, state: string): string {
  const key = deriveKey(config.SECRET_KEY, `oidc ${purpose}`)
  return keyedHash(key, `${browser} ${state}`).toString('base64url')
}
const verifierOf = (config: Config, browser: string, state: string) =>
  secretOf(config, 'verifier', browser, state)
const nonceOf = (config: Config, browser: string, state: string) => secretOf(config, 'nonce', browser, state)

/** Null when the claims do not say whose certificate it is, or of which kind. */
function mapClaims(
  config: Config,
  provider: OidcProvider,
  claims: Record<string, unknown>,
  { back, purpose }: Way,
): Presented | null {
  const text = (name: string) => readWord(claims[name])
  const names = provider.claims
  const kind = Object.entries(names.kindValues).find(([value]) => value === text(names.kind))?.[1]
  const professional = kind === 'professional'
  const presented = Presented.safeParse({
    scheme: 'oidc',
    assurance: provider.assurance,
    provider: provider.certificateProvider ?? provider.id,
    providerName: provider.name,
    serialNumber: text(names.serialNumber),
    kind,
    familyName: text(names.familyName),
    givenName: text(names.givenName) ?? '',
    birthDate: null,
    organizationName: professional ? text(names.organizationName) : null,
    organizationIdentifier: professional ? text(names.organizationIdentifier) : null,
    validFrom: null,
    validTo: null,
    fingerprint: null,
    nationalNumber: sealGiven(config, names.nationalNumber ? text(names.nationalNumber) : null),
    nationalNumberFrom: 'claim',
    back,
    purpose,
  })
  if (!presented.success || (professional && !presented.data.organizationName)) return null
  return presented.data
}

/** TLS protects what the provider says; only on the machine itself may it be missing. */
function allowedIssuer({ id, issuer }: OidcProvider): URL {
  const url = new URL(issuer)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url
  throw new ConfigError(`provider ${id}: its issuer must be an https address`)
}
