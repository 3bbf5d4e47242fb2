import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { attachingOf, listAttachable } from '../documents/attachable.ts'
import { listAttachments } from '../documents/attachment.ts'
import { roomUsed } from '../documents/document.ts'
import type { House, Request } from '../house.ts'
import { paths } from '../paths.ts'
import { page, seeOther } from '../platform/http.ts'
import { asKnownNow } from '../profile/known.ts'
import { findOwnPerson } from '../profile/own-person.ts'
import { findProfile } from '../profile/profile.ts'
import { tooLowView } from './assurance-views.ts'
import { findEvents } from './course.ts'
import {
  definitionOf,
  deleteDraft,
  dossiersPerPage,
  existing,
  findDrafts,
  findOptionalDossier,
  holdDossier,
  listDossiers,
  readCursor,
  startDossier,
} from './dossier.ts'
import { dossierView, removalView } from './dossier-views.ts'
import { dossiersView, newDossierView, wrongKindView } from './list-views.ts'
import { dossierNumber } from './reference.ts'
import { isSureEnough } from './required-assurance.ts'
import { byTitle } from './search.ts'
import { findOptionalSubmission } from './submission.ts'

export const numberOf = (request: Request) => dossierNumber(request.params.number)

export function dossierRoutes(app: FastifyInstance, house: House) {
  const { catalogue, config } = house

  app.get(
    '/s/:code/dossiers',
    house.spaceRead(
      'reader',
      (tx, { query }) => ({ found: listDossiers(tx, readCursor(query.after)) }),
      ({ found, request, space, view }) => {
        const dossiers = found.slice(0, dossiersPerPage)
        const older = found.length > dossiersPerPage ? (dossiers.at(-1)?.cursor ?? null) : null
        const first = readCursor(request.query.after) === null
        return page(200, dossiersView(view, space, { dossiers, catalogue, older, first }))
      },
    ),
  )

  app.get(
    '/s/:code/dossiers/new',
    house.spaceRead(
      'manager',
      (tx) => ({ drafts: findDrafts(tx) }),
      ({ drafts, space, view }) => {
        const fitting = catalogue.all().filter(({ kind }) => kind === space.kind)
        const offered = byTitle(fitting, view.lang)
        return page(200, newDossierView(view, space, { offered, drafts }))
      },
    ),
  )

  app.post(
    '/s/:code/dossiers/new',
    house.space('manager', async ({ tx, actor, space, request, view }) => {
      const { procedure: id, key } = Start.parse(request.body)
      const procedure = existing(catalogue.current(id))
      if (procedure.kind !== space.kind) return page(422, wrongKindView(view, space, procedure))
      if (!isSureEnough(actor, procedure)) return page(403, tooLowView(view, space, procedure))
      const [stored, own] = await Promise.all([findProfile(tx, space.id), findOwnPerson(tx)])
      const profile = asKnownNow(config, space, stored, own)
      const number = await startDossier(tx, actor, space, procedure, { profile, key })
      return seeOther(paths.dossierPage(space.code, number, procedure.form.pages[0]?.id ?? ''))
    }),
  )

  app.get(
    '/s/:code/dossiers/:number',
    house.spaceRead(
      'reader',
      (tx, request) => ({
        dossier: findOptionalDossier(tx, numberOf(request)),
        events: findEvents(tx, numberOf(request)),
        submission: findOptionalSubmission(tx, numberOf(request)),
        documents: listAttachable(tx, numberOf(request)),
        room: roomUsed(tx),
        attachments: listAttachments(tx, numberOf(request)),
      }),
      ({ dossier: found, events, submission, documents, room, attachments, space, view }) => {
        const dossier = existing(found)
        const procedure = definitionOf(catalogue, dossier)
        const attaching = attachingOf(view, space, documents, room)
        return page(
          200,
          dossierView(view, { space, dossier, procedure, events, submission, attaching, attachments }),
        )
      },
    ),
  )

  app.get(
    '/s/:code/dossiers/:number/removal',
    house.spaceRead(
      'manager',
      (tx, request) => ({ dossier: findOptionalDossier(tx, numberOf(request)) }),
      ({ dossier: found, space, view }) => {
        const dossier = existing(found)
        if (dossier.status !== 'draft') return seeOther(paths.dossier(space.code, dossier.number, 'closed'))
        return page(200, removalView(view, space, dossier, definitionOf(catalogue, dossier)))
      },
    ),
  )

  app.post(
    '/s/:code/dossiers/:number/removal',
    house.space('manager', async ({ tx, actor, space, request }) => {
      const { number } = await holdDossier(tx, numberOf(request))
      const deleted = await deleteDraft(tx, actor, space, number)
      return seeOther(
        deleted ? paths.dossiers(space.code, 'deleted') : paths.dossier(space.code, number, 'closed'),
      )
    }),
  )
}

const Start = z.object({
  procedure: z.string().catch(''),
  key: z.string().min(8).max(64).nullable().catch(null),
})
