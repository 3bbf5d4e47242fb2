import sql, { type Sql } from 'sql-template-tag'

/** A text as one searches and sorts it: whatever the case and the accents. */
export const fold = (text: Sql): Sql =>
  sql`regexp_replace(normalize(lower(${text}), NFKD), '[\u0300-\u036f]', '', 'g')`
