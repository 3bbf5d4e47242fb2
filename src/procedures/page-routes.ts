import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addUploads } from '../documents/adding.ts'
import { attachingOf, listAttachable, lookingOf } from '../documents/attachable.ts'
import { roomUsed } from '../documents/document.ts'
import { acceptUploads, takeUploads } from '../documents/uploads.ts'
import { refusalText } from '../documents/words.ts'
import { checkPage, editList, type FieldError } from '../forms/answers.ts'
import { type Answers, fieldsOfPage, type Page } from '../forms/definition.ts'
import { type Attaching, type Looking, lookedFor } from '../forms/documents.ts'
import { textsOf } from '../forms/values.ts'
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
      (tx, request) => ({
        dossier: findOptionalDossier(tx, numberOf(request)),
        documents: listAttachable(tx, numberOf(request), { looking: lookingOf(request.query) }),
        room: roomUsed(tx),
      }),
      ({ dossier: found, documents, room, request, space, view }) => {
        const dossier = existing(found)
        if (dossier.status !== 'draft') return closed(space, dossier)
        const procedure = definitionOf(catalogue, dossier)
        const page = pageOf(procedure, request)
        const attaching = attachingOf(view, space, documents, room)
        const errors = request.query.check === undefined ? [] : errorsOf(dossier, page, attaching)
        return answerPage(200, pageView(view, { space, dossier, procedure, page, attaching }, errors))
      },
    ),
  )

  app.register(async (scope) => {
    await acceptUploads(scope, house)
    scope.post('/s/:code/dossiers/:number/pages/:page', { preHandler: takeUploads(house) }, sendPage(house))
  })

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

/** Files that came with the form are kept first, whatever else is wrong: they are in the vault from then on. */
const sendPage = (house: House) =>
  house.space('manager', async ({ tx, actor, space, request, view }) => {
    const dossier = await holdDossier(tx, numberOf(request))
    const { added, refused } = await addUploads(tx, house, actor, space, request.uploads)
    if (dossier.status !== 'draft') return closed(space, dossier)
    const procedure = definitionOf(house.catalogue, dossier)
    const page = pageOf(procedure, request)
    const { body, opened, go } = readControls(withUploads(request.body, added))
    const typed = readTyped(dossier, page, body, opened)
    const also = namedIn(page, typed.answers)
    const [documents, room] = await Promise.all([listAttachable(tx, dossier.number, { also }), roomUsed(tx)])
    const attaching = attachingOf(view, space, documents, room)
    const open = { space, dossier, procedure, page, attaching }
    if (typed.conflict.length > 0) return answerPage(409, conflictView(view, open, typed))
    const problems = refused.map((one) => ({
      name: fieldOf(one),
      pageId: page.id,
      message: () => refusalText(view, one),
    }))
    return proceed({ tx, actor, view, ...open, body, go, typed, problems })
  })

/** A file uploaded in a field is chosen in it. */
function withUploads(posted: unknown, added: { field: string; id: string }[]): Record<string, unknown> {
  const body = { ...Body.parse(posted) }
  for (const one of added) {
    const name = fieldOf(one)
    body[name] = [body[name] ?? [], one.id].flat()
  }
  return body
}

const namedIn = (page: Page, answers: Answers): string[] =>
  fieldsOfPage(page)
    .filter(({ type }) => type === 'document')
    .flatMap(({ name }) => textsOf(answers[name]))

const fieldOf = ({ field }: { field: string }) => field.replace(/\.file$/, '')

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
  attaching: Attaching
  /** What is wrong with files that came along. */
  problems: FieldError[]
}

/** Whatever button was pressed, what was typed is kept first. Only Next asks whether it is right. */
async function proceed(given: Proceeding): Promise<Answer> {
  const { tx, actor, view, space, dossier, procedure, page, body, go, attaching, problems } = given
  const here = paths.dossierPage(space.code, dossier.number, page.id)
  const save = (answers: Answers, goOn: string) =>
    savePage(tx, actor, space, dossier, { page, answers, goOn, savedBy: null })

  const locked = lockedIn(page, dossier.provenance)
  const again = async (errors: FieldError[]) => {
    const kept = await save(given.typed.answers, page.id)
    return answerPage(422, pageView(view, { space, dossier: kept, procedure, page, attaching }, errors))
  }
  if (problems.length > 0) return again(problems)
  const looking = lookedFor(fieldsOfPage(page), body)
  if (looking) {
    await save(given.typed.answers, page.id)
    return seeOther(lookingPath(space, dossier, page, looking))
  }
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
  const { values, errors } = checkPage(page, given.typed.answers, locked, attaching.documents)
  if (errors.length > 0) return again(errors)
  const target = nextOf(procedure, page)
  await save({ ...values, ...hiddenOf(given.typed.answers, values, page) }, target ?? 'check')
  return seeOther(
    target
      ? paths.dossierPage(space.code, dossier.number, target)
      : paths.dossierCheck(space.code, dossier.number),
  )
}

function lookingPath({ code }: CurrentSpace, { number }: Dossier, page: Page, looking: Looking): string {
  const { field, q, after, accept } = looking
  const values = { field, q, after: after ?? undefined, accept: accept?.join() }
  return `${paths.dossierPageLooking(code, number, page.id, values)}#f-${field}`
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
