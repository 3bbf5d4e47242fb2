import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testPortal } from '../test/support.ts'
import { messages } from './i18n/index.ts'

const secure = await testPortal({ BASE_URL: 'https://guichet.example', RATE_LIMIT: '5' })
const closed = await testPortal({ MAINTENANCE: 'on' })
after(async () => {
  await secure.close()
  await closed.close()
})

test('over https the browser is told to stay there, and cookies carry the host prefix', async () => {
  const { headers } = await secure.get('/language/fr', undefined, { 'x-forwarded-for': '10.9.9.9' })
  assert.equal(headers['strict-transport-security'], 'max-age=63072000; includeSubDomains')
  assert.match(
    String(headers['set-cookie']),
    /^__Host-guichet-lang=fr; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('an address that asks too often waits, with a page that says so; assets and health do not count', async () => {
  const ask = (url: string) => secure.app.inject({ url, remoteAddress: '10.1.1.1' })
  for (let n = 0; n < 5; n++) assert.equal((await ask('/nothing-here')).statusCode, 404)
  const refused = await ask('/help')
  assert.equal(refused.statusCode, 429)
  assert.ok(refused.body.includes(messages('en').errors.too_many.title))
  assert.ok(Number(refused.headers['retry-after']) > 0)
  assert.equal((await ask('/healthz')).statusCode, 200)
  assert.equal((await secure.app.inject({ url: '/help', remoteAddress: '10.1.1.2' })).statusCode, 200)
})

test('during maintenance every page says so, in the language asked for; health still answers', async () => {
  for (const url of ['/', '/help', '/s/PP-ABCDEF/', '/nothing-here']) {
    const { status, body, headers } = await closed.get(url, undefined, { 'accept-language': 'de' })
    assert.equal(status, 503, url)
    assert.ok(body.includes(messages('de').errors.maintenance.title))
    assert.ok(headers['retry-after'])
  }
  assert.equal((await closed.get('/healthz')).status, 200)
})
