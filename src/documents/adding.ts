import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { addDocuments, type Kept } from './document.ts'
import { limitsOf, type Uploads } from './uploads.ts'
import type { Vault } from './vault.ts'

export type Added = { added: (Kept & { field: string })[]; refused: Uploads['refused'] }

/** Makes documents of what was uploaded. What another upload left no room for meanwhile is refused now. */
export async function addUploads(
  tx: Tx,
  { config, jobs, vault }: { config: Config; jobs: Jobs; vault: Vault },
  actor: Actor,
  space: CurrentSpace,
  { kept, refused }: Pick<Uploads, 'kept' | 'refused'>,
): Promise<Added> {
  if (kept.length === 0) return { added: [], refused }
  const { room } = limitsOf(config, 0)
  const tooMuch = new Set((await addDocuments(tx, jobs, actor, space, { kept, room })).map(({ id }) => id))
  const late = kept.filter(({ id }) => tooMuch.has(id))
  await Promise.all(late.map(({ id }) => vault.store.remove({ spaceId: space.id, id })))
  return {
    added: kept.filter(({ id }) => !tooMuch.has(id)),
    refused: [...refused, ...late.map(({ field, name }) => ({ field, name, why: 'room' as const }))],
  }
}
