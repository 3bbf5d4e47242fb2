import { randomUUID } from 'node:crypto'
import sql, { raw, type Sql } from 'sql-template-tag'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { personOfSession } from '../identity/session.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { deriveKey, open, seal } from '../platform/keys.ts'
import { asBrowser, becomePerson, type Pools, type Token } from '../scopes.ts'

const ParkedPost = z.object({
  /** Where it was sent. */
  path: z.string(),
  /** The page it was sent from, where the browser said so. */
  page: z.string().nullable(),
  fields: z.array(z.tuple([z.string(), z.string()])),
})

/** A form that was sent and not carried out. */
export type ParkedPost = z.infer<typeof ParkedPost>
export type Fields = ParkedPost['fields']

/** Whose posts are kept: each kind of owner is out of the other's sight, by row-level security and by the seal. */
export type Keeper = {
  /** In a transaction that acts for whose session the token was, also when it is over; null for nobody's. */
  actFor<T>(pools: Pools, hash: Buffer, work: (tx: Tx, ownerId: string) => Promise<T>): Promise<T | null>
  column: Sql
  /** What is kept opens in its own row only, for its own owner. */
  placeOf(id: string, ownerId: string): string
  /** Where what no form has room for is sent on from, and where it is discarded. */
  page(id: string): string
  removal(id: string): string
}

export const ofPeople: Keeper = {
  actFor: (pools, hash, work) =>
    asBrowser(pools, null, async (tx) => {
      const personId = await personOfSession(tx, hash)
      if (!personId) return null
      await becomePerson(tx, personId)
      return work(tx, personId)
    }),
  column: raw('person_id'),
  placeOf: (id, personId) => `${id} ${personId}`,
  page: paths.parkedPost,
  removal: paths.parkedRemoval,
}

type Means = { config: Pick<Config, 'SECRET_KEY'>; pools: Pools }

/** Bytes, as the database keeps them; it holds to the same. */
const largest = 256 * 1024
const mostPerOwner = 5

/**
 * Keeps a post for whose session its token was, also when that is over; they alone find it, for 15 minutes.
 * Gives its id; null when nobody's token came along, or when it is too large.
 */
export function parkPost(
  { config, pools }: Means,
  { actFor, column, placeOf }: Keeper,
  { hash }: Token,
  post: ParkedPost,
): Promise<string | null> {
  return actFor(pools, hash, async (tx, ownerId) => {
    const id = randomUUID()
    const sealed = seal(parkedKey(config), JSON.stringify(post), placeOf(id, ownerId))
    if (sealed.length > largest) return null
    await tx.run(sql`delete from parked_posts where ${column} = ${ownerId}::uuid and id not in (
      select id from parked_posts where ${column} = ${ownerId}::uuid
      order by created_at desc limit ${mostPerOwner - 1})`)
    await tx.run(sql`insert into parked_posts (id, ${column}, sealed) values (${id}, ${ownerId}, ${sealed})`)
    return id
  })
}

/** Null when it is not its owner's, is over, or cannot be read. */
export async function findParkedPost(
  tx: Tx,
  config: Means['config'],
  { column, placeOf }: Keeper,
  id: string,
): Promise<ParkedPost | null> {
  const row = await tx.row<{ ownerId: string; sealed: Buffer }>(
    sql`select ${column} as "ownerId", sealed from parked_posts where id = ${id} and ${column} is not null`,
  )
  if (!row) return null
  try {
    return ParkedPost.parse(JSON.parse(open(parkedKey(config), row.sealed, placeOf(id, row.ownerId))))
  } catch {
    return null
  }
}

export async function removeParkedPost(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from parked_posts where id = ${id}`)
}

/** As `removeParkedPost`, also when what was sent has ended the session. */
export async function dropParkedPost(
  pools: Pools,
  { actFor }: Keeper,
  { hash }: Token,
  id: string,
): Promise<void> {
  await actFor(pools, hash, (tx) => removeParkedPost(tx, id))
}

const parkedKey = ({ SECRET_KEY }: Means['config']) => deriveKey(SECRET_KEY, 'parked post')
