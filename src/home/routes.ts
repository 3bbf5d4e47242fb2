import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { isLanguage } from '../i18n/index.ts'
import { localPath, paths } from '../paths.ts'
import { setCookie } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { startView } from './views.ts'

const year = 365 * 24 * 3600

export function homeRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/',
    house.open(async ({ view }) => page(200, startView(view, house.catalogue.all()))),
  )

  /** A link, so that it works everywhere; it keeps nothing but the choice, in this browser. */
  app.get(
    '/language/:to',
    house.open(async ({ request, reply }) => {
      const { to } = request.params
      if (!isLanguage(to)) throw new AppError('not_found')
      setCookie(reply, 'lang', to, year)
      return seeOther(localPath(request.query.back) ?? paths.start())
    }),
  )
}
