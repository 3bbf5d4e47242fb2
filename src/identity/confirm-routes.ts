import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { page, seeOther } from '../platform/http.ts'
import { confirmView } from './confirm-view.ts'
import { isFresh } from './freshness.ts'
import { listCertificates } from './registered.ts'

export function confirmRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.confirm(),
    house.person(async ({ view, tx, actor, request }) => {
      const back = localPath(request.query.back) ?? paths.spaces()
      if (await isFresh(tx, house.config, actor)) return seeOther(back)
      return page(200, confirmView(view, { actor, back, certificates: await listCertificates(tx) }))
    }),
  )
}
