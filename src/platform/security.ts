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

export async function secureHeaders(app: FastifyInstance, baseUrl: string) {
  const https = baseUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: https && { maxAge: 63_072_000, includeSubDomains: false },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // `no-referrer` would also make the Origin of our own forms `null`.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissions)
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

const isSafe = ({ method }: FastifyRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(method)
