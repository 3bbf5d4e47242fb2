import sql, { empty, type Sql } from 'sql-template-tag'
import { z } from 'zod'
import { recordIn } from '../audit/audit.ts'
import { type Doer, doerOf } from '../audit/doer.ts'
import type { Tx } from '../platform/database.ts'
import { fold } from '../platform/fold.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { DossierStatus } from '../procedures/dossier.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { refuseClosedSpace } from '../spaces/closure.ts'
import type { MediaType } from './kind.ts'

export type Document = {
  id: string
  name: string
  mediaType: MediaType
  size: number
  sha256: string
  uploadedAt: Date
  uploadedByName: string
  /** Null until the scanner has looked at it. */
  verdict: 'clean' | 'infected' | null
  threat: string | null
  scannedAt: Date | null
  removedAt: Date | null
}

/** Bytes that lie in the store already, and wait for their row. */
export type Kept = Pick<Document, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'> & { wrappedKey: Buffer }

const here = sql`space_id = (select current_space())`
export const documentColumns = sql`d.id, d.name, d.media_type as "mediaType", d.size::float8 as size, d.sha256,
  d.uploaded_at as "uploadedAt", d.uploaded_by_name as "uploadedByName", d.verdict,
  d.threat, d.scanned_at as "scannedAt", d.removed_at as "removedAt"`

export const documentsPerPage = 20
export const sorts = ['newest', 'name', 'size'] as const
export const filters = ['all', 'pdf', 'picture'] as const

export type Wanted = {
  q: string
  sort: (typeof sorts)[number]
  kind: (typeof filters)[number]
  /** The last document of the page before. */
  after: string | null
  accept?: readonly string[] | undefined
}

/** Those of the space the transaction stands in; one more than a page tells there is more. */
export function listDocuments(tx: Tx, { q, sort, kind, after, accept }: Wanted): Promise<Document[]> {
  const [order, direction] = orders[sort]
  const compared = direction === 'desc' ? sql`<` : sql`>`
  return tx.rows<Document>(sql`
    select ${documentColumns} from documents d where ${here} and removed_at is null
      ${q ? sql`and position(${fold(sql`${q}`)} in ${fold(sql`d.name`)}) > 0` : empty}
      ${ofKind[kind]} ${accept ? sql`and d.media_type = any (${accept})` : empty}
      ${after ? sql`and (${order}, d.id) ${compared} (select ${order}, d.id from documents d where ${here} and d.id = ${after}::uuid)` : empty}
    order by ${direction === 'desc' ? sql`${order} desc, d.id desc` : sql`${order}, d.id`}
    limit ${documentsPerPage + 1}`)
}

const orders: Record<Wanted['sort'], [Sql, 'asc' | 'desc']> = {
  newest: [sql`d.uploaded_at`, 'desc'],
  name: [fold(sql`d.name`), 'asc'],
  size: [sql`d.size`, 'desc'],
}
const ofKind: Record<Wanted['kind'], Sql> = {
  all: empty,
  pdf: sql`and d.media_type = 'application/pdf'`,
  picture: sql`and d.media_type like 'image/%'`,
}

export type Room = { used: number; count: number }

/** What the documents of the space take up. */
export async function roomUsed(tx: Tx): Promise<Room> {
  const room = await tx.row<Room>(sql`
    select coalesce(sum(size), 0)::float8 as used, count(*)::int as count
    from documents where ${here} and removed_at is null`)
  return room ?? { used: 0, count: 0 }
}

/** The id in an address, or null. */
export const idOf = (value: string | undefined): string | null => z.uuid().nullable().catch(null).parse(value)

/** A removed one only as long as something that was submitted keeps it. */
export function findOptionalDocument(tx: Tx, id: string | null): Promise<Document | null> {
  return tx.row<Document>(sql`
    select ${documentColumns} from documents d where ${here} and d.id = ${id}::uuid and (d.removed_at is null
      or exists (select from attachments a where a.space_id = d.space_id and a.document_id = d.id))`)
}

export type Whole = Pick<Document, 'id' | 'name' | 'verdict'> & { spaceId: string; wrappedKey: Buffer }

/** All of the space, with what opens their bytes. */
export function listWhole(tx: Tx): Promise<Whole[]> {
  return tx.rows<Whole>(sql`
    select space_id as "spaceId", id, name, verdict, wrapped_key as "wrappedKey"
    from documents where ${here} and removed_at is null order by uploaded_at, id`)
}

/**
 * Gives kept bytes their rows, as many as fit into `room` bytes; the others come back. Uploads of one space
 * wait for each other here, so that together they do not take more than there is.
 */
export async function addDocuments(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  space: CurrentSpace,
  given: { kept: Kept[]; room: number },
): Promise<Kept[]> {
  await tx.row(sql`select pg_advisory_xact_lock(hashtextextended('documents of ' || ${space.id}::text, 0))`)
  let { used } = await roomUsed(tx)
  const added: Kept[] = []
  const tooMuch: Kept[] = []
  for (const one of given.kept) {
    const fits = used + one.size <= given.room
    if (fits) used += one.size
    ;(fits ? added : tooMuch).push(one)
  }
  await Promise.all(added.map((one) => addDocument(tx, jobs, actor, space, one)))
  return tooMuch
}

async function addDocument(tx: Tx, jobs: Jobs, actor: Actor, space: CurrentSpace, one: Kept): Promise<void> {
  const { id, name, mediaType, size, sha256, wrappedKey } = one
  await Promise.all([
    tx
      .run(sql`
      insert into documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name)
      values (${space.id}, ${id}, ${name}, ${mediaType}, ${size}, ${sha256}, ${wrappedKey}, ${actor.personId},
        ${nameOf(actor)})`)
      .catch(refuseClosedSpace),
    note(tx, actor, space, id, 'uploaded'),
    recordIn(tx, actor, space, { act: 'document.uploaded', object: id }),
    jobs.enqueue(tx, 'scan-document', { spaceId: space.id, id }),
  ])
}

export type DocumentEvent = {
  kind: 'uploaded' | 'opened' | 'renamed' | 'submitted' | 'removed'
  at: Date
  personName: string
  detail: Doer & { number?: number; before?: string }
}

const eventsShown = 50

/** Who did what with it, latest first. */
export function listDocumentEvents(tx: Tx, id: string | null): Promise<DocumentEvent[]> {
  return tx.rows<DocumentEvent>(sql`
    select kind, at, person_name as "personName", detail from document_events
    where ${here} and document_id = ${id}::uuid order by at desc limit ${eventsShown}`)
}

export function note(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  id: string,
  kind: DocumentEvent['kind'],
  detail: DocumentEvent['detail'] = {},
): Promise<number> {
  const told = { ...doerOf(actor, space.capacity), ...detail }
  return tx.run(sql`
    insert into document_events (space_id, document_id, kind, person_id, person_name, detail)
    values (${space.id}, ${id}, ${kind}, ${actor.personId}, ${nameOf(actor)}, ${JSON.stringify(told)})`)
}

/** A dossier that names it in its answers, or was submitted with it. */
export type Use = {
  number: number
  procedureId: string
  procedureVersion: number
  status: DossierStatus
  name: string | null
}

export function listUses(tx: Tx, id: string | null): Promise<Use[]> {
  return tx.rows<Use>(sql`
    select d.number, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion", d.status,
      (select min(a.name) from attachments a
        where a.space_id = d.space_id and a.number = d.number and a.document_id = ${id}::uuid) as name
    from dossiers d where d.space_id = (select current_space())
      and (d.status = 'draft'
        and jsonb_path_exists(d.answers, '$.*[*] ? (@ == $id)', jsonb_build_object('id', ${id}::text))
      or exists (select from attachments a
        where a.space_id = d.space_id and a.number = d.number and a.document_id = ${id}::uuid))
    order by d.number desc limit 50`)
}

/** False when it was removed meanwhile. */
export async function renameDocument(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  document: Document,
  name: string,
): Promise<boolean> {
  if (name === document.name) return true
  const renamed = await tx.run(sql`
    update documents set name = ${name} where ${here} and id = ${document.id} and removed_at is null`)
  if (renamed === 0) return false
  await Promise.all([
    note(tx, actor, space, document.id, 'renamed', { before: document.name }),
    recordIn(tx, actor, space, { act: 'document.renamed', object: document.id }),
  ])
  return true
}

/** It can be chosen and opened no more; what was submitted with it stays. False when it was removed meanwhile. */
export async function removeDocument(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  id: string,
): Promise<boolean> {
  const removed = await tx.run(sql`
    update documents set removed_at = now(), removed_by = ${actor.personId}
    where ${here} and id = ${id}::uuid and removed_at is null`)
  if (removed === 0) return false
  await Promise.all([
    note(tx, actor, space, id, 'removed'),
    recordIn(tx, actor, space, { act: 'document.removed', object: id }),
  ])
  return true
}

/** Writes down who opens it, and gives what opens its bytes. */
export async function openDocument(tx: Tx, actor: Actor, space: CurrentSpace, id: string): Promise<Buffer> {
  const [found] = await Promise.all([
    tx.row<{ wrappedKey: Buffer }>(sql`
      select wrapped_key as "wrappedKey" from documents where ${here} and id = ${id}::uuid`),
    note(tx, actor, space, id, 'opened'),
    recordIn(tx, actor, space, { act: 'document.opened', object: id }),
  ])
  if (!found) throw new Error('it was found a moment ago')
  return found.wrappedKey
}
