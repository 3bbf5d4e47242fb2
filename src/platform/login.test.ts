import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { findServer } from '../../test/server.ts'
import { type TestDatabase, testDatabase } from '../../test/support.ts'
import { checkServer, refusePowerfulLogin } from './login.ts'
import { StartError } from './start-error.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('the portal’s own login is let in', async () => {
  await checkServer('DATABASE_URL', database.url)
  await refusePowerfulLogin(database.url)
})

test('the owner of the tables is refused', async () => {
  await refused(
    refusePowerfulLogin(database.ownerUrl),
    /^DATABASE_URL: the login .* (owns tables|is a superuser);/,
  )
})

test('a login that is powerful, or may become the owner, is refused', async (t) => {
  const login = `heir_${process.pid}`
  const admin = new pg.Client({ connectionString: (await findServer()).adminUrl })
  await admin.connect()
  t.after(() => admin.end())
  const { rows } = await admin.query('select from pg_roles where rolname = session_user and rolsuper')
  if (rows.length === 0) return t.skip('only a superuser can make such logins')

  const owner = new URL(database.ownerUrl).username
  const url = new URL(database.url)
  url.username = login
  url.password = 'x'
  const refusal = (line: string) => refused(refusePowerfulLogin(url.href), new RegExp(`the login ${line}`))
  await admin.query(`create role ${login} login noinherit password 'x'`)
  try {
    await refusal('is no member of guichet_app, guichet_worker')
    await admin.query(`grant ${owner} to ${login}`)
    await refusal(`${login} may become ${owner}, which owns tables`)
    await admin.query(`revoke ${owner} from ${login}`)
    await admin.query(`alter role ${login} bypassrls`)
    await refusal(`${login} bypasses row-level security`)
    await admin.query(`alter role ${login} superuser`)
    await refusal(`${login} is a superuser`)
  } finally {
    await admin.query(`drop role ${login}`)
  }
})

const wrong: [what: string, url: string, line: RegExp][] = [
  [
    'a server that is not there',
    'postgres://a:b@127.0.0.1:9/x',
    /^S: no PostgreSQL answers at 127.0.0.1:9 \(ECONNREFUSED\)$/,
  ],
  [
    'a host that does not exist',
    'postgres://a:b@no-such-host.invalid/x',
    /^S: there is no host no-such-host.invalid:5432$/,
  ],
  ['something that is no address', 'mysql://a@b/c', /^S: is no address like postgres:/],
]
for (const [what, url, line] of wrong)
  test(`${what} gets one line`, () => refused(checkServer('S', url), line))

test('a wrong password gets one line without it', async () => {
  const url = new URL(database.url)
  url.password = 'hunter2'
  await refused(checkServer('S', url.href), /^S: the server at .* says: password authentication failed/)
})

test('a server that speaks something else gets one line', async (t) => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await refused(checkServer('S', `postgres://a:b@127.0.0.1:${port}/x`), /^S: no PostgreSQL answers at 127/)
})

async function refused(work: Promise<void>, line: RegExp) {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof StartError, String(error))
    assert.match(error.message, line)
    assert.doesNotMatch(error.message, /\n|hunter2/)
    return true
  })
}
