import pg from 'pg'
import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { businessLimit, limitReached } from './business-limit.ts'
import { isCode } from './code.ts'
import { tellMembers } from './member-mail.ts'
import { listMembers } from './membership.ts'
import { hasPrivateSpace, lockPerson } from './space.ts'

/** Days in which the owner can undo a closure. */
export const undoDays = 30

export type Contents = { dossiers: number; documents: number }

/** What is in the transaction's space and keeps it from being closed. */
export async function countContents(tx: Tx): Promise<Contents> {
  const row = await tx.row<Contents>(sql`
    select (select count(*)::int from dossiers where space_id = (select current_space())) as dossiers,
      (select count(*)::int from documents
        where space_id = (select current_space()) and removed_at is null) as documents`)
  return row ?? { dossiers: 0, documents: 0 }
}

export const isEmptySpace = ({ dossiers, documents }: Contents) => dossiers + documents === 0

/** Closes an empty space: it no longer counts, and its other members are told. False when something is in it; what is being begun waits. */
export async function closeSpace(tx: Tx, jobs: Jobs, actor: Actor, space: CurrentSpace): Promise<boolean> {
  await tx.row(sql`select id from spaces where id = ${space.id} for update`)
  if (!isEmptySpace(await countContents(tx))) return false
  const others = (await listMembers(tx)).filter(({ personId }) => personId !== actor.personId)
  await Promise.all([
    tx.run(sql`update spaces set closed_at = now(), closed_by = ${actor.personId}, request_hash = null
      where id = ${space.id}`),
    recordIn(tx, actor, space, { act: 'space.closed' }),
    tellMembers(tx, jobs, {
      ...{ kind: 'space_closed', spaceId: space.id },
      personIds: others.map(({ personId }) => personId),
    }),
  ])
  return true
}

/** What was about to be kept in a space that somebody closed a moment ago. */
export function refuseClosedSpace(error: unknown): never {
  const closed = error instanceof pg.DatabaseError && error.constraint === 'dossier_in_open_space'
  throw closed ? new AppError('gone') : error
}

export type Reopened = 'reopened' | 'private_exists' | 'limit'

/** Undoes a closure within 30 days, for whoever opened it and administers it still, if R2 and R6 leave room. */
export async function reopenSpace(tx: Tx, config: Config, actor: Actor, code: string): Promise<Reopened> {
  if (!isCode(code)) throw new AppError('not_found')
  await lockPerson(tx, actor.personId)
  const space = await tx.row<Pick<CurrentSpace, 'id' | 'kind' | 'capacity'>>(sql`
    select s.id, s.kind, m.capacity from spaces s
      join memberships m on m.space_id = s.id and m.person_id = s.owner_id and m.role = 'administrator'
    where s.code = ${code} and s.owner_id = ${actor.personId}
      and s.closed_at > now() - make_interval(days => ${undoDays}) for update of s`)
  if (!space) throw new AppError('not_found')
  if (space.kind === 'private' && (await hasPrivateSpace(tx))) return 'private_exists'
  if (space.kind === 'business' && limitReached(await businessLimit(tx, config))) return 'limit'
  await Promise.all([
    tx.run(sql`update spaces set closed_at = null, closed_by = null where id = ${space.id}`),
    recordIn(tx, actor, { ...space, code }, { act: 'space.reopened' }),
  ])
  return 'reopened'
}
