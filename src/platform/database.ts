import pg from 'pg'
import type { Sql } from 'sql-template-tag'

/** The handle of one open transaction. Statements sent without awaiting travel in one round trip. */
export type Tx = {
  /** All rows. */
  rows<Row>(statement: Sql): Promise<Row[]>
  /** The only row, or null. */
  row<Row>(statement: Sql): Promise<Row | null>
  /** Rows touched by an insert, update or delete. */
  run(statement: Sql): Promise<number>
}

export type Pool = {
  /** Opens with `opening` in the same round trip as `begin`, runs `work`, commits. */
  transaction<First, T>(opening: Sql | null, work: (tx: Tx, first: First | null) => Promise<T>): Promise<T>
  /** Everything in one round trip: begin, opening, the reads that `reads` issues at once, commit. */
  read<First, R extends Record<string, Promise<unknown>>>(
    opening: Sql | null,
    reads: (tx: Tx) => R,
  ): Promise<{ first: First | null } & { [K in keyof R]: Awaited<R[K]> }>
  close(): Promise<void>
}

export type PoolSettings = {
  url: string
  /** The group role every statement of this pool runs as. */
  role: 'guichet_app' | 'guichet_worker' | 'guichet_desk' | 'guichet_helpdesk'
  max: number
  sessionIdleSeconds: number
  sessionAbsoluteSeconds: number
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
      '-c statement_timeout=15s',
      '-c lock_timeout=10s',
      '-c idle_in_transaction_session_timeout=30s',
    ].join(' '),
    connectionTimeoutMillis: 10_000,
  } as pg.PoolConfig)
  pool.on('error', settings.onError)

  return {
    transaction: (opening, work) => inTransaction(pool, opening, work),
    read: (opening, reads) => readAtOnce(pool, opening, reads),
    close: () => pool.end(),
  }
}

async function inTransaction<First, T>(
  pool: pg.Pool,
  opening: Sql | null,
  work: (tx: Tx, first: First | null) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const guard = guardConnection(client)
  try {
    const begun = client.query('begin')
    const opened = opening ? send(client, opening) : null
    await settle([begun, opened])
    const first = ((await opened)?.rows[0] ?? null) as First | null
    const result = await work(handle(client), first)
    await commit(client.query('commit'))
    return result
  } catch (error) {
    await client.query('rollback').catch(() => guard.fail())
    throw error
  } finally {
    guard.release()
  }
}

async function readAtOnce<First, R extends Record<string, Promise<unknown>>>(
  pool: pg.Pool,
  opening: Sql | null,
  reads: (tx: Tx) => R,
): Promise<{ first: First | null } & { [K in keyof R]: Awaited<R[K]> }> {
  const client = await pool.connect()
  const guard = guardConnection(client)
  try {
    const begun = client.query('begin')
    const opened = opening ? send(client, opening) : null
    const issued = Object.entries(reads(handle(client)))
    const committed = client.query('commit')
    const values = await settle([begun, opened, ...issued.map(([, promise]) => promise)])
    await commit(committed)
    const first = ((values[1] as pg.QueryResult | null)?.rows[0] ?? null) as First | null
    const named = Object.fromEntries(issued.map(([name], index) => [name, values[index + 2]]))
    return { first, ...named } as { first: First | null } & { [K in keyof R]: Awaited<R[K]> }
  } catch (error) {
    await client.query('rollback').catch(() => guard.fail())
    throw error
  } finally {
    guard.release()
  }
}

const send = (client: pg.PoolClient, statement: Sql) => client.query(statement.text, statement.values)

function handle(client: pg.PoolClient): Tx {
  return {
    rows: async <Row>(statement: Sql) => (await send(client, statement)).rows as Row[],
    row: async <Row>(statement: Sql) => ((await send(client, statement)).rows[0] ?? null) as Row | null,
    run: async (statement) => (await send(client, statement)).rowCount ?? 0,
  }
}

/** A failed transaction answers `commit` with the tag ROLLBACK, which must not count as success. */
async function commit(committed: Promise<pg.QueryResult>): Promise<void> {
  const { command } = await committed
  if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`)
}

/** Waits for all, so that no answer is left on the wire, then throws the first failure. */
async function settle(promises: (Promise<unknown> | null)[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(promises)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** Throws a client away when its connection failed or the server still has a transaction open. */
function guardConnection(client: pg.PoolClient) {
  let failed = false
  const onError = () => {
    failed = true
  }
  client.on('error', onError)
  return {
    fail: onError,
    release() {
      client.off('error', onError)
      const idle = client.getTransactionStatus() === 'I'
      client.release(failed || !idle)
    },
  }
}
