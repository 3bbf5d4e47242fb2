import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { type Connection, takeConnection } from './connection.ts'

/** The handle of one open transaction. Statements sent without awaiting travel in one round trip. */
export type Tx = {
  /** All rows. */
  rows<Row>(statement: Sql): Promise<Row[]>
  /** The only row, or null. */
  row<Row>(statement: Sql): Promise<Row | null>
  /** Rows touched by an insert, update or delete. */
  run(statement: Sql): Promise<number>
}

export type Values<R extends Record<string, Promise<unknown>>> = { [K in keyof R]: Awaited<R[K]> }

export type Pool = {
  /** Opens with `opening` in the same round trip as `begin`, runs `work`, commits. */
  transaction<First, T>(opening: Sql | null, work: (tx: Tx, first: First | null) => Promise<T>): Promise<T>
  /** Everything in one round trip: begin, opening, the reads that `reads` issues at once, commit. */
  read<First, R extends Record<string, Promise<unknown>>>(
    opening: Sql | null,
    reads: (tx: Tx) => R,
  ): Promise<{ first: First | null; values: Values<R> }>
  close(): Promise<void>
}

export type PoolSettings = {
  url: string
  /** The group role every statement of this pool runs as. */
  role: 'guichet_app' | 'guichet_worker' | 'guichet_desk' | 'guichet_helpdesk'
  max: number
  sessionIdleSeconds: number
  sessionAbsoluteSeconds: number
  /** After this long an agent's provider is asked again. */
  agentCheckSeconds: number
  onError: (error: Error) => void
}

/**
 * A pool whose connections pipeline, and whose transactions cannot leak: settings are local to the
 * transaction, and a client comes back to the pool only when the server said it is idle.
 */
export function openPool(settings: PoolSettings): Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.max,
    pipeline: true,
    application_name: settings.role,
    options: [
      `-c role=${settings.role}`,
      `-c guichet.session_idle=${settings.sessionIdleSeconds}`,
      `-c guichet.session_absolute=${settings.sessionAbsoluteSeconds}`,
      `-c guichet.agent_check=${settings.agentCheckSeconds}`,
      '-c statement_timeout=15s',
      '-c lock_timeout=10s',
      '-c idle_in_transaction_session_timeout=30s',
    ].join(' '),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    query_timeout: 20_000,
    types: datesAsText,
  } as pg.PoolConfig)
  pool.on('error', settings.onError)

  return {
    transaction: (opening, work) =>
      withConnection(pool, settings, (connection) => inTransaction(connection, opening, work)),
    read: (opening, reads) =>
      withConnection(pool, settings, (connection) => readAtOnce(connection, opening, reads)),
    close: () => pool.end(),
  }
}

/** A calendar date has no time zone, so it stays the text it is: `2026-11-23`. */
const datesAsText = {
  getTypeParser: (oid: number) =>
    oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid),
}

async function withConnection<T>(
  pool: pg.Pool,
  { onError }: PoolSettings,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await takeConnection(pool, onError)
  try {
    return await work(connection)
  } finally {
    await connection.release()
  }
}

async function inTransaction<First, T>(
  connection: Connection,
  opening: Sql | null,
  work: (tx: Tx, first: First | null) => Promise<T>,
): Promise<T> {
  const begun = connection.begin()
  const opened = opening && connection.send(opening)
  const [, first] = await settle([begun, opened])
  const result = await work(connection.tx, firstRow<First>(first))
  connection.close()
  await connection.commit()
  return result
}

async function readAtOnce<First, R extends Record<string, Promise<unknown>>>(
  connection: Connection,
  opening: Sql | null,
  reads: (tx: Tx) => R,
): Promise<{ first: First | null; values: Values<R> }> {
  const begun = connection.begin()
  const opened = opening && connection.send(opening)
  const issued = Object.entries(reads(connection.tx))
  connection.close()
  const committed = connection.commit()
  const [, first, ...values] = await settle([
    begun,
    opened,
    ...issued.map(([, promise]) => promise),
    committed,
  ])
  const named = Object.fromEntries(issued.map(([name], index) => [name, values[index]]))
  return { first: firstRow<First>(first), values: named as Values<R> }
}

const firstRow = <First>(result: unknown) =>
  ((result as pg.QueryResult | null)?.rows[0] ?? null) as First | null

/** Waits for all, so that no answer is left on the wire, then throws the failure that caused the others. */
async function settle(promises: (Promise<unknown> | null)[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(promises)
  const failures = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason)
  if (failures.length > 0) throw failures.find((reason) => !isAftermath(reason)) ?? failures[0]
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : null))
}

/** “Current transaction is aborted”: says nothing about why. */
const isAftermath = (reason: unknown) => reason instanceof pg.DatabaseError && reason.code === '25P02'
