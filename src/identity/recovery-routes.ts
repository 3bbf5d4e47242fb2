import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { spellCode } from '../communications/recovery-link.ts'
import type { House } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { newToken } from '../platform/cookies.ts'
import { AppError } from '../platform/error.ts'
import { page, seeOther } from '../platform/http.ts'
import { countAttempt } from './attempts.ts'
import { completeRecovery, findRecovery, giveCertificate, requestRecovery } from './recovery.ts'
import { readClaim, startAnswers } from './recovery-form.ts'
import { cancelByNotice, cancelOwn, findNotice, listOwnRecoveries } from './recovery-objection.ts'
import { noticeView, ownRecoveriesView } from './recovery-objection-view.ts'
import { followView, lookupView, recoveryView } from './recovery-view.ts'
import { findRegistration } from './registration.ts'
import { browserOf } from './request.ts'

const Sent = z.object({
  form: z.string().min(1).max(100).catch(newToken),
  code: z.string().catch(''),
  back: z.string().catch(''),
})
const readSent = (request: FastifyRequest) => Sent.parse(request.body ?? {})

export function recoveryRoutes(app: FastifyInstance, house: House) {
  askingRoutes(app, house)
  followingRoutes(app, house)
  objectionRoutes(app, house)
}

function askingRoutes(app: FastifyInstance, house: House) {
  app.get(
    paths.recovery(),
    house.open(async ({ view, request }) => {
      const waiting = await waitingIn(house, request)
      const asking = { waiting, form: newToken(), answers: startAnswers(waiting), errors: [] }
      return page(200, recoveryView(view, asking))
    }),
  )

  app.post(
    paths.recovery(),
    house.open(async ({ view, request }) => {
      const { form } = readSent(request)
      const { claim, answers, errors } = readClaim(request.body, view.lang)
      const asking = { waiting: await waitingIn(house, request), form, answers, errors }
      if (!claim) return page(422, recoveryView(view, asking))
      const { browserHash, address } = browserOf(request)
      const code = await requestRecovery(house, { browserHash, address, form }, claim)
      if (!code) return page(429, recoveryView(view, { ...asking, tooMany: true }))
      return seeOther(paths.recoveryOf(code, 'requested'))
    }),
  )

  app.get(
    paths.recoveryLookup(),
    house.open(async ({ view }) => page(200, lookupView(view, { code: '', problems: [] }))),
  )

  app.post(
    paths.recoveryLookup(),
    house.open(async ({ view, request }) => {
      const { code } = readSent(request)
      const words = view.t.recovery
      const wrong = (status: number, message: string) =>
        page(status, lookupView(view, { code, problems: [{ name: 'code', message }] }))
      if (!code.trim()) return wrong(422, words.codeMissing)
      if (!(await countAttempt(house.pools, 'recovery_code', request.ip))) return wrong(429, words.tooMany)
      return (await findRecovery(house, code))
        ? seeOther(paths.recoveryOf(spellCode(code)))
        : wrong(422, words.codeWrong)
    }),
  )
}

function followingRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/recovery/:code',
    house.open(async ({ view, request }) => {
      const code = spellCode(request.params.code ?? '')
      const recovery = await findRecovery(house, code)
      if (!recovery) throw new AppError('not_found')
      return page(200, followView(view, { code, recovery, waiting: await waitingIn(house, request) }))
    }),
  )

  app.post(
    '/recovery/:code/certificate',
    house.open(async ({ view, request }) => {
      const code = spellCode(request.params.code ?? '')
      const given = await giveCertificate(house, browserOf(request).browserHash, code)
      const recovery = await findRecovery(house, code)
      if (!recovery) throw new AppError('not_found')
      if (given !== 'registered') return seeOther(paths.recoveryOf(code, given))
      return page(409, followView(view, { code, recovery, waiting: null, problem: 'registered' }))
    }),
  )

  app.post(
    '/recovery/:code/completion',
    house.open(async ({ view, request }) => {
      const code = spellCode(request.params.code ?? '')
      const completed = await completeRecovery(house, code)
      const recovery = await findRecovery(house, code)
      if (!recovery) throw new AppError('not_found')
      if (completed !== 'taken') return seeOther(paths.recoveryOf(code))
      return page(409, followView(view, { code, recovery, waiting: null, problem: 'taken' }))
    }),
  )
}

function objectionRoutes(app: FastifyInstance, house: House) {
  app.get(
    '/recovery/notice/:token',
    house.open(async ({ view, request }) => {
      const { token = '' } = request.params
      const found = await findNotice(house, token)
      return page(found ? 200 : 410, noticeView(view, { found, token }))
    }),
  )

  app.post(
    '/recovery/notice/:token',
    house.open(async ({ view, request }) => {
      const { token = '' } = request.params
      await cancelByNotice(house, token)
      const found = await findNotice(house, token)
      return page(found?.state === 'cancelled' ? 200 : 410, noticeView(view, { found, token }))
    }),
  )

  app.get(
    paths.ownRecoveries(),
    house.personRead(
      (tx) => ({ found: listOwnRecoveries(tx) }),
      ({ view, request, found }) =>
        page(200, ownRecoveriesView(view, found, localPath(request.query.back) ?? paths.spaces())),
    ),
  )

  app.post(
    '/account/recovery/:reference/cancellation',
    house.person(async ({ tx, request }) => {
      const stopped = await cancelOwn(tx, house.jobs, request.params.reference ?? '')
      const back = localPath(readSent(request).back) ?? undefined
      return seeOther(paths.ownRecoveries(back, stopped ? 'stopped' : undefined))
    }),
  )
}

async function waitingIn({ pools }: House, request: FastifyRequest) {
  const { browserHash } = browserOf(request)
  return browserHash ? findRegistration(pools, browserHash) : null
}
