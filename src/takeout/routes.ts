import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { demandFresh } from '../identity/freshness.ts'
import { paths } from '../paths.ts'
import { download, page } from '../platform/http.ts'
import { zipOf } from './archive.ts'
import { takeOut } from './takeout.ts'
import { takeoutView } from './view.ts'

export function takeoutRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.takeout(),
    house.personRead(
      () => ({}),
      ({ view }) => page(200, takeoutView(view)),
    ),
  )

  app.post(
    paths.takeout(),
    house.person(async ({ view, tx, actor, token }) => {
      await demandFresh(tx, house.config, actor)
      const made = new Date()
      const taken = await takeOut(tx, house, actor, token)
      const name = `${view.t.takeout.fileName}-${made.toISOString().slice(0, 10)}.zip`
      return download({ name, mediaType: 'application/zip', open: () => zipOf(taken, view.t, made) })
    }),
  )
}
