import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { SearchText } from '../platform/search-text.ts'
import { recentDossiers } from '../procedures/dossier.ts'
import { completeness } from '../profile/completeness.ts'
import { profileForm } from '../profile/entry.ts'
import { asKnownNow } from '../profile/known.ts'
import { findOwnPerson } from '../profile/own-person.ts'
import { findCurrentProfile } from '../profile/profile.ts'
import { activityRoutes } from './activity-routes.ts'
import { findBoundSpace } from './binding.ts'
import { bindingView } from './binding-view.ts'
import { businessLimit } from './business-limit.ts'
import { closeSpace, countContents, reopenSpace } from './closure.ts'
import { closureView } from './closure-view.ts'
import { creationRoutes } from './creation-routes.ts'
import { firstStepsView } from './first-steps-view.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { countDrafts, countSpaces, listClosedSpaces, listSpaces } from './listing.ts'
import { manageView } from './manage-view.ts'
import { membersRoutes } from './members-routes.ts'
import { findReaching, waitingOffers } from './offer.ts'
import { overviewView } from './overview-view.ts'
import { hasPrivateSpace } from './space.ts'

const Wanted = z.object({
  q: SearchText,
  after: z.string().max(100).nullable().catch(null),
})
const wanted = (query: unknown) => {
  const { q, after } = Wanted.parse(query)
  return { search: q, after }
}

export function spaceRoutes(app: FastifyInstance, house: House) {
  const { config, catalogue } = house
  creationRoutes(app, house)
  membersRoutes(app, house)
  activityRoutes(app, house)
  invitationRoutes(app, house)

  app.get(
    paths.spaces(),
    house.personRead(
      (tx, { query }) => ({
        count: countSpaces(tx),
        hasPrivate: hasPrivateSpace(tx),
        listed: listSpaces(tx, wanted(query)),
        closed: listClosedSpaces(tx),
        limit: businessLimit(tx, config),
        reaching: findReaching(tx),
      }),
      ({ view, request, reaching, ...given }) => {
        const offers = waitingOffers(reaching, given.actor)
        if (given.count === 0) return page(200, firstStepsView(view, { ...given, offers }))
        const { search, after } = wanted(request.query)
        return page(200, manageView(view, { ...given, offers, search, later: after !== null }))
      },
    ),
  )

  app.get(
    '/spaces/:code/certificate',
    house.person(async ({ tx, view, request }) => {
      const bound = await findBoundSpace(tx, request.params.code ?? '')
      if (!bound) throw new AppError('not_found')
      return page(200, bindingView(view, bound))
    }),
  )

  app.post(
    '/spaces/:code/reopening',
    house.person(async ({ tx, actor, request }) => {
      const reopened = await reopenSpace(tx, config, actor, request.params.code ?? '')
      return seeOther(paths.spaces(reopened === 'reopened' ? reopened : `reopen_${reopened}`))
    }),
  )

  app.get(
    '/s/:code/',
    house.spaceRead(
      'reader',
      (tx) => ({
        profile: findCurrentProfile(tx),
        own: findOwnPerson(tx),
        recent: recentDossiers(tx),
        drafts: countDrafts(tx),
      }),
      ({ view, actor, space, profile, own, recent, drafts }) => {
        const data = asKnownNow(config, space, profile, own)?.data ?? {}
        const procedures = catalogue.all().filter(({ kind }) => kind === space.kind)
        return page(
          200,
          overviewView(view, {
            ...{ actor, space, drafts },
            completeness: completeness(profileForm(space.kind), data, procedures),
            recent: recent.map((one) => ({
              ...one,
              title:
                catalogue.version(one.procedureId, one.procedureVersion)?.title[view.lang] ?? one.procedureId,
            })),
          }),
        )
      },
    ),
  )
  app.get('/s/:code', async (request, reply) => reply.redirect(paths.space(codeIn(request.params)), 308))

  app.get(
    '/s/:code/closure',
    house.spaceRead(
      'administrator',
      (tx) => ({ contents: countContents(tx) }),
      ({ view, space, contents }) => page(200, closureView(view, space, contents)),
    ),
  )

  app.post(
    '/s/:code/closure',
    house.space('administrator', async ({ tx, actor, space, view }) => {
      if (await closeSpace(tx, house.jobs, actor, space)) return seeOther(paths.spaces('closed'))
      return page(409, closureView(view, space, await countContents(tx)))
    }),
  )
}

const codeIn = (params: unknown) => z.object({ code: z.string() }).parse(params).code
