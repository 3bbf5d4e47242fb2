import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerFailure, handleFailures } from './failures.ts'
import type { House } from './house.ts'
import { holdsSecret } from './paths.ts'
import { compressAnswers, guardCaches } from './platform/delivery.ts'
import { AppError } from './platform/error.ts'
import { refuseCrossSite, secureHeaders } from './platform/security.ts'

/** What holds for every request, whatever it asks for. */
export async function guardApp(app: FastifyInstance, house: House) {
  const { config } = house
  await secureHeaders(app, config.BASE_URL)
  guardCaches(app, isPersonal)
  compressAnswers(app)
  await app.register(rateLimit, {
    max: config.RATE_LIMIT,
    timeWindow: '1 minute',
    allowList: ({ url }) => isMachinery(url),
    errorResponseBuilder: () => new AppError('too_many'),
    addHeadersOnExceeding: quiet,
    addHeaders: quiet,
  })
  if (config.MAINTENANCE === 'on') closeForMaintenance(app, house)
  refuseCrossSite(app, config.BASE_URL)
  handleFailures(app, house)
}

/** Somebody is known, or the address alone opens something. */
const isPersonal = ({ headers, url }: FastifyRequest) =>
  /guichet-(portal|browser|helpdesk|helpdesk-start)=/.test(headers.cookie ?? '') || holdsSecret(url)

/** What is left is for `retry-after` to say. */
const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

const isMachinery = (url = '') => url === '/healthz' || url.startsWith('/assets/')

function closeForMaintenance(app: FastifyInstance, house: House) {
  app.addHook('onRequest', async (request, reply) => {
    if (isMachinery(request.url) || request.url.startsWith('/language/')) return
    return answerFailure(house, request, reply, 'maintenance')
  })
}
