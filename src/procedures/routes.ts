import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { dossierRoutes } from './dossier-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { fillingRoutes } from './source-routes.ts'
import { submissionRoutes } from './submission-routes.ts'

export function procedureRoutes(app: FastifyInstance, house: House) {
  catalogueRoutes(app, house)
  dossierRoutes(app, house)
  pageRoutes(app, house)
  fillingRoutes(app, house)
  submissionRoutes(app, house)
}
