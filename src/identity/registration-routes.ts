import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { clearCookie, setCookie } from '../platform/cookies.ts'
import { type Answer, page, seeOther } from '../platform/http.ts'
import type { Problem } from '../ui/error-summary.ts'
import type { View } from '../ui/view.ts'
import { activate } from './activation-code.ts'
import { countAttempt } from './attempts.ts'
import type { Presented } from './presented.ts'
import { findRegistration, registerPerson } from './registration.ts'
import { checkTyped, emptyForm, readTyped, type Typed } from './registration-form.ts'
import { registrationView } from './registration-view.ts'
import { browserOf } from './request.ts'
import { enter } from './sign-in-routes.ts'

const year = 365 * 24 * 3600

export function registrationRoutes(app: FastifyInstance, house: House) {
  const { pools } = house
  const over = () => seeOther(paths.signIn(undefined, 'registration_over'))

  app.get(
    paths.registration(),
    house.open(async ({ view, request }) => {
      const { browserHash } = browserOf(request)
      const presented = browserHash && (await findRegistration(pools, browserHash))
      if (!presented) return view.actor ? seeOther(paths.spaces()) : over()
      return page(200, registrationView(view, { presented, typed: emptyForm(view.lang), problems: [] }))
    }),
  )

  app.post(
    paths.registration(),
    house.open(async ({ view, request, reply }) => {
      const given = browserOf(request)
      const { browserHash } = given
      if (!browserHash) return view.actor ? seeOther(paths.spaces()) : over()
      const presented = await findRegistration(pools, browserHash, { finished: true })
      if (!presented) return view.actor ? seeOther(paths.spaces()) : over()
      const typed = readTyped(request.body)
      const { registrant, problems } = checkTyped(view, typed, presented.nationalNumber !== null)
      if (!registrant) return page(422, registrationView(view, { presented, typed, problems }))
      if (!(await countAttempt(pools, 'registration', given.address))) return tooMany(view, presented, typed)
      const result = await registerPerson(house, { ...given, browserHash }, registrant)
      switch (result.outcome) {
        case 'registered':
          setCookie(reply, 'lang', registrant.language, year)
          clearCookie(reply, 'browser')
          return enter(house, reply, result)
        case 'number_refused':
          return refuseNumber(view, presented, typed)
        case 'too_many':
          return numberTooMany(view, presented, typed)
        case 'over':
          return over()
      }
    }),
  )

  app.post(
    paths.registrationAccount(),
    house.open(async ({ view, request, reply }) => {
      const given = browserOf(request)
      const { browserHash } = given
      const presented = browserHash && (await findRegistration(pools, browserHash, { finished: true }))
      if (!browserHash || !presented) return over()
      const code = codeOf(request.body)
      const words = view.t.certificates.account
      const shown = { presented, typed: emptyForm(view.lang), problems: [] as Problem[], code }
      const wrong = (status: number, message: string) =>
        page(status, registrationView(view, { ...shown, problems: [{ name: 'code', message }] }))
      if (!code.trim()) return wrong(422, words.missing)
      const result = await activate(house, { ...given, browserHash }, code)
      switch (result.outcome) {
        case 'registered':
          clearCookie(reply, 'browser')
          return enter(house, reply, { ...result, back: paths.certificates('registered') })
        case 'wrong_code':
          return wrong(422, words.wrong)
        case 'too_many':
          return wrong(429, words.tooMany)
        case 'refused':
          return page(422, registrationView(view, { ...shown, refused: words.refused }))
        case 'over':
          return over()
      }
    }),
  )
}

function codeOf(body: unknown): string {
  const typed = [(body as Record<string, unknown> | undefined)?.code].flat()[0]
  return typeof typed === 'string' ? typed : ''
}

/** One answer for every number that cannot be this person's, so that nobody learns whose it is. */
function refuseNumber(view: View, presented: Presented, typed: Typed): Answer {
  const { errors } = view.t.identity.registration
  if (presented.nationalNumber)
    return page(422, registrationView(view, { presented, typed, problems: [], refused: errors.givenRefused }))
  const problems = [{ name: 'number', message: errors.numberRefused }]
  return page(422, registrationView(view, { presented, typed, problems }))
}

function numberTooMany(view: View, presented: Presented, typed: Typed): Answer {
  const problems = [{ name: 'number', message: view.t.identity.registration.errors.numberTooMany }]
  return page(429, registrationView(view, { presented, typed, problems }))
}

function tooMany(view: View, presented: Presented, typed: Typed): Answer {
  const refused = view.t.identity.registration.tooMany
  return page(429, registrationView(view, { presented, typed, problems: [], refused }))
}
