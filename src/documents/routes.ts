import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { AppError, existing } from '../platform/error.ts'
import { json, page, seeOther } from '../platform/http.ts'
import { SearchText } from '../platform/search-text.ts'
import { nameOf } from '../profile/profile.ts'
import type { View } from '../ui/view.ts'
import { type Added, addUploads } from './adding.ts'
import {
  type Document,
  filters,
  findOptionalDocument,
  idOf,
  listDocumentEvents,
  listDocuments,
  listUses,
  removeDocument,
  renameDocument,
  roomUsed,
  sorts,
  type Wanted,
} from './document.ts'
import { documentView, removalView } from './document-views.ts'
import { cleanName, fileName } from './file-name.ts'
import { fileRoutes } from './file-routes.ts'
import { documentsView } from './list-views.ts'
import { acceptUploads, takeUploads } from './uploads.ts'
import { aboutDocument, refusalText } from './words.ts'

export function documentRoutes(app: FastifyInstance, house: House) {
  listRoute(app, house)
  app.register(async (scope) => {
    await acceptUploads(scope, house)
    uploadRoute(scope, house)
  })
  documentRoute(app, house)
  nameRoute(app, house)
  removalRoutes(app, house)
  fileRoutes(app, house)
}

function listRoute(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/documents',
    house.spaceRead(
      'reader',
      (tx, { query }) => ({ found: listDocuments(tx, wantedOf(query)), room: roomUsed(tx) }),
      ({ found, room, request, space, view }) =>
        page(
          200,
          documentsView(view, space, { found, room, wanted: wantedOf(request.query), problems: [], kept: 0 }),
        ),
    ),
  )
}

/** For the form, and for the script that sends each file by itself and wants to know what became of it. */
function uploadRoute(app: FastifyInstance, house: House) {
  app.post(
    '/s/:code/documents',
    { preHandler: takeUploads(house) },
    house.space('manager', async ({ tx, actor, space, request, view }) => {
      const result = await addUploads(tx, house, actor, space, request.uploads)
      if (request.headers.accept === 'application/json') return json(200, toldTo(view, result))
      const problems = result.refused.map((one) => refusalText(view, one))
      if (problems.length === 0 && result.added.length > 0)
        return seeOther(paths.documents(space.code, { notice: 'saved' }))
      if (problems.length === 0) problems.push(view.t.documents.nothingChosen)
      const wanted = wantedOf({})
      const [found, room] = await Promise.all([listDocuments(tx, wanted), roomUsed(tx)])
      return page(
        422,
        documentsView(view, space, { found, room, wanted, problems, kept: result.added.length }),
      )
    }),
  )
}

function toldTo(view: View, { added, refused }: Added) {
  const now = { uploadedAt: new Date(), uploadedByName: view.actor ? nameOf(view.actor) : '' }
  return {
    saved: added.map((one) => ({
      id: one.id,
      name: one.name,
      about: aboutDocument(view, { ...one, ...now }),
    })),
    refused: refused.map((one) => ({ name: one.name, message: refusalText(view, one) })),
  }
}

function documentRoute(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/documents/:id',
    house.spaceRead(
      'reader',
      (tx, request) => ({
        found: findOptionalDocument(tx, idOf(request.params.id)),
        uses: listUses(tx, idOf(request.params.id)),
        events: listDocumentEvents(tx, idOf(request.params.id)),
      }),
      ({ found, uses, events, space, view }) => {
        const document = existing(found)
        const { catalogue } = house
        return page(200, documentView(view, { space, document, uses, events, catalogue }))
      },
    ),
  )
}

function nameRoute(app: FastifyInstance, house: House) {
  app.post(
    '/s/:code/documents/:id/name',
    house.space('manager', async ({ tx, actor, space, request, view }) => {
      const id = idOf(request.params.id)
      const document = present(await findOptionalDocument(tx, id))
      const { name } = Name.parse(request.body)
      if (cleanName(name) === '') {
        const [uses, events] = await Promise.all([listUses(tx, id), listDocumentEvents(tx, id)])
        const wrong = { name, message: view.t.documents.nameMissing }
        const { catalogue } = house
        return page(422, documentView(view, { space, document, uses, events, catalogue, wrong }))
      }
      const renamed = fileName(name, document.mediaType, document.name)
      if (!(await renameDocument(tx, actor, space, document, renamed))) throw new AppError('gone')
      return seeOther(paths.document(space.code, document.id, 'renamed'))
    }),
  )
}

function removalRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/documents/:id/removal',
    house.spaceRead(
      'manager',
      (tx, request) => ({
        found: findOptionalDocument(tx, idOf(request.params.id)),
        uses: listUses(tx, idOf(request.params.id)),
      }),
      ({ found, uses, space, view }) => {
        const { catalogue } = house
        return page(200, removalView(view, { space, document: present(found), uses, catalogue }))
      },
    ),
  )

  /** Said twice, it was done the first time. */
  app.post(
    '/s/:code/documents/:id/removal',
    house.space('manager', async ({ tx, actor, space, request }) => {
      const { id } = existing(await findOptionalDocument(tx, idOf(request.params.id)))
      await removeDocument(tx, actor, space, id)
      return seeOther(paths.documents(space.code, { notice: 'removed' }))
    }),
  )
}

/** Not one that is kept only because it was submitted. */
function present(found: Document | null): Document {
  const document = existing(found)
  if (document.removedAt) throw new AppError('not_found')
  return document
}

const Name = z.object({ name: z.string().catch('') }).catch({ name: '' })

const WantedQuery = z.object({
  q: SearchText,
  sort: z.enum(sorts).catch('newest'),
  kind: z.enum(filters).catch('all'),
  after: z.uuid().nullable().catch(null),
})
const wantedOf = (query: unknown): Wanted => WantedQuery.parse(query)
