import type pg from 'pg'

export type State = Record<string, string>

/**
 * All rows of all tables that name one of these ids, as one hash a table. Not the audit: what was tried and
 * refused is recorded there.
 */
export async function rowsNaming({ owner }: { owner: pg.Client }, ids: string[]): Promise<State> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'audit_records'`,
  )
  const counted = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, ' ' order by t::text)) as hash
      from ${name} t where t::text ~ $1`,
  )
  const { rows } = await owner.query<{ name: string; hash: string | null }>(counted.join(' union all '), [
    ids.join('|'),
  ])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? 'nothing']))
}
