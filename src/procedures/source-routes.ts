import type { FastifyInstance } from 'fastify'
import { attachingOf, listAttachable } from '../documents/attachable.ts'
import { roomUsed } from '../documents/document.ts'
import type { House, Request } from '../house.ts'
import { paths } from '../paths.ts'
import { page as answerPage, seeOther } from '../platform/http.ts'
import { findOwnPerson, type OwnPerson } from '../profile/own-person.ts'
import { findCurrentProfile, type Profile } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { askForFilling } from '../sources/asking.ts'
import { readChoice } from '../sources/choice.ts'
import { aboutIn } from '../sources/consultation.ts'
import { subjectOf } from '../sources/subject.ts'
import { seenOf } from '../sources/take-over.ts'
import { type Dossier, definitionOf, existing, findOptionalDossier, holdDossier } from './dossier.ts'
import { numberOf } from './dossier-routes.ts'
import { pageOf } from './page-routes.ts'
import { fillFromRegister, proposalOf, typeInstead } from './source-filling.ts'
import { sourceView } from './source-views.ts'

/** A form is filled from a register only after the person saw what would be passed, and said yes. */
export function fillingRoutes(app: FastifyInstance, house: House) {
  const { catalogue, config } = house

  const reads = (tx: Parameters<typeof findOwnPerson>[0], request: Request) => ({
    found: findOptionalDossier(tx, numberOf(request)),
    stored: findCurrentProfile(tx),
    own: findOwnPerson(tx),
  })
  type Read = {
    actor: Actor
    space: CurrentSpace
    found: Dossier | null
    stored: Profile | null
    own: OwnPerson | null
  }

  /** Only for a draft: nobody is asked about for a form that can no longer be filled. */
  const ask = async ({ actor, space, found, stored, own }: Read) =>
    found?.status === 'draft' ? askForFilling(house, actor, subjectOf(config, space, own, stored)) : null

  app.get(
    '/s/:code/dossiers/:number/pages/:page/source',
    house.spaceAsking('manager', reads, ask, async ({ tx, actor, space, request, view, found, asked }) => {
      const dossier = existing(found)
      const procedure = definitionOf(catalogue, dossier)
      const page = pageOf(procedure, request)
      if (dossier.status !== 'draft') return seeOther(paths.dossier(space.code, dossier.number, 'closed'))
      const { register } = existing(asked)
      const said = await existing(asked).disclose(tx, {
        ...{ actor, space, purpose: 'preview', dossier: dossier.number },
        about: aboutIn(space),
      })
      const proposal = said.state === 'answered' ? proposalOf(procedure, dossier, register, said.value) : null
      const seen = said.state === 'answered' ? seenOf(said.value) : ''
      const [documents, room] = await Promise.all([listAttachable(tx, dossier.number), roomUsed(tx)])
      const attaching = attachingOf(view, space, documents, room)
      const { state } = said
      const shown = { space, dossier, procedure, page, attaching, register, state, proposal, seen }
      return answerPage(200, sourceView(view, shown))
    }),
  )

  app.post(
    '/s/:code/dossiers/:number/pages/:page/source',
    house.spaceAsking('manager', reads, ask, async ({ tx, actor, space, request, asked }) => {
      const dossier = await holdDossier(tx, numberOf(request))
      const procedure = definitionOf(catalogue, dossier)
      const page = pageOf(procedure, request)
      if (dossier.status !== 'draft') return seeOther(paths.dossier(space.code, dossier.number, 'closed'))
      const { register } = existing(asked)
      const said = await existing(asked).disclose(tx, {
        ...{ actor, space, purpose: 'form', dossier: dossier.number },
        about: aboutIn(space),
      })
      const { seen, chosen } = readChoice(request.body)
      const here = paths.dossierSource(space.code, dossier.number, page.id)
      if (said.state !== 'answered') return seeOther(here)
      if (seen !== seenOf(said.value)) return seeOther(`${here}?notice=changed`)
      const proposal = proposalOf(procedure, dossier, register, said.value)
      await fillFromRegister(tx, { actor, space, dossier }, proposal, chosen)
      return seeOther(paths.dossierPage(space.code, dossier.number, page.id))
    }),
  )

  app.post(
    '/s/:code/dossiers/:number/pages/:page/source/removal',
    house.space('manager', async ({ tx, actor, space, request }) => {
      const dossier = await holdDossier(tx, numberOf(request))
      const procedure = definitionOf(catalogue, dossier)
      const page = pageOf(procedure, request)
      if (dossier.status !== 'draft') return seeOther(paths.dossier(space.code, dossier.number, 'closed'))
      await typeInstead(tx, { actor, space, dossier }, procedure)
      return seeOther(paths.dossierPage(space.code, dossier.number, page.id))
    }),
  )
}
