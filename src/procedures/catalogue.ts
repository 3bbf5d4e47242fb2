import pg from 'pg'
import { digestOf } from '../platform/canonical.ts'
import { StartError } from '../platform/start-error.ts'
import { type Procedure, ProcedureDefinition } from './definition.ts'

export type { Procedure } from './definition.ts'
export { loadProcedures } from './file.ts'

/** The procedures on offer, and every version a dossier may still run. */
export type Catalogue = {
  /** Those on offer, each in its current version. */
  all(): Procedure[]
  current(id: string): Procedure | null
  version(id: string, version: number): Procedure | null
}

export function catalogueOf(offered: Procedure[], published: Procedure[] = []): Catalogue {
  const current = new Map(offered.map((one) => [one.id, one]))
  const versions = new Map([...published, ...offered].map((one) => [key(one.id, one.version), one]))
  return {
    all: () => offered,
    current: (id) => current.get(id) ?? null,
    version: (id, version) => versions.get(key(id, version)) ?? null,
  }
}

const key = (id: string, version: number) => `${id} ${version}`

/** Those whose authority is connected: nobody would receive the others. */
export function offerable(procedures: Procedure[], authorities: { id: string }[]) {
  const known = new Set(authorities.map(({ id }) => id))
  return {
    offered: procedures.filter(({ authority }) => known.has(authority)),
    unconnected: procedures.filter(({ authority }) => !known.has(authority)),
  }
}

/**
 * Writes new versions into `procedures`, as the owner of the tables, and gives the catalogue.
 * A version that was published with other contents is refused: drafts and submissions rely on it.
 */
export async function publishProcedures(ownerUrl: string, procedures: Procedure[]): Promise<Catalogue> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const procedure of procedures) await publish(owner, procedure)
    const { rows } = await owner.query<{ definition: unknown }>('select definition from procedures')
    return catalogueOf(procedures, rows.map(readPublished))
  } finally {
    await owner.end()
  }
}

async function publish(owner: pg.Client, procedure: Procedure): Promise<void> {
  const { id, version, kind, authority } = procedure
  const digest = digestOf(procedure)
  await owner.query(
    `insert into procedures (id, version, kind, authority_id, definition, digest)
     values ($1, $2, $3, $4, $5, $6) on conflict (id, version) do nothing`,
    [id, version, kind, authority, JSON.stringify(procedure), digest],
  )
  const { rows } = await owner.query<{ digest: string }>(
    'select digest from procedures where id = $1 and version = $2',
    [id, version],
  )
  if (rows[0]?.digest !== digest)
    throw new StartError(
      `procedure ${id}: version ${version} was published with other contents; raise "version" to ${version + 1}`,
    )
}

function readPublished({ definition }: { definition: unknown }): Procedure {
  return ProcedureDefinition.parse(definition)
}
