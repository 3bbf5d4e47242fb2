import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { companyEntry, personEntry } from '../entries.ts'
import { type SourcesWorld, sourcesWorld } from '../sources-world.ts'
import type { TestAnswer, TestPortal } from '../support.ts'
import { addressIn, isNobodys, keysIn } from './addresses.ts'
import { classOf, listed, people, type Reach, reaches, type Who } from './reach.ts'
import { nameOf, type Route, withRoutes } from './routes.ts'
import { rowsNaming } from './state.ts'
import { asAuthority, connections, makeTown, type Town } from './town.ts'

let world: SourcesWorld
let portal: TestPortal
let routes: Route[] = []
before(async () => {
  const { made, routes: all } = await withRoutes(() => sourcesWorld({}, connections))
  world = made
  portal = made.portal
  routes = all.filter(({ method }) => method === 'GET' || method === 'POST')
})
after(() => world.close())
beforeEach(() =>
  portal.owner.query('truncate persons, recoveries, helpdesk_requests, agents, attempts cascade'),
)

test('every route has its class', () => {
  assert.deepEqual(routes.map(nameOf).sort(), listed.toSorted())
})

for (const who of people)
  test(`${who}: on every route, what the table says and nothing else`, async () => {
    const town = await makeTown(portal)
    const harmless = routes.filter((route) => leavesAlone(route, who)).sort(signingOutLast)
    await unchanged(town.ids, async () => {
      for (const route of harmless) await walk(route, town, who)
    })
    const theirs = routes.filter((route) => !harmless.includes(route))
    for (const route of theirs.filter(({ method }) => method === 'GET')) await walk(route, town, who)
    for (const route of theirs.filter(({ method }) => method === 'POST').sort(signingOutLast))
      await walkAndLook(route, isForAll(route) ? town : await makeTown(portal), who)
  })

test('an identifier that is another’s, or nobody’s, leads nowhere, whatever else in the address is right', async () => {
  const [mine, theirs] = [await makeTown(portal), await makeTown(portal)]
  await unchanged([...mine.ids, ...theirs.ids], async () => {
    for (const route of routes.filter((one) => !['open', 'own', 'authority'].includes(classOf(one))))
      for (const key of keysIn(route.url).filter((one) => !isNobodys(one))) {
        const who = ownerOf(route)
        const told = `${nameOf(route)}, another ${key}`
        const shared = classOf(route) === 'link' || (who === 'agent' && forEveryAgent.includes(key))
        const foreign = shared ? altered(mine, key) : (theirs.identifiers[key] ?? '')
        for (const other of [foreign, altered(mine, key)]) {
          const before = await denials()
          const answer = await ask(route, mine, mine.who[who], { [key]: other })
          judge('missing', route, answer, told)
          // What was kept goes by itself, and is then no guess.
          if (who === 'agent' && !route.url.includes('/parked/'))
            assert.equal((await denials()).length, before.length + 1, told)
          const { contents, title, account } = theirs.marks
          for (const words of [contents, title, account]) assert.ok(!answer.body.includes(words), told)
        }
      }
  })
})

/** What waits at the helpdesk is every agent’s. */
const forEveryAgent = [
  'helpdesk/requests/:id',
  'helpdesk/recoveries/:id',
  'helpdesk/certificates/:id',
  'recoveries/:recovery',
]

function ownerOf(route: Route): Who {
  const group = classOf(route)
  if (group === 'helpdesk') return 'agent'
  return group === 'offer' ? 'invited' : 'administrator'
}

/** The identifier with its last sign changed, so that it is of the right shape and nobody’s. */
function altered({ identifiers }: Town, key: string): string {
  const one = identifiers[key] ?? ''
  const last = one.at(-1) ?? ''
  const [first = '', second = ''] = ['27', 'bc', 'BC'].find((two) => isAlike(last, two)) ?? 'BC'
  return one.slice(0, -1) + (last === first ? second : first)
}
const isAlike = (one: string, [other = '']: string) =>
  [/\d/, /[a-z]/, /[A-Z]/].some((kind) => kind.test(one) && kind.test(other))

test('an authority fetches its own cases and documents, acknowledges them, and finds none of another', async () => {
  const [town, other] = [await makeTown(portal), await makeTown(portal)]
  const own = asAuthority('business-permits')
  const foreign = asAuthority('residents-office')
  const ofAuthorities = routes.filter((one) => classOf(one) === 'authority')
  await unchanged(town.ids, async () => {
    for (const route of ofAuthorities) {
      const { status, body } = await ask(route, town, undefined, {}, foreign)
      assert.equal(status, route.url.includes(':id') ? 404 : 200, nameOf(route))
      assert.ok(!body.includes(town.marks.contents), nameOf(route))
      for (const key of keysIn(route.url)) {
        const mixed = { [key]: other.identifiers[key] ?? '' }
        // A case of its own is its own, whichever it is.
        if (key === 'cases/:id' && keysIn(route.url).length === 1) continue
        assert.equal((await ask(route, town, undefined, mixed, own)).status, 404, nameOf(route))
      }
    }
  })
  for (const route of ofAuthorities)
    assert.equal((await ask(route, town, undefined, {}, own)).status, 200, nameOf(route))
})

test('whichever address an agent asks for, with whatever identifier in it, nothing of a space is in the answer', async () => {
  const town = await makeTown(portal)
  const named = Object.entries(town.identifiers).filter(([key]) => !isNobodys(key))
  const values = [...new Set([...named.map(([, value]) => value), ...town.ids, '1'])]
  await unchanged([town.spaceId], async () => {
    for (const route of routes.filter((one) => !endsSession(one)))
      for (const value of keysIn(route.url).length > 0 ? values : ['']) {
        const others = Object.fromEntries(keysIn(route.url).map((key) => [key, value]))
        const { status, body } = await ask(route, town, town.who.agent, others)
        const told = `${nameOf(route)} ${value}: ${status}`
        assert.ok(status < 500 || isUnavailable(route, status), told)
        for (const words of [town.marks.contents, town.marks.title]) assert.ok(!body.includes(words), told)
      }
  })
})

test('a space there is not is as little there for an agent as one there is: 404, and recorded', async () => {
  const { who } = await makeTown(portal)
  const before = await denials()
  assert.equal((await portal.get('/s/PP-AAAAAA/', who.agent)).status, 404)
  assert.deepEqual(await denials(), [...before, 'Ada Agent'])
})

test('an agent who is somebody in the portal too enters their own space as that person', async () => {
  const { who, identifiers } = await makeTown(portal)
  const both = { cookie: `${who.agent.cookie}; ${who.reader.cookie}` }
  assert.equal((await portal.get(`/s/${identifiers['s/:code']}/`, both)).status, 200)
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
/** Asks the agents’ provider, which is not there. */
const isUnavailable = ({ url }: Route, status: number) => url === '/helpdesk/sign-in/start' && status === 503
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
  'GET /helpdesk/parked/:id': 410,
  'POST /helpdesk/parked/:id/removal': 410,
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
      if (classOf(route) === 'open') {
        const answered = openAnswers.includes(status) || isUnavailable(route, status)
        return assert.ok(answered, `${told}: ${status}`)
      }
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
      return assert.equal(location.split('?')[0], '/helpdesk/sign-in', told)
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
  if (who === 'invited') return [contents]
  return who === 'reader' || who === 'manager' ? [contents, account] : [contents, title, account]
}

/** Which agents were refused what, oldest first. */
async function denials(): Promise<string[]> {
  const { rows } = await portal.owner.query<{ agent: string }>(
    `select detail ->> 'agent' as agent from audit_records where act = 'helpdesk.denied' order by id`,
  )
  return rows.map(({ agent }) => agent)
}
