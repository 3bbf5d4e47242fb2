import type { FastifyInstance, FastifyReply } from 'fastify'
import type { House, Request } from '../house.ts'
import { isLanguage, type Language, messages } from '../i18n/index.ts'
import { readTypedPost } from '../parked/request.ts'
import { showTyped } from '../parking.ts'
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
      choose(request, reply)
      return seeOther(backIn(request))
    }),
  )

  /** A button of the form in which one types; that is shown again and kept nowhere. */
  app.post(
    '/language/:to',
    house.open(async ({ view, request, reply }) => {
      const lang = choose(request, reply)
      const typed = readTypedPost(request)
      if (!typed) return seeOther(backIn(request))
      return showTyped(house.config, request, { ...view, lang, t: messages(lang), url: typed.page }, typed)
    }),
  )
}

function choose(request: Request, reply: FastifyReply): Language {
  const { to } = request.params
  if (!isLanguage(to)) throw new AppError('not_found')
  setCookie(reply, 'lang', to, year)
  return to
}

const backIn = ({ query }: Request): string => localPath(query.back) ?? paths.start()
