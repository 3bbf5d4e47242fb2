import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor, Capacity, CurrentSpace, Role } from '../scopes.ts'
import { tellMembers } from './member-mail.ts'

export type Member = {
  personId: string
  familyName: string
  givenName: string
  role: Role
  capacity: Capacity | null
  joinedAt: Date
  lastUsedAt: Date
  /** Which certificates open the space for them; null: all of theirs. */
  bound: { organization: string } | { serialNumber: string } | null
  /** Where it is bound: until when such a certificate is valid, as far as is known. */
  boundUntil: Date | null
  /** Whether any certificate of theirs opens the space at present. */
  getsIn: boolean
}

/** Everybody in the space the transaction stands in, the longest there first. */
export function listMembers(tx: Tx): Promise<Member[]> {
  return tx.rows<Member>(sql`
    select person_id as "personId", family_name as "familyName", given_name as "givenName", role, capacity,
      joined_at as "joinedAt", last_used_at as "lastUsedAt",
      case when bound_serial_number is not null then json_build_object('serialNumber', bound_serial_number)
        when bound_organization is not null then json_build_object('organization', bound_organization) end as bound,
      bound_until as "boundUntil", gets_in as "getsIn"
    from members_of_space()`)
}

/** Who can grant what a role forbids, by name. */
export async function administratorsHere(tx: Tx): Promise<string[]> {
  const members = await listMembers(tx)
  return members.filter(({ role }) => role === 'administrator').map(fullName)
}

/** Whether the person who acts opened the space, which then counts as theirs whether they are in it or not (R6). */
export async function openedByActor(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ opened: boolean }>(sql`
    select owner_id = (select current_person()) as opened from spaces where id = (select current_space())`)
  return row?.opened ?? false
}

export const fullName = ({ givenName, familyName }: Pick<Member, 'givenName' | 'familyName'>) =>
  `${givenName} ${familyName}`.trim()

/** `forbidden`: whoever acts has ceased to be an administrator meanwhile. `last`: somebody must administer a space. */
export type RoleChange = 'changed' | 'last' | 'unknown' | 'forbidden'

/** Holds from the next request on; whoever has another role now is told by mail. */
export async function changeRole(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  space: CurrentSpace,
  { member, role }: { member: Member; role: Role },
): Promise<RoleChange> {
  const { personId } = member
  const row = await tx.row<{ outcome: RoleChange }>(
    sql`select change_role(${personId}::uuid, ${role}) as outcome`,
  )
  const outcome = row?.outcome ?? 'unknown'
  if (outcome !== 'changed' || role === member.role) return outcome
  const detail = { member: personId, memberName: fullName(member), role }
  await recordIn(tx, actor, space, { act: 'member.role_changed', detail })
  if (personId !== actor.personId)
    await tellMembers(tx, jobs, { kind: 'role_changed', spaceId: space.id, personIds: [personId] })
  return outcome
}

export type Ending = 'ended' | 'last' | 'unknown' | 'forbidden'

/** From the next request on the space is closed to them; they are told by mail. */
export async function removeMember(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  space: CurrentSpace,
  member: Member,
): Promise<Ending> {
  const { personId } = member
  const outcome = await endMembership(tx, personId)
  if (outcome !== 'ended') return outcome
  const detail = { member: personId, memberName: fullName(member) }
  await recordIn(tx, actor, space, { act: 'member.removed', detail })
  await tellMembers(tx, jobs, { kind: 'member_removed', spaceId: space.id, personIds: [personId] })
  return outcome
}

/** Anyone may leave, but for the last administrator. */
export async function leaveSpace(tx: Tx, actor: Actor, space: CurrentSpace): Promise<Ending> {
  const outcome = await endMembership(tx, actor.personId)
  if (outcome === 'ended') await recordIn(tx, actor, space, { act: 'member.left' })
  return outcome
}

async function endMembership(tx: Tx, personId: string): Promise<Ending> {
  const row = await tx.row<{ outcome: Ending }>(sql`select end_membership(${personId}::uuid) as outcome`)
  return row?.outcome ?? 'unknown'
}
