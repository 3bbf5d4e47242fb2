import sql, { type Sql } from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import type { Answers, Sources } from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import { AppError, existing } from '../platform/error.ts'
import { fromCertificate, type KnownProfile, prefill } from '../profile/prefill.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { refuseClosedSpace } from '../spaces/closure.ts'
import type { Catalogue, Procedure } from './catalogue.ts'
import { addEvent } from './course.ts'
import { referenceOf } from './reference.ts'
import { isSureEnough } from './required-assurance.ts'

export { existing } from '../platform/error.ts'

export type DossierStatus = 'draft' | 'submitted' | 'received'

export type Dossier = {
  number: number
  procedureId: string
  procedureVersion: number
  status: DossierStatus
  answers: Answers
  provenance: Sources
  /** Where the person goes on. */
  page: string
  savedBy: Record<string, string>
  changedAt: Date
  changedByName: string
}

const columns = sql`number, procedure_id as "procedureId", procedure_version as "procedureVersion", status,
  answers, provenance, page, saved_by as "savedBy", changed_at as "changedAt", changed_by_name as "changedByName"`
const here = sql`space_id = (select current_space())`

/** Of the space the transaction stands in; null for any other. */
export function findOptionalDossier(tx: Tx, number: number | null): Promise<Dossier | null> {
  return tx.row<Dossier>(sql`select ${columns} from dossiers where ${here} and number = ${number}`)
}

/** As `findOptionalDossier`, held until the transaction ends: whoever else changes it waits. */
export async function holdDossier(tx: Tx, number: number | null): Promise<Dossier> {
  const held = await tx.row<Dossier>(
    sql`select ${columns} from dossiers where ${here} and number = ${number} for update`,
  )
  return existing(held)
}

/** The definition a dossier began with, whatever was published since. */
export function definitionOf(catalogue: Catalogue, dossier: Dossier): Procedure {
  const procedure = catalogue.version(dossier.procedureId, dossier.procedureVersion)
  if (!procedure)
    throw new AppError('unavailable', `unknown ${dossier.procedureId} ${dossier.procedureVersion}`)
  return procedure
}

/**
 * Begins a dossier, filled from the profile if the space wants that (R11), and gives its number. The form
 * that asks for it carries a `key`: sent twice, it begins one dossier.
 */
export async function startDossier(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  procedure: Procedure,
  { profile, key }: { profile: KnownProfile | null; key: string | null },
): Promise<number> {
  if (procedure.kind !== space.kind) throw new Error('R1: the route refuses this before')
  if (!isSureEnough(actor, procedure)) throw new AppError('forbidden')
  const { answers, sources } = filled(procedure, space, profile, actor)
  const number = await nextNumber(tx, space)
  const first = procedure.form.pages[0]?.id ?? ''
  const begun = await tx
    .run(sql`
    insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, provenance, page,
      request_key, created_by, changed_by, changed_by_name)
    values (${space.id}, ${number}, ${procedure.id}, ${procedure.version}, 'draft', ${JSON.stringify(answers)},
      ${JSON.stringify(sources)}, ${first}, ${key}, ${actor.personId}, ${actor.personId}, ${nameOf(actor)})
    on conflict on constraint one_dossier_per_request do nothing`)
    .catch(refuseClosedSpace)
  if (begun === 0) return numberOfRequest(tx, key)
  await Promise.all([
    addEvent(tx, actor, space, number, 'created'),
    recordIn(tx, actor, space, {
      act: 'dossier.started',
      object: referenceOf(space.code, number),
      detail: { procedure: procedure.id, version: procedure.version },
    }),
  ])
  return number
}

function filled({ form }: Procedure, space: CurrentSpace, profile: KnownProfile | null, actor: Actor) {
  if (!space.useData) return { answers: {}, sources: {} }
  return profile ? prefill(form, profile) : fromCertificate(actor, form)
}

async function nextNumber(tx: Tx, space: CurrentSpace): Promise<number> {
  const counter = await tx.row<{ number: number }>(sql`
    insert into dossier_counters (space_id, last_number) values (${space.id}, 1)
    on conflict (space_id) do update set last_number = dossier_counters.last_number + 1
    returning last_number as number`)
  return existing(counter).number
}

async function numberOfRequest(tx: Tx, key: string | null): Promise<number> {
  const begun = await tx.row<{ number: number }>(
    sql`select number from dossiers where ${here} and request_key = ${key}`,
  )
  return existing(begun).number
}

/** Drafts only; what was submitted stays. False when it is no draft (any more). */
export async function deleteDraft(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  number: number,
): Promise<boolean> {
  const deleted = await tx.run(sql`
    delete from dossiers where space_id = ${space.id} and number = ${number} and status = 'draft'`)
  if (deleted === 0) return false
  const object = referenceOf(space.code, number)
  await recordIn(tx, actor, space, { act: 'dossier.deleted', object })
  return true
}

export type DossierRow = Omit<Dossier, 'answers' | 'provenance' | 'savedBy'> & { cursor: string }

export const dossiersPerPage = 20

/** Last changed first; one row more than a page when there is a next one. */
export function listDossiers(tx: Tx, after: Cursor | null): Promise<DossierRow[]> {
  const below = after
    ? sql`and (changed_at, number) < (${after.at}::timestamptz, ${after.number}::int)`
    : sql``
  return dossierRows(tx, below, dossiersPerPage + 1)
}

/** The few changed last, for the overview of the space the transaction stands in. */
export const recentDossiers = (tx: Tx, limit = 5): Promise<DossierRow[]> => dossierRows(tx, sql``, limit)

/** Drafts of the space, to be gone on with rather than begun again. */
export function findDrafts(tx: Tx): Promise<Pick<Dossier, 'number' | 'procedureId'>[]> {
  return tx.rows(sql`
    select number, procedure_id as "procedureId" from dossiers
    where ${here} and status = 'draft' order by changed_at desc limit 50`)
}

function dossierRows(tx: Tx, below: Sql, limit: number): Promise<DossierRow[]> {
  return tx.rows<DossierRow>(sql`
    select number, procedure_id as "procedureId", procedure_version as "procedureVersion", status, page,
      changed_at as "changedAt", changed_by_name as "changedByName",
      to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || number as cursor
    from dossiers where ${here} ${below}
    order by changed_at desc, number desc limit ${limit}`)
}

export type Cursor = { at: string; number: number }

/** Where a list goes on, as it stands in the address; null for anything else. */
export function readCursor(value: unknown): Cursor | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_(\d{1,10})$/.exec(
    typeof value === 'string' ? value : '',
  )
  const number = dossierNumberOf(match?.[2])
  return match?.[1] && number && !Number.isNaN(Date.parse(match[1])) ? { at: match[1], number } : null
}

const dossierNumberOf = (text: string | undefined) => {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 && number <= 2_147_483_647 ? number : null
}
