import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { type Column, type Grant, queries, type Table } from './schema-queries.ts'

const head = `-- The schema as the migrations leave it, read from the catalogue. Generated: npm run guichet -- schema
`

export const schemaFile = fileURLToPath(new URL('../../db/schema.sql', import.meta.url))

/** What the migrations make of an empty database, on a server that lives only for this. */
export async function describeFreshSchema(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-schema-'))
  try {
    const server = await startEmbedded(folder, { durable: false })
    try {
      await migrate(server.ownerUrl)
      return await describeSchema(server.ownerUrl)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The public schema as text: the same for the same migrations, on every server. */
export async function describeSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<Table>(queries.tables)
    const columns = await client.query<Column>(queries.columns)
    const parts = await client.query<{ table: string; kind: string; definition: string }>(queries.parts)
    const functions = await client.query<{ name: string; definition: string }>(queries.functions)
    const grants = await client.query<Grant>(queries.grants)
    const partsOf = (table: string, kind: string) =>
      parts.rows.filter((part) => part.table === table && part.kind === kind).map((part) => part.definition)
    const sections = tables.rows.map((table) =>
      describeTable(
        table,
        columns.rows.filter((column) => column.table === table.name),
        partsOf,
        grants.rows,
      ),
    )
    const routines = functions.rows.map(({ name, definition }) =>
      [`${definition};`, ...describeGrants(`function ${name}`, name, grants.rows), ''].join('\n'),
    )
    return `${[head, ...sections, ...routines].join('\n').replace(/\bpublic\./g, '')}\n`
  } finally {
    await client.end()
  }
}

function describeTable(
  { name, comment, secured }: Table,
  columns: Column[],
  partsOf: (table: string, kind: string) => string[],
  grants: Grant[],
): string {
  const inside = [
    ...columns.map(({ column, type, extra }) => `  ${column} ${type}${extra}`),
    ...partsOf(name, 'constraint').map((definition) => `  ${definition}`),
  ]
  const after = ['index', 'trigger', 'policy'].flatMap((kind) => partsOf(name, kind))
  return [
    `-- ${name}: ${comment ?? 'no class'}`,
    `create table ${name} (\n${inside.join(',\n')}\n);`,
    ...(secured ? [`alter table ${name} enable row level security;`] : []),
    ...after.map((definition) => `${definition};`),
    ...describeGrants(name, name, grants),
    '',
  ].join('\n')
}

function describeGrants(on: string, name: string, grants: Grant[]): string[] {
  return grants
    .filter((grant) => grant.object === name)
    .map(({ role, privileges }) => `grant ${privileges} on ${on} to ${role};`)
}
