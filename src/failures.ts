import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type House, tokenOf, viewOf } from './house.ts'
import { ofPeople } from './parked/parked-post.ts'
import { keepPost } from './parking.ts'
import { paths } from './paths.ts'
import { malformedAddress } from './platform/addresses.ts'
import { AppError } from './platform/error.ts'
import { give, seeOther } from './platform/http.ts'
import { Denied } from './scopes.ts'
import { errorPage, type FailureCode, failureStatus, failureWords } from './ui/error-page.ts'

/** Whatever goes wrong gets a page in the shell (JSON under /api/), never a stack trace. */
export function handleFailures(app: FastifyInstance, house: House) {
  app.setErrorHandler(async (error, request, reply) => {
    const code = failureOf(error)
    const kept = comesTooEarly(code)
      ? await keepPost(house, ofPeople, request, tokenOf(request)).catch(() => null)
      : null
    if (kept)
      return give(reply, seeOther(code === 'not_fresh' ? paths.confirm(kept) : paths.signIn(kept, 'kept')))
    if (failureStatus[code] >= 500) request.log.error({ err: error, reference: request.id }, code)
    if (isTelling(code))
      request.log.info({ refused: code, route: request.routeOptions.url }, 'request refused')
    return answerFailure(house, request, reply, code, error instanceof Denied ? error : null)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    answerFailure(house, request, reply, 'not_found'),
  )
  app.all(malformedAddress, (request, reply) => answerFailure(house, request, reply, 'bad_request'))
}

/** The same form may be sent once more by its person, after a certificate has been presented. */
const comesTooEarly = (code: FailureCode) => code === 'session_over' || code === 'not_fresh'

/** What a control has stopped: the status alone does not say which one. */
const isTelling = (code: FailureCode) =>
  code === 'cross_site' || code === 'too_many' || code === 'forbidden' || code === 'wrong_certificate'

export async function answerFailure(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  code: FailureCode,
  denied: Denied | null = null,
): Promise<FastifyReply> {
  const status = failureStatus[code]
  reply.code(status).header('cache-control', 'no-store')
  if (status === 503) reply.header('retry-after', '120')
  const reference = status >= 500 && code !== 'maintenance' ? String(request.id) : undefined
  if (isForPrograms(request)) {
    const problem = { type: 'about:blank', title: code, status, ...(reference && { instance: reference }) }
    return reply.type('application/problem+json').send(JSON.stringify(problem))
  }
  // Looking for the person needs the database, which may be what failed.
  const actor = status < 500 ? await house.whoIs(request) : null
  const view = viewOf(house.config, request, actor)
  if (request.headers['x-autosave'] !== undefined)
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ error: code, message: failureWords(view.t, code).title }))
  return reply
    .type('text/html; charset=utf-8')
    .send(String(await errorPage(view, code, { reference, denied })))
}

const isForPrograms = (request: FastifyRequest) => request.url.startsWith('/api/')

/** The code of an expected refusal; `unexpected` for everything nobody thought of. */
export function failureOf(error: unknown): FailureCode {
  if (error instanceof AppError) return error.code
  if (!(error instanceof Error)) return 'unexpected'
  const { statusCode, code = '' } = error as FastifyError
  if (isUnreachable(code, error.message)) return 'unavailable'
  // Text PostgreSQL cannot hold (a NUL character) that no form caught.
  if (code === '22021' || code === '22P05') return 'bad_request'
  if (statusCode === undefined || statusCode >= 500) return 'unexpected'
  if (statusCode === 413) return 'too_large'
  if (statusCode === 404) return 'not_found'
  if (statusCode === 429) return 'too_many'
  return statusCode >= 400 ? 'bad_request' : 'unexpected'
}

/** The database is away, starting, stopping or full: worth another try, unlike an error of ours. */
const isUnreachable = (code: string, message: string) =>
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|08|57P0|53300)/.test(code) ||
  /timeout exceeded when trying to connect|Connection terminated/.test(message)
