import pg from 'pg'
import { StartError } from '../platform/start-error.ts'
import type { KeyRing } from './key-ring.ts'
import { Damaged, type Place } from './sealing.ts'

/** Where files’ keys lie. Only the tables’ owner may change them. */
const tables = [
  { name: 'documents', id: 'id' },
  { name: 'case_documents', id: 'document_id' },
] as const
type Table = (typeof tables)[number]

const batchSize = 500

/** One clear line instead of documents that do not open: a key that some need is not there. */
export async function refuseMissingKeys(ownerUrl: string, ring: KeyRing): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (const table of tables)
      for (const name of await namesIn(owner, table))
        if (name ? !isKnown(ring, name) : !(await opensNameless(owner, table, ring)))
          throw new StartError(
            'DOCUMENTS_KEY: some documents are under another key; give that one in DOCUMENTS_KEYS_OTHER (docs/operate.md)',
          )
  })
}

export type Rewrapped = { done: number; remaining: number }

/**
 * Wraps all files’ keys under the current key, in batches that each commit. Stopped, it goes on where it was;
 * no file is touched. What does not open stays as it is, and is among those that remain.
 */
export async function rewrapKeys(
  ownerUrl: string,
  ring: KeyRing,
  tell: (progress: Rewrapped) => void = () => {},
): Promise<Rewrapped> {
  return asOwner(ownerUrl, async (owner) => {
    let done = 0
    let remaining = await countOthers(owner, ring)
    // Documents first: what is submitted meanwhile copies their keys, and is found after them.
    for (const table of tables)
      for (const name of await namesIn(owner, table)) {
        if (name && (!isKnown(ring, name) || name.equals(ring.name))) continue
        const closed: string[] = []
        for (;;) {
          const batch = await rewrapBatch(owner, table, ring, name, closed)
          if (batch.found === 0) break
          closed.push(...batch.closed)
          done += batch.rows
          remaining -= batch.rows
          tell({ done, remaining })
        }
      }
    return { done, remaining: await countOthers(owner, ring) }
  })
}

async function rewrapBatch(
  owner: pg.Client,
  { name: table, id }: Table,
  ring: KeyRing,
  name: Buffer | null,
  closedBefore: string[],
): Promise<{ found: number; rows: number; closed: string[] }> {
  await owner.query('begin')
  try {
    const { rows: found } = await owner.query<Place & { wrapped: Buffer }>(
      `select space_id as "spaceId", ${id} as id, wrapped_key as wrapped from ${table}
       where (wrapped_under = $1 or $1::bytea is null and wrapped_under is null) and ${id} <> all ($2::uuid[])
       limit ${batchSize} for update`,
      [name, closedBefore],
    )
    const closed: string[] = []
    const anew = found.flatMap(({ wrapped, ...place }) => {
      const fileKey = openOrNull(() => ring.unwrap(wrapped, place))
      if (!fileKey) closed.push(place.id)
      return fileKey ? [{ ...place, before: wrapped, after: ring.wrap(fileKey, place) }] : []
    })
    const { rowCount } = await owner.query(
      `update ${table} t set wrapped_key = n.after
       from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) n (space_id, id, before, after)
       where t.space_id = n.space_id and t.${id} = n.id and t.wrapped_key = n.before`,
      [
        anew.map(({ spaceId }) => spaceId),
        anew.map((one) => one.id),
        anew.map(({ before }) => before),
        anew.map(({ after }) => after),
      ],
    )
    await owner.query('commit')
    return { found: found.length, rows: rowCount ?? 0, closed }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Of the keys that are in use there, by their names alone; null where some are under a key without a name. */
async function namesIn(owner: pg.Client, { name: table }: Table): Promise<(Buffer | null)[]> {
  // From one to the next by the index: there are few names and many rows.
  const { rows } = await owner.query<{ name: Buffer | null }>(
    `with recursive used (name) as (
       (select wrapped_under from ${table} where wrapped_under is not null order by 1 limit 1)
       union all
       select (select wrapped_under from ${table} where wrapped_under > used.name order by 1 limit 1) from used
       where used.name is not null)
     select name from used where name is not null
     union all select null where exists (select from ${table} where wrapped_under is null)`,
  )
  return rows.map(({ name }) => name)
}

/** Before keys had names there could be but one: one file’s key tells for all. */
async function opensNameless(owner: pg.Client, { name: table, id }: Table, ring: KeyRing): Promise<boolean> {
  const { rows } = await owner.query<Place & { wrapped: Buffer }>(
    `select space_id as "spaceId", ${id} as id, wrapped_key as wrapped from ${table}
     where wrapped_under is null limit 1`,
  )
  return rows.every(({ wrapped, ...place }) => openOrNull(() => ring.unwrap(wrapped, place)) !== null)
}

async function countOthers(owner: pg.Client, { name }: KeyRing): Promise<number> {
  const counts = tables.map(
    (table) => `(select count(*) from ${table.name} where wrapped_under is distinct from $1)`,
  )
  const { rows } = await owner.query<{ count: number }>(`select (${counts.join(' + ')})::float8 as count`, [
    name,
  ])
  return rows[0]?.count ?? 0
}

const isKnown = ({ names }: KeyRing, name: Buffer) => names.some((one) => one.equals(name))

function openOrNull<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof Damaged) return null
    throw error
  }
}

async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
