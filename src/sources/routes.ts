import type { FastifyInstance } from 'fastify'
import { type House, type Request, tokenOf } from '../house.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { asKnownNow } from '../profile/known.ts'
import { confirmDeclared } from '../profile/own-number.ts'
import { findOwnPerson } from '../profile/own-person.ts'
import { findCurrentProfile } from '../profile/profile.ts'
import { askAll, askForFilling, discloseAll } from './asking.ts'
import { readChoice } from './choice.ts'
import { aboutIn, listConsultations } from './consultation.ts'
import { consultationsView } from './consultations-view.ts'
import { knownFrom } from './held.ts'
import { subjectOf } from './subject.ts'
import { seenOf, takeOverHeld } from './take-over.ts'
import { sourcesView } from './views.ts'

export function sourceRoutes(app: FastifyInstance, house: House) {
  const { config } = house

  app.get(
    '/s/:code/sources',
    house.spaceAsking(
      'reader',
      (tx) => ({ stored: findCurrentProfile(tx), own: findOwnPerson(tx) }),
      ({ actor, space, own, stored }) => askAll(house, actor, subjectOf(config, space, own, stored)),
      async ({ tx, actor, space, view, own, stored, asked }) => {
        const told = await discloseAll(tx, asked, { actor, space, purpose: 'display' })
        const subject = subjectOf(config, space, own, stored)
        const profile = asKnownNow(config, space, stored, own)
        return page(200, sourcesView(view, { space, subject, told, profile }))
      },
    ),
  )

  app.post(
    '/s/:code/sources/take-over',
    house.spaceAsking(
      'manager',
      (tx) => ({ stored: findCurrentProfile(tx), own: findOwnPerson(tx) }),
      ({ actor, space, own, stored }) => askForFilling(house, actor, subjectOf(config, space, own, stored)),
      async ({ tx, actor, space, request, asked }) => {
        if (!asked) throw new AppError('not_found')
        const said = await asked.disclose(tx, {
          actor,
          space,
          about: aboutIn(space),
          purpose: 'profile',
        })
        if (said.state !== 'answered') {
          const why = said.state === 'too_many' ? 'too_many' : 'unavailable'
          return seeOther(paths.sources(space.code, why))
        }
        const { seen, chosen } = readChoice(request.body)
        if (seen !== seenOf(said.value)) return seeOther(paths.sources(space.code, 'changed'))
        const { register: from } = asked
        const known = knownFrom(from, said.value)
        await takeOverHeld(tx, { actor, space }, { held: said.value, known, from, chosen })
        return seeOther(paths.sources(space.code, 'taken'))
      },
    ),
  )

  app.post('/s/:code/sources/number', async (request: Request, reply) => {
    const token = tokenOf(request)
    const confirmed = token ? await confirmDeclared(house, token) : 'refused'
    const answer = house.space('reader', async ({ space }) =>
      seeOther(paths.sources(space.code, `number_${confirmed}`)),
    )
    return answer(request, reply)
  })

  app.get(
    '/s/:code/sources/consultations',
    house.spaceRead(
      'reader',
      (tx, { query: { before }, params: { code } }) => ({
        found: listConsultations(
          tx,
          aboutIn({ kind: kindOf(code) }),
          typeof before === 'string' ? before : null,
        ),
      }),
      ({ request, space, view, found }) => {
        const first = request.query.before === undefined
        return page(200, consultationsView(view, space, { found, first }))
      },
    ),
  )
}

/** A code says what kind of space it is of: R1. */
const kindOf = (code = '') => (code.toUpperCase().startsWith('PP') ? 'private' : 'business')
