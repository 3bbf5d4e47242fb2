import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import { changeLimit, lookUp, openAccount } from './account.ts'
import { agentRoute, type Given } from './agent-route.ts'
import { findWaitingCertificate, settleCertificate, type WaitingCertificate } from './certificate-request.ts'
import { answerPage, raisePage, readForm, refusalPage } from './forms.ts'
import {
  helpdeskRequestView,
  type Overtaken,
  recoveryRequestView,
  type Sent,
  waitingCertificateView,
} from './item-view.ts'
import { refuseOwn } from './own-matter.ts'
import { listWaiting, type Waiting } from './queue.ts'
import { queueView } from './queue-view.ts'
import { findRecoveryRequest, type RecoveryRequest, refuseRecovery, takeRecovery } from './recovery.ts'
import { answerRequest, findRequest, type HelpdeskRequest, takeRequest } from './request.ts'

/** What waits for an agent: requests, lost certificates, and certificates with other names. */
export function itemRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.helpdesk(),
    agentRoute(house, async ({ view, tx, agent }) =>
      page(200, queueView(view, agent, await listWaiting(tx))),
    ),
  )
  requestRoutes(app, house)
  recoveryRoutes(app, house)
  certificateRoutes(app, house)
}

function requestRoutes(app: FastifyInstance, house: House) {
  const route = (work: (given: Given, found: HelpdeskRequest) => Promise<Answer>) =>
    agentRoute(house, async (given) => work(given, await find(given, 'requests', findRequest)))
  const show = async ({ view, tx, agent }: Given, id: string, more: Overtaken = {}) =>
    page(
      more.changed ? 409 : 200,
      helpdeskRequestView(view, await findAgain(tx, id, findRequest), { agent, ...more }),
    )
  const refuse = ({ view, agent }: Given, found: HelpdeskRequest, sent: Sent) =>
    page(422, helpdeskRequestView(view, found, { agent, sent }))

  app.get(
    '/helpdesk/requests/:id',
    route((given, { id }) => show(given, id)),
  )

  app.post(
    '/helpdesk/requests/:id/taking',
    route(async (given, found) => {
      const taken = await takeRequest(given.tx, given.agent, found)
      return taken
        ? seeOther(paths.helpdeskItem('requests', found.id))
        : show(given, found.id, { changed: true })
    }),
  )

  app.post(
    '/helpdesk/requests/:id/answer',
    route(async (given, found) => {
      const { tx, agent, request } = given
      const filled = readForm(found.kind === 'limit' ? raisePage : answerPage, request.body)
      if (!filled.given) return refuse(given, found, { decision: 'answer', filled })
      const answer = filled.given('answer')
      if (!(await answerRequest(tx, house.jobs, agent, found, 'answered', answer)))
        return show(given, found.id, { changed: true, typed: answer })
      if (found.kind === 'limit') await raise(given, found, Number(filled.given('limit')), answer)
      return seeOther(paths.helpdesk('done'))
    }),
  )

  app.post(
    '/helpdesk/requests/:id/refusal',
    route(async (given, found) => {
      const { tx, agent, request } = given
      const filled = readForm(refusalPage, request.body)
      if (!filled.given) return refuse(given, found, { decision: 'refusal', filled })
      const typed = filled.given('refusal')
      const refused = await answerRequest(tx, house.jobs, agent, found, 'refused', typed)
      return refused ? seeOther(paths.helpdesk('done')) : show(given, found.id, { changed: true, typed })
    }),
  )

  /** R6: the request is the reason for opening the account, and its answer that for the limit. */
  async function raise(
    { tx, agent }: Given,
    { reference, personId }: HelpdeskRequest,
    limit: number,
    reason: string,
  ) {
    if (!personId) throw new Error('a request for more spaces is a person’s')
    const lookup = await lookUp(tx, house.config, { by: 'request', value: reference, reason: reference })
    if (!lookup) throw new Error('a look-up by request is not counted')
    await openAccount(tx, lookup, personId)
    await changeLimit(tx, agent, { personId, limit, reason })
  }
}

function recoveryRoutes(app: FastifyInstance, house: House) {
  const route = (work: (given: Given, found: RecoveryRequest) => Promise<Answer>) =>
    agentRoute(house, async (given) => work(given, await find(given, 'recoveries', findRecoveryRequest)))
  const show = async ({ view, tx, agent }: Given, id: string, more: Overtaken = {}) =>
    page(
      more.changed ? 409 : 200,
      recoveryRequestView(view, await findAgain(tx, id, findRecoveryRequest), { agent, ...more }),
    )

  app.get(
    '/helpdesk/recoveries/:id',
    route((given, { id }) => show(given, id)),
  )

  app.post(
    '/helpdesk/recoveries/:id/taking',
    route(async (given, found) => {
      const taken = await takeRecovery(given.tx, found)
      return taken
        ? seeOther(paths.helpdeskItem('recoveries', found.id))
        : show(given, found.id, { changed: true })
    }),
  )

  app.post(
    '/helpdesk/recoveries/:id/refusal',
    route(async (given, found) => {
      const { view, tx, agent, request } = given
      const filled = readForm(refusalPage, request.body)
      if (!filled.given)
        return page(422, recoveryRequestView(view, found, { agent, sent: { decision: 'refusal', filled } }))
      const typed = filled.given('refusal')
      const refused = await refuseRecovery(tx, house, found, typed)
      return refused ? seeOther(paths.helpdesk('done')) : show(given, found.id, { changed: true, typed })
    }),
  )
}

function certificateRoutes(app: FastifyInstance, house: House) {
  const route = (work: (given: Given, found: WaitingCertificate) => Promise<Answer>) =>
    agentRoute(house, async (given) => work(given, await find(given, 'certificates', findWaitingCertificate)))

  app.get(
    '/helpdesk/certificates/:id',
    route(async ({ view, agent }, found) => page(200, waitingCertificateView(view, found, { agent }))),
  )

  for (const decision of ['answer', 'refusal'] as const)
    app.post(
      `/helpdesk/certificates/:id/${decision}`,
      route(async ({ view, tx, agent, request }, found) => {
        const filled = readForm(decision === 'answer' ? answerPage : refusalPage, request.body)
        if (!filled.given)
          return page(422, waitingCertificateView(view, found, { agent, sent: { decision, filled } }))
        const typed = filled.given(decision)
        const settled = { accept: decision === 'answer', answer: typed }
        if (await settleCertificate(tx, house.jobs, agent, found, settled))
          return seeOther(paths.helpdesk('done'))
        const now = await findAgain(tx, found.id, findWaitingCertificate)
        return page(409, waitingCertificateView(view, now, { agent, changed: true, typed }))
      }),
    )
}

type Find<T> = (tx: Tx, id: string) => Promise<T | null>

async function find<T>({ tx, request }: Given, what: Waiting['kind'], found: Find<T>): Promise<T> {
  const id = idOf(request.params.id)
  const one = await findAgain(tx, id, found)
  await refuseOwn(tx, what, id)
  return one
}

async function findAgain<T>(tx: Tx, id: string, found: Find<T>): Promise<T> {
  const one = await found(tx, id)
  if (!one) throw new AppError('not_found')
  return one
}

/** What is no id is no address. */
export function idOf(given: string | undefined): string {
  const id = z.uuid().safeParse(given)
  if (!id.success) throw new AppError('not_found')
  return id.data
}
