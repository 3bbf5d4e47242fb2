import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Cookie names differ per origin-sharing program: cookies cross ports. */
export type CookieName = 'portal' | 'browser' | 'lang' | 'helpdesk' | 'helpdesk-start'

/** `__Host-` wherever the portal is served over https; browsers refuse the prefix elsewhere. */
export const cookieName = (name: CookieName, https: boolean) => `${https ? '__Host-' : ''}guichet-${name}`

export const newToken = () => randomBytes(32).toString('base64url')
export const hashToken = (token: string) => createHash('sha256').update(token).digest()

export function readCookie(request: FastifyRequest, name: CookieName): string | null {
  const https = request.server.config.BASE_URL.startsWith('https:')
  return request.cookies[cookieName(name, https)] || null
}

export function setCookie(reply: FastifyReply, name: CookieName, value: string, maxAgeSeconds?: number) {
  const https = reply.server.config.BASE_URL.startsWith('https:')
  reply.setCookie(cookieName(name, https), value, {
    path: '/',
    httpOnly: true,
    secure: https,
    sameSite: 'lax',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  })
}

export function clearCookie(reply: FastifyReply, name: CookieName) {
  const https = reply.server.config.BASE_URL.startsWith('https:')
  reply.clearCookie(cookieName(name, https), { path: '/', httpOnly: true, secure: https, sameSite: 'lax' })
}

/**
 * What a browser holds of pages seen signed in is gone with the session, also behind its Back button
 * (https://www.w3.org/TR/clear-site-data/). Not its cookies: the language stays.
 */
export function forgetPages(reply: FastifyReply) {
  reply.header('clear-site-data', '"cache", "storage"')
}
