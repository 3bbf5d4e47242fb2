import sql from 'sql-template-tag'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'
import { findReaching, waitingOffers } from './offer.ts'

/**
 * Where sign-in leads: into the only space, to the chooser of several, to the first steps without any. An invitation
 * that waits is a choice too.
 */
export async function landingPath(tx: Tx, actor: Actor): Promise<string> {
  const [[first, second], reaching] = await Promise.all([
    tx.rows<{ code: string }>(sql`
      select s.code from memberships m join spaces s on s.id = m.space_id
      where m.person_id = ${actor.personId} and s.closed_at is null limit 2`),
    findReaching(tx),
  ])
  const chooses = second || waitingOffers(reaching, actor).length > 0
  return first && !chooses ? paths.space(first.code) : paths.spaces()
}
