import type pg from 'pg'
import type { Answers, Sources } from '../src/forms/definition.ts'
import type { SignedIn } from './sign-in.ts'
import { makeSpace, type TestSpace } from './space.ts'

export type GivenSpace = {
  kind?: 'private' | 'business'
  title?: string
  role?: 'administrator' | 'manager' | 'reader'
  capacity?: 'manager' | 'employee' | 'representative' | 'self_employed'
  useData?: boolean
  profile?: Answers
  sources?: Sources
}

/** As `makeSpace`, with the data it holds. */
export async function giveSpace(owner: pg.Client, who: SignedIn, given: GivenSpace = {}): Promise<TestSpace> {
  const { kind = 'private' } = given
  const space = await makeSpace(owner, who, kind)
  await owner.query('update spaces set title = $2, use_data = $3 where id = $1', [
    space.id,
    given.title ?? 'A space',
    given.useData ?? true,
  ])
  await owner.query('update memberships set role = $2, capacity = $3 where space_id = $1', [
    space.id,
    given.role ?? 'administrator',
    given.capacity ?? null,
  ])
  const { profile = {}, sources = {} } = given
  await owner.query('update profiles set data = $2, sources = $3 where space_id = $1', [
    space.id,
    JSON.stringify(profile),
    JSON.stringify(sources),
  ])
  await owner.query(
    `insert into profile_versions (space_id, version, data, sources, changed_by, changed_by_name)
     select space_id, version, data, sources, changed_by, 'Somebody' from profiles where space_id = $1
     on conflict (space_id, version) do update set data = excluded.data, sources = excluded.sources`,
    [space.id],
  )
  return space
}
