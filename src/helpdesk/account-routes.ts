import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House, Request } from '../house.ts'
import type { Messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import {
  changeLimit,
  findLookup,
  lookUp,
  noteTooMany,
  openAccount,
  readAccount,
  tellLimit,
} from './account.ts'
import { accountView, type OpenAccount } from './account-view.ts'
import { agentRoute, type Given, recordDenied } from './agent-route.ts'
import { approvalPage, emptyForm, limitPage, lookupPage, readForm, restorePage, wayOf } from './forms.ts'
import { idOf } from './item-routes.ts'
import { foundView, lookupOverView, lookupView } from './lookup-view.ts'
import { lookupsRefused } from './metrics.ts'
import { refuseOwn } from './own-matter.ts'
import { approveRecovery, findRecoveryRequest, listInHand } from './recovery.ts'

/** Looking for accounts, each time with a reason, and what can be changed in one. */
export function accountRoutes(app: FastifyInstance, house: House) {
  lookupRoutes(app, house)

  app.get(
    '/helpdesk/lookups/:lookup/accounts/:person',
    inAccount((given, opened) => page(200, accountView(given.view, opened))),
  )

  app.post(
    '/helpdesk/lookups/:lookup/accounts/:person/limit',
    inAccount(async (given, opened) => {
      const filled = readForm(limitPage, given.request.body)
      if (!filled.given) return refuse(given, { ...opened, sent: { form: 'limit', filled } })
      return setLimit(given, opened, Number(filled.given('limit')), filled.given('reason'))
    }),
  )

  app.post(
    '/helpdesk/lookups/:lookup/accounts/:person/limit/restoration',
    inAccount(async (given, opened) => {
      const filled = readForm(restorePage, given.request.body)
      if (!filled.given) return refuse(given, { ...opened, sent: { form: 'restore', filled } })
      return setLimit(given, opened, null, filled.given('restoreReason'))
    }),
  )

  app.post(
    '/helpdesk/lookups/:lookup/accounts/:person/recoveries/:recovery',
    inAccount(async (given, opened) => {
      const { tx, view, agent, request } = given
      const recovery = await findRecoveryRequest(tx, idOf(request.params.recovery))
      if (!recovery) throw new AppError('not_found')
      await refuseOwn(tx, 'recoveries', recovery.id)
      const filled = readForm(approvalPage, request.body)
      const sent = { form: { recovery: recovery.id }, filled }
      if (!filled.given) return refuse(given, { ...opened, sent })
      const approval = await approveRecovery(tx, house, agent, recovery, {
        personId: opened.account.person.id,
        reason: filled.given('reason'),
        namesReason: filled.given('namesReason') || null,
      })
      if (approval === 'approved') return seeOther(paths.helpdeskItem('recoveries', recovery.id, 'approved'))
      const told = approval === 'names' || approval === 'number' ? approval : 'changed'
      return page(told === 'changed' ? 409 : 422, accountView(view, { ...opened, sent, told }))
    }),
  )

  const refuse = ({ view }: Given, opened: OpenAccount) => page(422, accountView(view, opened))

  /** R6. The person is told by mail, and reads the reason in their activity. */
  async function setLimit({ tx, agent }: Given, opened: OpenAccount, limit: number | null, reason: string) {
    const personId = opened.account.person.id
    await changeLimit(tx, agent, { personId, limit, reason })
    await tellLimit(tx, house.jobs, personId)
    return seeOther(paths.account(opened.lookup, personId, 'changed'))
  }

  /** The account this look-up of the agent found, open in the transaction, on record. */
  function inAccount(work: (given: Given, opened: OpenAccount) => Answer | Promise<Answer>) {
    return agentRoute(house, async (given) => {
      const { tx, agent, request } = given
      const [lookup, person] = [idOf(request.params.lookup), idOf(request.params.person)]
      await refuseOwn(tx, 'accounts', person)
      const reason = await openAccount(tx, lookup, person)
      if (!reason) throw new AppError('not_found')
      const [account, recoveries] = await Promise.all([readAccount(tx, house.config), listInHand(tx, agent)])
      return work(given, { agent, lookup, reason, account, recoveries })
    })
  }
}

/** Somebody may be leafing through accounts: an operator should know. */
async function tellTooMany(tx: Tx, { id }: Agent, { log }: Request) {
  lookupsRefused.inc()
  if (await noteTooMany(tx))
    log.warn({ alert: 'lookups_exceeded', agent: id }, 'ALERT: an agent looks up more accounts than they may')
}

function lookupRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/helpdesk/lookups/new',
    agentRoute(house, async ({ view, agent, request }) => {
      const reason = z.string().max(300).catch('').parse(request.query.for)
      return page(200, lookupView(view, agent, { ...emptyForm, answers: { reason } }))
    }),
  )

  app.post(
    paths.lookups(),
    agentRoute(house, async ({ view, tx, agent, request }) => {
      const filled = readForm(lookupPage, request.body)
      if (!filled.given) return page(422, lookupView(view, agent, filled))
      const value = filled.given('value')
      if (value.replace(/\s/g, '').length < 3) {
        const message = (t: Messages) => t.helpdesk.lookups.tooShort
        const errors = [{ name: 'value', pageId: lookupPage.id, message }]
        return page(422, lookupView(view, agent, { ...filled, errors }))
      }
      const by = wayOf(filled.given('by'))
      const id = await lookUp(tx, house.config, { by, value, reason: filled.given('reason') })
      if (!id) {
        await tellTooMany(tx, agent, request)
        return page(429, lookupView(view, agent, filled, { tooMany: true }))
      }
      const found = (await findLookup(tx, house.config, id))?.found ?? []
      const only = by === 'request' && found.length === 1 ? found[0] : undefined
      return seeOther(only ? paths.account(id, only.id) : paths.lookup(id))
    }),
  )

  app.get(
    '/helpdesk/lookups/:lookup',
    agentRoute(house, async (given) => {
      const { view, tx, agent, request } = given
      const lookup = await findLookup(tx, house.config, idOf(request.params.lookup))
      if (lookup) return page(200, foundView(view, agent, lookup))
      // Over, or another agent's: nobody can tell which, so it is on record as whatever is guessed.
      await recordDenied(given)
      return page(404, lookupOverView(view, agent))
    }),
  )
}
