import * as client from 'openid-client'
import { z } from 'zod'
import type { Config, HelpdeskProvider } from '../config.ts'
import { paths } from '../paths.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'
import { ConfigError } from '../platform/start-error.ts'
import type { Vouched } from './agent-session.ts'

/** Seconds for each answer of the provider. */
const patience = 5
const metadataLifetime = 3600_000

/** What the provider said of whoever signed in there; `no_role`: known, but no agent. */
export type AgentAnswer = { outcome: 'agent'; agent: Vouched } | { outcome: 'no_role' }

export type AgentProvider = ReturnType<typeof openAgentProvider>

/** Where agents sign in: authorization code flow with PKCE (RFC 7636), the role from a claim. */
export function openAgentProvider(config: Config, provider: HelpdeskProvider) {
  const issuer = allowedIssuer(provider)
  let known: { configuration: Promise<client.Configuration>; until: number } | null = null

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
    name: provider.name,

    /** Where to send the browser. All secrets of this sign-in derive from the token in its cookie. */
    async start(browser: string, lang: string): Promise<string> {
      const address = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: `${config.BASE_URL}${paths.helpdeskCallback()}`,
        scope: provider.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(secretOf(config, 'verifier', browser)),
        code_challenge_method: 'S256',
        nonce: secretOf(config, 'nonce', browser),
        state: secretOf(config, 'state', browser),
        ui_locales: lang,
      })
      return address.href
    },

    /** Throws what openid-client throws. */
    async finish(url: string, browser: string): Promise<AgentAnswer> {
      const configuration = await discover()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(url, config.BASE_URL), {
        pkceCodeVerifier: secretOf(config, 'verifier', browser),
        expectedState: secretOf(config, 'state', browser),
        expectedNonce: secretOf(config, 'nonce', browser),
        idTokenExpected: true,
      })
      const signed = tokens.claims()
      const subject = signed?.sub ?? ''
      const complete = signed && provider.roleClaim in signed && provider.nameClaim in signed
      const claims = complete
        ? signed
        : { ...(await client.fetchUserInfo(configuration, tokens.access_token, subject)), ...signed }
      return judge(provider, configuration.serverMetadata().issuer, subject, claims)
    },
  }
}

const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)

function judge(
  { role, roleClaim, nameClaim }: HelpdeskProvider,
  issuer: string,
  subject: string,
  claims: Record<string, unknown>,
): AgentAnswer {
  const roles = [claims[roleClaim]].flat()
  const name = Name.safeParse(claims[nameClaim])
  if (!roles.includes(role) || !subject || !name.success) return { outcome: 'no_role' }
  return { outcome: 'agent', agent: { issuer, subject, name: name.data } }
}

function secretOf({ SECRET_KEY }: Config, purpose: string, browser: string): string {
  return keyedHash(deriveKey(SECRET_KEY, `helpdesk ${purpose}`), browser).toString('base64url')
}

/** TLS protects what the provider says; only on the machine itself may it be missing. */
function allowedIssuer({ issuer }: HelpdeskProvider): URL {
  const url = new URL(issuer)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) return url
  throw new ConfigError('helpdesk: its issuer must be an https address')
}
