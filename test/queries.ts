import pg from 'pg'

export type Counted = { statements: string[]; roundTrips: number }

type Traffic = { inFlight: number; answered: boolean }

const counters = new Set<Counted>()
const traffic = new WeakMap<object, Traffic>()
let original: ((this: pg.Client, ...args: unknown[]) => unknown) | null = null

/**
 * The statements sent to the database while `work` runs, and how often it had to wait for an answer:
 * statements sent together travel in one round trip.
 */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: Counted }> {
  watch()
  const queries: Counted = { statements: [], roundTrips: 0 }
  counters.add(queries)
  try {
    return { result: await work(), queries }
  } finally {
    counters.delete(queries)
  }
}

function watch() {
  if (original) return
  const send = pg.Client.prototype.query as unknown as (this: pg.Client, ...args: unknown[]) => unknown
  original = send
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]) {
      const state = traffic.get(this) ?? { inFlight: 0, answered: true }
      traffic.set(this, state)
      count(textOf(args[0]), state)
      const answer = send.apply(this, args)
      if (answer instanceof Promise) follow(answer, state)
      return answer
    },
  })
}

function count(statement: string, state: Traffic) {
  const begins = state.inFlight === 0 || state.answered
  state.answered = false
  for (const counted of counters) {
    counted.statements.push(statement)
    if (begins) counted.roundTrips += 1
  }
}

function follow(answer: Promise<unknown>, state: Traffic) {
  state.inFlight += 1
  const arrived = () => {
    state.inFlight -= 1
    state.answered = true
  }
  answer.then(arrived, arrived)
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query && 'text' in query ? String(query.text) : ''
}
