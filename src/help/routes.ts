import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page } from '../platform/http.ts'
import { accessibilityView, imprintView, privacyView, termsView } from './legal-views.ts'
import { isTopic } from './topics.ts'
import { contactView, helpView, topicView } from './views.ts'

export function helpRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.help(),
    house.open(async ({ view }) => page(200, helpView(view))),
  )

  app.get(
    '/help/:topic',
    house.open(async ({ view, request }) => {
      const { topic } = request.params
      if (!isTopic(topic)) throw new AppError('not_found')
      return page(200, topicView(view, topic))
    }),
  )

  const pages = [
    [paths.contact(), contactView],
    [paths.terms(), termsView],
    [paths.privacy(), privacyView],
    [paths.accessibility(), accessibilityView],
    [paths.imprint(), imprintView],
  ] as const
  for (const [path, render] of pages) {
    app.get(
      path,
      house.open(async ({ view }) => page(200, render(view))),
    )
  }
}
