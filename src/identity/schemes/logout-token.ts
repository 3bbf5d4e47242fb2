import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { z } from 'zod'
import type { Presented } from '../presented.ts'
import type { ProviderSide } from './oidc-provider.ts'

/** What a logout token ends: the session it names, else all of its subject at this provider. */
export type EndedLogin = {
  subject: string | null
  session: string | null
  /** Tells the token from all others. */
  token: string
  /** When nobody would accept it any more. */
  until: Date
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const longestSeconds = 600

const LogoutToken = z
  .object({
    jti: z.string().min(1),
    iat: z.number(),
    exp: z.number(),
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.object({ [event]: z.looseObject({}) }),
    // With it, an ID token could pass for one.
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined, { error: 'neither sub nor sid' })

/**
 * OpenID Connect Back-Channel Logout 1.0 §2.6, steps 1 to 7; the eighth, that it is the first of its `jti`, is the
 * database's. Throws at what is no logout token of this provider for the portal.
 */
export async function checkLogoutToken(
  providerId: string,
  side: ProviderSide,
  token: string,
): Promise<EndedLogin> {
  const claims = await side.verify(token, { maxTokenAge: longestSeconds, typ: 'logout+jwt' })
  const { jti, iat, exp, sub, sid } = LogoutToken.parse(claims)
  return {
    subject: sub === undefined ? null : hashOf(providerId, 'sub', sub),
    session: sid === undefined ? null : hashOf(providerId, 'sid', sid),
    token: hashOf(providerId, 'jti', jti),
    until: new Date(1000 * (Math.min(exp, iat + longestSeconds) + 2 * 60)),
  }
}

/** What is remembered of a login at the provider, to know it again in a logout token. */
export function loginOf(providerId: string, { sub = '', sid }: JWTPayload): NonNullable<Presented['login']> {
  return {
    subject: hashOf(providerId, 'sub', sub),
    session: typeof sid === 'string' && sid !== '' ? hashOf(providerId, 'sid', sid) : null,
  }
}

/** The database need not know what a provider calls people. */
const hashOf = (providerId: string, claim: string, value: string) =>
  createHash('sha256')
    .update(JSON.stringify([providerId, claim, value]))
    .digest('hex')
