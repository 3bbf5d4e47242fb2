import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { answerLogout, logoutLimits } from './logout-request.ts'
import { endLogin } from './provider-logout.ts'
import type { OidcScheme } from './schemes/oidc.ts'

/** For OpenID providers: a login there has ended (OpenID Connect Back-Channel Logout 1.0). */
export function providerLogoutRoutes(
  app: FastifyInstance,
  { pools }: House,
  schemes: ReadonlyMap<string, OidcScheme>,
) {
  app.post('/api/oidc/:provider/logout', logoutLimits, async (request: Request, reply) => {
    const scheme = schemes.get(request.params.provider ?? '')
    const side = scheme ? { ...scheme, id: scheme.provider.id } : null
    return answerLogout(request, reply, side, (ending) => endLogin(pools, scheme?.provider.id ?? '', ending))
  })
}
