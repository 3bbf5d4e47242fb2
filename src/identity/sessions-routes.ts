import type { FastifyInstance } from 'fastify'
import { listActivity, type ToldAct } from '../audit/activity.ts'
import type { House } from '../house.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { isUuid } from '../platform/parameter.ts'
import { demandFresh } from './freshness.ts'
import { endSessions, listSessions } from './own-sessions.ts'
import { activityView, sessionsView } from './sessions-view.ts'

const isAct = (act: string): act is ToldAct => Object.hasOwn(messages('en').account.activity.acts, act)
const toldActs = Object.keys(messages('en').account.activity.acts).filter(isAct)

export function sessionsRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.sessions(),
    house.person(async ({ view, tx, token }) => page(200, sessionsView(view, await listSessions(tx, token)))),
  )

  app.post(
    paths.sessionsEnding(),
    house.person(async ({ tx, actor, token }) => {
      await demandFresh(tx, house.config, actor)
      await endSessions(tx, actor.personId, token, null)
      return seeOther(paths.sessions('ended'))
    }),
  )

  app.post(
    '/account/sessions/:id/ending',
    house.person(async ({ tx, actor, token, request }) => {
      const { id = '' } = request.params
      if (!isUuid(id)) throw new AppError('not_found')
      const own = (await listSessions(tx, token)).some((one) => one.id === id)
      if (!own) throw new AppError('not_found')
      await demandFresh(tx, house.config, actor)
      await endSessions(tx, actor.personId, token, id)
      return seeOther(paths.sessions('ended'))
    }),
  )

  app.get(
    paths.activity(),
    house.personRead(
      (tx, { query }) => ({
        found: listActivity(tx, toldActs, typeof query.before === 'string' ? query.before : null),
      }),
      ({ view, found }) => page(200, activityView(view, found)),
    ),
  )
}
