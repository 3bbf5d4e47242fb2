import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveDocument } from '../documents.ts'
import { companyEntry, personEntry } from '../entries.ts'
import type { SignedIn, TestPortal } from '../support.ts'
import { type Method, portalWithRoutes, type Route } from './routes.ts'

type Answered = { status: number; headers: Record<string, unknown>; body: string }
type Sent = {
  path: string
  method?: Method
  payload?: string
  type?: string
  headers?: Record<string, string>
}

let routes: Route[] = []
let portal: TestPortal
let member: SignedIn
let stranger: SignedIn
let privateCode = ''
let businessCode = ''
let documentId = ''
before(async () => {
  ;({ portal, routes } = await portalWithRoutes())
  member = await portal.signIn({ email: 'marie@mail.example' })
  stranger = await portal.signIn({ familyName: 'Fremd' })
  privateCode = await openSpace('/spaces/private/new', personEntry())
  businessCode = await openSpace('/spaces/business/new', companyEntry())
  await startDossier(privateCode, 'certificate-of-residence')
  await startDossier(businessCode, 'business-permit')
  documentId = await giveDocument(portal, member, privateCode)
})
after(() => portal.close())

test('whoever asks for whichever route is answered, never with a failure or its inside', async () => {
  for (const { method, url } of routes)
    for (const who of ending.includes(url) ? [undefined] : [undefined, stranger, member])
      await answered({ path: addressOf(url), method, payload: payloadOf(method) }, who)
})

/** Gateways have browsers post there. It knows no gateway here, and acts on what one signed only. */
const openToOthers = ['/sign-in/saml/:provider']

test('what comes from another site changes nothing, whoever is signed in', async () => {
  const before = await stateOf()
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: portal.config.BASE_URL },
    { 'sec-fetch-site': 'same-site', origin: portal.config.BASE_URL },
    { 'sec-fetch-site': 'none, same-origin' },
    { origin: '' },
  ]
  for (const { url } of changing().filter((one) => !one.url.startsWith('/api/')))
    for (const headers of elsewhere) {
      const { status } = await answered(
        { path: addressOf(url), method: 'POST', payload: 'use=no', headers },
        member,
      )
      assert.equal(status, openToOthers.includes(url) ? 404 : 403, `${url} ${JSON.stringify(headers)}`)
    }
  assert.equal(await stateOf(), before)
})

const long = 'x'.repeat(200_000)
const bodies: [type: string, payload: string][] = [
  ['application/x-www-form-urlencoded', ''],
  [
    'application/x-www-form-urlencoded',
    '__proto__=1&constructor=2&prototype[x]=3&toString=4&hasOwnProperty=5',
  ],
  ['application/x-www-form-urlencoded', '__proto__.a=1&constructor.prototype.a=2&list=add:__proto__'],
  ['application/x-www-form-urlencoded', 'list=add:constructor&list=remove:householdMembers:-1'],
  ['application/x-www-form-urlencoded', 'list=remove:householdMembers:1e9&householdMembers.9999.name=x'],
  [
    'application/x-www-form-urlencoded',
    many('version=1&version=x&key=a&key=b&go=next&go=back&use=yes&use=no'),
  ],
  [
    'application/x-www-form-urlencoded',
    'version=-1&base=99999999999&resolving=yes&form=%00&seen=%00&key=%00',
  ],
  ['application/x-www-form-urlencoded', 'version=NaN&base=Infinity&key=&go=__proto__&capacity=__proto__'],
  ['application/x-www-form-urlencoded', '%=%&%zz=%zz&familyName=%ff%fe%00&%00=%00'],
  [
    'application/x-www-form-urlencoded',
    'familyName=%ED%A0%80&email=%00%0d%0aBcc:x&number=%00&nationalNumber=%00',
  ],
  ['application/x-www-form-urlencoded', `familyName=${long}&number=${long}&email=${long}&back=${long}`],
  ['application/x-www-form-urlencoded', `${'a=b&'.repeat(50_000)}c=d`],
  ['application/x-www-form-urlencoded', 'x'.repeat(3_000_000)],
  ['application/x-www-form-urlencoded; charset=utf-16', 'familyName=x'],
  ['application/json', '{"familyName":{"a":1},"key":["a"],"citizenships":{"0":"LU"},"__proto__":{"x":1}}'],
  ['application/json', '{"householdMembers":[{"name":{"x":1}},null,7,[]],"list":["add:householdMembers"]}'],
  ['application/json', '[]'],
  ['application/json', 'null'],
  ['application/json', '"text"'],
  ['application/json', '{"broken'],
  ['application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['text/plain', 'familyName=x'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--'],
  ['multipart/form-data; boundary=x', part('name="file"; filename="../../../etc/passwd"', '%PDF-1.4')],
  [
    'multipart/form-data; boundary=x',
    part('name="identityCard.file"; filename="a\u202Efdp.exe"', '%PDF-1.4'),
  ],
  ['multipart/form-data; boundary=x', part('name="file"; filename=""', '')],
  ['multipart/form-data; boundary=x', part('name="file"; filename="a.pdf"', '%PDF-1.4 half').slice(0, -8)],
  ['multipart/form-data; boundary=x', part('name="file"; filename="a.html"', '<script>alert(1)</script>')],
  ['multipart/form-data; boundary=x', part('name="__proto__"; filename="a.pdf"', '%PDF-1.4')],
  ['multipart/form-data; boundary=x', part('name="constructor"', '%PDF-1.4')],
  ['multipart/form-data; boundary=x', part('name="familyName"', '\0\ud800').repeat(3000)],
  ['multipart/form-data; boundary=x', part('name="file"; filename="a.pdf"', '%PDF-1.4').repeat(100)],
  ['multipart/form-data; boundary=x', part('nonsense', 'x')],
  ['multipart/form-data; boundary=x', ''],
  ['multipart/form-data', 'x'],
  [`multipart/form-data; boundary=${'x'.repeat(5000)}`, 'x'],
  ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['nonsense', 'x'],
  ['', 'x'],
]

function part(head: string, content: string): string {
  return `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n--x--`
}

test('whatever body is posted to whichever route, the answer is one', async () => {
  for (const { url } of changing())
    for (const [type, payload] of bodies)
      for (const who of url.startsWith('/s/') ? [member] : [undefined, member])
        await answered({ path: addressOf(url), method: 'POST', payload, type }, who)
  assert.equal(({} as Record<string, unknown>).a, undefined, 'no prototype was touched')
})

test('pages read forms only: whatever else is posted changes nothing', async () => {
  const before = await stateOf()
  const path = `/s/${privateCode}/use-data`
  for (const type of ['application/json', 'text/plain', 'application/xml']) {
    const { status } = await answered({ path, method: 'POST', payload: '{"use":"no"}', type }, member)
    assert.equal(status, 400, type)
  }
  assert.equal(await stateOf(), before)
})

const values = [
  '%00',
  '%ff%fe',
  '%',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  "'%20or%201=1--",
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%0d%0aset-cookie:%20a=b',
  '-1',
  '1e9',
  '99999999999999999999',
  'PP-%C4%B0AAAAA',
  '%F0%9F%98%80',
  'a'.repeat(3000),
]

test('whatever stands for a name, a number or a code in an address, the answer is one', async () => {
  for (const { method, url } of routes.filter(({ url }) => url.includes(':') && !ending.includes(url)))
    for (const value of values)
      for (const path of variantsOf(url, value))
        await answered({ path, method, payload: payloadOf(method) }, member)
})

test('whatever stands behind the question mark, the answer is one, and leads nowhere else', async () => {
  const names = ['back', 'notice', 'q', 'after', 'before', 'code', 'state', 'theme', 'for', 'check']
  const more = [
    '//evil.example',
    'https://evil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    'javascript:1',
  ]
  for (const { method, url } of routes.filter(({ method }) => method === 'GET'))
    for (const value of [...values, ...more]) {
      const query = names.map((name) => `${name}=${value}`).join('&')
      const { headers } = await answered(
        { path: `${addressOf(url)}?${query}&${query}&a[b]=c`, method },
        member,
      )
      leadsHome(headers.location)
    }
  for (const value of more)
    leadsHome((await answered({ path: `/language/de?back=${value}` })).headers.location)
})

test('other methods are refused in our own words', async () => {
  const urls = new Set(routes.map(({ url }) => url))
  for (const url of urls)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'] as const)
      await answered({ path: addressOf(url), method, payload: payloadOf(method) }, member)
})

test('strange headers are answered', async () => {
  const strange: Record<string, string>[] = [
    { cookie: 'guichet-portal=%; guichet-browser=%ff; lang=__proto__' },
    { cookie: `guichet-portal=${'x'.repeat(12_000)}` },
    { cookie: `${member.cookie}; guichet-portal=other; guichet-lang=constructor` },
    { 'accept-language': 'de;q=x,__proto__;q=1,*;q=0,;;;,,' },
    { 'accept-language': 'x,'.repeat(4000) },
    { referer: 'javascript:alert(1)', accept: '\u00ff', 'user-agent': '<script>' },
    { referer: 'https://evil.example//evil.example/' },
    { 'x-forwarded-for': '<script>, 1.2.3.4', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
    { 'hx-request': 'true', 'x-autosave': '1', 'x-poll': '1' },
    { 'if-none-match': '"', range: 'bytes=0-1,-9', 'content-length': 'x' },
    { 'accept-encoding': 'br;q=9,gzip;q=-1,identity;q=0,*' },
  ]
  for (const headers of strange)
    for (const path of ['/', '/spaces', '/sign-in', '/session', `/s/${privateCode}/profile`, '/nowhere'])
      for (const method of ['GET', 'POST'] as const)
        await answered({ path, method, headers, payload: payloadOf(method) })
})

test('markup that was typed is shown as text, on every page', async () => {
  const markup = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const typed = personEntry({ familyName: markup, thoroughfare: markup, email: markup, version: '1' })
  const path = `/s/${privateCode}/profile/edit`
  const refused = await portal.post(path, typed, member)
  assert.equal(refused.status, 422)
  assert.match(refused.body, /&lt;script&gt;alert\(1\)/, 'what was typed is still there')
  const saved = await portal.post(path, { ...typed, email: 'marie@mail.example' }, member)
  assert.equal(saved.status, 303)
  for (const { url } of inSpaces().filter(({ method }) => method === 'GET')) {
    const { body } = await portal.get(addressOf(url), member)
    assert.doesNotMatch(body, /<script>alert|<img src=x/, url)
  }
})

/** Asks, and asserts what holds for every answer. */
async function answered(
  { path, method = 'GET', payload, type = 'application/x-www-form-urlencoded', headers = {} }: Sent,
  who?: SignedIn,
): Promise<Answered> {
  const answer = await portal.app.inject({
    method,
    url: path,
    headers: {
      origin: portal.config.BASE_URL,
      ...(who && { cookie: who.cookie }),
      ...(payload !== undefined && { 'content-type': type }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  })
  const { statusCode: status, body } = answer
  const told = `${method} ${path.slice(0, 200)} ${(payload ?? '').slice(0, 100)} → ${status}`
  assert.ok(status < 500, `${told}\n${body.slice(0, 1000)}`)
  assert.doesNotMatch(body, /\bat .*\.(ts|js):\d+|node_modules|\bsql`|syntax error at/, told)
  assert.doesNotMatch(body, /<script>alert/, told)
  assert.doesNotMatch(String(answer.headers['set-cookie'] ?? ''), /^a=b|,a=b/, told)
  return { status, body, headers: answer.headers }
}

const payloadOf = (method: string) => (['POST', 'PUT', 'PATCH'].includes(method) ? 'a=b' : undefined)

function leadsHome(location: unknown) {
  if (location === undefined) return
  const home = new URL(portal.config.BASE_URL)
  assert.equal(new URL(String(location), home).origin, home.origin, String(location))
}

/** Ends a session or uses up what the other tests need. */
const ending = [
  '/sign-out',
  '/s/:code/closure',
  '/s/:code/dossiers/:number/removal',
  '/s/:code/documents/:id/removal',
]
const changing = () => routes.filter(({ method, url }) => method === 'POST' && !ending.includes(url))
const inSpaces = () => routes.filter(({ url, method }) => url.startsWith('/s/') && method !== 'HEAD')

const names: Record<string, () => string> = {
  code: () => privateCode,
  number: () => '1',
  page: () => 'person',
  id: () => 'certificate-of-residence',
}
const addressOf = (url: string) =>
  url
    .replace('/documents/:id', `/documents/${documentId}`)
    .replace(/:([a-z]+)/g, (_, name: string) => names[name]?.() ?? 'x')
    .replace('*', 'x')

/** The address with one of its parameters replaced, each in turn. */
const variantsOf = (url: string, value: string): string[] =>
  [...url.matchAll(/:([a-z]+)/g)].map(([part]) => addressOf(url.replace(part, () => value)))

function many(text: string): string {
  return Array.from({ length: 50 }, () => text).join('&')
}

async function openSpace(path: string, entry: Record<string, string>): Promise<string> {
  const { headers, body } = await portal.post(path, entry, member)
  const code = /\/s\/([^/]+)\//.exec(headers.location ?? '')?.[1]
  return code ?? assert.fail(body)
}

async function startDossier(code: string, procedure: string) {
  const { status } = await portal.post(`/s/${code}/dossiers/new`, { procedure }, member)
  assert.equal(status, 303)
}

async function stateOf(): Promise<string> {
  const { rows } = await portal.owner.query(
    `select (select json_agg(s order by s.id) from spaces s) spaces,
      (select json_agg(p order by p.space_id) from profiles p) profiles,
      (select json_agg(d order by d.space_id, d.number) from dossiers d) dossiers,
      (select json_agg(o order by o.id) from documents o) documents,
      (select count(*) from submissions) submissions, (select count(*) from persons) persons`,
  )
  return JSON.stringify(rows)
}
