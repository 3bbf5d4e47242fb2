import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { html } from 'hono/html'
import { type TestDatabase, testConfig, testDatabase } from '../../test/database.ts'
import { signIn } from '../../test/sign-in.ts'
import { addMember, makeSpace } from '../../test/space.ts'
import { openHouse } from '../house.ts'
import { AppError } from '../platform/error.ts'
import { page } from '../platform/http.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { catalogueOf } from '../procedures/catalogue.ts'
import { asPerson } from '../scopes.ts'
import { openRegisters } from '../sources/registers.ts'
import { record } from './audit.ts'

const config = testConfig({})
let database: TestDatabase

before(async () => {
  database = await testDatabase()
})
after(() => database.close())

/** Two routes inside a space, and nothing else. */
async function smallPortal() {
  const app = Fastify()
  app.decorate('config', config)
  await app.register(cookie)
  const house = openHouse(
    config,
    database.pools,
    openJobs(),
    catalogueOf([]),
    openRegisters(config, openLog('silent')),
  )
  app.get(
    '/s/:code/',
    house.spaceRead(
      'reader',
      () => ({}),
      () => page(200, html`in`),
    ),
  )
  app.post(
    '/s/:code/',
    house.space('administrator', async () => page(200, html`done`)),
  )
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof AppError && error.code === 'forbidden' ? 403 : 404).send(''),
  )
  return app
}

const recorded = async (personId: string) =>
  (
    await database.owner.query(
      'select act, person_id, object, detail from audit_records where person_id = $1 order by id',
      [personId],
    )
  ).rows

test('whoever asks for a space they may not enter is refused, and the refusal stays', async () => {
  const app = await smallPortal()
  const anna = await signIn(database.owner, config, { kind: 'professional' })
  const berta = await signIn(database.owner, config)
  const { id, code } = await makeSpace(database.owner, anna, 'business')
  const ask = (method: 'GET' | 'POST', asked: string, { cookie }: { cookie: string }) =>
    app.inject({ method, url: `/s/${asked}/`, headers: { cookie } })

  assert.equal((await ask('GET', code, anna)).statusCode, 200)
  assert.equal((await ask('GET', code, berta)).statusCode, 404)
  assert.equal((await ask('GET', 'PP-ZZZZZZ', berta)).statusCode, 404)
  await addMember(database.owner, id, berta.personId, 'reader')
  assert.equal((await ask('GET', code, berta)).statusCode, 200)
  assert.equal((await ask('POST', code, berta)).statusCode, 403)

  assert.deepEqual(await recorded(anna.personId), [])
  const denied = (object: string, reason: string) => ({
    act: 'space.denied',
    person_id: berta.personId,
    object,
    detail: { code: reason },
  })
  assert.deepEqual(await recorded(berta.personId), [
    denied(code, 'not_found'),
    denied('PP-ZZZZZZ', 'not_found'),
    denied(code, 'forbidden'),
  ])
})

test('what rolled back was never recorded', async () => {
  const anna = await signIn(database.owner, config)
  const act = asPerson(database.pools, anna.token, async (tx, actor) => {
    await record(tx, { act: 'space.opened', personId: actor.personId })
    throw new AppError('conflict')
  })
  await assert.rejects(act, { code: 'conflict' })
  assert.deepEqual(await recorded(anna.personId), [])
})
