import sql from 'sql-template-tag'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'

/** Where sign-in leads: into the only space, to the chooser of several, to the first steps without any. */
export async function landingPath(tx: Tx, actor: Pick<Actor, 'personId'>): Promise<string> {
  const [first, second] = await tx.rows<{ code: string }>(sql`
    select s.code from memberships m join spaces s on s.id = m.space_id
    where m.person_id = ${actor.personId} and s.closed_at is null limit 2`)
  return first && !second ? paths.space(first.code) : paths.spaces()
}
