import sql, { empty } from 'sql-template-tag'
import { type Answers, type Field, type Form, fieldsOf, type Value } from '../forms/definition.ts'
import { sameValue } from '../forms/values.ts'
import type { Tx } from '../platform/database.ts'

export type Version = {
  version: number
  data: Answers
  changedAt: Date
  changedBy: string
  changedByName: string
}
export type Change = { field: Field; before: Value | undefined; after: Value | undefined }
export type Past = Omit<Version, 'data'> & { first: boolean; changes: Change[] }

export const versionsPerPage = 10

/** Latest first; one more than a page, so that the last one shown can be compared with its predecessor. */
export function listVersions(tx: Tx, before: number | null): Promise<Version[]> {
  return tx.rows<Version>(sql`
    select version, data, changed_at as "changedAt", changed_by as "changedBy",
      changed_by_name as "changedByName"
    from profile_versions where space_id = (select current_space())
      ${before === null ? empty : sql`and version < ${before}`}
    order by version desc limit ${versionsPerPage + 1}`)
}

/** What a form said that was opened at that version; null when there was none. */
export async function findVersionData(tx: Tx, version: number): Promise<Answers | null> {
  const row = await tx.row<{ data: Answers }>(sql`
    select data from profile_versions where space_id = (select current_space()) and version = ${version}`)
  return row?.data ?? null
}

/** Each version with what it changed, and where the next page begins. */
export function tellHistory(form: Form, versions: Version[]): { past: Past[]; next: number | null } {
  const past = versions.slice(0, versionsPerPage).map(({ data, ...version }, index) => {
    const before = versions[index + 1]?.data
    return { ...version, first: before === undefined, changes: before ? changesOf(form, before, data) : [] }
  })
  const next = versions.length > versionsPerPage ? (past.at(-1)?.version ?? null) : null
  return { past, next }
}

export function changesOf(form: Form, before: Answers, after: Answers): Change[] {
  return fieldsOf(form)
    .filter(({ name }) => !sameValue(before[name], after[name]))
    .map((field) => ({ field, before: before[field.name], after: after[field.name] }))
}

/** The `before` of a history page: a version number, or nothing. */
export function readVersion(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0
  return number > 0 ? number : null
}
