import type { Sql } from 'sql-template-tag'
import type { Pool, Tx } from '../src/platform/database.ts'

/** What one transaction sent: its opening, then statements by the round trip they travelled in. */
export type Recorded = { opening: Sql | null; atOnce: boolean; trips: Sql[][] }

/** A pool that also writes down what a page asks of the database. */
export function recordingPool(pool: Pool): { pool: Pool; recorded: Recorded[] } {
  const recorded: Recorded[] = []
  return {
    recorded,
    pool: {
      transaction<First, T>(opening: Sql | null, work: (tx: Tx, first: First | null) => Promise<T>) {
        const entry: Recorded = { opening, atOnce: false, trips: [] }
        recorded.push(entry)
        return pool.transaction<First, T>(opening, (tx, first) => work(recordingTx(tx, entry), first))
      },
      read<First, R extends Record<string, Promise<unknown>>>(opening: Sql | null, reads: (tx: Tx) => R) {
        const entry: Recorded = { opening, atOnce: true, trips: [] }
        recorded.push(entry)
        return pool.read<First, R>(opening, (tx) => reads(recordingTx(tx, entry)))
      },
      close: () => pool.close(),
    },
  }
}

/** A statement issued after an answer to the ones before it begins a new round trip. */
function recordingTx(tx: Tx, entry: Recorded): Tx {
  let answered = true
  const note = async <T>(statement: Sql, send: (statement: Sql) => Promise<T>) => {
    if (answered) entry.trips.push([])
    answered = false
    entry.trips.at(-1)?.push(statement)
    try {
      return await send(statement)
    } finally {
      answered = true
    }
  }
  return {
    rows: (statement) => note(statement, (one) => tx.rows(one)),
    row: (statement) => note(statement, (one) => tx.row(one)),
    run: (statement) => note(statement, (one) => tx.run(one)),
  }
}

/** All in one when read at once; otherwise the opening, each batch of statements, and the commit. */
export function roundTrips(recorded: Recorded[]): number {
  return recorded.reduce((sum, one) => sum + (one.atOnce ? 1 : 2 + one.trips.length), 0)
}

/** The same statements with the same values, through the same pool, by the same round trips. */
export async function replay(pool: Pool, recorded: Recorded[]): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const { opening, atOnce, trips } of recorded) {
    if (atOnce) answers.push(await pool.read(opening, (tx) => ({ rows: sendAll(tx, trips.flat()) })))
    else
      await pool.transaction(opening, async (tx, first) => {
        answers.push(first)
        for (const statements of trips) answers.push(await sendAll(tx, statements))
      })
  }
  return answers
}

function sendAll(tx: Tx, statements: Sql[]): Promise<unknown[][]> {
  return Promise.all(statements.map((statement) => tx.rows(statement)))
}
