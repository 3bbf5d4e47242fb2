/** What happened to a recovery, in order; asking for it comes before all of them. */
export type RecoveryEvent = { kind: RecoveryStep; at: Date }
export const recoverySteps = [
  ...(['certificate_given', 'taken', 'approved', 'refused', 'cancelled', 'completed'] as const),
]
export type RecoveryStep = (typeof recoverySteps)[number]

export type RecoveryState =
  | 'requested'
  /** An agent checks who asks. */
  | 'checking'
  /** Approved; the account's holder has been told and may object. */
  | 'waiting'
  | 'ready'
  | 'completed'
  | 'refused'
  | 'cancelled'
  | 'expired'

type Times = { waitsUntil: Date | null; expiresAt: Date }

/** Folds what happened into where it stands. `recovery_state` in the database says the same. */
export function stateOf(events: Pick<RecoveryEvent, 'kind'>[], times: Times, now: Date): RecoveryState {
  const before = events.reduce<RecoveryState>(
    (state, { kind }) => (kind === 'certificate_given' ? state : reached[kind]),
    'requested',
  )
  if (isEnd(before)) return before
  if (times.expiresAt <= now) return 'expired'
  return before === 'waiting' && times.waitsUntil && times.waitsUntil <= now ? 'ready' : before
}

const reached = {
  taken: 'checking',
  approved: 'waiting',
  refused: 'refused',
  cancelled: 'cancelled',
  completed: 'completed',
} as const

/** From which states each step may be taken. The trigger `recovery_takes_its_steps` says the same. */
const mayFollow: Record<RecoveryStep, RecoveryState[]> = {
  certificate_given: ['requested', 'checking'],
  taken: ['requested', 'checking'],
  approved: ['checking'],
  refused: ['checking', 'waiting', 'ready'],
  cancelled: ['requested', 'checking', 'waiting', 'ready'],
  completed: ['ready'],
}

export const mayTake = (state: RecoveryState, step: RecoveryStep) => mayFollow[step].includes(state)

/** Nothing follows. */
export const isEnd = (state: RecoveryState) =>
  state === 'completed' || state === 'refused' || state === 'cancelled' || state === 'expired'
