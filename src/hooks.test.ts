import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { testPortal } from '../test/support.ts'
import { failureOf } from './failures.ts'
import { languages, messages } from './i18n/index.ts'
import { paths } from './paths.ts'
import { type FailureCode, failureStatus, failureWords } from './ui/error-page.ts'

const portal = await testPortal({ DEMO: 'on' })
after(() => portal.close())
const { app } = portal
const origin = portal.config.BASE_URL

// Failures that no address of the portal produces on demand.
app.log.level = 'silent'

test('pages carry exactly this Content-Security-Policy, without a word of inline code', async () => {
  const { headers } = await portal.get('/')
  assert.equal(
    headers['content-security-policy'],
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
      "form-action 'self';base-uri 'none';frame-ancestors 'none'",
  )
})

test('every answer is told not to be sniffed, framed, shared or traced', async () => {
  for (const path of ['/', '/nothing-here', '/%zz', '/healthz', '/api/nothing']) {
    const { headers } = await portal.get(path, undefined, { origin: 'https://evil.example' })
    assert.equal(headers['access-control-allow-origin'], undefined, path)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.equal(headers['x-frame-options'], 'DENY', path)
    assert.equal(headers['referrer-policy'], 'same-origin', path)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path)
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', path)
    assert.match(headers['permissions-policy'] ?? '', /camera=\(\)/, path)
    assert.ok(headers['content-security-policy'], path)
    assert.equal(headers['x-powered-by'], undefined)
    assert.equal(headers['strict-transport-security'], undefined, 'plain http must not promise https')
  }
})

const crossSite: [string, Record<string, string>, boolean][] = [
  ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
  ['an address typed by the person', { 'sec-fetch-site': 'none' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site', origin }, false],
  ['another port of this host', { 'sec-fetch-site': 'same-site', origin }, false],
  ['an older browser on our page', { origin }, true],
  ['an older browser on another site', { origin: 'https://evil.example' }, false],
  ['a page without an origin', { origin: 'null' }, false],
  ['nobody who says where from', {}, false],
  ['a lookalike origin', { origin: `${origin}.evil.example` }, false],
]
for (const [who, headers, allowed] of crossSite) {
  test(`a form sent by ${who} is ${allowed ? 'taken' : 'refused'}`, async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const { statusCode, body } = await app.inject({ method, url: '/nothing-here', headers })
      assert.equal(statusCode, allowed ? 404 : 403, method)
      if (!allowed) assert.ok(body.includes(messages('en').errors.cross_site.title))
    }
    const read = await app.inject({ method: 'GET', url: '/', headers })
    assert.equal(read.statusCode, 200, 'reading is never refused')
  })
}

test('programs with a bearer token have no cookie to abuse, so they need no origin', async () => {
  const { statusCode } = await app.inject({ method: 'POST', url: '/api/nothing' })
  assert.equal(statusCode, 404)
})

test('an unknown address gets the page in the shell, in the language asked for', async () => {
  for (const language of languages) {
    const { status, body } = await portal.get('/nothing-here', undefined, { 'accept-language': language })
    assert.equal(status, 404)
    assert.ok(body.includes(messages(language).errors.not_found.title))
    assert.match(body, /<main/)
    assert.match(body, new RegExp(`<html lang="${language}"`))
  }
})

test('what is malformed is refused politely, never with a 500', async () => {
  const long = 'x'.repeat(3000)
  for (const url of [
    '/%zz',
    '/help/%E0%A4%A',
    `/help/${long}`,
    '/%00',
    '/..%2f..%2fetc/passwd',
    '//evil.example',
    '/\\x',
    `/?q=${'%zz'}`,
    '/language/xx',
    '/procedures?q=%zz&theme[]=a&theme[]=b',
  ]) {
    const { statusCode } = await app.inject({ method: 'GET', url })
    assert.ok(statusCode < 500, `${url.slice(0, 60)} gave ${statusCode}`)
  }
  for (const cookie of [
    'guichet-portal=%zz',
    `guichet-portal=${long}`,
    '=;;;=',
    'guichet-lang=%00',
    'guichet-portal=é',
  ]) {
    const { statusCode } = await app.inject({ method: 'GET', url: '/', headers: { cookie } })
    assert.equal(statusCode, 200, cookie.slice(0, 40))
  }
  const bodies: [string, string, number][] = [
    ['application/json', '{"a":', 400],
    ['application/json', '{"__proto__":{"x":1}}', 400],
    ['application/x-www-form-urlencoded', '%zz=%zz&&&==', 404],
    ['text/plain', 'hello', 400],
    ['multipart/form-data', 'hello', 400],
    ['no/such', 'hello', 400],
  ]
  for (const [type, payload, expected] of bodies) {
    const headers = { 'content-type': type, origin }
    const { statusCode } = await app.inject({ method: 'POST', url: '/sign-out-of-nothing', payload, headers })
    assert.ok([expected, 404].includes(statusCode), `${type} gave ${statusCode}`)
  }
})

test('a body beyond the limit gets the page that says what to do', async () => {
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
  const payload = `a=${'x'.repeat(1_100_000)}`
  const { statusCode, body } = await app.inject({ method: 'POST', url: '/sign-out', payload, headers })
  assert.equal(statusCode, 413)
  assert.ok(body.includes(messages('en').errors.too_large.title))
})

test('every failure has its page in four languages, and says what to do next', () => {
  for (const language of languages) {
    for (const code of Object.keys(failureStatus) as FailureCode[]) {
      const { title, text, next } = failureWords(messages(language), code)
      assert.ok(title && text && next, `${language} ${code}`)
    }
  }
})

test('what nobody thought of is a 500; what the database refuses to hold or cannot answer is not', () => {
  assert.equal(failureOf(new Error('x')), 'unexpected')
  assert.equal(failureOf('thrown'), 'unexpected')
  assert.equal(failureOf(Object.assign(new Error('x'), { statusCode: 418 })), 'bad_request')
  assert.equal(failureOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), 'unavailable')
  assert.equal(failureOf(Object.assign(new Error('x'), { code: '57P01' })), 'unavailable')
  assert.equal(failureOf(Object.assign(new Error('x'), { code: '22021' })), 'bad_request')
  assert.equal(failureOf(Object.assign(new Error('x'), { code: '23505' })), 'unexpected')
})

test('answers are compressed for those who ask, and say so to caches', async () => {
  const plain = await app.inject({ url: '/' })
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.match(String(plain.headers.vary), /accept-encoding/)
  const br = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(br.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body)
  const gzip = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br;q=0' } })
  assert.equal(gunzipSync(gzip.rawPayload).toString(), plain.body)
  assert.ok(br.rawPayload.length < plain.body.length / 3)
})

test('pages of signed-in people are stored nowhere; others only by the browser that asked', async () => {
  const who = await portal.signIn()
  assert.equal((await portal.get('/', who)).headers['cache-control'], 'no-store')
  assert.equal((await portal.get('/')).headers['cache-control'], 'private, no-cache')
  assert.equal((await portal.get('/nothing-here')).headers['cache-control'], 'no-store')
})

test('pages that their address alone opens are stored nowhere, whoever looks', async () => {
  const code = 'AAAAA-AAAAA-AAAAA'
  for (const address of [
    paths.recoveryOf(code),
    paths.recoveryNotice(code),
    paths.question(code),
    paths.invitation(code),
    paths.emailConfirmation(code),
  ])
    assert.equal((await portal.get(address)).headers['cache-control'], 'no-store', address)
})

test('the language is the one chosen, else the person’s, else the browser’s, else English', async () => {
  const who = await portal.signIn({ language: 'fr' })
  const langOf = async (headers: Record<string, string>, person?: { cookie: string }) =>
    /<html lang="(..)"/.exec((await portal.get('/', person, headers)).body)?.[1]
  assert.equal(await langOf({}), 'en')
  assert.equal(await langOf({ 'accept-language': 'pt, lb;q=0.8, de;q=0.9' }), 'de')
  assert.equal(await langOf({ 'accept-language': 'de;q=0, fr-LU' }), 'fr')
  assert.equal(await langOf({ 'accept-language': 'de' }, who), 'fr')
  assert.equal(await langOf({ cookie: `${who.cookie}; guichet-lang=lb`, 'accept-language': 'de' }), 'lb')
  assert.equal(await langOf({ cookie: 'guichet-lang=xx', 'accept-language': 'de' }), 'de')
})

test('choosing a language keeps the page and sets one cookie that scripts cannot read', async () => {
  const { status, headers } = await portal.get('/language/de?back=%2Fhelp%3Fa%3D1')
  assert.equal(status, 303)
  assert.equal(headers.location, '/help?a=1')
  assert.match(
    String(headers['set-cookie']),
    /^guichet-lang=de; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:x'])
    assert.equal((await portal.get(`/language/de?back=${encodeURIComponent(back)}`)).headers.location, '/')
})
