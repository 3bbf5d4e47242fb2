import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { parkedPage } from '../parking.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { layout } from '../ui/components.ts'
import { findParkedPost, ofPeople, type ParkedPost, removeParkedPost } from './parked-post.ts'
import { idOf } from './request.ts'

/** Forms that came too late, as far as their page cannot show them again. */
export function parkedRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/account/parked/:id',
    house.person(async ({ view, tx, request }) => {
      const { id, post } = await find(tx, request)
      return page(200, layout(view, { ...parkedPage(view, ofPeople, id, post), width: 'narrow' }))
    }),
  )

  app.post(
    '/account/parked/:id/removal',
    house.person(async ({ tx, request }) => {
      const { id, post } = await find(tx, request)
      await removeParkedPost(tx, id)
      return seeOther(post.page ?? paths.spaces())
    }),
  )

  async function find(tx: Tx, request: Request): Promise<{ id: string; post: ParkedPost }> {
    const id = idOf(request.params.id)
    const post = id && (await findParkedPost(tx, house.config, ofPeople, id))
    if (!post) throw new AppError('gone')
    return { id, post }
  }
}
