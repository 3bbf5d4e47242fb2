import assert from 'node:assert/strict'
import { cookieName, hashToken, newToken } from '../../src/platform/cookies.ts'
import { formsOf, isTyped, type PageForm } from '../page-forms.ts'
import type { TestPortal } from '../support.ts'
import { addressIn } from './addresses.ts'
import { nameOf, type Route } from './routes.ts'
import { makeTown, presentedBy, type Town } from './town.ts'

/** Who meets forms: of those who meet the same, one. The newcomer’s certificate waits to be registered. */
const visitors = ['nobody', 'newcomer', 'administrator', 'reader', 'invited', 'agent'] as const
type Visitor = (typeof visitors)[number]
export type Inhabited = Town & { who: Record<Visitor, { cookie: string }> }

/** A form, by the page it stands on. */
export type Found = {
  who: Visitor
  page: Route
  sentTo: string
  /** What of it is typed, and the names of all its controls. */
  typed: string[]
  names: string[]
}

export async function inhabit(portal: TestPortal): Promise<Inhabited> {
  const town = await makeTown(portal)
  const browser = newToken()
  const presented = presentedBy({ givenName: 'Nina', familyName: 'New', serialNumber: town.marks.town })
  await portal.owner.query(
    `insert into sign_ins (code_hash, browser_hash, presented, consumed_at) values ($1, $2, $3, now())`,
    [hashToken(newToken()), hashToken(browser), JSON.stringify(presented)],
  )
  const name = cookieName('browser', portal.config.BASE_URL.startsWith('https:'))
  return { ...town, who: { ...town.who, newcomer: { cookie: `${name}=${browser}` } } }
}

/** Every form that any page shows to anybody who may see it, each once. */
export async function harvest(portal: TestPortal, town: Inhabited, routes: Route[]): Promise<Found[]> {
  const found = new Map<string, Found>()
  for (const page of routes.filter(({ method }) => method === 'GET'))
    for (const who of visitors) {
      const { status, body } = await portal.get(addressIn(page.url, town), town.who[who])
      if (status !== 200) continue
      for (const form of formsOf(body))
        for (const action of [form.action, ...form.others]) {
          const sentTo = nameOf(routeAt(form.method, action, routes))
          const key = `${sentTo} ${namesIn(form)}`
          if (!found.has(key))
            found.set(key, { who, page, sentTo, typed: typedIn(form), names: namesIn(form) })
        }
    }
  return [...found.values()]
}

/** The form as it stands on its page now, sent to where it was found to be sent. */
export async function openForm(portal: TestPortal, town: Inhabited, found: Found, routes: Route[]) {
  const { body } = await portal.get(addressIn(found.page.url, town), town.who[found.who])
  for (const form of formsOf(body))
    for (const action of [form.action, ...form.others]) {
      const there = nameOf(routeAt(form.method, action, routes)) === found.sentTo
      if (there && namesIn(form).join() === found.names.join()) return { ...form, action }
    }
  return assert.fail(`${nameOf(found.page)}: no form with ${found.names}`)
}

const typedIn = ({ controls }: PageForm) => [...new Set(controls.filter(isTyped).map(({ name }) => name))]
const namesIn = ({ controls }: PageForm) => [...new Set(controls.map(({ name }) => name))]

/** Of the routes with that address, the one that says most of it itself. */
function routeAt(method: string, address: string, routes: Route[]): Route {
  const { pathname } = new URL(address, 'http://here')
  const vague = ({ url }: Route) => url.split(':').length + (url.includes('*') ? 10 : 0)
  const [route] = routes
    .filter((one) => one.method.toLowerCase() === method && patternOf(one).test(pathname))
    .sort((one, other) => vague(one) - vague(other))
  return route ?? assert.fail(`no route for ${method} ${address}`)
}

const patternOf = ({ url }: Route) =>
  new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+').replace('*', '.+')}$`)
