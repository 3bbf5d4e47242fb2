import type { Writable } from 'node:stream'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import type { Tx } from './database.ts'
import { AppError } from './error.ts'
import { toParameter } from './parameter.ts'

/** One client of the pool, for as long as one transaction has it. */
export type Connection = {
  tx: Tx
  begin(): Promise<unknown>
  /** Sends at once and in order. Rejects, never throws, and may be left unobserved. */
  send(statement: Sql): Promise<pg.QueryResult>
  /** From now on `tx` refuses: what comes later must never run in somebody else's transaction. */
  close(): void
  commit(): Promise<void>
  /** Ends the transaction unless it has ended; throws the client away unless the server says it is idle. */
  release(): Promise<void>
}

type OnError = (error: Error) => void

export async function takeConnection(pool: pg.Pool, onError: OnError): Promise<Connection> {
  const client = await connect(pool, onError)
  const state: State = { closed: false, ended: false, broken: false, failure: null, refused: null }
  const onBreak = () => {
    state.broken = true
  }
  client.on('error', onBreak)

  const transmit = (text: string, values: unknown[] = []) => {
    const name = preparedName(text)
    const query = { text, values, ...(name && { name }), queryMode: 'extended' }
    return unobserved(client.query(query as pg.QueryConfig).catch(throwing(state)))
  }
  const send = (statement: Sql) => sendStatement(transmit, state, statement, onError)

  return {
    send,
    tx: handle(send),
    begin() {
      sendTogether(client)
      return transmit('begin')
    },
    close() {
      state.closed = true
    },
    commit: () => unobserved(commit(transmit, state)),
    async release() {
      state.closed = true
      if (!state.ended) await transmit('rollback').catch(onBreak)
      client.off('error', onBreak)
      client.release(state.broken || client.getTransactionStatus() !== 'I')
    },
  }
}

/** What is sent in this turn of the event loop leaves in one packet. */
function sendTogether(client: pg.PoolClient) {
  const { connection } = client as { connection?: { stream?: Writable } }
  connection?.stream?.cork()
  process.nextTick(() => connection?.stream?.uncork())
}

const prepared = new Map<string, string>()

/**
 * The server plans a named statement once per connection: half as many requests again per second.
 * Texts that never end (lists put together at run time) stop being named before they fill its memory.
 */
function preparedName(text: string): string | undefined {
  const known = prepared.get(text)
  if (known || prepared.size >= 500) return known
  const name = `guichet_${prepared.size}`
  prepared.set(text, name)
  return name
}

type Transmit = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

type State = {
  closed: boolean
  ended: boolean
  broken: boolean
  /** What the server said first; what follows in the same transaction only says that it failed. */
  failure: unknown
  /** A statement that was never sent: the transaction must not commit without it. */
  refused: Error | null
}

/** A plan made before the tables changed under it: this connection would say so for ever. */
const throwing = (state: State) => (error: unknown) => {
  if (error instanceof pg.DatabaseError && error.code === '0A000') state.broken = true
  throw error
}

async function connect(pool: pg.Pool, onError: OnError): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (cause) {
    onError(cause instanceof Error ? cause : new Error(String(cause)))
    throw Object.assign(new AppError('unavailable', 'no connection to the database'), { cause })
  }
}

function sendStatement(transmit: Transmit, state: State, statement: Sql, onError: OnError) {
  if (state.closed) {
    const late = new Error('a statement came after its transaction had ended')
    onError(late)
    return unobserved(Promise.reject<pg.QueryResult>(late))
  }
  try {
    const values = statement.values.map(toParameter)
    const answer = transmit(statement.text, values)
    answer.catch((error) => {
      state.failure ??= error
    })
    return answer
  } catch (error) {
    const refused = error instanceof Error ? error : new TypeError('a parameter cannot be written down')
    state.refused ??= refused
    return unobserved(Promise.reject<pg.QueryResult>(refused))
  }
}

/** A failed transaction answers `commit` with the tag ROLLBACK, which must not count as success. */
async function commit(transmit: Transmit, state: State): Promise<void> {
  if (state.refused) throw state.refused
  const { command } = await transmit('commit')
  state.ended = true
  if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`, { cause: state.failure })
}

function handle(send: (statement: Sql) => Promise<pg.QueryResult>): Tx {
  return {
    rows: <Row>(statement: Sql) => unobserved(send(statement).then(({ rows }) => rows as Row[])),
    row: <Row>(statement: Sql) =>
      unobserved(send(statement).then(({ rows }) => (rows[0] ?? null) as Row | null)),
    run: (statement) => unobserved(send(statement).then(({ rowCount }) => rowCount ?? 0)),
  }
}

/** Whoever forgets to await a failing statement must not end the process; its commit fails instead. */
function unobserved<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
