import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Attachables, attachingOf, listAttachable } from '../documents/attachable.ts'
import { type Room, roomUsed } from '../documents/document.ts'
import { checkForm } from '../forms/answers.ts'
import { fieldsOf } from '../forms/definition.ts'
import { lockedOf } from '../forms/sources.ts'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { page, seeOther } from '../platform/http.ts'
import { asKnownNow } from '../profile/known.ts'
import { findOwnPerson } from '../profile/own-person.ts'
import { findCurrentProfile, findProfile, type Profile } from '../profile/profile.ts'
import type { CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './catalogue.ts'
import { type Check, capacities, checkView } from './check-views.ts'
import { type Dossier, definitionOf, existing, findOptionalDossier, holdDossier } from './dossier.ts'
import { numberOf } from './dossier-routes.ts'
import { confirmationView } from './dossier-views.ts'
import { isSureEnough } from './required-assurance.ts'
import { findOptionalSubmission, seenOf, submitDossier } from './submission.ts'
import { offeredDifferences, takeOver } from './take-over.ts'
import { freeze } from './wording-view.ts'

export function submissionRoutes(app: FastifyInstance, house: House) {
  const { catalogue, config, jobs } = house

  app.get(
    '/s/:code/dossiers/:number/check',
    house.spaceRead(
      'manager',
      (tx, request) => ({
        dossier: findOptionalDossier(tx, numberOf(request)),
        stored: findCurrentProfile(tx),
        own: findOwnPerson(tx),
        documents: listAttachable(tx, numberOf(request)),
        room: roomUsed(tx),
      }),
      ({ dossier: found, stored, own, documents, room, space, view }) => {
        const dossier = existing(found)
        if (dossier.status !== 'draft') return seeOther(paths.dossier(space.code, dossier.number, 'closed'))
        const profile = asKnownNow(config, space, stored, own)
        const procedure = definitionOf(catalogue, dossier)
        const { check } = checked(view, { space, dossier, procedure, profile, documents, room })
        return page(200, checkView(view, check))
      },
    ),
  )

  /** Everything is checked again: pages may have been skipped, fields hidden, answers or words changed since. */
  app.post(
    '/s/:code/dossiers/:number/submission',
    house.space('manager', async ({ tx, actor, space, request, view }) => {
      const dossier = await holdDossier(tx, numberOf(request))
      const done = paths.submission(space.code, dossier.number)
      if (dossier.status !== 'draft') return seeOther(done)
      const procedure = definitionOf(catalogue, dossier)
      const [stored, own, documents, room] = await Promise.all([
        findProfile(tx, space.id),
        findOwnPerson(tx),
        listAttachable(tx, dossier.number),
        roomUsed(tx),
      ])
      const profile = asKnownNow(config, space, stored, own)
      const { check, frozen } = checked(view, { space, dossier, procedure, profile, documents, room })
      const form = readForm(request.body, space)
      const again = { ...check, takeOver: form.takeOver, capacity: form.capacity }
      if (!isSureEnough(actor, procedure)) return page(403, checkView(view, again))
      if (check.errors.length > 0) return page(422, checkView(view, again))
      if (form.seen !== check.seen) return page(409, checkView(view, { ...again, problem: 'seen' }))
      if (space.kind === 'business' && !form.capacity)
        return page(422, checkView(view, { ...again, problem: 'capacity' }))
      const { number } = dossier
      await submitDossier(tx, jobs, actor, space, { number, procedure, frozen, capacity: form.capacity })
      await takeOver(tx, actor, space, procedure, frozen.answers, form.takeOver)
      return seeOther(done)
    }),
  )

  app.get(
    '/s/:code/dossiers/:number/submission',
    house.spaceRead(
      'reader',
      (tx, request) => ({
        dossier: findOptionalDossier(tx, numberOf(request)),
        submission: findOptionalSubmission(tx, numberOf(request)),
      }),
      ({ dossier: found, submission, space, view }) => {
        const dossier = existing(found)
        if (dossier.status === 'draft') return seeOther(paths.dossier(space.code, dossier.number))
        const procedure = definitionOf(catalogue, dossier)
        return page(200, confirmationView(view, { space, dossier, procedure, submission }))
      },
    ),
  )
}

/** What would be submitted now, and what stands against it. */
function checked(
  view: View,
  given: {
    space: CurrentSpace
    dossier: Dossier
    procedure: Procedure
    profile: Profile | null
    documents: Attachables
    room: Room
  },
) {
  const { space, dossier, procedure, profile, documents, room } = given
  const attaching = attachingOf(view, space, documents, room)
  const locked = lockedOf(fieldsOf(procedure.form), dossier.provenance)
  const { values, errors } = checkForm(procedure.form, dossier.answers, locked, attaching.documents)
  const frozen = freeze(view, procedure, values, documents.documents)
  const check: Check = {
    ...{ space, dossier, procedure, errors, attaching },
    seen: seenOf(frozen),
    differences: offeredDifferences(procedure, values, profile),
    takeOver: [],
    capacity: space.capacity,
    problem: null,
  }
  return { check, frozen }
}

const Form = z.object({ seen: z.string().catch(''), capacity: z.enum(capacities).nullable().catch(null) })
const Body = z.record(z.string(), z.unknown()).catch({})

function readForm(posted: unknown, { kind }: CurrentSpace) {
  const body = Body.parse(posted)
  const { seen, capacity } = Form.parse(body)
  const chosen = Object.keys(body).filter((name) => name.startsWith('takeOver.'))
  return {
    seen,
    capacity: kind === 'business' ? capacity : null,
    takeOver: chosen.map((name) => name.slice('takeOver.'.length)),
  }
}
