import type { JWTPayload } from 'jose'
import * as client from 'openid-client'
import { z } from 'zod'
import type { Config, HelpdeskProvider } from '../config.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import { readWord } from '../identity/presented.ts'
import { checkLogoutToken, type EndedLogin, loginOf } from '../identity/schemes/logout-token.ts'
import { openProviderSide } from '../identity/schemes/oidc-provider.ts'
import { hashNationalNumber } from '../identity/secrets.ts'
import { paths } from '../paths.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'
import type { Vouched } from './agent-session.ts'

/** What the provider said of whoever signed in there; `no_role`: known, but no agent. */
export type AgentAnswer = { outcome: 'agent'; agent: Vouched } | { outcome: 'no_role' }

export type AgentProvider = ReturnType<typeof openAgentProvider>

/** Among providers; no person signs in there. */
const id = 'helpdesk'

/** Where agents sign in: authorization code flow with PKCE (RFC 7636), the role from a claim. */
export function openAgentProvider(config: Config, provider: HelpdeskProvider) {
  const side = openProviderSide({ ...provider, id })

  return {
    id,
    name: provider.name,

    /**
     * Where to send the browser. All secrets of this sign-in derive from the token in its cookie. A `check` asks
     * about whoever is signed in there, and shows them nothing.
     */
    async start(browser: string, lang: string, check: boolean): Promise<string> {
      const address = client.buildAuthorizationUrl(await side.discover(), {
        redirect_uri: `${config.BASE_URL}${paths.helpdeskCallback()}`,
        scope: provider.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(secretOf(config, 'verifier', browser)),
        code_challenge_method: 'S256',
        nonce: secretOf(config, 'nonce', browser),
        state: secretOf(config, 'state', browser),
        ui_locales: lang,
        ...(check ? { prompt: 'none' } : {}),
      })
      return address.href
    },

    /** Throws what openid-client and jose throw. */
    async finish(url: string, browser: string): Promise<AgentAnswer> {
      const configuration = await side.discover()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(url, config.BASE_URL), {
        pkceCodeVerifier: secretOf(config, 'verifier', browser),
        expectedState: secretOf(config, 'state', browser),
        expectedNonce: secretOf(config, 'nonce', browser),
        idTokenExpected: true,
      })
      const signed = await side.verify(tokens.id_token ?? '', {})
      const { issuer, userinfo_endpoint: more } = configuration.serverMetadata()
      const told =
        more && !wantedClaims(provider).every((claim) => claim in signed)
          ? await client.fetchUserInfo(configuration, tokens.access_token, signed.sub ?? '')
          : {}
      return judge(config, provider, issuer, { ...told, ...signed })
    },

    /** Which login a logout token ends; throws when it is none. */
    checkLogoutToken: (token: string): Promise<EndedLogin> => checkLogoutToken(id, side, token),
  }
}

const wantedClaims = ({ roleClaim, nameClaim, emailClaim, nationalNumberClaim }: HelpdeskProvider) =>
  [roleClaim, nameClaim, emailClaim, nationalNumberClaim].filter((claim) => claim !== undefined)

const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)

function judge(
  config: Config,
  { role, roleClaim, nameClaim, emailClaim, nationalNumberClaim }: HelpdeskProvider,
  issuer: string,
  claims: JWTPayload,
): AgentAnswer {
  const { sub: subject } = claims
  const roles = [claims[roleClaim]].flat()
  const name = Name.safeParse(claims[nameClaim])
  if (!roles.includes(role) || !subject || !name.success) return { outcome: 'no_role' }
  const email = readWord(claims[emailClaim])
  const number = checkNationalNumber(String((nationalNumberClaim && claims[nationalNumberClaim]) ?? ''))
  const numberHash = number.ok ? hashNationalNumber(config, number.value) : null
  const login = loginOf(id, claims)
  return { outcome: 'agent', agent: { issuer, subject, name: name.data, email, numberHash, login } }
}

function secretOf({ SECRET_KEY }: Config, purpose: string, browser: string): string {
  return keyedHash(deriveKey(SECRET_KEY, `helpdesk ${purpose}`), browser).toString('base64url')
}
