import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import { notify } from '../communications/notification.ts'
import { invitationLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Language } from '../i18n/index.ts'
import { isAllowed } from '../identity/attempts.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Actor, CurrentSpace, Role } from '../scopes.ts'

type Means = { config: Config; jobs: Jobs }

/** Whom somebody invites, and to what. */
export type Invited = {
  familyName: string
  /** Empty for people with a single name. */
  givenName: string
  email: string
  language: Language
  /** Exactly the certificate with this number; null: whoever bears the names and reads the address. */
  serialNumber: string | null
  role: Role
  /** The space opens with the certificate that accepts, and with no other of theirs. */
  oneCertificate: boolean
}

type Course = {
  expiresAt: Date
  acceptedAt: Date | null
  declinedAt: Date | null
  revokedAt: Date | null
}
export type Invitation = Invited & Course & { id: string; invitedAt: Date }
export type InvitationState = 'invited' | 'accepted' | 'declined' | 'revoked' | 'expired'

export function stateOf(
  { acceptedAt, declinedAt, revokedAt, expiresAt }: Course,
  now = new Date(),
): InvitationState {
  if (acceptedAt) return 'accepted'
  if (declinedAt) return 'declined'
  if (revokedAt) return 'revoked'
  return expiresAt > now ? 'invited' : 'expired'
}

/** Of the space the transaction stands in, newest first, without those that became members. For administrators. */
export function listInvitations(tx: Tx): Promise<Invitation[]> {
  return tx.rows<Invitation>(sql`
    select id, family_name as "familyName", given_name as "givenName", email, language,
      serial_number as "serialNumber", role, one_certificate as "oneCertificate", invited_at as "invitedAt",
      expires_at as "expiresAt", accepted_at as "acceptedAt", declined_at as "declinedAt", revoked_at as "revokedAt"
    from invitations where space_id = (select current_space()) and accepted_at is null
    order by invited_at desc limit 100`)
}

/** `waiting`: this colleague is invited already. */
export type Inviting = 'invited' | 'waiting' | 'too_many'

/** Mails a link, good for 14 days, once, and for whom it fits. An invitation of the same person that expired gives way. */
export async function inviteColleague(
  tx: Tx,
  means: Means,
  actor: Actor,
  space: CurrentSpace,
  invited: Invited,
): Promise<Inviting> {
  if (!(await isAllowed(tx, 'invitation', space.id))) return 'too_many'
  const { familyName, givenName, email, language, serialNumber, role, oneCertificate } = invited
  await tx.run(sql`update invitations set revoked_at = now(), revoked_by = ${actor.personId}
    where space_id = ${space.id} and lower(email) = lower(${email}) and lower(family_name) = lower(${familyName})
      and lower(given_name) = lower(${givenName}) and expires_at <= now() and ${open}`)
  const id = randomUUID()
  const link = randomUUID()
  const inserted = await tx.run(sql`
    insert into invitations (id, space_id, family_name, given_name, email, language, serial_number, role,
      one_certificate, token_hash, invited_by)
    values (${id}, ${space.id}, ${familyName}, ${givenName}, ${email}, ${language}, ${serialNumber}, ${role},
      ${oneCertificate}, ${hashOf(means.config, link)}, ${actor.personId})
    on conflict do nothing`)
  if (inserted === 0) return 'waiting'
  await mailLink(tx, means.jobs, { email, language }, link)
  await recordIn(tx, actor, space, {
    act: 'invitation.sent',
    detail: { invitation: id, role, oneCertificate },
  })
  return 'invited'
}

/** A new link for 14 days more; the one before leads nowhere. */
export async function resendInvitation(
  tx: Tx,
  means: Means,
  actor: Actor,
  space: CurrentSpace,
  id: string,
): Promise<'sent' | 'over' | 'too_many'> {
  if (!(await isAllowed(tx, 'invitation', space.id))) return 'too_many'
  const link = randomUUID()
  const found = await tx.row<{ email: string; language: Language }>(sql`
    update invitations set token_hash = ${hashOf(means.config, link)}, expires_at = now() + interval '14 days'
    where space_id = ${space.id} and id = ${id} and ${open} returning email, language`)
  if (!found) return over(tx, space, id)
  await mailLink(tx, means.jobs, found, link)
  await recordIn(tx, actor, space, { act: 'invitation.resent', detail: { invitation: id } })
  return 'sent'
}

export async function revokeInvitation(
  tx: Tx,
  actor: Actor,
  space: CurrentSpace,
  id: string,
): Promise<'revoked' | 'over'> {
  const revoked = await tx.run(sql`
    update invitations set revoked_at = now(), revoked_by = ${actor.personId}
    where space_id = ${space.id} and id = ${id} and ${open}`)
  if (!revoked) return over(tx, space, id)
  await recordIn(tx, actor, space, { act: 'invitation.revoked', detail: { invitation: id } })
  return 'revoked'
}

const open = sql`accepted_at is null and declined_at is null and revoked_at is null`

/** It ended meanwhile; one that never was is not found. */
async function over(tx: Tx, space: CurrentSpace, id: string): Promise<'over'> {
  const known = await tx.row(sql`select id from invitations where space_id = ${space.id} and id = ${id}`)
  if (!known) throw new AppError('not_found')
  return 'over'
}

const hashOf = (config: Config, link: string) => invitationLinks.hash(invitationLinks.token(config, link))

const mailLink = (tx: Tx, jobs: Jobs, to: { email: string; language: Language }, link: string) =>
  notify(tx, jobs, {
    ...{ kind: 'invitation', personId: null, language: to.language, recipient: to.email },
    data: { id: link },
  })
