import type { FastifyInstance } from 'fastify'
import type { House, Request } from '../house.ts'
import { demandFresh } from '../identity/freshness.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { type Actor, type CurrentSpace, mayAct } from '../scopes.ts'
import { listInvitations } from './invitation.ts'
import { leavingView, memberRemovalView, memberView } from './member-view.ts'
import { membersView } from './members-view.ts'
import {
  changeRole,
  leaveSpace,
  listMembers,
  type Member,
  openedByActor,
  removeMember,
} from './membership.ts'
import { isRole } from './rights.ts'

export function membersRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/s/:code/members',
    house.spaceRead(
      'reader',
      (tx) => ({ members: listMembers(tx), invitations: listInvitations(tx) }),
      ({ view, ...shown }) => {
        onlyBusiness(shown.space)
        return page(200, membersView(view, shown))
      },
    ),
  )

  app.get(
    '/s/:code/members/:id',
    house.spaceRead(
      'administrator',
      (tx) => ({ members: listMembers(tx) }),
      ({ view, actor, space, request, members }) =>
        page(200, memberView(view, { actor, space, member: memberIn(members, space, request) })),
    ),
  )

  app.post(
    '/s/:code/members/:id/role',
    house.space('administrator', async ({ view, tx, actor, space, request }) => {
      const member = memberIn(await listMembers(tx), space, request)
      const role = (request.body as Record<string, unknown> | undefined)?.role
      if (!isRole(role)) return page(422, memberView(view, { actor, space, member }, 'role'))
      if (!mayAct(member.role, role)) await demandFresh(tx, house.config, actor)
      const outcome = await changeRole(tx, house.jobs, actor, space, { member, role })
      if (outcome === 'last') return page(409, memberView(view, { actor, space, member }, 'last'))
      stillThere(outcome)
      return seeOther(paths.members(space.code, 'changed'))
    }),
  )

  app.get(
    '/s/:code/members/:id/removal',
    house.spaceRead(
      'administrator',
      (tx) => ({ members: listMembers(tx) }),
      ({ view, actor, space, request, members }) => {
        const member = memberIn(members, space, request)
        if (member.personId === actor.personId) return seeOther(paths.leaving(space.code))
        return page(200, memberRemovalView(view, { space, member }))
      },
    ),
  )

  app.post(
    '/s/:code/members/:id/removal',
    house.space('administrator', async ({ view, tx, actor, space, request }) => {
      const member = memberIn(await listMembers(tx), space, request)
      if (member.personId === actor.personId) return seeOther(paths.leaving(space.code))
      const outcome = await removeMember(tx, house.jobs, actor, space, member)
      if (outcome === 'last') return page(409, memberRemovalView(view, { space, member }, true))
      stillThere(outcome)
      return seeOther(paths.members(space.code, 'removed'))
    }),
  )

  app.get(
    '/s/:code/leaving',
    house.spaceRead(
      'reader',
      (tx) => ({ members: listMembers(tx), opened: openedByActor(tx) }),
      ({ view, actor, space, members, opened }) => {
        onlyBusiness(space)
        return page(200, leavingView(view, { ...aboutLeaving(actor, members), space, opened }))
      },
    ),
  )

  app.post(
    '/s/:code/leaving',
    house.space('reader', async ({ view, tx, actor, space }) => {
      onlyBusiness(space)
      if ((await leaveSpace(tx, actor, space)) === 'ended') return seeOther(paths.spaces('left'))
      const members = await listMembers(tx)
      return page(409, leavingView(view, { space, opened: false, members: members.length, last: true }))
    }),
  )
}

/** A private space is one person’s, and has no page about users. */
function onlyBusiness({ kind }: CurrentSpace) {
  if (kind !== 'business') throw new AppError('not_found')
}

function memberIn(members: Member[], space: CurrentSpace, { params }: Request): Member {
  onlyBusiness(space)
  const member = members.find(({ personId }) => personId === params.id)
  if (!member) throw new AppError('not_found')
  return member
}

/** Somebody else was quicker: the member is gone, or the right to act is. */
function stillThere(outcome: 'changed' | 'ended' | 'unknown' | 'forbidden') {
  if (outcome === 'unknown') throw new AppError('not_found')
  if (outcome === 'forbidden') throw new AppError('forbidden')
}

function aboutLeaving({ personId }: Actor, members: Member[]) {
  const administrators = members.filter(({ role, getsIn }) => role === 'administrator' && getsIn)
  const last = administrators.length === 1 && administrators[0]?.personId === personId
  return { members: members.length, last }
}
