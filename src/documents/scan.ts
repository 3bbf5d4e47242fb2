import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { tellSpace } from '../communications/telling.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import { inJob, type Pools } from '../scopes.ts'
import { askVersion, type Finding, scanStream } from './scanner.ts'
import type { Place } from './sealing.ts'
import type { Vault } from './vault.ts'

type Parts = { config: Config; pools: Pools; jobs: Jobs; vault: Vault; log: Log }
type Scanner = { address: string; version: string }

/** Has the scanner look at a document that waits for it, and writes down what it found. */
export async function scanDocument(parts: Parts, place: Place): Promise<void> {
  const { CLAMD: address } = parts.config
  if (!address) return
  const waiting = await inJob(parts.pools, place.spaceId, (tx) => findUnjudged(tx, place))
  if (!waiting) return
  await scan(parts, { address, version: await askVersion(address) }, place, waiting.wrappedKey)
}

const findUnjudged = (tx: Tx, { spaceId, id }: Place) =>
  tx.row<{ wrappedKey: Buffer }>(sql`
    select wrapped_key as "wrappedKey" from documents
    where space_id = ${spaceId} and id = ${id} and verdict is null and removed_at is null`)

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

/** Of one night; the next goes on where it ended, because those that were not seen for longest come first. */
const mostANight = 20_000
const longestNight = 5 * 3600 * 1000

/** Has a scanner that has learned since look again at what it has let through, one document after the other. */
export async function rescanDocuments(parts: Parts, end = Date.now() + longestNight): Promise<void> {
  const { CLAMD: address } = parts.config
  if (!address) return
  const scanner = { address, version: await askVersion(address) }
  const places = await inJob(parts.pools, null, (tx) =>
    tx.rows<Place>(sql`
      select space_id as "spaceId", id from documents_to_rescan(${scanner.version}, ${mostANight})`),
  )
  for (const place of places) {
    if (Date.now() > end) return
    await rescan(parts, scanner, place)
  }
}

/** One that cannot be read or judged keeps its old verdict and stops no other; a scanner that is away ends it all. */
async function rescan(parts: Parts, scanner: Scanner, place: Place): Promise<void> {
  const found = await inJob(parts.pools, place.spaceId, (tx) =>
    tx.row<{ wrappedKey: Buffer }>(sql`
      select wrapped_key as "wrappedKey" from documents where space_id = ${place.spaceId} and id = ${place.id}`),
  )
  try {
    if (found) await scan(parts, scanner, place, found.wrappedKey)
  } catch (err) {
    await askVersion(scanner.address)
    parts.log.warn({ ...place, err }, 'a document could not be scanned again')
  }
}

async function scan(parts: Parts, scanner: Scanner, place: Place, wrappedKey: Buffer): Promise<void> {
  const { pools, jobs, vault, log } = parts
  const finding = await scanStream(scanner.address, await vault.open(place, wrappedKey))
  await inJob(pools, place.spaceId, (tx) =>
    keepFinding(tx, jobs, place, { ...finding, with: scanner.version }),
  )
  if (finding.verdict === 'infected') log.warn({ ...place, threat: finding.threat }, 'a document is infected')
}

/** What was found in one stays found. */
async function keepFinding(
  tx: Tx,
  jobs: Jobs,
  { spaceId, id }: Place,
  { verdict, threat, with: scanner }: Finding & { with: string },
): Promise<void> {
  const kept = await tx.row<{ uploadedBy: string }>(sql`
    update documents set verdict = ${verdict}, threat = ${threat}, scanned_at = now(), scanned_with = ${scanner}
    where space_id = ${spaceId} and id = ${id} and verdict is distinct from 'infected'
    returning uploaded_by as "uploadedBy"`)
  if (!kept || verdict !== 'infected') return
  await Promise.all([
    record(tx, { act: 'document.infected', personId: null, spaceId, object: id, detail: { threat } }),
    tx.run(sql`
      update case_documents set threat = ${threat}, infected_at = now()
      where space_id = ${spaceId} and document_id = ${id}`),
    tellSpace(tx, jobs, { kind: 'document_infected', also: kept.uploadedBy, data: { id } }),
  ])
}
