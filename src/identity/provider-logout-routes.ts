import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { endLogin } from './provider-logout.ts'
import type { OidcScheme } from './schemes/oidc.ts'

/** All people of a provider may sign out there within a minute, and all from its one address. */
const limits = { bodyLimit: 20_000, config: { rateLimit: { max: 1200, timeWindow: '1 minute' } } }

/** For OpenID providers: a login there has ended (OpenID Connect Back-Channel Logout 1.0). */
export function providerLogoutRoutes(
  app: FastifyInstance,
  { pools }: House,
  schemes: ReadonlyMap<string, OidcScheme>,
) {
  app.post('/api/oidc/:provider/logout', limits, async (request: Request, reply) => {
    reply.header('cache-control', 'no-store')
    const refuse = (reason: string) =>
      reply.code(400).send({ error: 'invalid_request', error_description: reason })
    const scheme = schemes.get(request.params.provider ?? '')
    if (!scheme) return refuse('no such provider')
    const token = (request.body as Record<string, unknown> | undefined)?.logout_token
    if (typeof token !== 'string') return refuse('logout_token is missing')
    const { id: provider } = scheme.provider
    const ending = await scheme.checkLogoutToken(token).catch((error: unknown) => {
      // Name only: the message may hold what the token said of a person.
      const reason = error instanceof Error ? error.name : '?'
      request.log.warn({ provider, reason }, 'a logout token was refused')
      return null
    })
    if (!ending) return refuse('this logout token cannot be accepted')
    const first = await endLogin(pools, provider, ending)
    return first ? reply.code(200).send() : refuse('this logout token was used before')
  })
}
