import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House, Request } from '../house.ts'
import { demandFresh } from '../identity/freshness.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { businessLimit } from '../spaces/business-limit.ts'
import type { View } from '../ui/view.ts'
import { askAsStranger, askHelpdesk, findOwnRequest, findQuestion, listOwnRequests } from './asking.ts'
import {
  deletionView,
  linkGoneView,
  moreSpacesView,
  questionView,
  requestsView,
  requestView,
} from './asking-view.ts'
import { deletionPage, emptyForm, moreSpacesPage, questionPage, readForm, strangerPage } from './forms.ts'

const Sent = z.object({
  form: z
    .string()
    .min(1)
    .max(100)
    .catch(() => randomUUID()),
})
const keyOf = (request: FastifyRequest) => Sent.parse(request.body ?? {}).form

/** What people ask: signed in, or by a link that is mailed. */
export function askingRoutes(app: FastifyInstance, house: House) {
  const { config } = house

  app.get(
    paths.moreSpaces(),
    house.personRead(
      (tx) => ({ limit: businessLimit(tx, config) }),
      ({ view, limit }) =>
        page(200, moreSpacesView(view, { filled: emptyForm, form: randomUUID(), ...limit })),
    ),
  )

  app.post(
    paths.moreSpaces(),
    house.person(async ({ view, tx, actor, request }) => {
      const form = keyOf(request)
      const filled = readForm(moreSpacesPage, request.body)
      const limit = await businessLimit(tx, config)
      if (!filled.given) return page(422, moreSpacesView(view, { filled, form, ...limit }))
      const wanted = Number(filled.given('wanted'))
      const asked = { kind: 'limit', wanted, message: filled.given('message') } as const
      const reference = await askHelpdesk(tx, house, actor, asked, form)
      if (!reference) return page(429, moreSpacesView(view, { filled, form, ...limit, tooMany: true }))
      return seeOther(paths.request(reference, 'sent'))
    }),
  )

  app.get(
    paths.deletion(),
    house.personRead(
      () => ({}),
      ({ view }) => page(200, deletionView(view, { filled: emptyForm, form: randomUUID() })),
    ),
  )

  app.post(
    paths.deletion(),
    house.person(async ({ view, tx, actor, request }) => {
      const form = keyOf(request)
      const filled = readForm(deletionPage, request.body)
      if (!filled.given) return page(422, deletionView(view, { filled, form }))
      await demandFresh(tx, config, actor)
      const asked = { kind: 'deletion', message: filled.given('message') } as const
      const reference = await askHelpdesk(tx, house, actor, asked, form)
      if (!reference) return page(429, deletionView(view, { filled, form, tooMany: true }))
      return seeOther(paths.request(reference, 'sent'))
    }),
  )

  app.get(
    paths.requests(),
    house.personRead(
      (tx) => ({ found: listOwnRequests(tx) }),
      ({ view, found }) => page(200, requestsView(view, found)),
    ),
  )

  app.get(
    '/account/requests/:reference',
    house.person(async ({ view, tx, request }) => {
      const found = await findOwnRequest(tx, request.params.reference ?? '')
      if (!found) throw new AppError('not_found')
      return page(200, requestView(view, found))
    }),
  )

  app.get(
    paths.newQuestion(),
    house.open(async ({ view }) => page(200, blankQuestion(view))),
  )

  const asPerson = house.person(async ({ view, tx, actor, request }) => {
    const form = keyOf(request)
    const filled = readForm(questionPage, request.body)
    if (!filled.given) return page(422, questionView(view, questionPage, { filled, form }))
    const asked = { kind: 'question', message: filled.given('message') } as const
    const reference = await askHelpdesk(tx, house, actor, asked, form)
    if (!reference) return tooMany(view, questionPage, { filled, form })
    return seeOther(paths.request(reference, 'sent'))
  })
  const asAnyone = house.open(async ({ view, request }) => {
    const form = keyOf(request)
    const filled = readForm(strangerPage, request.body)
    const { given } = filled
    if (!given) return page(422, questionView(view, strangerPage, { filled, form }))
    const { lang: language } = view
    const stranger = { name: given('name'), email: given('email'), message: given('message'), language }
    const token = await askAsStranger(house, request.ip, stranger, form)
    if (!token) return tooMany(view, strangerPage, { filled, form })
    return seeOther(paths.question(token, 'sent'))
  })
  app.post(paths.newQuestion(), async (request: Request, reply) =>
    (await house.whoIs(request)) ? asPerson(request, reply) : asAnyone(request, reply),
  )

  app.get(
    '/contact/question/:token',
    house.open(async ({ view, request }) => {
      const found = await findQuestion(house, request.params.token ?? '')
      return found ? page(200, requestView(view, found)) : page(410, linkGoneView(view))
    }),
  )
}

type Shown = Omit<Parameters<typeof questionView>[2], 'tooMany'>
const tooMany = (view: View, form: Parameters<typeof questionView>[1], shown: Shown): Answer =>
  page(429, questionView(view, form, { ...shown, tooMany: true }))

const blankQuestion = (view: View) =>
  questionView(view, view.actor ? questionPage : strangerPage, { filled: emptyForm, form: randomUUID() })
