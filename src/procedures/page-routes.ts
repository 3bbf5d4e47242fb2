import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checkPage, editList } from '../forms/answers.ts'
import type { Answers, Page } from '../forms/definition.ts'
import type { House, Request } from '../house.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { type Answer, page as answerPage, json, seeOther } from '../platform/http.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './catalogue.ts'
import { type Dossier, definitionOf, existing, findOptionalDossier, holdDossier } from './dossier.ts'
import { numberOf } from './dossier-routes.ts'
import { lockedIn, type Opened, pageVersion, readTyped, savePage, type Typed } from './draft.ts'
import { conflictView, errorsOf, pageView } from './page-views.ts'

export function pageRoutes(app: FastifyInstance, house: House) {
  const { catalogue } = house

  app.get(
    '/s/:code/dossiers/:number/pages/:page',
    house.spaceRead(
      'manager',
      (tx, request) => ({ dossier: findOptionalDossier(tx, numberOf(request)) }),
      ({ dossier: found, request, space, view }) => {
        const dossier = existing(found)
        if (dossier.status !== 'draft') return closed(space, dossier)
        const procedure = definitionOf(catalogue, dossier)
        const page = pageOf(procedure, request)
        const errors = request.query.check === undefined ? [] : errorsOf(dossier, page)
        return answerPage(200, pageView(view, { space, dossier, procedure, page }, errors))
      },
    ),
  )

  app.post(
    '/s/:code/dossiers/:number/pages/:page',
    house.space('manager', async ({ tx, actor, space, request, view }) => {
      const dossier = await holdDossier(tx, numberOf(request))
      if (dossier.status !== 'draft') return closed(space, dossier)
      const procedure = definitionOf(catalogue, dossier)
      const page = pageOf(procedure, request)
      const { body, opened, go } = readControls(request.body)
      const typed = readTyped(dossier, page, body, opened)
      const open = { space, dossier, procedure, page }
      if (typed.conflict.length > 0) return answerPage(409, conflictView(view, open, typed))
      return proceed({ tx, actor, view, ...open, body, go, typed })
    }),
  )

  /** For the script that saves while one types: stores, checks nothing, overwrites nobody. */
  app.post(
    '/s/:code/dossiers/:number/pages/:page/autosave',
    house.space('manager', async ({ tx, actor, space, request }) => {
      const dossier = await holdDossier(tx, numberOf(request))
      const page = pageOf(definitionOf(catalogue, dossier), request)
      const url = paths.dossierPage(space.code, dossier.number, page.id)
      if (dossier.status !== 'draft') return json(409, { conflict: true, url })
      const { body, opened } = readControls(request.body)
      const { answers, conflict } = readTyped(dossier, page, body, opened)
      if (conflict.length > 0) return json(409, { conflict: true, url })
      const saved = await savePage(tx, actor, space, dossier, {
        page,
        answers,
        goOn: page.id,
        savedBy: opened.form,
      })
      return json(200, { version: pageVersion(page, saved.answers), savedAt: new Date().toISOString() })
    }),
  )
}

type Proceeding = {
  tx: Tx
  actor: Actor
  view: View
  space: CurrentSpace
  dossier: Dossier
  procedure: Procedure
  page: Page
  body: Record<string, unknown>
  go: 'next' | 'back' | 'later' | 'stay' | 'source'
  typed: Typed
}

/** Whatever button was pressed, what was typed is kept first. Only Next asks whether it is right. */
async function proceed(given: Proceeding): Promise<Answer> {
  const { tx, actor, view, space, dossier, procedure, page, body, go } = given
  const here = paths.dossierPage(space.code, dossier.number, page.id)
  const save = (answers: Answers, goOn: string) =>
    savePage(tx, actor, space, dossier, { page, answers, goOn, savedBy: null })

  const locked = lockedIn(page, dossier.provenance)
  const edited = editList(page, body, dossier.answers, locked)
  if (edited) {
    await save(edited.answers, page.id)
    return seeOther(`${here}#${edited.focus}`)
  }
  if (go !== 'next') {
    const target = go === 'back' ? previousOf(procedure, page) : page.id
    await save(given.typed.answers, target)
    if (go === 'later') return seeOther(paths.dossiers(space.code, 'later'))
    if (go === 'source') return seeOther(paths.dossierSource(space.code, dossier.number, page.id))
    return seeOther(paths.dossierPage(space.code, dossier.number, target))
  }
  const { values, errors } = checkPage(page, given.typed.answers, locked)
  if (errors.length > 0) {
    const kept = await save(given.typed.answers, page.id)
    return answerPage(422, pageView(view, { space, dossier: kept, procedure, page }, errors))
  }
  const target = nextOf(procedure, page)
  await save({ ...values, ...hiddenOf(given.typed.answers, values, page) }, target ?? 'check')
  return seeOther(
    target
      ? paths.dossierPage(space.code, dossier.number, target)
      : paths.dossierCheck(space.code, dossier.number),
  )
}

/** Answers to questions that are not asked at the moment stay in the draft: whoever changes back finds them. */
function hiddenOf(typed: Answers, values: Answers, page: Page): Answers {
  const names = page.groups.flatMap(({ fields }) => fields.map(({ name }) => name))
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = typed[name]
      return value === undefined || name in values ? [] : [[name, value]]
    }),
  )
}

const nextOf = ({ form }: Procedure, page: Page) => form.pages[indexOf(form.pages, page) + 1]?.id ?? null
const previousOf = ({ form }: Procedure, page: Page) =>
  form.pages[indexOf(form.pages, page) - 1]?.id ?? page.id
const indexOf = (pages: Page[], page: Page) => pages.findIndex(({ id }) => id === page.id)

const closed = (space: CurrentSpace, { number }: Dossier) =>
  seeOther(paths.dossier(space.code, number, 'closed'))

export function pageOf({ form }: Procedure, request: Request): Page {
  return existing(form.pages.find(({ id }) => id === request.params.page) ?? null)
}

const Body = z.record(z.string(), z.unknown()).catch({})
const Controls = z.object({
  version: z.string().max(64).catch(''),
  form: z.string().max(64).catch(''),
  go: z.enum(['next', 'back', 'later', 'stay', 'source']).catch('next'),
})

function readControls(posted: unknown): {
  body: Record<string, unknown>
  opened: Opened
  go: Proceeding['go']
} {
  const body = Body.parse(posted)
  const { version, form, go } = Controls.parse(body)
  return { body, opened: { version, form }, go }
}
