import type { JWTPayload } from 'jose'
import * as client from 'openid-client'
import type { Config, OidcProvider } from '../../config.ts'
import { paths } from '../../paths.ts'
import { deriveKey, keyedHash } from '../../platform/keys.ts'
import { type Assurance, assuranceAtLeast } from '../assurance.ts'
import type { Presented, Proven, ProviderRefusal } from '../presented.ts'
import { type Begun, begunAt, type Purpose, type Way } from '../state.ts'
import { checkLogoutToken, loginOf } from './logout-token.ts'
import { isComplete, levelOf, mapClaims, provenBy } from './oidc-claims.ts'
import { openProviderSide } from './oidc-provider.ts'

/** One provider's side of the authorization code flow (OpenID Connect Core §3.1, RFC 7636). */
export type OidcScheme = ReturnType<typeof openOidcScheme>

export type OidcFinished =
  | { ok: true; presented: Presented }
  | { ok: false; refusal: ProviderRefusal; proven: Proven | null }

/** What a sign-in asks for beyond the usual. */
type Wish = { lang: string; purpose: Purpose; atLeast: Assurance }

export function openOidcScheme(config: Config, provider: OidcProvider) {
  const side = openProviderSide(provider)

  return {
    provider,
    availability: side.availability,

    /** Where to send the browser. `browser` is its pre-sign-in token, `state` what comes back unchanged. */
    async start(browser: string, state: string, { lang, purpose, atLeast }: Wish): Promise<string> {
      const acr = wantedAcr(provider, atLeast)
      const parameters = {
        redirect_uri: redirectUri(config, provider),
        scope: provider.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(verifierOf(config, browser, state)),
        code_challenge_method: 'S256',
        nonce: nonceOf(config, browser, state),
        state,
        ui_locales: lang,
        ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
        ...(purpose.act === 'confirm' ? { prompt: 'login', max_age: '0' } : {}),
      }
      return client.buildAuthorizationUrl(await side.discover(), parameters).href
    },

    /** Checks the provider's answer and maps its claims; throws what openid-client and jose throw. */
    async finish(url: string, browser: string, state: string, way: Way & Begun): Promise<OidcFinished> {
      const configuration = await side.discover()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(url, config.BASE_URL), {
        pkceCodeVerifier: verifierOf(config, browser, state),
        expectedState: state,
        expectedNonce: nonceOf(config, browser, state),
        idTokenExpected: true,
      })
      const signed = await side.verify(tokens.id_token ?? '', {})
      const judged = judge(provider, signed, way)
      if (!judged.ok) return { ...judged, proven: provenBy(provider, signed) }
      const claims: Record<string, unknown> = { ...signed }
      const { sub = '' } = signed
      if (!isComplete(provider, claims) && configuration.serverMetadata().userinfo_endpoint)
        Object.assign(claims, await client.fetchUserInfo(configuration, tokens.access_token, sub))
      const presented = mapClaims(config, provider, claims, {
        ...way,
        assurance: judged.assurance,
        login: loginOf(provider.id, signed),
      })
      return presented ? { ok: true, presented } : { ok: false, refusal: 'incomplete', proven: null }
    },

    /** Which login a logout token ends; throws when it is none. */
    checkLogoutToken: (token: string) => checkLogoutToken(provider.id, side, token),
  }
}

export function openOidcSchemes(config: Config): Map<string, OidcScheme> {
  const schemes = new Map<string, OidcScheme>()
  for (const provider of config.connections.providers)
    if (provider.scheme === 'oidc') schemes.set(provider.id, openOidcScheme(config, provider))
  return schemes
}

/** Those that reach what a procedure asks for; else what the provider is always asked for. */
function wantedAcr({ acr = {}, requestAcr }: OidcProvider, atLeast: Assurance): string[] {
  if (atLeast === 'low') return requestAcr
  const enough = Object.entries(acr).filter(([, level]) => assuranceAtLeast(level, atLeast))
  return enough.length > 0 ? enough.map(([value]) => value) : requestAcr
}

/** Clocks differ. */
const skewSeconds = 60

type Judged = { ok: true; assurance: Assurance } | { ok: false; refusal: ProviderRefusal }

/** How sure the sign-in was, and for one that proves anew who is there, whether it just happened. */
function judge(provider: OidcProvider, claims: JWTPayload, way: Way & Begun): Judged {
  const assurance = levelOf(provider, claims)
  if (!assurance) return { ok: false, refusal: 'level_unknown' }
  if (!assuranceAtLeast(assurance, provider.requiredAssurance)) return { ok: false, refusal: 'level_low' }
  const { auth_time: at } = claims
  const fresh = typeof at === 'number' && at >= begunAt(way) / 1000 - skewSeconds
  if (way.purpose.act === 'confirm' && !fresh) return { ok: false, refusal: 'not_fresh' }
  return { ok: true, assurance }
}

/** The person turned back at the provider, which is no failure. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError &&
  ['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(error.error)

/** The provider did not answer, or not in time; anything else is an answer that cannot be accepted. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (error.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || code === 'ERR_JWKS_TIMEOUT') return true
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
