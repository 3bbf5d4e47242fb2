import sql from 'sql-template-tag'
import { type Doer, doerOf } from '../audit/doer.ts'
import type { Tx } from '../platform/database.ts'
import { nameOf } from '../profile/profile.ts'
import type { Actor, Capacity, CurrentSpace } from '../scopes.ts'

type Event = { seq: number; at: Date }
export type DossierEvent = Event &
  (
    | { kind: 'created' | 'changed' | 'submitted'; detail: Doer & { name?: string } }
    | { kind: 'received'; detail: { authorityReference?: string | null } }
  )

export function findEvents(tx: Tx, number: number | null): Promise<DossierEvent[]> {
  return tx.rows<DossierEvent>(sql`
    select seq, kind, at, detail from dossier_events
    where space_id = (select current_space()) and number = ${number} order by seq`)
}

export const addEvent = (
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  number: number,
  kind: 'created' | 'submitted',
  capacity: Capacity | null = space.capacity,
): Promise<number> => append(tx, actor, space, { number, kind, capacity, unlessLast: false })

/** Once for each turn somebody takes at it: not again before somebody else, or they with another certificate, have changed it. */
export const addChange = (tx: Tx, actor: Actor, space: CurrentSpace, number: number): Promise<number> =>
  append(tx, actor, space, { number, kind: 'changed', capacity: space.capacity, unlessLast: true })

type Entry = {
  number: number
  kind: 'created' | 'changed' | 'submitted'
  capacity: Capacity | null
  /** Nothing is added when the event before is theirs. */
  unlessLast: boolean
}

function append(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  { number, kind, capacity, unlessLast }: Entry,
): Promise<number> {
  const doer = { name: nameOf(actor), ...doerOf(actor, capacity) }
  return tx.run(sql`
    insert into dossier_events (space_id, number, seq, kind, person_id, detail)
    select ${space.id}, ${number}, coalesce(l.seq, 0) + 1, ${kind}, ${actor.personId}, ${JSON.stringify(doer)}
    from (select 1) one left join lateral (
      select seq, person_id, detail from dossier_events
      where space_id = ${space.id} and number = ${number} order by seq desc limit 1) l on true
    where not ${unlessLast} or (l.person_id, l.detail -> 'certificate')
      is distinct from (${actor.personId}::uuid, ${JSON.stringify(doer.certificate)}::jsonb)`)
}
