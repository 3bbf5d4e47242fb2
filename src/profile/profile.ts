import sql from 'sql-template-tag'
import type { Answers, Sources } from '../forms/definition.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'
import { companyKeys, spaceTitle } from './title.ts'

export type Profile = {
  version: number
  data: Answers
  sources: Sources
  changedAt: Date
  changedBy: string
  changedByName: string
}

/** What the transaction's space holds on its person or company. */
export function findProfile(tx: Tx, spaceId: string): Promise<Profile | null> {
  return tx.row<Profile>(sql`${select} where p.space_id = ${spaceId}`)
}

/** As `findProfile`, for pages that read all at once: of whichever space the transaction stands in. */
export function findCurrentProfile(tx: Tx): Promise<Profile | null> {
  return tx.row<Profile>(sql`${select} where p.space_id = (select current_space())`)
}

const select = sql`
  select p.version, p.data, p.sources, p.changed_at as "changedAt", p.changed_by as "changedBy",
    v.changed_by_name as "changedByName"
  from profiles p join profile_versions v on v.space_id = p.space_id and v.version = p.version`

/**
 * Keeps a new version, with who and when, unless another was saved since `baseVersion` (0: none yet):
 * then nothing changes and the caller gets what is there now.
 */
export async function saveProfile(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'givenName' | 'familyName'>,
  spaceId: string,
  given: { data: Answers; sources: Sources; baseVersion: number },
): Promise<{ saved: true; version: number } | { saved: false; current: Profile }> {
  const version = given.baseVersion + 1
  const written = await tx.run(
    given.baseVersion === 0 ? insert(actor, spaceId, given) : update(actor, spaceId, given),
  )
  if (written === 0) {
    const current = await findProfile(tx, spaceId)
    if (!current) throw new Error('a profile that was never created cannot be changed')
    return { saved: false, current }
  }
  await Promise.all([
    tx.run(sql`
      insert into profile_versions (space_id, version, data, sources, changed_by, changed_by_name)
      select space_id, version, data, sources, changed_by, ${nameOf(actor)}
      from profiles where space_id = ${spaceId}`),
    tx.run(sql`select describe_space(${spaceTitle(given.data)}, ${companyKeys(given.data)})`),
  ])
  return { saved: true, version }
}

export const nameOf = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`.trim()

type Content = { data: Answers; sources: Sources; baseVersion: number }

const insert = (actor: { personId: string }, spaceId: string, { data, sources }: Content) => sql`
  insert into profiles (space_id, version, data, sources, changed_by)
  values (${spaceId}, 1, ${JSON.stringify(data)}, ${JSON.stringify(sources)}, ${actor.personId})
  on conflict (space_id) do nothing`

const update = (actor: { personId: string }, spaceId: string, { data, sources, baseVersion }: Content) => sql`
  update profiles set version = version + 1, data = ${JSON.stringify(data)}, sources = ${JSON.stringify(sources)},
    changed_at = now(), changed_by = ${actor.personId}
  where space_id = ${spaceId} and version = ${baseVersion}`
