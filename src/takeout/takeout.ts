import type { Readable } from 'node:stream'
import pg from 'pg'
import sql, { raw, type Sql } from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import { listWhole } from '../documents/document.ts'
import { stateOf } from '../documents/state.ts'
import type { Vault } from '../documents/vault.ts'
import { openNationalNumber } from '../identity/secrets.ts'
import type { Tx } from '../platform/database.ts'
import { type Actor, type Token, visitSpace } from '../scopes.ts'

/** One file of the take-out: a path inside it, and what it holds. */
export type TakenFile = { path: string; rows: unknown[] }
/** A document as it was uploaded. */
export type TakenDocument = { path: string; open: () => Promise<Readable> }
export type Takeout = {
  files: TakenFile[]
  documents: TakenDocument[]
  /** Codes of spaces that this certificate does not open. */
  closedToCertificate: string[]
}

type Table = { name: string; class: string; columns: string[] }

/**
 * Everything the person may read of themselves and of the spaces they administer (GDPR, articles 15 and 20):
 * every table, by the catalogue, so that a new one cannot be forgotten. Row-level security and the grants
 * decide what that is; hashes and sealed values (`bytea`) are nobody's to read.
 */
export async function takeOut(
  tx: Tx,
  { config, vault }: { config: Config; vault: Vault },
  actor: Actor,
  token: Token,
): Promise<Takeout> {
  await record(tx, { act: 'takeout.made', personId: actor.personId })
  const tables = await readableTables(tx)
  const files = await ofPerson(tx, tables)
  const number = await ownNumber(tx, config)
  if (number) files.push({ path: 'person/national_number.json', rows: [{ national_number: number }] })
  const documents: TakenDocument[] = []
  const closedToCertificate: string[] = []
  for (const code of await administered(tx)) {
    const found = await visitSpace(tx, token, code, 'administrator', () =>
      Promise.all([ofSpace(tx, tables, code), documentsOf(tx, config, vault, `spaces/${code}/documents`)]),
    )
    if (found) {
      files.push(...found[0])
      documents.push(...found[1])
    } else closedToCertificate.push(code)
  }
  return { files, documents, closedToCertificate }
}

function readableTables(tx: Tx): Promise<Table[]> {
  return tx.rows<Table>(sql`
    select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '@class ([a-z-]+)') as class,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.atttypid <> 'bytea'::regtype and has_column_privilege(c.oid, a.attnum, 'select')
    group by c.oid order by c.relname`)
}

/** Those with a person in them; of the person themselves, the row that is theirs. */
function ofPerson(tx: Tx, tables: Table[]): Promise<TakenFile[]> {
  const theirs = tables.flatMap((table) => {
    const key = table.name === 'persons' ? 'id' : 'person_id'
    const has = table.columns.includes(key) && ['directory', 'audit'].includes(table.class)
    return has ? [{ table, where: sql`${column(key)} = (select current_person())` }] : []
  })
  return readAll(tx, theirs, 'person')
}

/** Those with a space in them, but not what others did elsewhere. */
function ofSpace(tx: Tx, tables: Table[], code: string): Promise<TakenFile[]> {
  const its = tables.flatMap((table) => {
    const key = table.name === 'spaces' ? 'id' : 'space_id'
    const has = table.columns.includes(key) && ['directory', 'space-owned', 'audit'].includes(table.class)
    return has ? [{ table, where: sql`${column(key)} = (select current_space())` }] : []
  })
  return readAll(tx, its, `spaces/${code}`)
}

/** Under their own names, told apart by a number where two have the same. */
async function documentsOf(tx: Tx, config: Config, vault: Vault, folder: string): Promise<TakenDocument[]> {
  const taken = new Map<string, number>()
  return (await listWhole(tx))
    .filter((one) => stateOf(config, one) === 'ready')
    .map(({ spaceId, id, name, wrappedKey }) => {
      const count = (taken.get(name) ?? 0) + 1
      taken.set(name, count)
      const path = `${folder}/${count === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${count})$1`)}`
      return { path, open: () => vault.open({ spaceId, id }, wrappedKey) }
    })
}

async function readAll(tx: Tx, wanted: { table: Table; where: Sql }[], folder: string): Promise<TakenFile[]> {
  const reads = wanted.map(async ({ table, where }) => {
    const columns = raw(table.columns.map(pg.escapeIdentifier).join(', '))
    const found = await tx.rows<{ row: unknown }>(sql`
      select to_jsonb(r) as row from (select ${columns} from ${column(table.name)} where ${where}) r`)
    return { path: `${folder}/${table.name}.json`, rows: found.map(({ row }) => row) }
  })
  return (await Promise.all(reads)).filter(({ rows }) => rows.length > 0)
}

const column = (name: string): Sql => raw(pg.escapeIdentifier(name))

async function ownNumber(tx: Tx, config: Config): Promise<string | null> {
  const own = await tx.row<{ sealed: Buffer | null }>(
    sql`select national_number_sealed as sealed from persons where id = (select current_person())`,
  )
  return own?.sealed ? openNationalNumber(config, own.sealed) : null
}

async function administered(tx: Tx): Promise<string[]> {
  const found = await tx.rows<{ code: string }>(sql`
    select s.code from memberships m join spaces s on s.id = m.space_id
    where m.person_id = (select current_person()) and m.role = 'administrator' and s.closed_at is null
    order by s.code`)
  return found.map(({ code }) => code)
}
