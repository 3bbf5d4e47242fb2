import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { answerLogout, logoutLimits } from '../identity/logout-request.ts'
import { paths } from '../paths.ts'
import { endAgentLogin } from './agent-session.ts'
import type { AgentProvider } from './provider.ts'

/** For the agents' provider: a login there has ended. */
export function logoutRoute(app: FastifyInstance, { pools }: House, provider: AgentProvider) {
  app.post(paths.helpdeskLogout(), logoutLimits, (request: Request, reply) =>
    answerLogout(request, reply, provider, (ending) => endAgentLogin(pools, ending)),
  )
}
