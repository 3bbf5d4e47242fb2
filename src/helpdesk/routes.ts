import type { FastifyInstance } from 'fastify'
import { type House, type Request, tokenOf } from '../house.ts'
import { AppError } from '../platform/error.ts'
import { accountRoutes } from './account-routes.ts'
import { agentRoute, agentToken, noteDenial } from './agent-route.ts'
import { askingRoutes } from './asking-routes.ts'
import { itemRoutes } from './item-routes.ts'
import { parkedRoutes } from './parked-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Asking the helpdesk; and the helpdesk itself, for its agents alone. */
export function helpdeskRoutes(app: FastifyInstance, house: House) {
  askingRoutes(app, house)
  signInRoutes(app, house)
  itemRoutes(app, house)
  accountRoutes(app, house)
  parkedRoutes(app, house)

  /** To an agent no space is there, whatever its code: only somebody signed in to the portal enters one. */
  app.addHook('onRequest', async (request: Request) => {
    const token = agentToken(request)
    if (!token || tokenOf(request) || !request.url.startsWith('/s/')) return
    await noteDenial(house, token, request)
    throw new AppError('not_found')
  })

  /** Guesses at what the helpdesk has no page for are recorded with the agent who made them. */
  const nothing = agentRoute(house, () => Promise.reject(new AppError('not_found')))
  app.get('/helpdesk/*', nothing)
  app.post('/helpdesk/*', nothing)
}
