import type { FastifyRequest } from 'fastify'
import { hashToken, readCookie } from '../platform/cookies.ts'

/** What identifies the browser a request comes from. */
export function browserOf(request: FastifyRequest) {
  const browser = readCookie(request, 'browser')
  return {
    browser,
    browserHash: browser ? hashToken(browser) : null,
    session: readCookie(request, 'portal'),
    userAgent: request.headers['user-agent'] ?? null,
    address: request.ip,
  }
}
