import type { FastifyReply, FastifyRequest } from 'fastify'
import { helpdeskPath } from '../paths.ts'
import { clearCookie, newToken, readCookie, setCookie } from '../platform/cookies.ts'

/** A sign-in on its way at the provider. */
export type SignInStart = {
  /** All its secrets derive from this. */
  browser: string
  /** Whether the session that is there is only to be confirmed. */
  check: boolean
  /** The page of the helpdesk it began from. */
  back: string | null
}

/** Seconds a sign-in may take at the provider. */
const lifetime = 600

export function rememberStart(reply: FastifyReply, given: Omit<SignInStart, 'browser'>): SignInStart {
  const start = { browser: newToken(), ...given }
  const parts = [start.browser, start.check ? 'check' : '', encodeURIComponent(start.back ?? '')]
  setCookie(reply, 'helpdesk-start', parts.join('.'), lifetime)
  return start
}

/** What this browser began, once: its return uses it up. */
export function takeStart(request: FastifyRequest, reply: FastifyReply): SignInStart | null {
  const [browser, check, ...back] = readCookie(request, 'helpdesk-start')?.split('.') ?? []
  clearCookie(reply, 'helpdesk-start')
  if (!browser) return null
  return { browser, check: check === 'check', back: readBack(back.join('.')) }
}

function readBack(written: string): string | null {
  try {
    return helpdeskPath(decodeURIComponent(written))
  } catch {
    return null
  }
}
