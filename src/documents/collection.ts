import sql from 'sql-template-tag'
import type { Log } from '../platform/log.ts'
import { inJob, type Pools } from '../scopes.ts'
import type { Place } from './sealing.ts'
import type { Stored } from './store.ts'
import type { Vault } from './vault.ts'

/** Until then bytes may still get their row, and a removal that was a mistake can be undone from a backup. */
export const keptDays = 7
const day = 24 * 3600 * 1000
const batchSize = 500

type Parts = { pools: Pools; vault: Vault; log: Pick<Log, 'info' | 'warn'> }

/**
 * Deletes bytes that have no row, and those of removed documents that nothing submitted keeps. Bytes of a
 * space the database does not know stay: it may be the wrong database.
 */
export async function collectDocuments(parts: Parts, now = Date.now()): Promise<void> {
  const before = new Date(now - keptDays * day)
  await parts.vault.store.forgetUnfinished(before)
  let collected = 0
  for await (const batch of bySpace(parts.vault.store.list()))
    collected += await collect(
      parts,
      batch.filter(({ since }) => since < before).map(({ place }) => place),
    )
  if (collected > 0) parts.log.info({ documents: collected }, 'bytes no document needs were deleted')
}

/** Of places in one space, those nothing needs. How many they were. */
export async function collect({ pools, vault, log }: Parts, places: Place[]): Promise<number> {
  const spaceId = places[0]?.spaceId
  if (!spaceId) return 0
  const ids = places.map(({ id }) => id)
  const { known, needed } = await inJob(pools, spaceId, async (tx) => {
    const [space, rows] = await Promise.all([
      tx.row(sql`select id from spaces where id = ${spaceId}`),
      tx.rows<{ id: string }>(sql`
        select id from documents d where space_id = ${spaceId} and id = any (${ids}::uuid[])
          and (removed_at is null or removed_at > now() - make_interval(days => ${keptDays})
            or exists (select from attachments a where a.space_id = d.space_id and a.document_id = d.id))`),
    ])
    return { known: space !== null, needed: new Set(rows.map(({ id }) => id)) }
  })
  if (!known) {
    log.warn({ spaceId }, 'documents of a space this database does not know were left alone')
    return 0
  }
  const unneeded = places.filter(({ id }) => !needed.has(id))
  for (const place of unneeded) await vault.store.remove(place)
  return unneeded.length
}

/** Neighbours of one space, so many at a time. */
async function* bySpace(all: AsyncIterable<Stored>): AsyncGenerator<Stored[]> {
  let batch: Stored[] = []
  for await (const one of all) {
    const full = batch.length === batchSize || (batch[0] && batch[0].place.spaceId !== one.place.spaceId)
    if (full) {
      yield batch
      batch = []
    }
    batch.push(one)
  }
  if (batch.length > 0) yield batch
}
