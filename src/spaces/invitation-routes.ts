import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House, Request } from '../house.ts'
import { demandFresh } from '../identity/freshness.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { isUuid } from '../platform/parameter.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import { capacities } from './create-view.ts'
import { inviteColleague, resendInvitation, revokeInvitation } from './invitation.ts'
import { emptyInvitation, readInvitation } from './invitation-form.ts'
import { invitationView } from './invitation-view.ts'
import { acceptInvitation, declineInvitation, findOffer, type Named, type Offer, readNamed } from './offer.ts'
import { noOfferView, offerView, overView } from './offer-view.ts'

/** Of those who invite, and of those who are invited. */
export function invitationRoutes(app: FastifyInstance, house: House) {
  invitingRoutes(app, house)
  answeringRoutes(app, house)
}

function invitingRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/invitations/new',
    house.spaceRead(
      'administrator',
      () => ({}),
      ({ view, space, actor }) => {
        if (!isShared(space)) return seeOther(paths.members(space.code))
        return page(200, invitationView(view, { space, answers: emptyInvitation(actor.language) }))
      },
    ),
  )

  app.post(
    '/s/:code/invitations/new',
    house.space('administrator', async ({ view, tx, actor, space, request }) => {
      if (!isShared(space)) return seeOther(paths.members(space.code))
      const { answers, errors, invited, refresh } = readInvitation(request.body)
      if (!invited) return page(refresh ? 200 : 422, invitationView(view, { space, answers, errors }))
      await demandFresh(tx, house.config, actor)
      const outcome = await inviteColleague(tx, house, actor, space, invited)
      if (outcome === 'invited') return seeOther(paths.members(space.code, 'invited'))
      const status = outcome === 'waiting' ? 409 : 429
      return page(status, invitationView(view, { space, answers, refused: outcome }))
    }),
  )

  app.post(
    '/s/:code/invitations/:id/resending',
    house.space('administrator', async ({ tx, actor, space, request }) => {
      const outcome = await resendInvitation(tx, house, actor, space, idOf(request))
      return seeOther(paths.members(space.code, outcome === 'sent' ? 'resent' : outcome))
    }),
  )

  app.post(
    '/s/:code/invitations/:id/revocation',
    house.space('administrator', async ({ tx, actor, space, request }) =>
      seeOther(paths.members(space.code, await revokeInvitation(tx, actor, space, idOf(request)))),
    ),
  )
}

function answeringRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/invitations/:named',
    house.person(async ({ view, tx, actor, request }) => {
      const found = await find(tx, actor, request)
      if (!found) return page(404, noOfferView(view))
      return answerable(view, found) ?? page(200, offerView(view, { ...found, capacity: null }))
    }),
  )

  app.post(
    '/invitations/:named/acceptance',
    house.person(async ({ view, tx, actor, token, request }) => {
      const found = await find(tx, actor, request)
      if (!found) return page(404, noOfferView(view))
      const early = answerable(view, found)
      if (early) return early
      const { capacity } = Sent.parse(request.body ?? {})
      if (!capacity) return page(422, offerView(view, { ...found, capacity, capacityMissing: true }))
      const accepted = await acceptInvitation(tx, house.jobs, { actor, token }, found.by, {
        ...{ offer: found.offer, capacity },
      })
      if (accepted.outcome === 'member') return seeOther(paths.space(accepted.code))
      if (accepted.outcome === 'accepted') return seeOther(paths.space(accepted.code, 'joined'))
      if (accepted.outcome === 'other_certificate')
        return page(403, offerView(view, { ...found, capacity, offer: { ...found.offer, fits: 'later' } }))
      return await overNow(view, tx, actor, request)
    }),
  )

  app.post(
    '/invitations/:named/declining',
    house.person(async ({ view, tx, actor, request }) => {
      const found = await find(tx, actor, request)
      if (!found) return page(404, noOfferView(view))
      const declined = await declineInvitation(tx, house.jobs, actor, found.by, found.offer)
      return declined ? seeOther(paths.spaces('declined')) : await overNow(view, tx, actor, request)
    }),
  )

  type Found = { offer: Offer; named: string; by: Named }

  async function find(tx: Tx, actor: Actor, { params }: Request): Promise<Found | null> {
    const { named = '' } = params
    const by = readNamed(house.config, named)
    const offer = by && (await findOffer(tx, actor, by))
    return offer ? { offer, named, by } : null
  }

  /** Somebody was quicker, perhaps oneself with a double click. */
  async function overNow(view: View, tx: Tx, actor: Actor, request: Request): Promise<Answer> {
    const found = await find(tx, actor, request)
    if (!found) return page(404, noOfferView(view))
    return answerable(view, found) ?? page(410, overView(view, found.offer))
  }

  /** Where there is nothing to answer any more: into the space, or why. */
  function answerable(view: View, { offer }: Found): Answer | null {
    if (offer.state === 'accepted' && offer.mine) return seeOther(paths.space(offer.spaceCode))
    return offer.state === 'invited' ? null : page(410, overView(view, offer))
  }
}

const Sent = z.object({ capacity: z.enum(capacities).nullable().catch(null) })

/** R7 */
const isShared = ({ kind, openedWith }: CurrentSpace) => kind === 'business' && openedWith === 'professional'

function idOf({ params }: Request): string {
  const { id = '' } = params
  if (!isUuid(id)) throw new AppError('not_found')
  return id
}
