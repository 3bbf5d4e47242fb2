import type { FastifyReply, FastifyRequest } from 'fastify'
import { recordDenial } from './audit/audit.ts'
import type { Config } from './config.ts'
import { openVault } from './documents/vault.ts'
import { isLanguage, type Language, languages, messages } from './i18n/index.ts'
import { findParkedPost, ofPeople } from './parked/parked-post.ts'
import { sentOf, wantedOf } from './parked/request.ts'
import { dropParked, restoreInto } from './parking.ts'
import { pageBefore, paths } from './paths.ts'
import { hashToken, readCookie } from './platform/cookies.ts'
import type { Tx } from './platform/database.ts'
import { AppError } from './platform/error.ts'
import { type Answer, give, seeOther } from './platform/http.ts'
import type { Jobs } from './platform/jobs.ts'
import type { Catalogue } from './procedures/catalogue.ts'
import {
  type Actor,
  asPerson,
  type CurrentSpace,
  Denied,
  inSpace,
  type Pools,
  type Role,
  readAsPerson,
  readInSpace,
  type Token,
} from './scopes.ts'
import type { Registers } from './sources/registers.ts'
import { administratorsHere } from './spaces/membership.ts'
import type { View } from './ui/view.ts'

declare module 'fastify' {
  interface FastifyInstance {
    config: Config
  }
}

export type Request = FastifyRequest<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>
type Reads = Record<string, Promise<unknown>>
type Values<R extends Reads> = { [K in keyof R]: Awaited<R[K]> }
type Given = { request: Request; reply: FastifyReply; view: View }
type WithPerson = Given & { tx: Tx; actor: Actor; token: Token }
type WithSpace = WithPerson & { space: CurrentSpace }
type Handler = (request: Request, reply: FastifyReply) => Promise<FastifyReply>

/**
 * The ways a route reaches people and data. Each takes a function from what it is given to an answer,
 * and returns a Fastify handler; the transaction commits before the answer leaves.
 */
export type House = ReturnType<typeof openHouse>

export function openHouse(
  config: Config,
  pools: Pools,
  jobs: Jobs,
  catalogue: Catalogue,
  registers: Registers,
) {
  const guarded = (work: Work) => guard({ config, pools }, work)
  return {
    config,
    pools,
    jobs,
    catalogue,
    registers,
    vault: openVault(config),

    /** Who is signed in, for pages that must come whatever fails; null also when nobody can tell. */
    whoIs: (request: FastifyRequest): Promise<Actor | null> =>
      optionalActor(pools, request).catch(() => null),

    /** Anyone; `view.actor` is set when somebody is signed in. */
    open(work: (given: Given) => Promise<Answer>): Handler {
      return async (request, reply) => {
        const actor = await optionalActor(pools, request)
        return give(reply, await work({ request, reply, view: viewOf(config, request, actor) }))
      }
    },

    /** A signed-in person; without a live session the sign-in page comes first. */
    person(work: (given: WithPerson) => Promise<Answer>): Handler {
      return guarded(async (request, reply, token) =>
        asPerson(pools, token, (tx, actor) =>
          work({ request, reply, tx, actor, token, view: viewOf(config, request, actor) }),
        ),
      )
    },

    /** As `person`, in one round trip: `reads` issues all statements at once, `render` gets their rows. */
    personRead<R extends Reads>(
      reads: (tx: Tx, request: Request) => R,
      render: (given: Given & { actor: Actor } & Values<R>) => Promise<Answer> | Answer,
    ): Handler {
      return guarded(async (request, reply, token) => {
        const { actor, values } = await readAsPerson(pools, token, (tx) => reads(tx, request))
        return render({
          ...(values as unknown as Values<R>),
          request,
          reply,
          actor,
          view: viewOf(config, request, actor),
        })
      })
    },

    /** A member of the space named by `:code`, holding at least the role `need`. */
    space(need: Role, work: (given: WithSpace) => Promise<Answer>): Handler {
      return guarded(async (request, reply, token) =>
        inSpace(pools, token, codeOf(request), need, (tx, space, actor) =>
          work({ request, reply, tx, actor, space, token, view: viewOf(config, request, actor, space) }),
        ).catch(noteDenial(pools, token)),
      )
    },

    /** Who asks and where, for what has to be known before a route's own work; throws as `space` does. */
    async look<R extends Reads>(request: Request, need: Role, reads: (tx: Tx) => R) {
      const token = tokenOf(request)
      if (!token) throw new AppError('signed_out')
      return readInSpace(pools, token, codeOf(request), need, reads).catch(noteDenial(pools, token))
    },

    /** As `space`, in one round trip. */
    spaceRead<R extends Reads>(
      need: Role,
      reads: (tx: Tx, request: Request) => R,
      render: (given: Given & { actor: Actor; space: CurrentSpace } & Values<R>) => Promise<Answer> | Answer,
    ): Handler {
      return guarded(async (request, reply, token) => {
        const { actor, space, values } = await readInSpace(pools, token, codeOf(request), need, (tx) =>
          reads(tx, request),
        ).catch(noteDenial(pools, token))
        const view = viewOf(config, request, actor, space)
        return render({ ...(values as unknown as Values<R>), request, reply, actor, space, view })
      })
    },

    /**
     * As `space`, for what asks outside systems: `ask` gets the rows of `reads` and may take seconds, so no
     * transaction waits for it; `work` gets its answer in a transaction of its own.
     */
    spaceAsking<R extends Reads, A>(
      need: Role,
      reads: (tx: Tx, request: Request) => R,
      ask: (given: { request: Request; actor: Actor; space: CurrentSpace } & Values<R>) => Promise<A>,
      work: (given: WithSpace & Values<R> & { asked: A }) => Promise<Answer>,
    ): Handler {
      return guarded(async (request, reply, token) => {
        const code = codeOf(request)
        const entered = await readInSpace(pools, token, code, need, (tx) => reads(tx, request)).catch(
          noteDenial(pools, token),
        )
        const values = entered.values as unknown as Values<R>
        const asked = await ask({ ...values, request, actor: entered.actor, space: entered.space })
        return inSpace(pools, token, code, need, (tx, space, actor) => {
          const view = viewOf(config, request, actor, space)
          return work({ ...values, request, reply, tx, actor, space, token, view, asked })
        }).catch(noteDenial(pools, token))
      })
    },
  }
}

type Work = (request: Request, reply: FastifyReply, token: Token) => Promise<Answer>

/**
 * GET without a live session leads to the sign-in page and back, one that needs a fresh presentation of a
 * certificate to where that is asked for. What is sent in vain is for the error handler to keep.
 */
function guard(means: { config: Config; pools: Pools }, work: Work): Handler {
  return async (request, reply) => {
    try {
      const token = tokenOf(request)
      if (!token) throw new AppError('signed_out')
      const answer = await work(request, reply, token)
      return await give(reply, await mindParked(means, request, token, answer))
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_fresh' && request.method === 'GET')
        return give(reply, seeOther(paths.confirm(request.url)))
      if (error instanceof Denied && error.code === 'wrong_certificate' && request.method === 'GET')
        return give(reply, seeOther(paths.spaceCertificate(error.asked)))
      const away = error instanceof AppError && (error.code === 'signed_out' || error.code === 'session_over')
      if (!away || request.method !== 'GET' || request.headers['hx-request']) throw error
      return give(reply, seeOther(paths.signIn(request.url)))
    }
  }
}

/** A page comes with what was typed in it before; a form that was restored and is now sent is let go. */
async function mindParked(
  means: { config: Config; pools: Pools },
  request: Request,
  token: Token,
  answer: Answer,
): Promise<Answer> {
  const sent = sentOf(request)
  if (sent) await dropParked(means, ofPeople, token, sent)
  const id = wantedOf(request)
  if (!id) return answer
  const { config, pools } = means
  const find = () =>
    asPerson(pools, token, async (tx, actor) => ({
      view: viewOf(config, request, actor),
      post: await findParkedPost(tx, config, ofPeople, id),
    }))
  return restoreInto({ config, request, keeper: ofPeople, id, find }, answer)
}

/** Recorded apart, because what was refused rolled back. The answer is the same should that fail. */
const noteDenial =
  (pools: Pools, token: Token) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof Denied) {
      const { personId, asked, code } = error
      const denial = { act: 'space.denied', personId, object: asked, detail: { code } }
      await recordDenial(pools, denial).catch(() => {})
      if (code === 'forbidden') error.administrators = await whoGrants(pools, token, asked).catch(() => [])
    }
    throw error
  }

const whoGrants = (pools: Pools, token: Token, asked: string): Promise<string[]> =>
  inSpace(pools, token, asked, 'reader', administratorsHere)

async function optionalActor(pools: Pools, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenOf(request)
  if (!token) return null
  try {
    return (await readAsPerson(pools, token, () => ({}))).actor
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Polling (`x-poll`) does not keep a session alive; everything else does. */
export function tokenOf(request: FastifyRequest): Token | null {
  const token = readCookie(request, 'portal')
  return token ? { hash: hashToken(token), touch: request.headers['x-poll'] === undefined } : null
}

export function viewOf(
  config: Config,
  request: FastifyRequest,
  actor: Actor | null,
  space: CurrentSpace | null = null,
): View {
  const lang = languageOf(request, actor)
  const notice = (request.query as Record<string, unknown> | undefined)?.notice
  return {
    lang,
    t: messages(lang),
    config,
    url: pageOf(request),
    answering: request.method === 'POST',
    actor,
    space,
    notice: typeof notice === 'string' ? notice : null,
  }
}

/** The page a person sees: a form may be sent to an address that shows nothing by itself. */
function pageOf(request: FastifyRequest): string {
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  return pageBefore(request.headers.referer) ?? request.url
}

/** The language chosen in this browser, then the person's own, then what the browser prefers. */
export function languageOf(request: FastifyRequest, actor: Actor | null): Language {
  const chosen = readCookie(request, 'lang')
  if (isLanguage(chosen)) return chosen
  return actor?.language ?? preferredLanguage(String(request.headers['accept-language'] ?? ''))
}

/** RFC 9110 §12.5.4, by quality, first match wins; English when none fits. */
export function preferredLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
      return { primary: range.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { primary } of wanted) {
    const found = languages.find((language) => language === primary)
    if (found) return found
  }
  return 'en'
}

/** The code as typed: lower case is forgiven; anything else is no space. */
function codeOf(request: Request): string {
  const code = (request.params.code ?? '').toUpperCase()
  if (!/^P[PM]-[A-NP-Z1-9]{6}$/.test(code)) throw new AppError('not_found')
  return code
}
