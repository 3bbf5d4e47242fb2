import type { FastifyReply } from 'fastify'
import { record } from '../audit/audit.ts'
import { type House, type Request, viewOf } from '../house.ts'
import { findParkedPost } from '../parked/parked-post.ts'
import { sentOf, wantedOf } from '../parked/request.ts'
import { dropParked, keepPost, restoreInto } from '../parking.ts'
import { helpdeskPageOf, helpdeskPath, paths } from '../paths.ts'
import { hashToken, readCookie } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, give, seeOther } from '../platform/http.ts'
import { type Agent, asAgent, type Token, Unconfirmed } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import { ofAgents } from './kept-posts.ts'

export type Given = { request: Request; reply: FastifyReply; view: View; tx: Tx; agent: Agent }

/**
 * A route of the helpdesk's agents. What is not there, or never an agent's to see, is recorded: without a
 * session of the helpdesk one is led to its sign-in, whoever else one is in the portal.
 */
export function agentRoute(house: House, work: (given: Given) => Promise<Answer>) {
  return async (request: Request, reply: FastifyReply) => {
    const token = agentToken(request)
    try {
      if (!token) throw new AppError('signed_out')
      const answer = await asAgent(house.pools, token, (tx, agent) => {
        if (agent.isDue && request.method === 'GET') throw new Unconfirmed()
        return work({ request, reply, tx, agent, view: viewOf(house.config, request, null) })
      })
      return await give(reply, await mindParked(house, request, token, answer))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (token) await noteRefusal(house, token, request, error)
      const way = await wayIn(house, request, token, error)
      if (!way) throw error
      return give(reply, seeOther(way))
    }
  }
}

/** Back to this page by the sign-in, or by asking the provider again; null where that helps nobody. */
async function wayIn(house: House, request: Request, token: Token | null, error: AppError) {
  if (error.code !== 'signed_out' && error.code !== 'session_over') return null
  const sent = request.method === 'POST'
  const back = sent
    ? await keepPost(house, ofAgents, request, token, ({ path }) => helpdeskPageOf(path)).catch(() => null)
    : helpdeskPath(request.url)
  // What could not be kept can be sent once more by its browser.
  if (sent && token && !back) return null
  if (error instanceof Unconfirmed && !sent) return paths.helpdeskSignIn('check', back ?? paths.helpdesk())
  const told = sent && token ? 'kept' : token ? 'session_over' : undefined
  return paths.helpdeskSignIn(told, back ?? undefined)
}

/** As for people: a page comes with what was typed in it before, and what was restored and sent is let go. */
async function mindParked(house: House, request: Request, token: Token, answer: Answer): Promise<Answer> {
  const sent = sentOf(request)
  if (sent) await dropParked(house, ofAgents, token, sent)
  const id = wantedOf(request)
  if (!id) return answer
  const { config, pools } = house
  const find = () =>
    asAgent(pools, token, async (tx) => ({
      view: viewOf(config, request, null),
      post: await findParkedPost(tx, config, ofAgents, id),
    }))
  return restoreInto({ config, request, keeper: ofAgents, id, find }, answer)
}

export function agentToken(request: Request): Token | null {
  const token = readCookie(request, 'helpdesk')
  return token ? { hash: hashToken(token), touch: true } : null
}

async function noteRefusal(house: House, token: Token, request: Request, { code }: AppError): Promise<void> {
  if (code === 'not_found') await noteDenial(house, token, request)
  if (code === 'own_account') await noteDenial(house, token, request, 'helpdesk.own_refused')
}

/** Recorded apart, because what was refused rolled back. The answer is the same should that fail. */
export async function noteDenial(
  { pools }: House,
  token: Token,
  request: Request,
  act?: 'helpdesk.own_refused',
): Promise<void> {
  await asAgent(pools, token, (tx, agent) => recordDenied({ tx, agent, request }, act)).catch(() => {})
}

export function recordDenied(
  { tx, agent, request }: Pick<Given, 'tx' | 'agent' | 'request'>,
  act = 'helpdesk.denied',
): Promise<void> {
  const object = request.url.split('?')[0]?.slice(0, 200) ?? null
  return record(tx, { act, personId: null, object, detail: { agent: agent.name } })
}
