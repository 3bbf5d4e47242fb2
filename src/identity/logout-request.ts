import type { FastifyReply, FastifyRequest } from 'fastify'
import type { EndedLogin } from './schemes/logout-token.ts'

/** All people of a provider may sign out there within a minute, and all from its one address. */
export const logoutLimits = {
  bodyLimit: 20_000,
  config: { rateLimit: { max: 1200, timeWindow: '1 minute' } },
}

type Side = { id: string; checkLogoutToken(token: string): Promise<EndedLogin> }

/**
 * Answers a provider that tells of an ended login (OpenID Connect Back-Channel Logout 1.0). `end` does the ending, and
 * gives false for a token that was heeded before.
 */
export async function answerLogout(
  request: FastifyRequest,
  reply: FastifyReply,
  side: Side | null,
  end: (ending: EndedLogin) => Promise<boolean>,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  const refuse = (reason: string) =>
    reply.code(400).send({ error: 'invalid_request', error_description: reason })
  if (!side) return refuse('no such provider')
  const token = (request.body as Record<string, unknown> | undefined)?.logout_token
  if (typeof token !== 'string') return refuse('logout_token is missing')
  const ending = await side.checkLogoutToken(token).catch((error: unknown) => {
    // Name only: the message may hold what the token said of a person.
    const reason = error instanceof Error ? error.name : '?'
    request.log.warn({ provider: side.id, reason }, 'a logout token was refused')
    return null
  })
  if (!ending) return refuse('this logout token cannot be accepted')
  return (await end(ending)) ? reply.code(200).send() : refuse('this logout token was used before')
}
