import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type House, type Request, tokenOf } from '../house.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { both, draftOf, fillEmpty, type Known, readEntry, startDraft } from '../profile/entry.ts'
import { certificateOfPerson, knownOfCompany, knownOfPerson } from '../profile/known.ts'
import { forgetEmptied, settleNumber } from '../profile/own-number.ts'
import { findOwnPerson } from '../profile/own-person.ts'
import { findCurrentProfile } from '../profile/profile.ts'
import { type Actor, inOwnPrivateSpace } from '../scopes.ts'
import { businessLimit, limitReached } from './business-limit.ts'
import { capacities, createBusinessView, createPrivateView } from './create-view.ts'
import {
  createBusinessSpace,
  createPrivateSpace,
  hasPrivateSpace,
  type Opened,
  requestHash,
  spacesOfCompany,
} from './space.ts'

/** Field by field, so that one nonsense value does not take the others with it. */
const Sent = z.object({
  key: z
    .string()
    .min(1)
    .max(100)
    .catch(() => randomUUID()),
  prefill: z.literal('yes').nullable().catch(null),
  capacity: z.enum(capacities).nullable().catch(null),
  warned: z.string().max(1000).catch(''),
})
const readSent = (request: Request) => Sent.parse(request.body ?? {})

export function creationRoutes(app: FastifyInstance, house: House) {
  privateRoutes(app, house)
  businessRoutes(app, house)
}

function privateRoutes(app: FastifyInstance, house: House) {
  const { config } = house

  app.get(
    paths.newPrivateSpace(),
    house.personRead(
      (tx) => ({ exists: hasPrivateSpace(tx), own: findOwnPerson(tx) }),
      ({ view, actor, exists, own }) => {
        if (exists) return seeOther(paths.spaces('private_exists'))
        const draft = startDraft('private', knownOfPerson(config, actor, own))
        return page(200, createPrivateView(view, { draft, key: randomUUID(), prefilled: 'known' }))
      },
    ),
  )

  app.post(paths.newPrivateSpace(), async (request: Request, reply) => {
    const refused = await checkNumber(house, request)
    const answer = house.person(async ({ view, tx, actor }) => {
      const { key, prefill } = readSent(request)
      const own = await findOwnPerson(tx)
      const certificate = certificateOfPerson(config, actor)
      const known = both(certificate, knownOfPerson(config, actor, own))
      const entry = readEntry('private', request.body, known)
      if (prefill) {
        const { answers, filled } = fillEmpty(entry.draft.answers, known)
        const draft = draftOf('private', answers, known, [])
        return page(
          200,
          createPrivateView(view, { draft, key, prefilled: filled ? 'certificate' : 'nothing' }),
        )
      }
      if (!entry.complete || refused.length > 0) {
        const errors = [...entry.draft.errors, ...refused]
        const draft = { ...entry.draft, errors }
        return page(errors.length ? 422 : 200, createPrivateView(view, { draft, key, prefilled: null }))
      }
      const opening = { ...entry, request: requestHash(key, entry.data) }
      const opened = await createPrivateSpace(tx, house, actor, opening)
      if (opened.opened) await forgetEmptied(tx, actor, entry.data)
      return landIn(opened)
    })
    return answer(request, reply)
  })

  /** The register is asked before, once everything else is right, outside the transaction that opens the space. */
  async function checkNumber(house: House, request: Request) {
    const token = tokenOf(request)
    const entry = readEntry('private', request.body, { answers: {}, sources: {} })
    if (!token || !entry.complete || readSent(request).prefill) return []
    return settleNumber(house, token, entry.data)
  }
}

function businessRoutes(app: FastifyInstance, house: House) {
  const { config } = house

  app.get(
    paths.newBusinessSpace(),
    house.person(async ({ view, tx, actor }) => {
      const limit = await businessLimit(tx, config)
      if (limitReached(limit)) return seeOther(paths.spaces('limit'))
      const known = await knownHere(house, tx, actor)
      const same = await spacesOfCompany(tx, known.answers)
      const draft = startDraft('business', known)
      return page(200, createBusinessView(view, { ...untouched, draft, actor, same, key: randomUUID() }))
    }),
  )

  app.post(
    paths.newBusinessSpace(),
    house.person(async ({ view, tx, actor, request }) => {
      const { key, capacity, warned } = readSent(request)
      const told = warned.split(' ')
      const entry = readEntry('business', request.body, await knownHere(house, tx, actor))
      const shown = { ...untouched, draft: entry.draft, actor, capacity, key }
      if (!entry.complete || capacity === null) {
        const onlyRows = entry.draft.focus !== undefined
        const same = (await spacesOfCompany(tx, entry.draft.answers)).filter(({ code }) =>
          told.includes(code),
        )
        const given = { ...shown, same, capacityMissing: capacity === null && !onlyRows }
        return page(onlyRows ? 200 : 422, createBusinessView(view, given))
      }
      const opening = { ...entry, capacity, told, request: requestHash(key, entry.data) }
      const opened = await createBusinessSpace(tx, house, actor, opening)
      if ('same' in opened)
        return page(422, createBusinessView(view, { ...shown, same: opened.same, held: true }))
      return landIn(opened)
    }),
  )
}

const untouched = { same: [], held: false, capacity: null, capacityMissing: false }

const knownHere = async ({ config }: House, tx: Tx, actor: Actor): Promise<Known> =>
  knownOfCompany(config, actor, await inOwnPrivateSpace(tx, findCurrentProfile))

/** Into the new space; or, when there is no room for it, to where the person sees why. */
function landIn(opened: Opened): Answer {
  return seeOther(opened.opened ? paths.space(opened.code, 'created') : paths.spaces(opened.reason))
}
