import type { FastifyInstance } from 'fastify'
import sql from 'sql-template-tag'
import { recordIn } from '../audit/audit.ts'
import { type House, type Request, tokenOf } from '../house.ts'
import { paths } from '../paths.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import type { View } from '../ui/view.ts'
import { completeness } from './completeness.ts'
import { conflictView } from './conflict-view.ts'
import { type Edited, editProfile } from './edit.ts'
import { profileForm, readEntry, startDraft, unknown } from './entry.ts'
import { listVersions, readVersion, tellHistory } from './history.ts'
import { historyView } from './history-view.ts'
import { asKnownNow } from './known.ts'
import { settleNumber } from './own-number.ts'
import { findOwnPerson, type OwnPerson } from './own-person.ts'
import { findCurrentProfile, type Profile } from './profile.ts'
import { editView, profileView } from './views.ts'

export function profileRoutes(app: FastifyInstance, house: House) {
  const { config, catalogue } = house

  const shown = (space: CurrentSpace, profile: Profile | null, own: OwnPerson | null) => {
    const now = asKnownNow(config, space, profile, own)
    return now ? { answers: now.data, sources: now.sources } : unknown
  }

  app.get(
    '/s/:code/profile',
    house.spaceRead(
      'reader',
      (tx) => ({ profile: findCurrentProfile(tx), own: findOwnPerson(tx) }),
      ({ view, actor, space, profile, own }) => {
        const known = shown(space, profile, own)
        const procedures = catalogue.all().filter(({ kind }) => kind === space.kind)
        const counted = completeness(profileForm(space.kind), known.answers, procedures)
        const given = { actor, space, profile, known, completeness: counted, procedures: procedures.length }
        return page(200, profileView(view, given))
      },
    ),
  )

  app.get(
    '/s/:code/profile/edit',
    house.spaceRead(
      'manager',
      (tx) => ({ profile: findCurrentProfile(tx), own: findOwnPerson(tx) }),
      ({ view, space, profile, own }) => {
        const draft = startDraft(space.kind, shown(space, profile, own))
        return page(200, editView(view, space, draft, profile?.version ?? 0))
      },
    ),
  )

  app.post('/s/:code/profile/edit', async (request: Request, reply) => {
    const refused = await checkNumber(house, request)
    const answer = house.space('manager', async ({ view, tx, actor, space }) => {
      const edited = await editProfile(tx, config, { actor, space, body: request.body, refused })
      return answerTo(edited, view, space)
    })
    return answer(request, reply)
  })

  app.get(
    '/s/:code/profile/history',
    house.spaceRead(
      'reader',
      (tx, { query }) => ({ versions: listVersions(tx, readVersion(query.before)) }),
      ({ view, space, versions, request }) => {
        const later = readVersion(request.query.before) !== null
        return page(
          200,
          historyView(view, space, { ...tellHistory(profileForm(space.kind), versions), later }),
        )
      },
    ),
  )

  app.post(
    '/s/:code/use-data',
    house.space('administrator', async ({ tx, actor, space, request }) => {
      const use = isYes(request.body)
      await tx.run(sql`update spaces set use_data = ${use} where id = ${space.id}`)
      const act = use ? 'profile.use_on' : 'profile.use_off'
      await recordIn(tx, actor, space, { act })
      return seeOther(paths.profile(space.code, use ? 'use_on' : 'use_off'))
    }),
  )
}

function answerTo(edited: Edited, view: View, space: CurrentSpace): Answer {
  switch (edited.outcome) {
    case 'saved':
    case 'unchanged':
      return seeOther(paths.profile(space.code, edited.outcome))
    case 'form':
      return page(
        edited.draft.errors.length > 0 ? 422 : 200,
        editView(view, space, edited.draft, edited.version),
      )
    case 'conflict':
      return page(edited.incomplete ? 422 : 409, conflictView(view, space, edited))
  }
}

/** Only a private space holds a person's own number; the register is asked once everything else is right. */
async function checkNumber(house: House, request: Request) {
  const token = tokenOf(request)
  if (!token || !/^PP-/i.test(request.params.code ?? '')) return []
  const entry = readEntry('private', request.body, unknown)
  return entry.complete ? settleNumber(house, token, entry.data) : []
}

const isYes = (body: unknown) =>
  typeof body === 'object' && body !== null && 'use' in body && body.use === 'yes'
