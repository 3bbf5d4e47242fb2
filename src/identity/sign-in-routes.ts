import type { FastifyInstance, FastifyReply } from 'fastify'
import { type House, languageOf, type Request, tokenOf } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { clearCookie, hashToken, newToken, readCookie, setCookie } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { asPerson } from '../scopes.ts'
import { landingPath } from '../spaces/landing.ts'
import { countAttempt } from './attempts.ts'
import { browserOf } from './request.ts'
import { isCancelled, isUnreachable, type OidcScheme, openOidcScheme } from './schemes/oidc.ts'
import type { SamlScheme } from './schemes/saml.ts'
import { endSession } from './session.ts'
import { finishSignIn, keepPresented, recordProviderFailure } from './sign-in.ts'
import { signInView } from './sign-in-view.ts'
import { openState, type Purpose, sealState } from './state.ts'

/** Seconds the pre-sign-in cookie lives, and while a new certificate is being registered. */
const browserLifetime = 600
const registrationLifetime = 3600

/** A look (HEAD) must not use up what is good once. */
const once = { exposeHeadRoute: false, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }

export function signInRoutes(app: FastifyInstance, house: House, gateways: ReadonlyMap<string, SamlScheme>) {
  const { config, pools } = house
  const schemes = openSchemes(house)

  app.get(
    paths.signIn(),
    house.open(async ({ view, request, reply }) => {
      const back = localPath(request.query.back)
      if (view.actor) return seeOther(back ?? (await landing(house, request)))
      const over = readCookie(request, 'portal') !== null
      if (over) clearCookie(reply, 'portal')
      const notice = view.notice ?? (over ? 'session_over' : null)
      return page(200, signInView(view, { back, problem: notice ? { notice } : null }))
    }),
  )

  /** Binds what comes back to this browser, then sends it to where the certificate is presented. */
  app.get(
    '/sign-in/start/:provider',
    house.open(async ({ view, request, reply }) => {
      const { provider: id = '' } = request.params
      const provider = config.connections.providers.find((one) => one.id === id)
      if (!provider) throw new AppError('not_found')
      const back = localPath(request.query.back)
      const purpose = purposeOf(request)
      if (!purpose) return seeOther(paths.signIn(paths.certificates()))
      if (!(await countAttempt(pools, 'sign_in', request.ip)))
        return page(429, signInView(view, { back, problem: { notice: 'too_many' } }))
      const browser = readCookie(request, 'browser') ?? newToken()
      const lang = languageOf(request, view.actor)
      const browserHash = hashToken(browser)
      const bound = { provider: id, browser: browserHash.toString('hex') }
      const state = sealState(config, { ...bound, lang, back, purpose })
      setCookie(reply, 'browser', browser, purpose.act === 'join' ? registrationLifetime : browserLifetime)
      const gateway = gateways.get(id)
      if (gateway) return seeOther(await gateway.start(pools, { browserHash, state, purpose }))
      const oidc = schemes.get(id)
      if (!oidc) return seeOther(`${config.TLS_URL}${paths.signIn()}?${new URLSearchParams({ state })}`)
      try {
        return seeOther(await oidc.start(browser, state, lang))
      } catch (error) {
        noteFailure(request, id, error)
        await recordProviderFailure(pools, id, 'unreachable')
        return page(503, signInView(view, { back, problem: { unavailable: provider.name } }))
      }
    }),
  )

  /** Where an OpenID provider sends the browser back; ends in the same code as every other scheme. */
  app.get(
    '/sign-in/callback/:provider',
    once,
    house.open(async ({ view, request }) => {
      const { browser, browserHash } = browserOf(request)
      const oidc = schemes.get(request.params.provider ?? '')
      if (!oidc) throw new AppError('not_found')
      const sealed = String(request.query.state ?? '')
      const state = openState(config, sealed)
      const ours = browserHash && state?.browser === browserHash.toString('hex')
      if (!browser || !state || !ours || state.provider !== oidc.provider.id)
        return seeOther(paths.signIn(undefined, 'refused'))
      const back = state.back ?? undefined
      try {
        const presented = await oidc.finish(request.url, browser, sealed, state)
        if (!presented) return seeOther(paths.signIn(back, 'incomplete'))
        const code = await keepPresented(pools, browserHash, presented)
        return seeOther(`${paths.signInReturn()}?${new URLSearchParams({ code })}`)
      } catch (error) {
        if (isCancelled(error)) return seeOther(paths.signIn(back, 'cancelled'))
        noteFailure(request, oidc.provider.id, error)
        const reason = isUnreachable(error) ? 'unreachable' : 'answer'
        await recordProviderFailure(pools, oidc.provider.id, reason)
        if (reason === 'answer') return seeOther(paths.signIn(back, 'failed'))
        const problem = { unavailable: oidc.provider.name }
        return page(503, signInView(view, { back: state.back, problem }))
      }
    }),
  )

  app.get(
    paths.signInReturn(),
    once,
    house.open(async ({ view, request, reply }) => {
      const code = String(request.query.code ?? '')
      const finished = await finishSignIn(house, { code, ...browserOf(request) })
      switch (finished.outcome) {
        case 'signed_in':
          return enter(house, reply, { ...finished, back: backFrom(finished) })
        case 'attached':
          clearCookie(reply, 'browser')
          return seeOther(paths.certificates(finished.result))
        case 'joined':
          return enter(house, reply, { ...finished, back: paths.certificates(finished.result) })
        case 'unknown_too':
          return seeOther(paths.registration('unknown_too'))
        case 'new_certificate':
          setCookie(reply, 'browser', finished.browser, registrationLifetime)
          return seeOther(recoveryIn(finished.back) ?? paths.registration())
        case 'refused':
          return seeOther(view.actor ? await landing(house, request) : paths.signIn(undefined, 'refused'))
      }
    }),
  )

  app.post(
    paths.signOut(),
    house.open(async ({ request, reply }) => {
      const { session } = browserOf(request)
      if (session) await endSession(pools, session)
      clearCookie(reply, 'portal')
      clearCookie(reply, 'browser')
      return seeOther(paths.signIn(undefined, 'signed_out'))
    }),
  )
}

/** What a certificate is presented for; null when there is no session to register it for. */
function purposeOf(request: Request): Purpose | null {
  if (request.query.for === 'join') return { act: 'join' }
  if (request.query.for !== 'attach') return { act: 'sign_in' }
  const session = readCookie(request, 'portal')
  return session ? { act: 'attach', session: hashToken(session).toString('hex') } : null
}

type Entering = { renewed: boolean; asked: boolean; back: string | null }

/** Whose account somebody asks for, or whose certificate has been renewed, is told so first. */
function backFrom({ renewed, asked, back }: Entering): string | null {
  const next = renewed ? paths.certificates('renewed', back ?? paths.spaces()) : back
  return asked ? paths.ownRecoveries(next ?? undefined) : next
}

/** Whoever presents a new certificate for a recovery goes on there. */
const recoveryIn = (back: string | null) => (back && /^\/recovery(\/|$)/.test(back) ? back : null)

/** The new session's cookie replaces the old one, and the browser is where it wanted to be. */
export async function enter(
  house: House,
  reply: FastifyReply,
  { token, back }: { token: string; back: string | null },
): Promise<Answer> {
  setCookie(reply, 'portal', token)
  clearCookie(reply, 'browser')
  const session = { hash: hashToken(token), touch: true }
  return seeOther(localPath(back) ?? (await asPerson(house.pools, session, landingPath)))
}

/** Code and message only: what hangs on such an error may hold what the provider said of a person. */
function noteFailure(request: Request, provider: string, error: unknown) {
  const { message, code } = error instanceof Error ? (error as Error & { code?: unknown }) : { message: '?' }
  request.log.warn({ provider, code, reason: message }, 'an OpenID provider could not sign somebody in')
}

async function landing(house: House, request: Request): Promise<string> {
  const token = tokenOf(request)
  return token ? asPerson(house.pools, token, landingPath) : paths.spaces()
}

function openSchemes({ config }: House): Map<string, OidcScheme> {
  const schemes = new Map<string, OidcScheme>()
  for (const provider of config.connections.providers)
    if (provider.scheme === 'oidc') schemes.set(provider.id, openOidcScheme(config, provider))
  return schemes
}
