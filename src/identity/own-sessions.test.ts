import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type TestPortal, testPortal } from '../../test/support.ts'
import { languages, messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { deviceOf } from './own-sessions.ts'

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())
beforeEach(() => portal.owner.query('truncate persons cascade'))

const idOf = async (certificateId: string) =>
  (await portal.owner.query('select id from sessions where certificate_id = $1', [certificateId])).rows[0]
    ?.id as string

test('one sees where one is signed in, with device and certificate, and nobody else’s sessions', async () => {
  const here = await portal.signIn()
  const there = await portal.signIn({ personId: here.personId, serialNumber: '12345678901234567890' })
  const stranger = await portal.signIn({ serialNumber: '99999999999999999999' })
  await portal.owner.query('update sessions set user_agent = $1', [agent])
  const { body } = await portal.get(paths.sessions(), here)
  assert.match(body, /This device/)
  assert.equal(body.match(/Firefox on Linux/g)?.length, 3)
  assert.match(body, /12345678901234567890/)
  assert.doesNotMatch(body, /99999999999999999999/)
  assert.ok(body.includes(paths.sessionEnding(await idOf(there.certificateId))))
  assert.ok(!body.includes(paths.sessionEnding(await idOf(here.certificateId))))
  for (const { token } of [here, there, stranger]) assert.ok(!body.includes(token.hash.toString('hex')))
})

test('one session ends, and the others stay', async () => {
  const here = await portal.signIn()
  const there = await portal.signIn({ personId: here.personId })
  const third = await portal.signIn({ personId: here.personId })
  const ended = await portal.post(paths.sessionEnding(await idOf(there.certificateId)), {}, here)
  assert.equal(ended.headers.location, paths.sessions('ended'))
  const statuses = await Promise.all([here, there, third].map((one) => portal.get(paths.email(), one)))
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [200, 303, 200],
  )
})

test('all others end at once, and are in the record', async () => {
  const here = await portal.signIn()
  const others = [
    await portal.signIn({ personId: here.personId }),
    await portal.signIn({ personId: here.personId }),
  ]
  const stranger = await portal.signIn()
  await portal.post(paths.sessionsEnding(), {}, here)
  for (const one of others) assert.equal((await portal.get(paths.email(), one)).status, 303)
  for (const one of [here, stranger]) assert.equal((await portal.get(paths.email(), one)).status, 200)
  assert.match((await portal.get(paths.sessions(), here)).body, /You are signed in nowhere else/)
  assert.match((await portal.get(paths.activity(), here)).body, /Session ended/)
})

test('nobody ends the session of somebody else', async () => {
  const here = await portal.signIn()
  const stranger = await portal.signIn()
  for (const id of [await idOf(stranger.certificateId), 'nonsense', crypto.randomUUID()])
    assert.equal((await portal.post(paths.sessionEnding(id), {}, here)).status, 404, id)
  assert.equal((await portal.get(paths.email(), stranger)).status, 200)
})

test('sessions that ran out are not listed', async () => {
  const here = await portal.signIn()
  const there = await portal.signIn({ personId: here.personId, serialNumber: '12345678901234567890' })
  await portal.owner.query(
    `update sessions set last_seen_at = now() - interval '31 minutes' where certificate_id = $1`,
    [there.certificateId],
  )
  assert.doesNotMatch((await portal.get(paths.sessions(), here)).body, /12345678901234567890/)
})

test('activity tells in words what was done, newest first, page by page, and of nobody else', async () => {
  const here = await portal.signIn({ serialNumber: '12345678901234567890' })
  const stranger = await portal.signIn()
  const insert = 'insert into audit_records (act, person_id, object) values ($1, $2, $3)'
  await portal.owner.query(insert, ['session.opened', here.personId, here.certificateId])
  for (let number = 1; number <= 31; number++)
    await portal.owner.query(insert, [
      'space.opened',
      here.personId,
      `PM-AAAAA${String.fromCharCode(64 + (number % 9) + 1)}`,
    ])
  await portal.owner.query(insert, ['dossier.submitted', here.personId, 'PP-ABCDEF-7'])
  await portal.owner.query(insert, ['space.denied', here.personId, '<script>'])
  await portal.owner.query(insert, ['email.confirmed', stranger.personId, null])
  await portal.owner.query(insert, ['unheard.of', here.personId, 'secret'])
  const first = (await portal.get(paths.activity(), here)).body
  assert.ok(first.indexOf('Space not found or not open to you') < first.indexOf('PP-ABCDEF-7'))
  assert.doesNotMatch(first, /E-mail address confirmed|unheard|secret|<script>|Signed in<\/span>/)
  const older = /href="(\/account\/activity\?before=\d+)"/.exec(first)?.[1] ?? assert.fail()
  const second = (await portal.get(older, here)).body
  assert.match(second, /Signed in<\/span>/)
  assert.match(second, /12345678901234567890/)
  assert.doesNotMatch(second, /PP-ABCDEF-7|before=/)
  for (const before of ['x', '-1', '9'.repeat(30), ''])
    assert.equal((await portal.get(`/account/activity?before=${before}`, here)).status, 200)
})

test('every way into the account is in the menu, in each language', async () => {
  for (const language of languages) {
    const who = await portal.signIn({ language })
    const { body } = await portal.get(paths.spaces(), who, { 'accept-language': language })
    const { account, certificates, shell } = messages(language)
    for (const words of [account.sessions.title, account.activity.title, certificates.title, shell.myEmail])
      assert.ok(body.includes(words), `${language}: ${words}`)
    for (const path of [paths.sessions(), paths.activity()])
      assert.equal((await portal.get(path, who)).status, 200)
  }
})

test('a device is named by what its browser says of itself', () => {
  const said = [
    [agent, 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/143.0 Safari/537.36 Edg/143.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) … Version/19.0 Safari/604.1', 'Safari', 'iOS'],
    ['Mozilla/5.0 (Linux; Android 16) … Chrome/143.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) … Version/19.0 Safari/605.1', 'Safari', 'macOS'],
    ['curl/8', null, null],
  ] as const
  for (const [userAgent, browser, system] of said)
    assert.deepEqual(deviceOf(userAgent), { browser, system }, userAgent)
  assert.deepEqual(deviceOf(null), { browser: null, system: null })
})
