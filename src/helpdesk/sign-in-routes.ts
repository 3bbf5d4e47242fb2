import type { FastifyInstance, FastifyReply } from 'fastify'
import { type House, languageOf, type Request } from '../house.ts'
import { countAttempt } from '../identity/attempts.ts'
import { isCancelled, isUnreachable } from '../identity/schemes/oidc.ts'
import { helpdeskPath, paths } from '../paths.ts'
import { clearCookie, forgetPages, readCookie, setCookie } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { isUninvited } from '../platform/security.ts'
import { confirmAgentSession, endAgentSession, openAgentSession } from './agent-session.ts'
import { logoutRoute } from './logout-routes.ts'
import { type AgentAnswer, openAgentProvider } from './provider.ts'
import { rememberStart, type SignInStart, takeStart } from './sign-in-start.ts'
import { agentSignInView } from './sign-in-view.ts'

/** A look (HEAD) must not use up what is good once. */
const once = { exposeHeadRoute: false }

export function signInRoutes(app: FastifyInstance, house: House) {
  const { config, pools } = house
  const configured = config.connections.helpdesk
  const provider = configured ? openAgentProvider(config, configured) : null
  if (provider) logoutRoute(app, house, provider)

  app.get(
    paths.helpdeskSignIn(),
    house.open(async ({ view, request }) => {
      const back = backOf(request)
      const shown = page(200, agentSignInView(view, { provider: configured?.name ?? null, back }))
      if (view.notice !== 'check' || !back) return shown
      // No redirect: it may have begun with a form, and forms lead nowhere else (form-action).
      return { ...shown, headers: { ...shown.headers, refresh: `0; url=${paths.helpdeskCheck(back)}` } }
    }),
  )

  app.get(
    paths.helpdeskSignInStart(),
    once,
    house.open(async ({ view, request, reply }) => {
      if (!provider) throw new AppError('not_found')
      const back = backOf(request)
      if (isUninvited(request)) return seeOther(signInAt(undefined, back))
      if (!(await countAttempt(pools, 'sign_in', request.ip))) throw new AppError('too_many')
      const { browser, check } = rememberStart(reply, { check: request.query.for === 'check', back })
      try {
        return seeOther(await provider.start(browser, languageOf(request, null), check))
      } catch (error) {
        noteFailure(request, error)
        const shown = { provider: provider.name, back, told: 'unavailable' }
        return page(503, agentSignInView(view, shown))
      }
    }),
  )

  app.get(
    paths.helpdeskCallback(),
    once,
    house.open(async ({ request, reply }) => {
      const start = takeStart(request, reply)
      if (!provider || !start) return seeOther(paths.helpdeskSignIn('failed'))
      const { back } = start
      try {
        return await welcome(request, reply, start, await provider.finish(request.url, start.browser))
      } catch (error) {
        if (isCancelled(error))
          return start.check
            ? leave(request, reply, 'session_over', back)
            : seeOther(signInAt(undefined, back))
        noteFailure(request, error)
        return seeOther(signInAt(isUnreachable(error) ? 'unavailable' : 'failed', back))
      }
    }),
  )

  app.post(
    paths.helpdeskSignOut(),
    house.open(async ({ request, reply }) => {
      const token = readCookie(request, 'helpdesk')
      if (token) await endAgentSession(pools, token, 'agent')
      clearCookie(reply, 'helpdesk')
      forgetPages(reply)
      return seeOther(paths.helpdeskSignIn('signed_out'))
    }),
  )

  async function welcome(
    request: Request,
    reply: FastifyReply,
    { check, back }: SignInStart,
    answer: AgentAnswer,
  ): Promise<Answer> {
    const before = readCookie(request, 'helpdesk')
    if (answer.outcome === 'no_role') return leave(request, reply, 'no_role', back)
    if (check) {
      const same = before && (await confirmAgentSession(pools, before, answer.agent))
      return same ? seeOther(back ?? paths.helpdesk()) : leave(request, reply, 'session_over', back)
    }
    if (before) await endAgentSession(pools, before, 'agent')
    setCookie(reply, 'helpdesk', await openAgentSession(pools, answer.agent))
    return seeOther(back ?? paths.helpdesk())
  }

  /** The provider does not vouch for whoever is here: no session stays. */
  async function leave(
    request: Request,
    reply: FastifyReply,
    told: string,
    back: string | null,
  ): Promise<Answer> {
    const before = readCookie(request, 'helpdesk')
    if (before) await endAgentSession(pools, before, 'provider')
    clearCookie(reply, 'helpdesk')
    return seeOther(signInAt(told, back))
  }
}

const signInAt = (told: string | undefined, back: string | null) =>
  paths.helpdeskSignIn(told, back ?? undefined)

const backOf = ({ query: { back } }: Request) => helpdeskPath(back)

/** Code and message only: what hangs on such an error may hold what the provider said. */
function noteFailure(request: Request, error: unknown) {
  const { message, code } = error instanceof Error ? (error as Error & { code?: unknown }) : { message: '?' }
  request.log.warn({ code, reason: message }, 'the helpdesk’s provider could not sign an agent in')
}
