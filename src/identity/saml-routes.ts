import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { countAttempt } from './attempts.ts'
import type { SamlFinished, SamlScheme } from './schemes/saml.ts'
import { keepPresented, recordProviderFailure, recordRefusal } from './sign-in.ts'

/** Bytes of a posted answer: a response in base64, of which a form escapes some characters. */
const bodyLimit = 400_000

export function samlRoutes(app: FastifyInstance, house: House, schemes: ReadonlyMap<string, SamlScheme>) {
  const { pools } = house
  const schemeOf = (request: Request): SamlScheme => {
    const scheme = schemes.get(request.params.provider ?? '')
    if (!scheme) throw new AppError('not_found')
    return scheme
  }

  /** Where a gateway has the browser post its answer, across sites; ends in the same code as every other scheme. */
  app.post(
    '/sign-in/saml/:provider',
    { bodyLimit, config: { fromOtherSites: true, rateLimit: { max: 120, timeWindow: '1 minute' } } },
    house.open(async ({ request }) => {
      const scheme = schemeOf(request)
      if (!(await countAttempt(pools, 'sign_in', request.ip)))
        return seeOther(paths.signIn(undefined, 'too_many'))
      const finished = await scheme.finish(pools, answerIn(request))
      await note(house, request, scheme, finished)
      if (finished.is === 'presented') {
        const code = await keepPresented(pools, finished.browserHash, finished.presented)
        return seeOther(`${paths.signInReturn()}?${new URLSearchParams({ code })}`)
      }
      return seeOther(paths.signIn(finished.back ?? undefined, noticeOf(finished)))
    }),
  )

  app.get(
    '/saml/:provider/metadata',
    house.open(async ({ request }) =>
      page(200, schemeOf(request).metadata(), { 'content-type': 'application/samlmetadata+xml' }),
    ),
  )
}

const answerIn = ({ body }: Request): unknown =>
  typeof body === 'object' && body !== null && 'SAMLResponse' in body ? body.SAMLResponse : null

function noticeOf(finished: Exclude<SamlFinished, { is: 'presented' }>): string {
  switch (finished.is) {
    case 'declined':
      return 'cancelled'
    case 'refused':
      return finished.refusal
    case 'failed':
      return 'failed'
  }
}

/** Reason and gateway; whom the answer was about is nobody's business when it was not believed. */
async function note(
  { pools, jobs }: House,
  request: Request,
  { provider }: SamlScheme,
  finished: SamlFinished,
) {
  if (finished.is !== 'failed' && finished.is !== 'refused') return
  const reason = finished.is === 'failed' ? finished.reason : finished.refusal
  request.log.warn({ provider: provider.id, reason }, 'the answer of a SAML gateway signed nobody in')
  if (!(await countAttempt(pools, 'certificate_refused', request.ip))) return
  if (finished.is === 'failed') await recordProviderFailure(pools, provider.id, finished.reason)
  else await recordRefusal({ pools, jobs }, finished.refusal, provider.id, finished.proven)
}
