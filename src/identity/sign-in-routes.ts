import type { FastifyInstance, FastifyReply } from 'fastify'
import { type House, languageOf, type Request, tokenOf } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { clearCookie, forgetPages, hashToken, newToken, readCookie, setCookie } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { isUninvited } from '../platform/security.ts'
import { type Actor, asPerson } from '../scopes.ts'
import { landingPath } from '../spaces/landing.ts'
import type { View } from '../ui/view.ts'
import { Assurance } from './assurance.ts'
import { countAttempt } from './attempts.ts'
import { silentAmong } from './availability.ts'
import { isFresh } from './freshness.ts'
import { browserOf } from './request.ts'
import { isCancelled, isUnreachable, type OidcScheme } from './schemes/oidc.ts'
import type { SamlScheme } from './schemes/saml.ts'
import { endSession } from './session.ts'
import { finishSignIn, keepPresented, recordProviderFailure, recordRefusal } from './sign-in.ts'
import { type SignInGiven, signInView } from './sign-in-view.ts'
import { openState, type Purpose, sealState } from './state.ts'

/** Seconds the pre-sign-in cookie lives, and while a new certificate is being registered. */
const browserLifetime = 600
const registrationLifetime = 3600

/** A look (HEAD) must not use up what is good once. */
const once = { exposeHeadRoute: false, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }

type Schemes = { oidc: ReadonlyMap<string, OidcScheme>; saml: ReadonlyMap<string, SamlScheme> }

export function signInRoutes(app: FastifyInstance, house: House, { oidc: schemes, saml: gateways }: Schemes) {
  const { config, pools } = house
  const signInPage = (view: View, given: Omit<SignInGiven, 'silent'>) =>
    signInView(view, { ...given, silent: silentAmong(schemes) })

  app.get(
    paths.signIn(),
    house.open(async ({ view, request, reply }) => {
      const back = localPath(request.query.back)
      if (view.actor) return seeOther(back ?? (await landing(house, request)))
      const over = readCookie(request, 'portal') !== null
      if (over) clearCookie(reply, 'portal')
      const notice = view.notice ?? (over ? 'session_over' : null)
      return page(200, signInPage(view, { back, problem: notice ? { notice } : null }))
    }),
  )

  /**
   * Binds what comes back to this browser, then sends it to where the certificate is presented. No other site
   * makes somebody sign in without their doing.
   */
  app.get(
    '/sign-in/start/:provider',
    house.open(async ({ view, request, reply }) => {
      const { provider: id = '' } = request.params
      const provider = config.connections.providers.find((one) => one.id === id)
      if (!provider) throw new AppError('not_found')
      const back = localPath(request.query.back)
      if (isUninvited(request)) return seeOther(paths.signIn(back ?? undefined))
      const purpose = purposeOf(request, view.actor)
      if (!purpose) return seeOther(paths.signIn(back ?? paths.certificates()))
      if (purpose.act === 'attach' && !(await hasJustPresented(house, request)))
        return seeOther(paths.confirm(request.url))
      if (!(await countAttempt(pools, 'sign_in', request.ip)))
        return page(429, signInPage(view, { back, problem: { notice: 'too_many' } }))
      const browser = readCookie(request, 'browser') ?? newToken()
      const lang = languageOf(request, view.actor)
      const browserHash = hashToken(browser)
      const bound = { provider: id, browser: browserHash.toString('hex') }
      const state = sealState(config, { ...bound, lang, back, purpose })
      setCookie(reply, 'browser', browser, purpose.act === 'join' ? registrationLifetime : browserLifetime)
      const gateway = gateways.get(id)
      if (gateway)
        return seeOther(
          await gateway.start(pools, { browserHash, state, purpose, atLeast: neededBy(request) }),
        )
      const oidc = schemes.get(id)
      if (!oidc) return seeOther(`${config.TLS_URL}${paths.signIn()}?${new URLSearchParams({ state })}`)
      try {
        return seeOther(await oidc.start(browser, state, { lang, purpose, atLeast: neededBy(request) }))
      } catch (error) {
        noteFailure(request, id, error)
        await recordProviderFailure(pools, id, 'unreachable')
        return page(503, signInPage(view, { back, problem: { unavailable: provider.name } }))
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
        const finished = await oidc.finish(request.url, browser, sealed, state)
        if (!finished.ok) {
          await recordRefusal(house, finished.refusal, oidc.provider.id, finished.proven)
          return page(403, signInPage(view, { back: state.back, problem: { notice: finished.refusal } }))
        }
        const code = await keepPresented(pools, browserHash, finished.presented)
        return seeOther(`${paths.signInReturn()}?${new URLSearchParams({ code })}`)
      } catch (error) {
        if (isCancelled(error)) return seeOther(paths.signIn(back, 'cancelled'))
        noteFailure(request, oidc.provider.id, error)
        const reason = isUnreachable(error) ? 'unreachable' : 'answer'
        if (reason === 'unreachable') oidc.availability.note(false)
        await recordProviderFailure(pools, oidc.provider.id, reason)
        if (reason === 'answer') return seeOther(paths.signIn(back, 'failed'))
        const problem = { unavailable: oidc.provider.name }
        return page(503, signInPage(view, { back: state.back, problem }))
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
          clearCookie(reply, 'browser')
          return enter(house, reply, { ...finished, back: backFrom(finished) })
        case 'confirmed':
          return enter(house, reply, { ...finished, back: backFrom(finished) })
        case 'attached':
          clearCookie(reply, 'browser')
          return seeOther(paths.certificates(finished.result))
        case 'joined':
          clearCookie(reply, 'browser')
          return enter(house, reply, { ...finished, back: paths.certificates(finished.result) })
        case 'other_person':
          return seeOther(paths.confirm(finished.back ?? undefined, 'other_person'))
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
      forgetPages(reply)
      return seeOther(paths.signIn(undefined, 'signed_out'))
    }),
  )
}

/** What a certificate is presented for; null when there is no live session that it is for. */
function purposeOf(request: Request, actor: Actor | null): Purpose | null {
  const act = request.query.for
  if (act === 'join') return { act }
  if (act !== 'attach' && act !== 'confirm') return { act: 'sign_in' }
  const session = readCookie(request, 'portal')
  return session && actor ? { act, session: hashToken(session).toString('hex') } : null
}

async function hasJustPresented({ config, pools }: House, request: Request): Promise<boolean> {
  const token = tokenOf(request)
  return token !== null && asPerson(pools, token, (tx, actor) => isFresh(tx, config, actor))
}

type Entering = { renewed: boolean; asked: boolean; back: string | null }

/** Whose account somebody asks for, or whose certificate has been renewed, is told so first. */
function backFrom({ renewed, asked, back }: Entering): string | null {
  const next = renewed ? paths.certificates('renewed', back ?? paths.spaces()) : back
  return asked ? paths.ownRecoveries(next ?? undefined) : next
}

/** Whoever presents a new certificate for a recovery goes on there. */
const recoveryIn = (back: string | null) => (back && /^\/recovery(\/|$)/.test(back) ? back : null)
/** How sure a procedure or an act wants the sign-in to be; what comes of it is checked where it is needed. */
const neededBy = ({ query }: Request): Assurance => Assurance.catch('low').parse(query.need)

/** The new session's cookie replaces the old one, and the browser is where it wanted to be. */
export async function enter(
  house: House,
  reply: FastifyReply,
  { token, back }: { token: string; back: string | null },
): Promise<Answer> {
  setCookie(reply, 'portal', token)
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
