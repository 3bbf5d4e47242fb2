import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { findParkedPost, removeParkedPost } from '../parked/parked-post.ts'
import { parkedPage } from '../parking.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { agentRoute, type Given } from './agent-route.ts'
import { idOf } from './item-routes.ts'
import { ofAgents } from './kept-posts.ts'
import { helpdeskPage } from './layout-view.ts'

/** An agent's forms that came too late, as far as their page cannot show them again. */
export function parkedRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/helpdesk/parked/:id',
    agentRoute(house, async (given) => {
      const { id, post } = await find(given)
      const shown = parkedPage(given.view, ofAgents, id, post)
      return page(200, helpdeskPage(given.view, given.agent, { ...shown, width: 'narrow' }))
    }),
  )

  app.post(
    '/helpdesk/parked/:id/removal',
    agentRoute(house, async (given) => {
      const { id, post } = await find(given)
      await removeParkedPost(given.tx, id)
      return seeOther(post.page ?? paths.helpdesk())
    }),
  )

  async function find({ tx, request }: Given) {
    const id = idOf(request.params.id)
    const post = await findParkedPost(tx, house.config, ofAgents, id)
    if (!post) throw new AppError('gone')
    return { id, post }
  }
}
