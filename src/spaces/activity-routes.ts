import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { abouts, listSpaceActivity } from '../audit/space-activity.ts'
import type { House } from '../house.ts'
import { page } from '../platform/http.ts'
import { activityView } from './activity-view.ts'

const Wanted = z.object({
  about: z.enum(abouts).catch('all'),
  before: z.string().max(18).nullable().catch(null),
})

export function activityRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/activity',
    house.spaceRead(
      'administrator',
      (tx, { query }) => ({ found: listSpaceActivity(tx, Wanted.parse(query)) }),
      ({ view, space, request, found }) =>
        page(200, activityView(view, space, { found, wanted: Wanted.parse(request.query) })),
    ),
  )
}
