import type { FastifyInstance } from 'fastify'
import { type House, languageOf, type Request } from '../house.ts'
import { countAttempt } from '../identity/attempts.ts'
import { isCancelled, isUnreachable } from '../identity/schemes/oidc.ts'
import { paths } from '../paths.ts'
import { clearCookie, newToken, readCookie, setCookie } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { endAgentSession, openAgentSession } from './agent-session.ts'
import { openAgentProvider } from './provider.ts'
import { agentSignInView } from './sign-in-view.ts'

/** Seconds a sign-in may take at the provider. */
const startLifetime = 600

/** A look (HEAD) must not use up what is good once. */
const once = { exposeHeadRoute: false }

export function signInRoutes(app: FastifyInstance, house: House) {
  const { config, pools } = house
  const configured = config.connections.helpdesk
  const provider = configured ? openAgentProvider(config, configured) : null

  app.get(
    paths.helpdeskSignIn(),
    house.open(async ({ view }) => page(200, agentSignInView(view, configured?.name ?? null, view.notice))),
  )

  app.get(
    paths.helpdeskSignInStart(),
    once,
    house.open(async ({ view, request, reply }) => {
      if (!provider) throw new AppError('not_found')
      if (!(await countAttempt(pools, 'sign_in', request.ip))) throw new AppError('too_many')
      const browser = newToken()
      try {
        const address = await provider.start(browser, languageOf(request, null))
        setCookie(reply, 'helpdesk-start', browser, startLifetime)
        return seeOther(address)
      } catch (error) {
        noteFailure(request, error)
        return page(503, agentSignInView(view, provider.name, 'unavailable'))
      }
    }),
  )

  app.get(
    paths.helpdeskCallback(),
    once,
    house.open(async ({ request, reply }) => {
      const browser = readCookie(request, 'helpdesk-start')
      if (!provider || !browser) return seeOther(paths.helpdeskSignIn('failed'))
      clearCookie(reply, 'helpdesk-start')
      try {
        const answer = await provider.finish(request.url, browser)
        if (answer.outcome === 'no_role') return seeOther(paths.helpdeskSignIn('no_role'))
        const before = readCookie(request, 'helpdesk')
        if (before) await endAgentSession(pools, before)
        setCookie(reply, 'helpdesk', await openAgentSession(pools, answer.agent))
        return seeOther(paths.helpdesk())
      } catch (error) {
        if (isCancelled(error)) return seeOther(paths.helpdeskSignIn())
        noteFailure(request, error)
        return seeOther(paths.helpdeskSignIn(isUnreachable(error) ? 'unavailable' : 'failed'))
      }
    }),
  )

  app.post(
    paths.helpdeskSignOut(),
    house.open(async ({ request, reply }) => {
      const token = readCookie(request, 'helpdesk')
      if (token) await endAgentSession(pools, token)
      clearCookie(reply, 'helpdesk')
      return seeOther(paths.helpdeskSignIn('signed_out'))
    }),
  )
}

/** Code and message only: what hangs on such an error may hold what the provider said. */
function noteFailure(request: Request, error: unknown) {
  const { message, code } = error instanceof Error ? (error as Error & { code?: unknown }) : { message: '?' }
  request.log.warn({ code, reason: message }, 'the helpdesk’s provider could not sign an agent in')
}
