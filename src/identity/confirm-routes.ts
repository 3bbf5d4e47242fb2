import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { hasParked, localPath, pageBefore, paths } from '../paths.ts'
import { page, seeOther } from '../platform/http.ts'
import { silentAmong } from './availability.ts'
import { confirmView } from './confirm-view.ts'
import { isFresh } from './freshness.ts'
import { listCertificates } from './registered.ts'
import type { OidcScheme } from './schemes/oidc.ts'

export function confirmRoutes(app: FastifyInstance, house: House, schemes: ReadonlyMap<string, OidcScheme>) {
  app.get(
    paths.confirm(),
    house.person(async ({ view, tx, actor, request }) => {
      const back = localPath(request.query.back) ?? paths.spaces()
      if (await isFresh(tx, house.config, actor)) return seeOther(back)
      const certificates = await listCertificates(tx)
      return page(
        200,
        confirmView(view, {
          ...{ actor, certificates, back, cancel: cancelTo(request, back) },
          silent: silentAmong(schemes),
        }),
      )
    }),
  )
}

/** Where nothing was typed, the page wanted may itself ask to confirm: then the one before it. */
function cancelTo({ headers }: Request, back: string): string {
  if (hasParked(back)) return back
  const before = pageBefore(headers.referer)
  return before && !before.startsWith(paths.confirm()) ? before : paths.spaces()
}
