import sql from 'sql-template-tag'
import { record, recordIn } from '../audit/audit.ts'
import { invitationLinks } from '../communications/secret-link.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { isUuid } from '../platform/parameter.ts'
import { type Actor, type Capacity, type Role, type Token, visitSpace } from '../scopes.ts'
import { fits } from './fitting.ts'
import { type InvitationState, stateOf } from './invitation.ts'
import { tellMembers } from './member-mail.ts'
import { listMembers } from './membership.ts'

/** An invitation, seen by whom it is for. */
export type Offer = {
  id: string
  spaceCode: string
  spaceTitle: string
  inviter: string
  role: Role
  oneCertificate: boolean
  serialNumber: string | null
  expiresAt: Date
  state: InvitationState
  /** Whether it was this person who accepted. */
  mine: boolean
  /** `later`: with the certificate whose number it names. */
  fits: 'yes' | 'later'
}

export type Reaching = Omit<Offer, 'state' | 'fits' | 'mine'> & {
  familyName: string
  givenName: string
  acceptedAt: Date | null
  acceptedBy: string | null
  declinedAt: Date | null
  revokedAt: Date | null
  byLink: boolean
  closed: boolean
}

/** Invitations that reach the person, by whichever of their certificates or at their confirmed address. */
export const findReaching = (tx: Tx): Promise<Reaching[]> => reaching(tx, null)

/** Those of them that wait for an answer and fit. */
export const waitingOffers = (found: Reaching[], actor: Actor): Offer[] =>
  offersOf(found, actor).filter(({ state }) => state === 'invited')

/** How an invitation is named in an address: by the token of its mailed link, or by its id for whom it waits anyway. */
export type Named = { link: Buffer } | { id: string }

export function readNamed(config: Config, text: string): Named | null {
  if (invitationLinks.isOurs(config, text)) return { link: invitationLinks.hash(text) }
  return isUuid(text) ? { id: text } : null
}

/** Null for everybody whom it does not fit, as if there were none. */
export async function findOffer(tx: Tx, actor: Actor, named: Named): Promise<Offer | null> {
  const rows = await reaching(tx, linkOf(named))
  const one = rows.filter((row) => ('link' in named ? row.byLink : row.id === named.id))
  return offersOf(one, actor)[0] ?? null
}

export type Acceptance =
  /** `member` already: nothing changes for them. */
  { outcome: 'accepted' | 'member'; code: string } | { outcome: 'over' | 'other_certificate' }

/** Makes the person a member, with the certificate in use; the administrators are told by mail. */
export async function acceptInvitation(
  tx: Tx,
  jobs: Jobs,
  { actor, token }: { actor: Actor; token: Token },
  named: Named,
  { offer, capacity }: { offer: Offer; capacity: Capacity },
): Promise<Acceptance> {
  const row = await tx.row<{ outcome: string; spaceId: string | null; code: string | null }>(sql`
    select outcome, space_id as "spaceId", space_code as code
    from accept_invitation(${offer.id}::uuid, ${linkOf(named)}, ${actor.certificate.id}::uuid, ${capacity})`)
  const { outcome, code, spaceId } = row ?? { outcome: 'over', code: null, spaceId: null }
  if (code && outcome === 'member') return { outcome, code }
  if (!code || !spaceId || outcome !== 'accepted')
    return { outcome: outcome === 'other_certificate' ? outcome : 'over' }
  const detail = { invitation: offer.id, certificate: actor.certificate.id, role: offer.role }
  await recordIn(tx, actor, { id: spaceId, code, capacity }, { act: 'invitation.accepted', detail })
  const members = (await visitSpace(tx, token, code, 'reader', () => listMembers(tx))) ?? []
  const administrators = members.filter(
    ({ role, personId }) => role === 'administrator' && personId !== actor.personId,
  )
  const personIds = administrators.map(({ personId }) => personId)
  await tellMembers(tx, jobs, { kind: 'member_joined', spaceId, personIds })
  return { outcome, code }
}

/** Whoever invited is told by mail. False when it was over already. */
export async function declineInvitation(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  named: Named,
  offer: Offer,
): Promise<boolean> {
  const declined = await tx.row<{ spaceId: string; code: string; invitedBy: string }>(sql`
    select space_id as "spaceId", space_code as code, invited_by as "invitedBy"
    from decline_invitation(${offer.id}::uuid, ${linkOf(named)})`)
  if (!declined) return false
  const { spaceId, code, invitedBy } = declined
  await Promise.all([
    record(tx, {
      act: 'invitation.declined',
      personId: actor.personId,
      spaceId,
      object: code,
      detail: { invitation: offer.id },
    }),
    tellMembers(tx, jobs, { kind: 'invitation_declined', spaceId, personIds: [invitedBy] }),
  ])
  return true
}

const linkOf = (named: Named): Buffer | null => ('link' in named ? named.link : null)

const reaching = (tx: Tx, link: Buffer | null) =>
  tx.rows<Reaching>(sql`
    select id, family_name as "familyName", given_name as "givenName", serial_number as "serialNumber", role,
      one_certificate as "oneCertificate", expires_at as "expiresAt", accepted_at as "acceptedAt",
      accepted_by as "acceptedBy", declined_at as "declinedAt", revoked_at as "revokedAt", by_link as "byLink",
      space_code as "spaceCode", space_title as "spaceTitle", inviter, closed
    from invitations_for_me(${link})`)

function offersOf(rows: Reaching[], actor: Actor): Offer[] {
  return rows.flatMap((row) => {
    const fit = fits(row, actor)
    if (fit === 'no' || row.closed) return []
    return [{ ...row, state: stateOf(row), mine: row.acceptedBy === actor.personId, fits: fit }]
  })
}
