import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rights } from '../../src/spaces/rights.ts'
import { companyEntry, personEntry } from '../entries.ts'
import { type SourcesWorld, sourcesWorld } from '../sources-world.ts'
import type { TestAnswer, TestPortal } from '../support.ts'
import { acts, classOf, listed, people, type Reach, reaches, type Who } from './reach.ts'
import { nameOf, type Route, withRoutes } from './routes.ts'
import { rowsNaming } from './state.ts'
import { addressIn, asAuthority, connectedAuthorities, keysIn, makeTown, type Town } from './town.ts'

let world: SourcesWorld
let portal: TestPortal
let routes: Route[] = []
before(async () => {
  const { made, routes: all } = await withRoutes(() => sourcesWorld({ authorities: connectedAuthorities }))
  world = made
  portal = made.portal
  routes = all.filter(({ method }) => method === 'GET' || method === 'POST')
})
after(() => world.close())

test('every route has its class, and every act in a space its routes', () => {
  assert.deepEqual(routes.map(nameOf).sort(), [...listed].sort())
  assert.deepEqual([...acts].sort(), rights.map(({ act }) => act).sort())
})

for (const who of people)
  test(`${who}: on every route, what the table says and nothing else`, async () => {
    const town = await makeTown(portal)
    const harmless = routes.filter((route) => leavesAlone(route, who)).sort(signingOutLast)
    await unchanged(town.ids, async () => {
      for (const route of harmless) await walk(route, town, who)
    })
    for (const route of routes.filter((one) => !harmless.includes(one) && one.method === 'GET'))
      await walk(route, town, who)
    for (const route of routes.filter((one) => !harmless.includes(one) && one.method === 'POST'))
      await walkAndLook(route, await makeTown(portal), who)
  })

/** What is refused, and what everybody may do for themselves, changes nothing of the administrator’s, or in the space. */
const leavesAlone = (route: Route, who: Who) =>
  reaches(route, who) !== 'done' || (who !== 'administrator' && isForAll(route))
const signingOutLast = (one: Route, other: Route) => Number(endsSession(one)) - Number(endsSession(other))
const endsSession = ({ url }: Route) => url.endsWith('/sign-out')
const isForAll = (route: Route) => ['open', 'own'].includes(classOf(route))

/** Asks, and holds the answer to what the table says and to what may be told. */
async function walk(route: Route, town: Town, who: Who) {
  const reach = reaches(route, who)
  const before = reach === 'recorded' ? await denials() : []
  const answer = await ask(route, town, town.who[who])
  const told = `${who}, ${nameOf(route)}: ${reach}`
  judge(reach, route, answer, told)
  if (reach === 'forbidden') assert.ok(answer.body.includes(`Ada ${town.marks.account}`), 'who can grant it')
  for (const words of untold(route, town, who)) assert.ok(!answer.body.includes(words), `${told}: ${words}`)
  if (reach === 'recorded') assert.deepEqual(await denials(), [...before, 'Ada Agent'], told)
}

/** As `walk`, for a form of what they may change: something does change, but whoever helps changes nothing in the space. */
async function walkAndLook(route: Route, town: Town, who: Who) {
  const name = nameOf(route)
  const before = await rowsNaming(portal, town.ids)
  if (['link', 'helpdesk'].includes(classOf(route)))
    await unchanged([town.spaceId], () => walk(route, town, who))
  else await walk(route, town, who)
  const after = await rowsNaming(portal, town.ids)
  const mayStay = classOf(route) === 'open' || notYet[name] || changesNothing.includes(name)
  if (!mayStay) assert.notDeepEqual(after, before, `${who}, ${name}`)
}

async function unchanged(ids: string[], work: () => Promise<unknown>) {
  const before = await rowsNaming(portal, ids)
  await work()
  assert.deepEqual(await rowsNaming(portal, ids), before)
}

/** Filled in for every form there is, so that whoever may do something does it. */
const typed = () => ({
  ...companyEntry(),
  ...personEntry(),
  ...{ role: 'manager', procedure: 'business-permit', use: 'no', name: 'Renamed', capacity: 'manager' },
  ...{ wanted: '20', message: 'Please', email: 'somebody@mail.example', reason: 'She called', by: 'name' },
  ...{ value: 'Nobody', limit: '20', restoreReason: 'Done', answer: 'Yes', refusal: 'No', go: 'next' },
  ...{ language: 'de', certificates: 'all', version: '1' },
})

const ask = ({ method, url }: Route, town: Town, who?: { cookie: string }, others = {}, headers = {}) => {
  const address = addressIn(url, town, others)
  return method === 'GET' ? portal.get(address, who, headers) : portal.post(address, typed(), who, headers)
}

/** Open to everybody; not everything has an answer for them. */
const openAnswers = [200, 303, 308, 400, 401, 404, 410, 422]
/** Where something else than the right to act is missing: files, answers, an empty space, another administrator. */
const notYet: Record<string, number> = {
  'POST /s/:code/documents': 422,
  'POST /s/:code/dossiers/:number/submission': 422,
  // The page as it was opened.
  'POST /s/:code/dossiers/:number/pages/:page': 409,
  'POST /s/:code/dossiers/:number/pages/:page/autosave': 409,
  'POST /s/:code/closure': 409,
  'POST /s/:code/leaving': 409,
}
/** Nobody declared a number, no new certificate waits in the browser, nobody is found, and data are only read. */
const changesNothing = [
  'POST /s/:code/sources/number',
  'POST /recovery/:code/certificate',
  'POST /helpdesk/lookups',
  'POST /account/data',
]
/** How what is not there is answered, where not by 404. */
const asNothing: Record<string, number> = {
  'GET /account/parked/:id': 410,
  'POST /account/parked/:id/removal': 410,
  'POST /account/recovery/:reference/cancellation': 303,
  'GET /account/email/confirmation/:token': 410,
  'POST /account/email/confirmation/:token': 410,
  'GET /contact/question/:token': 410,
  'GET /recovery/notice/:token': 410,
  'POST /recovery/notice/:token': 410,
}

function judge(reach: Reach, route: Route, { status, headers }: TestAnswer, told: string) {
  const reading = route.method === 'GET'
  const name = nameOf(route)
  const { location = '' } = headers
  switch (reach) {
    case 'done': {
      if (classOf(route) === 'open') return assert.ok(openAnswers.includes(status), `${told}: ${status}`)
      const done = notYet[name] ? [notYet[name], 303] : [200, 303]
      return assert.ok(done.includes(status), `${told}: ${status}`)
    }
    case 'forbidden':
      return assert.equal(status, 403, told)
    case 'missing':
      return assert.equal(status, asNothing[name] ?? 404, told)
    case 'recorded':
      return assert.equal(status, 404, told)
    case 'sign_in':
      assert.equal(status, reading ? 303 : 401, told)
      return assert.match(location, reading ? /^\/sign-in\?/ : /^$/, told)
    case 'agents_sign_in':
      assert.equal(status, 303, told)
      return assert.equal(location, '/helpdesk/sign-in', told)
    case 'token':
      return assert.equal(status, 401, told)
  }
}

/** What of the town must not stand in an answer. */
function untold(route: Route, { marks }: Town, who: Who): string[] {
  const { contents, title, account } = marks
  const group = classOf(route)
  const reach = reaches(route, who)
  if (reach === 'forbidden') return [contents]
  if (reach !== 'done') return who === 'administrator' ? [contents, title] : [contents, title, account]
  if (group === 'link' || who === 'agent') return [contents, title]
  if (group !== 'open' && group !== 'own') return group === 'offer' ? [contents] : []
  if (who === 'administrator') return []
  // What they are members of, or invited to, and by whom, stands in their own list.
  const knows = { invited: [contents], reader: [contents, account], manager: [contents, account] }
  return who in knows ? knows[who as keyof typeof knows] : [contents, title, account]
}

/** Which agents were refused what, oldest first. */
async function denials(): Promise<string[]> {
  const { rows } = await portal.owner.query<{ agent: string }>(
    `select detail ->> 'agent' as agent from audit_records where act = 'helpdesk.denied' order by id`,
  )
  return rows.map(({ agent }) => agent)
}
