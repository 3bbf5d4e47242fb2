import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import type { Problem } from '../ui/error-summary.ts'
import type { View } from '../ui/view.ts'
import { countAttempt } from './attempts.ts'
import {
  changeEmail,
  confirmEmail,
  type EmailChange,
  type EmailState,
  findConfirmation,
  findEmail,
  resendConfirmation,
} from './email.ts'
import { confirmationView, emailView } from './email-view.ts'
import { demandFresh } from './freshness.ts'
import { emailOf } from './registration-form.ts'

export function emailRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.email(),
    house.person(async ({ view, tx, actor }) => {
      const state = await findEmail(tx, actor)
      return page(200, emailView(view, { state, typed: '', problems: [] }))
    }),
  )

  app.post(
    paths.email(),
    house.person(async ({ view, tx, actor, request }) => {
      const typed = String((request.body as Record<string, unknown> | undefined)?.email ?? '')
      const problems: Problem[] = []
      const email = emailOf(view, typed, problems)
      const state = await findEmail(tx, actor)
      if (!email) return page(422, emailView(view, { state, typed, problems }))
      await demandFresh(tx, house.config, actor)
      return tell(view, state, typed, await changeEmail(tx, house, actor, email))
    }),
  )

  app.post(
    paths.emailResend(),
    house.person(async ({ view, tx, actor }) => {
      const state = await findEmail(tx, actor)
      return tell(view, state, '', await resendConfirmation(tx, house, actor))
    }),
  )

  app.get(
    '/account/email/confirmation/:token',
    house.open(async ({ view, request }) => {
      const { token = '' } = request.params
      const found = await findConfirmation(house, token)
      if (!found) return page(410, confirmationView(view, { state: 'expired', email: '', token }))
      return page(found.state === 'expired' ? 410 : 200, confirmationView(view, { ...found, token }))
    }),
  )

  app.post(
    '/account/email/confirmation/:token',
    house.open(async ({ view, request }) => {
      const { token = '' } = request.params
      const allowed = await countAttempt(house.pools, 'email_confirmation', request.ip)
      if (allowed && (await confirmEmail(house, token)))
        return page(200, confirmationView(view, { state: 'done', email: '', token }))
      const state = (await findConfirmation(house, token))?.state === 'used' ? 'used' : 'expired'
      return page(state === 'used' ? 200 : 410, confirmationView(view, { state, email: '', token }))
    }),
  )
}

function tell(view: View, state: EmailState, typed: string, change: EmailChange): Answer {
  if (change === 'too_many') return page(429, emailView(view, { state, typed, problems: [], tooMany: true }))
  return seeOther(paths.email(change))
}
