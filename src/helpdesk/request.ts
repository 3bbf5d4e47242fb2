import sql from 'sql-template-tag'
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import { type Language, languages } from '../i18n/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Agent } from '../scopes.ts'
import { RequestEvent, type RequestState, requestState } from './request-state.ts'

const Row = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(['limit', 'question', 'deletion']),
  personId: z.string().nullable(),
  language: z.enum(languages),
  name: z.string(),
  email: z.string().nullable(),
  wanted: z.number().nullable(),
  message: z.string(),
  createdAt: z.date(),
  events: z.array(RequestEvent.extend({ agent: z.string().nullable(), agentName: z.string().nullable() })),
})

/** A request as the helpdesk sees it; who has it in hand is for all agents to see. */
export type HelpdeskRequest = z.infer<typeof Row> & { state: RequestState; inHandOf: InHandOf }
/** The agent who works on something. */
export type InHandOf = { agent: string; name: string } | null

export async function findRequest(tx: Tx, id: string): Promise<HelpdeskRequest | null> {
  const row = await tx.row(sql`
    select r.id, r.reference, r.kind, r.person_id as "personId", r.language, r.name, r.email, r.wanted, r.message,
      r.created_at as "createdAt", coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at,
        'answer', e.answer, 'agent', e.agent, 'agentName', e.agent_name) order by e.seq)
        from request_events e where e.request_id = r.id), '[]') as events
    from helpdesk_requests r where r.id = ${id}::uuid`)
  if (!row) return null
  const found = Row.parse(row)
  const taken = found.events.findLast(({ kind }) => kind === 'taken')
  const inHandOf = taken?.agent ? { agent: taken.agent, name: taken.agentName ?? '' } : null
  return { ...found, state: requestState(found.events), inHandOf }
}

/** False when it is answered already. Another agent's request is taken over, which both see. */
export async function takeRequest(tx: Tx, agent: Agent, request: HelpdeskRequest): Promise<boolean> {
  if (!(await step(tx, request, 'taken', null))) return false
  await note(tx, agent, request, 'request.taken')
  return true
}

/** False when it is not in this agent's hands any more, or answered already. */
export async function answerRequest(
  tx: Tx,
  jobs: Jobs,
  agent: Agent,
  request: HelpdeskRequest,
  decision: 'answered' | 'refused',
  answer: string,
): Promise<boolean> {
  if (!(await step(tx, request, decision, answer))) return false
  await note(tx, agent, request, `request.${decision}`)
  const { id, reference, personId, email, language } = request
  const to = personId ? await addressOf(tx, personId) : email ? { recipient: email, language } : null
  const data: Record<string, string> = personId ? { reference } : { reference, id }
  if (to) await notify(tx, jobs, { kind: 'request_answered', personId, ...to, data })
  return true
}

async function step(tx: Tx, { id }: HelpdeskRequest, kind: RequestEvent['kind'], answer: string | null) {
  const row = await tx.row<{ done: boolean }>(
    sql`select step_request(${id}::uuid, ${kind}, ${answer}) as done`,
  )
  return row?.done === true
}

const note = (tx: Tx, agent: Agent, { personId, reference }: HelpdeskRequest, act: string) =>
  record(tx, { act, personId, object: reference, detail: { agent: agent.name } })

/** The confirmed address of a person; null without one. */
export function addressOf(
  tx: Tx,
  personId: string,
): Promise<{ recipient: string; language: Language } | null> {
  return tx.row(sql`select recipient, language from address_of(${personId}::uuid)`)
}
