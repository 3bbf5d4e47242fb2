import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testConfig } from '../test/database.ts'
import { buildApp } from './app.ts'
import type { Log } from './platform/log.ts'
import { catalogueOf } from './procedures/catalogue.ts'

type Line = { level: string; given: unknown[] }

/** The portal with a database that cannot be reached, and a log that keeps what it is told. */
async function brokenPortal() {
  const lines: Line[] = []
  const keep =
    (level: string) =>
    (...given: unknown[]) =>
      void lines.push({ level, given })
  const log = {
    ...Object.fromEntries(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((one) => [one, keep(one)]),
    ),
    child: () => log,
    level: 'info',
  } as unknown as Log
  const away = () =>
    Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  const pool = { transaction: away, read: away, close: async () => {} }
  const app = await buildApp(
    testConfig({}),
    { app: pool, worker: pool, desk: pool, helpdesk: pool },
    { enqueue: away },
    catalogueOf([]),
    log,
  )
  app.get('/test/broken', async () => {
    throw new Error('secret detail: national number 1985032712345')
  })
  app.get('/api/test/broken', async () => {
    throw new Error('secret detail')
  })
  return { app, lines }
}

test('an error nobody expected shows a number that finds it in the log, and nothing of itself', async () => {
  const { app, lines } = await brokenPortal()
  const { statusCode, body } = await app.inject({ url: '/test/broken', headers: { 'accept-language': 'en' } })
  assert.equal(statusCode, 500)
  assert.ok(!/secret detail|at .*\.ts|Error:/.test(body), 'nothing of the error reaches the page')
  const reference = /<span class="code">([2-9A-Z]{5}-[2-9A-Z]{5})</.exec(body)?.[1]
  assert.ok(reference)
  const logged = lines.filter(({ level }) => level === 'error')
  assert.equal(logged.length, 1)
  assert.ok(JSON.stringify(logged).includes(reference))
  await app.close()
})

test('the log says which control has refused a request, and nothing of what was sent', async () => {
  const { app, lines } = await brokenPortal()
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }
  await app.inject({ method: 'POST', url: '/sign-out?x=secret', headers, payload: 'x=secret' })
  const told = lines.filter(({ level }) => level === 'info').map(({ given }) => given)
  assert.deepEqual(told, [[{ refused: 'cross_site', route: '/sign-out' }, 'request refused']])
  await app.close()
})

test('programs get JSON', async () => {
  const { app } = await brokenPortal()
  const { statusCode, headers, body } = await app.inject({ url: '/api/test/broken' })
  assert.equal(statusCode, 500)
  assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.equal(JSON.parse(body).status, 500)
  assert.ok(!body.includes('secret'))
  await app.close()
})

test('without its database the portal still answers, and says that it is not available just now', async () => {
  const { app } = await brokenPortal()
  const cookie = 'guichet-portal=abc'
  const { statusCode, headers, body } = await app.inject({ url: '/spaces', headers: { cookie } })
  assert.equal(statusCode, 503)
  assert.ok(headers['retry-after'])
  assert.match(body, /<h1>/)
  assert.equal((await app.inject({ url: '/nothing-here', headers: { cookie } })).statusCode, 404)
  await app.close()
})
