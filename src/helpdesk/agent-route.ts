import type { FastifyReply } from 'fastify'
import { record } from '../audit/audit.ts'
import { type House, type Request, viewOf } from '../house.ts'
import { paths } from '../paths.ts'
import { hashToken, readCookie } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, give, seeOther } from '../platform/http.ts'
import { type Agent, asAgent, type Token } from '../scopes.ts'
import type { View } from '../ui/view.ts'

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
      const answer = await asAgent(house.pools, token, (tx, agent) =>
        work({ request, reply, tx, agent, view: viewOf(house.config, request, null) }),
      )
      return await give(reply, answer)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'not_found' && token) await noteDenial(house, token, request)
      if (error.code !== 'signed_out' && error.code !== 'session_over') throw error
      return give(reply, seeOther(paths.helpdeskSignIn(token ? 'session_over' : undefined)))
    }
  }
}

export function agentToken(request: Request): Token | null {
  const token = readCookie(request, 'helpdesk')
  return token ? { hash: hashToken(token), touch: true } : null
}

/** Recorded apart, because what was refused rolled back. The answer is the same should that fail. */
export async function noteDenial({ pools }: House, token: Token, request: Request): Promise<void> {
  const object = request.url.split('?')[0]?.slice(0, 200) ?? null
  await asAgent(pools, token, (tx, agent) =>
    record(tx, { act: 'helpdesk.denied', personId: null, object, detail: { agent: agent.name } }),
  ).catch(() => {})
}
