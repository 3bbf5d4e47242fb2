import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type House, tokenOf } from '../house.ts'
import { page } from '../platform/http.ts'
import { type Pools, readAsPerson, type Token } from '../scopes.ts'
import { catalogueView, procedureView } from './catalogue-views.ts'
import { type Procedure, themes } from './definition.ts'
import { existing } from './dossier.ts'
import { fittingSpaces } from './fitting-spaces.ts'
import { byTitle, type Search, searchProcedures } from './search.ts'

export function catalogueRoutes(app: FastifyInstance, house: House) {
  const { catalogue, pools } = house

  app.get(
    '/procedures',
    house.open(async ({ request, view }) => {
      const search = readSearch(request.query)
      const found = byTitle(searchProcedures(catalogue.all(), search), view.lang)
      const used = themes.filter((theme) => catalogue.all().some((one) => one.theme === theme))
      return page(200, catalogueView(view, { search, found, themes: used }))
    }),
  )

  app.get(
    '/procedures/:id',
    house.open(async ({ request, view }) => {
      const procedure = existing(catalogue.current(request.params.id ?? ''))
      const token = view.actor && tokenOf(request)
      const spaces = token ? await spacesOf(pools, token, procedure) : null
      return page(200, procedureView(view, procedure, spaces))
    }),
  )
}

async function spacesOf(pools: Pools, token: Token, { kind }: Procedure) {
  const { values } = await readAsPerson(pools, token, (tx) => ({ spaces: fittingSpaces(tx, kind) }))
  return values.spaces
}

const Query = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, 200)),
  theme: z.enum(themes).nullable().catch(null),
  for: z.enum(['private', 'business']).nullable().catch(null),
})

/** Whatever stands in the address: what cannot be a filter filters nothing. */
function readSearch(query: unknown): Search {
  const { q, theme, for: kind } = Query.parse(query)
  return { words: q.trim(), theme, kind }
}
