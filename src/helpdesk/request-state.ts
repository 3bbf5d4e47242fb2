import { z } from 'zod'

export const RequestEvent = z.object({
  kind: z.enum(['taken', 'answered', 'refused']),
  at: z.coerce.date(),
  /** What the helpdesk wrote. */
  answer: z.string().nullable(),
})
export type RequestEvent = z.infer<typeof RequestEvent>

export type RequestState = 'new' | 'in_progress' | 'answered' | 'refused'

const reached = { taken: 'in_progress', answered: 'answered', refused: 'refused' } as const

/** Folds what happened into where a request stands: what was answered stays so. */
export const requestState = (events: Pick<RequestEvent, 'kind'>[]): RequestState =>
  events.reduce<RequestState>((state, { kind }) => (isAnswered(state) ? state : reached[kind]), 'new')

export const isAnswered = (state: RequestState) => state === 'answered' || state === 'refused'
