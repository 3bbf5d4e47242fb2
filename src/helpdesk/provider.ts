import * as client from 'openid-client'
import { z } from 'zod'
import type { Config, HelpdeskProvider } from '../config.ts'
import { openProviderSide } from '../identity/schemes/oidc-provider.ts'
import { paths } from '../paths.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'
import type { Vouched } from './agent-session.ts'

/** What the provider said of whoever signed in there; `no_role`: known, but no agent. */
export type AgentAnswer = { outcome: 'agent'; agent: Vouched } | { outcome: 'no_role' }

/** Where agents sign in: authorization code flow with PKCE (RFC 7636), the role from a claim. */
export function openAgentProvider(config: Config, provider: HelpdeskProvider) {
  const side = openProviderSide({ ...provider, id: 'helpdesk' })

  return {
    name: provider.name,

    /** Where to send the browser. All secrets of this sign-in derive from the token in its cookie. */
    async start(browser: string, lang: string): Promise<string> {
      const address = client.buildAuthorizationUrl(await side.discover(), {
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
      const { sub = '' } = signed
      const complete = provider.roleClaim in signed && provider.nameClaim in signed
      const told = complete ? {} : await client.fetchUserInfo(configuration, tokens.access_token, sub)
      return judge(provider, configuration.serverMetadata().issuer, sub, { ...told, ...signed })
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
