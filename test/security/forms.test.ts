import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileName } from '../../src/documents/file-name.ts'
import { upload } from '../multipart.ts'
import { formsOf, isTyped, type PageForm, problemsLinked, sentBy } from '../page-forms.ts'
import { samplePdf } from '../samples.ts'
import { type SourcesWorld, sourcesWorld } from '../sources-world.ts'
import type { TestPortal } from '../support.ts'
import { addressIn } from './addresses.ts'
import { type Found, harvest, type Inhabited, inhabit, openForm } from './forms.ts'
import { cases, elsewhere, unoffered } from './kept.ts'
import { collected, keeps, lines, worst } from './naughty.ts'
import { nameOf, type Route, withRoutes } from './routes.ts'
import { asAuthority, connections } from './town.ts'

let world: SourcesWorld
let portal: TestPortal
let town: Inhabited
let routes: Route[] = []
let forms: Found[] = []
before(async () => {
  const { made, routes: all } = await withRoutes(() => sourcesWorld({}, connections))
  world = made
  portal = made.portal
  routes = all.filter(({ method }) => method === 'GET' || method === 'POST')
  town = await inhabit(portal)
  forms = await harvest(portal, town, routes)
})
after(() => world.close())

const posted = () => forms.filter(({ sentTo }) => sentTo.startsWith('POST'))

test('every form is known, and every route that takes one is offered by a page', () => {
  for (const { sentTo, typed, page } of posted().filter((one) => one.typed.length > 0)) {
    const { good, kept } = cases[sentTo] ?? { good: null, kept: {} }
    assert.ok(cases[sentTo] || elsewhere.includes(sentTo), `${nameOf(page)}: ${sentTo}`)
    if (good)
      assert.deepEqual(
        typed.filter((name) => !(name in kept)),
        [],
        sentTo,
      )
  }
  const offered = new Set(posted().map(({ sentTo }) => sentTo))
  const missing = routes.map(nameOf).filter((name) => name.startsWith('POST') && !offered.has(name))
  assert.deepEqual(missing.sort(), unoffered.sort())
})

test('each field of each form keeps what breaks systems as it was typed, or says what is wrong with it', async () => {
  const seen = new Set<string>()
  let [stored, refused] = [0, 0]
  for (const found of posted().filter(({ sentTo }) => cases[sentTo]))
    for (const name of found.typed.filter((one) => isFirst(seen, `${found.sentTo} ${one}`))) {
      const { good, kept, once } = cases[found.sentTo] ?? assert.fail(found.sentTo)
      const sql = kept[name] ?? null
      let form = await openForm(portal, town, found, routes)
      for (const value of worst) {
        const answer = await send(found, form, { ...good, [name]: value })
        const told = `${found.sentTo}: ${name} = ${JSON.stringify(value).slice(0, 100)} → ${answer.status}`
        if (answer.status === 303) {
          if (sql) assert.equal(await keptAt(sql), asKept(found, value), told)
          if (once) town = await inhabit(portal)
          form = await openForm(portal, town, found, routes)
          stored += sql ? 1 : 0
          continue
        }
        assert.equal(answer.status, 422, told)
        const now = formSentTo(answer.body, form.action) ?? assert.fail(told)
        const marked = keeps({ now, answer, told }, name, value)
        assert.ok(marked || good === null, `${told}: ${name} is not what is wrong`)
        refused += marked ? 1 : 0
      }
    }
  assert.ok(stored > 100 && refused > 200, `${stored} stored, ${refused} refused`)
})

test('whichever form one types in comes along into another language, with what breaks systems in it', async () => {
  const value = '"><script>alert(1)</script>&amp;\u202e{{7*7}}'
  const carried = new Set<string>()
  for (const { who, page } of posted().filter(({ typed }) => typed.length > 0)) {
    const { body } = await portal.get(addressIn(page.url, town), town.who[who])
    const button = /formaction="(\/language\/fr\?[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    assert.ok(button, nameOf(page))
    const action = new URL(button, portal.config.BASE_URL).searchParams.get('action') ?? ''
    const form = formSentTo(body, action) ?? assert.fail(nameOf(page))
    const texts = form.controls.filter(isTyped)
    const given = Object.fromEntries(texts.map(({ name }) => [name, value]))
    const answer = await portal.post(button, { ...sentBy(form), ...given }, town.who[who])
    assert.equal(answer.status, 200, nameOf(page))
    assert.match(answer.body, /<html lang="fr"/)
    assert.doesNotMatch(answer.body, /<script>alert/)
    const now = formSentTo(answer.body, action) ?? assert.fail(nameOf(page))
    for (const { name } of texts)
      assert.equal(now.controls.find((one) => one.name === name)?.value, value, `${nameOf(page)}: ${name}`)
    carried.add(action)
  }
  assert.ok(carried.size > 10, String(carried.size))
})

test('what no list offers is refused at its field', async () => {
  let refused = 0
  for (const found of posted().filter(({ sentTo }) => !choosesNothing.includes(sentTo))) {
    const { controls } = await openAnew(found)
    const chosen = controls.filter(({ type }) => type === 'radio' || type === 'select')
    for (const name of new Set(chosen.map((one) => one.name))) {
      const form = await openAnew(found)
      const answer = await send(found, form, { ...cases[found.sentTo]?.good, [name]: 'nothing' })
      const told = `${found.sentTo}: ${name} → ${answer.status}`
      assert.equal(answer.status, 422, told)
      assert.ok(problemsLinked(answer.body).includes(name), told)
      const now = formSentTo(answer.body, form.action) ?? assert.fail(told)
      assert.ok(
        now.controls.some((one) => one.name === name && one.invalid),
        `${told} is not marked`,
      )
      refused++
    }
  }
  assert.ok(refused > 15, String(refused))
})

/** Its form is that of accepting, where a choice is made. */
const choosesNothing = ['POST /invitations/:named/declining']

test('a long list of naughty strings, dealt out to all forms, makes none fail or lose what was typed', async () => {
  const dealt = posted().filter(({ sentTo }) => cases[sentTo]?.good)
  for (const [at, value] of collected.entries()) {
    const found = dealt[at % dealt.length] ?? assert.fail()
    const form = await openForm(portal, town, found, routes)
    const given = Object.fromEntries(found.typed.map((name) => [name, value]))
    const answer = await send(found, form, given)
    const told = `${found.sentTo}: ${JSON.stringify(value)} → ${answer.status}`
    assert.ok([303, 422].includes(answer.status), told)
    if (answer.status === 303 && cases[found.sentTo]?.once) town = await inhabit(portal)
    if (answer.status === 422)
      for (const name of found.typed)
        keeps({ now: formSentTo(answer.body, form.action) ?? assert.fail(told), answer, told }, name, value)
  }
})

const long = 'x'.repeat(200_000)
/** Values of one field that no browser sends. */
const wrong = (name: string) => [
  ...[`${name}=a&${name}=b`, `${name}[]=a&${name}[]=b`, `${name}[x]=a`, `${name}.x=a&${name}.0.x=b`],
  ...[`${name}=%ff%fe`, `${name}=%ED%A0%80`, `${name}=%`, `${name}=%00`, name, `${name}=${long}`],
  ...[`${name}=a&__proto__=b&constructor=c&toString=d`, `${name}.__proto__=a`, `${name}.constructor=a`],
]

test('whatever comes in place of whichever control, twice, broken, huge or of another type, the answer is one', async () => {
  const seen = new Set<string>()
  const answers = [200, 303, 400, 403, 404, 409, 410, 413, 422, 429]
  for (const found of posted().filter(({ sentTo }) => !endings.includes(sentTo))) {
    const fresh = found.names.filter((one) => isFirst(seen, `${found.sentTo} ${one}`))
    if (fresh.length === 0) continue
    const form = await openAnew(found)
    const given = Object.entries({ ...sentBy(form), ...cases[found.sentTo]?.good })
    for (const names of isLarge(found) ? [fresh] : fresh.map((name) => [name]))
      for (const at of wrong('').keys()) {
        const kept = given.filter(([name]) => !names.includes(name))
        const rest = kept.flatMap(([name, value]) =>
          [value].flat().map((text): [string, string] => [name, text]),
        )
        const instead = names.map((name) => wrong(encodeURIComponent(name))[at]).join('&')
        const status = await sendRaw(found, form, `${new URLSearchParams(rest)}&${instead}`)
        assert.ok(answers.includes(status), `${found.sentTo}: ${instead.slice(0, 100)} → ${status}`)
      }
  }
  assert.equal(Object.hasOwn(Object.prototype, 'x'), false, 'no prototype was touched')
})

/** Forms of the form engine, which reads each field like the next: all at once. */
const isLarge = ({ sentTo }: Found) => elsewhere.includes(sentTo) || cases[sentTo]?.good === null

async function sendRaw({ who }: Found, { action }: PageForm, payload: string): Promise<number> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...{ origin: portal.config.BASE_URL, cookie: town.who[who].cookie },
  }
  return (await portal.app.inject({ method: 'POST', url: action, headers, payload })).statusCode
}

async function openAnew(found: Found): Promise<PageForm> {
  const form = await openForm(portal, town, found, routes).catch(() => null)
  if (form) return form
  town = await inhabit(portal)
  return openForm(portal, town, found, routes)
}

/** What was sent once has ended the session. */
const endings = ['POST /sign-out', 'POST /helpdesk/sign-out']

test('whatever is searched for, the page comes, with nothing in it that runs', async () => {
  const offered = forms.filter(({ sentTo }) => sentTo.startsWith('GET'))
  const searches = [...offered, ...searchesOfMuch.map((sentTo) => ({ sentTo, names: ['q'] }))]
  for (const { sentTo, names } of searches)
    for (const value of [...worst, ...collected]) {
      const path = addressIn(sentTo.replace('GET ', ''), town)
      const query = new URLSearchParams(names.map((name): [string, string] => [name, value]))
      const { status, body } = await portal.get(`${path}?${query}`, town.who.administrator)
      assert.equal(status, 200, `${path}: ${value.slice(0, 100)}`)
      assert.doesNotMatch(body, /<script>alert|<img src=x/)
    }
})

/** Pages offer them once there is much to search in. */
const searchesOfMuch = ['GET /spaces', 'GET /s/:code/documents']

test('whatever a file is called, it is kept under a name that shows how it ends', async () => {
  const path = `/s/${town.identifiers['s/:code']}/documents`
  for (const value of [...worst, ...collected]) {
    // As browsers write a name (HTML, “multipart form data”).
    const name = value.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')
    const sent = [{ field: 'file', name, bytes: samplePdf(value) }]
    const { status, body } = await upload(portal, path, town.who.administrator, sent)
    assert.ok(status === 303 || status === 422, `${JSON.stringify(value)} → ${status}\n${body.slice(0, 500)}`)
  }
  const { rows } = await portal.owner.query<{ name: string }>('select name from documents')
  for (const { name } of rows) assert.match(name, /^[^\p{Cc}\u202A-\u202E/\\]+\.pdf$/u)
})

test('what an authority sends is kept as it was sent, or refused in words for programs', async () => {
  const path = addressIn('/api/authority/v1/cases/:id/receipt', town)
  const post = async (payload: string | Buffer) => {
    await portal.owner.query('delete from case_receipts')
    const headers = { 'content-type': 'application/json', ...asAuthority('business-permits') }
    const { statusCode, body } = await portal.app.inject({ method: 'POST', url: path, headers, payload })
    return { status: statusCode, body }
  }
  for (const value of [...worst, ...collected]) {
    const { status, body } = await post(JSON.stringify({ authorityReference: value }))
    const told = `${JSON.stringify(value).slice(0, 100)} → ${status}`
    if (status === 200) assert.equal(JSON.parse(body).authorityReference, value.trim(), told)
    else assert.equal(JSON.parse(body).status, 400, told)
  }
  for (const payload of [
    ...['', '{', '[]', 'null', '"text"', '7', '{"authorityReference":7}', '{"authorityReference":["a"]}'],
    ...['{"authorityReference":{"a":1}}', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}'],
    ...['{"authorityReference":"a","authorityReference":"b"}', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ...[`{"authorityReference":"${long}"}`, '{"authorityReference":"\\ud800"}'],
    Buffer.from([...Buffer.from('{"authorityReference":"'), 0xff, 0xfe, ...Buffer.from('"}')]),
  ]) {
    const { status, body } = await post(payload)
    assert.ok(status === 200 || status === 400, `${String(payload).slice(0, 100)} → ${status}\n${body}`)
  }
})

const isFirst = (seen: Set<string>, one: string) => !seen.has(one) && seen.add(one)

/** The form as it stands, but for what is given. */
async function send({ who }: Found, form: PageForm, given: Record<string, string>) {
  await portal.owner.query('delete from attempts')
  return portal.post(form.action, { ...sentBy(form), ...given }, town.who[who])
}

const formSentTo = (page: string, action: string): PageForm | undefined =>
  formsOf(page).find((form) => form.method === 'post' && form.action === action)

async function keptAt(sql: string): Promise<string> {
  const { rows } = await portal.owner.query<{ text: string }>(sql)
  return lines(rows[0]?.text ?? '')
}

/** Documents’ names are made such that they can be a file’s. */
const asKept = ({ sentTo }: Found, value: string) =>
  sentTo.endsWith('/name') ? fileName(value, 'application/pdf', '') : lines(value.trim())
