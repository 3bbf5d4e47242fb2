import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { AppError } from '../platform/error.ts'
import { accountRoutes } from './account-routes.ts'
import { agentRoutes } from './agent-routes.ts'
import { askingRoutes } from './asking-routes.ts'
import { agentRoute } from './desk.ts'
import { itemRoutes } from './item-routes.ts'

/** Asking the helpdesk; and the helpdesk itself, for its agents alone. */
export function helpdeskRoutes(app: FastifyInstance, house: House) {
  askingRoutes(app, house)
  agentRoutes(app, house)
  itemRoutes(app, house)
  accountRoutes(app, house)

  /** Guesses at what the helpdesk has no page for are recorded with the agent who made them. */
  app.get(
    '/helpdesk/*',
    agentRoute(house, () => Promise.reject(new AppError('not_found'))),
  )
}
