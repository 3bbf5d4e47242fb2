import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { personOfSession } from '../identity/session.ts'
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

type Means = { config: Pick<Config, 'SECRET_KEY'>; pools: Pools }

/** Bytes, as the database keeps them; it holds to the same. */
const largest = 256 * 1024
const mostPerPerson = 5

/**
 * Keeps a post for the person whose session its token was, also when that is over; they alone find it, for
 * 15 minutes. Gives its id; null when nobody's token came along, or when it is too large.
 */
export async function parkPost(
  { config, pools }: Means,
  { hash }: Token,
  post: ParkedPost,
): Promise<string | null> {
  return asBrowser(pools, null, async (tx) => {
    const personId = await personOfSession(tx, hash)
    if (!personId) return null
    const id = randomUUID()
    const sealed = seal(parkedKey(config), JSON.stringify(post), placeOf(id, personId))
    if (sealed.length > largest) return null
    await becomePerson(tx, personId)
    await tx.run(sql`delete from parked_posts where person_id = current_person() and id not in (
      select id from parked_posts where person_id = current_person()
      order by created_at desc limit ${mostPerPerson - 1})`)
    await tx.run(sql`insert into parked_posts (id, person_id, sealed) values (${id}, ${personId}, ${sealed})`)
    return id
  })
}

/** Null when it is not the person's, is over, or cannot be read. */
export async function findParkedPost(
  tx: Tx,
  config: Means['config'],
  id: string,
): Promise<ParkedPost | null> {
  const row = await tx.row<{ personId: string; sealed: Buffer }>(
    sql`select person_id as "personId", sealed from parked_posts where id = ${id}`,
  )
  if (!row) return null
  try {
    return ParkedPost.parse(JSON.parse(open(parkedKey(config), row.sealed, placeOf(id, row.personId))))
  } catch {
    return null
  }
}

export async function removeParkedPost(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from parked_posts where id = ${id}`)
}

/** As `removeParkedPost`, also when what was sent has ended the session. */
export function dropParkedPost(pools: Pools, { hash }: Token, id: string): Promise<void> {
  return asBrowser(pools, null, async (tx) => {
    const personId = await personOfSession(tx, hash)
    if (!personId) return
    await becomePerson(tx, personId)
    await removeParkedPost(tx, id)
  })
}

const parkedKey = ({ SECRET_KEY }: Means['config']) => deriveKey(SECRET_KEY, 'parked post')

/** What is kept opens in its own row only, for its own person. */
const placeOf = (id: string, personId: string) => `${id} ${personId}`
