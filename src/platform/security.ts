import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from './error.ts'

const self = ["'self'"]
const none = ["'none'"]

/** Without inline code or style: what is not served from the portal's own files does not run. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: self,
    fontSrc: self,
    connectSrc: self,
    formAction: self,
    baseUri: none,
    frameAncestors: none,
  },
}

const permissions = [
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Two years, for names below the portal’s as well: where certificates are presented may be one (RFC 6797). */
const transportSecurity = 'max-age=63072000; includeSubDomains'

/** Over plain http, as in the demo, nothing is promised: browsers would hold every port of the machine to it. */
export const stayEncrypted = (baseUrl: string): Record<string, string> =>
  baseUrl.startsWith('https:') ? { 'strict-transport-security': transportSecurity } : {}

export async function secureHeaders(app: FastifyInstance, baseUrl: string) {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // `no-referrer` would also make the Origin of our own forms `null`.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'permissions-policy': permissions, ...stayEncrypted(baseUrl) })
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Other sites have browsers post there: the route acts on what was signed, and on no cookie. */
    fromOtherSites?: true
  }
}

/**
 * What changes state must come from our own pages. Browsers say so in Sec-Fetch-Site; older ones, and
 * pages served over plain http, only in Origin. `/api/` knows no cookies, so nothing can be forged there.
 */
export function refuseCrossSite(app: FastifyInstance, baseUrl: string) {
  const { origin } = new URL(baseUrl)
  app.addHook('onRequest', async (request) => {
    if (isSafe(request) || request.url.startsWith('/api/')) return
    if (request.routeOptions.config.fromOtherSites) return
    const site = request.headers['sec-fetch-site']
    const trusted =
      site === undefined ? request.headers.origin === origin : site === 'same-origin' || site === 'none'
    if (!trusted) throw new AppError('cross_site')
  })
}

/** A page of another site had the browser come here, and nobody has clicked. Browsers that say nothing are believed. */
export const isUninvited = ({ headers }: FastifyRequest) =>
  headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-user'] !== '?1'

const isSafe = ({ method }: FastifyRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(method)
