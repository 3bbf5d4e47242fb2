import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { inJob, type Pools } from '../scopes.ts'
import { type Finding, scanStream } from './scanner.ts'
import type { Place } from './sealing.ts'
import type { Vault } from './vault.ts'

type Parts = { config: Config; pools: Pools; vault: Vault; log: Log }

/** Has the scanner look at a document that waits for it, and writes down what it found. */
export async function scanDocument({ config, pools, vault, log }: Parts, place: Place): Promise<void> {
  const { CLAMD } = config
  if (!CLAMD) return
  const waiting = await inJob(pools, place.spaceId, (tx) => findWaiting(tx, place))
  if (!waiting) return
  const finding = await scanStream(CLAMD, await vault.open(place, waiting.wrappedKey))
  await inJob(pools, place.spaceId, (tx) => keepFinding(tx, place, finding))
  if (finding.verdict === 'infected') log.warn({ ...place, threat: finding.threat }, 'a document is infected')
}

const findWaiting = (tx: Tx, { spaceId, id }: Place) =>
  tx.row<{ wrappedKey: Buffer }>(sql`
    select wrapped_key as "wrappedKey" from documents
    where space_id = ${spaceId} and id = ${id} and verdict is null and removed_at is null`)

async function keepFinding(tx: Tx, { spaceId, id }: Place, { verdict, threat }: Finding): Promise<void> {
  const kept = await tx.run(sql`
    update documents set verdict = ${verdict}, threat = ${threat}, scanned_at = now()
    where space_id = ${spaceId} and id = ${id} and verdict is null`)
  if (kept > 0 && verdict === 'infected')
    await record(tx, { act: 'document.infected', personId: null, spaceId, object: id, detail: { threat } })
}

const mostAtOnce = 1000

/** Those whose job gave up while the scanner was away, and those kept before there was one. */
export async function scanWaiting(given: { config: Config; pools: Pools; jobs: Jobs }): Promise<void> {
  if (!given.config.CLAMD) return
  await inJob(given.pools, null, async (tx) => {
    const waiting = await tx.rows<Place>(sql`
      select space_id as "spaceId", id from documents_to_scan(${mostAtOnce})`)
    await Promise.all(waiting.map((place) => given.jobs.enqueue(tx, 'scan-document', place)))
  })
}
