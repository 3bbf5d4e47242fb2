import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { z } from 'zod'
import type { RegisterSettings } from '../connections.ts'
import type { Log } from '../platform/log.ts'
import { registerQuestions } from './metrics.ts'
import { type Signer, withToken } from './service-token.ts'

export type RegisterId = 'persons' | 'companies' | 'drivingLicences'

/**
 * What came of a question. `invalid`: an answer came, and was refused because it breaks its schema. `too_many`: nobody
 * was asked, because this person had it asked too often.
 */
export type Said<T> =
  | { state: 'answered'; value: T }
  | { state: 'nothing' | 'unavailable' | 'invalid' | 'too_many' }

export type Register = {
  id: RegisterId
  /** Never throws: whatever happens to one register takes nothing else down. */
  ask<T>(path: string, question: object, answer: z.ZodType<T>): Promise<Said<T>>
}

/** One register: asked with a fresh service token each time, again after a moment, and left alone while it is down. */
export function openRegister(
  id: RegisterId,
  settings: RegisterSettings,
  { signer, log }: { signer: Signer; log: Log },
): Register {
  const policy = policyOf(id, settings, log)

  async function ask<T>(path: string, question: object, answer: z.ZodType<T>): Promise<Said<T>> {
    const said = await policy
      .execute(({ signal }) => send(path, question, signal))
      .then((body) => understand(path, body, answer), unanswered)
    registerQuestions.inc({ register: id, outcome: said.state })
    return said
  }

  async function send(path: string, question: object, signal: AbortSignal): Promise<string | null> {
    const response = await fetch(new URL(path, withSlash(settings.url)), {
      method: 'POST',
      headers: { ...(await withToken(signer)), 'content-type': 'application/json' },
      body: JSON.stringify(question),
      redirect: 'error',
      signal,
    }).catch(() => {
      throw new Passing('unreachable')
    })
    if (response.status === 200) return readBody(response)
    await response.body?.cancel()
    if (response.status === 404) return null
    const passing = response.status >= 500 || response.status === 429
    throw new (passing ? Passing : Refused)(String(response.status))
  }

  /** Which rule was broken and where, never what stood there. */
  function understand<T>(path: string, body: string | null, answer: z.ZodType<T>): Said<T> {
    if (body === null) return { state: 'nothing' }
    const read = answer.safeParse(parsed(body))
    if (read.success) return { state: 'answered', value: read.data }
    const broken = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
    log.error(
      { alert: 'register_answer_invalid', register: id, path, broken },
      'ALERT: a register’s answer breaks its schema and was refused',
    )
    return { state: 'invalid' }
  }

  function unanswered(error: unknown): { state: 'unavailable' } {
    if (error instanceof Refused)
      log.error({ alert: 'register_refuses', register: id, why: error.message }, 'ALERT: a register refuses')
    return { state: 'unavailable' }
  }

  return { id, ask }
}

/** It may pass: worth another try, and counted against the register. */
class Passing extends Error {}
/** Another try would end alike: the token or the question does not please the register. */
class Refused extends Error {}

function policyOf(id: RegisterId, { timeoutSeconds, pauseSeconds }: RegisterSettings, log: Log) {
  const patience = timeoutSeconds * 1000
  const passing = handleWhen((error) => error instanceof Passing || error instanceof TaskCancelledError)
  const breaker = circuitBreaker(passing, {
    halfOpenAfter: pauseSeconds * 1000,
    breaker: new ConsecutiveBreaker(5),
  })
  breaker.onBreak(() =>
    log.warn({ register: id }, 'a register does not answer: it is left alone for a while'),
  )
  breaker.onReset(() => log.warn({ register: id }, 'a register answers again'))
  return wrap(
    timeout(2 * patience, TimeoutStrategy.Aggressive),
    // Its delays are random, so that those who failed together do not come back together.
    retry(passing, {
      maxAttempts: 2,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 600 }),
    }),
    breaker,
    timeout(patience, TimeoutStrategy.Aggressive),
  )
}

const mostBytes = 200_000

/** Longer than any answer is broken off, and breaks every schema. */
async function readBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body ?? []) {
      length += chunk.length
      if (length > mostBytes) return ''
      chunks.push(chunk)
    }
  } catch {
    throw new Passing('broken off')
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)
