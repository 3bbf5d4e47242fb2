import assert from 'node:assert/strict'
import { after, before, beforeEach, type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { type TestDatabase, testConfig, testDatabase } from '../test/database.ts'
import { catchMails } from '../test/mails.ts'
import { makeWorld } from '../test/security/world.ts'
import { type SignedIn, signIn } from '../test/sign-in.ts'
import { dispatchMail } from './communications/dispatch.ts'
import { type Notification, notify, notifyActor } from './communications/notification.ts'
import { sweep } from './identity/sweep.ts'
import { openJobs } from './platform/jobs.ts'
import { openLog } from './platform/log.ts'
import { openMailer } from './platform/mail.ts'
import { acknowledgeDossier } from './procedures/acknowledgement.ts'
import { asPerson } from './scopes.ts'
import { startWorker } from './worker.ts'

const jobs = openJobs()
const log = openLog('silent')
let database: TestDatabase
let post: Awaited<ReturnType<typeof catchMails>>
let anna: SignedIn

before(async () => {
  database = await testDatabase()
  post = await catchMails()
  anna = await signIn(database.owner, testConfig({}), { email: 'anna@example.lu', emailConfirmed: true })
})
after(async () => {
  await post.close()
  await database.close()
})
beforeEach(async () => {
  post.caught.length = 0
  post.refuse(null)
  await database.owner.query('delete from mails; delete from pgboss.job')
})

function parts(t: TestContext) {
  const config = testConfig({ SMTP_URL: post.url })
  const mailer = openMailer(config)
  t.after(() => mailer?.close())
  return { config, pools: database.pools, jobs, log, mailer }
}

async function runWorker(t: TestContext) {
  const worker = await startWorker(database.url, parts(t))
  t.after(worker.stop)
  return worker
}
const someMail = (): Notification => ({
  kind: 'space_created',
  personId: anna.personId,
  language: 'de',
  recipient: 'anna@example.lu',
  data: { code: 'PP-7K2M9X' },
})
const tell = () => asPerson(database.pools, anna.token, (tx) => notify(tx, jobs, someMail()))
const mails = async () =>
  (
    await database.owner.query(
      'select id, sent_at is not null as sent, failure from mails order by created_at',
    )
  ).rows
const queued = async () => (await database.owner.query('select name, data from pgboss.job')).rows

/** Until it holds, within five seconds. */
async function eventually(holds: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(20)) if (await holds()) return
  assert.fail('it did not come to that in five seconds')
}

test('a mail leaves within about a second of the commit, once, and is written down as sent', async (t) => {
  await runWorker(t)
  await sleep(300)
  const began = Date.now()
  await tell()
  await eventually(() => post.caught.length > 0)
  assert.ok(Date.now() - began < 1500, `${Date.now() - began} ms`)
  await eventually(async () => (await mails())[0]?.sent === true)
  const [mail] = post.caught
  assert.equal(post.caught.length, 1)
  assert.equal(mail?.subject, 'OpenGuichet: Bereich PP-7K2M9X erstellt')
  assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
})

test('mails written together all leave, and stopping leaves what has not begun in the queue', async (t) => {
  const worker = await runWorker(t)
  await Promise.all(Array.from({ length: 12 }, tell))
  await eventually(() => post.caught.length === 12)
  await worker.stop()
  await tell()
  await sleep(200)
  assert.equal(post.caught.length, 12)
  assert.equal((await queued()).filter(({ name }) => name === 'mail').length >= 1, true)
})

test('a refused mail is tried again by itself, and the queue keeps no word of the refusal', async (t) => {
  await database.owner.query(`update pgboss.queue set retry_delay = 0 where name = 'mail'`)
  post.refuse('no such person anna@example.lu')
  await runWorker(t)
  await tell()
  await eventually(async () => (await mails())[0]?.failure !== null)
  const { rows } = await database.owner.query(
    `select concat(data, output, state) as kept from pgboss.job where name = 'mail'`,
  )
  assert.doesNotMatch(JSON.stringify(rows), /anna|such/)
  post.refuse(null)
  await eventually(() => post.caught.length === 1)
  await eventually(async () => (await mails())[0]?.sent === true)
})

test('what rolled back sends nothing', async () => {
  const work = asPerson(database.pools, anna.token, async (tx) => {
    await notify(tx, jobs, someMail())
    throw new Error('later')
  })
  await assert.rejects(work)
  assert.deepEqual([await mails(), await queued()], [[], []])
})

test('the queue knows ids and nothing else', async () => {
  await tell()
  const [job] = await queued()
  assert.deepEqual(Object.keys(job?.data), ['mailId'])
  assert.match(job?.data.mailId, /^[0-9a-f-]{36}$/)
})

test('a mail the server refuses is written down, thrown for a retry, and sent at a later attempt once', async (t) => {
  const { config, pools, mailer } = parts(t)
  await tell()
  const [{ id }] = await mails()
  post.refuse('mailbox is full')
  await assert.rejects(dispatchMail({ config, pools, mailer, log }, id))
  assert.match((await mails())[0].failure, /mailbox is full/)
  post.refuse(null)
  await dispatchMail({ config, pools, mailer, log }, id)
  await dispatchMail({ config, pools, mailer, log }, id)
  assert.deepEqual(await mails(), [{ id, sent: true, failure: null }])
  assert.equal(post.caught.length, 1)
})

test('a mail server elsewhere that speaks no TLS gets no mail', async (t) => {
  // Reaches this machine, and is not written as it.
  const mailer = openMailer(testConfig({ SMTP_URL: post.url.replace(/127\.0\.0\.1|localhost/, '0.0.0.0') }))
  t.after(() => mailer?.close())
  const letter = { id: 'x', to: 'anna@example.lu', subject: 's', text: 't', language: 'en' }
  await assert.rejects(async () => mailer?.send(letter), { code: 'ETLS' })
  assert.deepEqual(post.caught, [])
})

test('without a mail server, a mail is written down as not sent, and the log says why', async () => {
  const said: unknown[] = []
  const telling = Object.assign(openLog('silent'), { warn: (...line: unknown[]) => said.push(line) })
  await tell()
  const [{ id }] = await mails()
  const config = testConfig({})
  assert.equal(openMailer(config), null)
  await dispatchMail({ config, pools: database.pools, mailer: null, log: telling }, id)
  assert.deepEqual(await mails(), [{ id, sent: false, failure: 'SMTP_URL is not set' }])
  assert.match(JSON.stringify(said), /SMTP_URL is not set/)
})

test('only a confirmed address is told', async () => {
  const unsure = await signIn(database.owner, testConfig({}), { email: 'typo@example.lu' })
  for (const who of [unsure, anna])
    await asPerson(database.pools, who.token, (tx, actor) =>
      notifyActor(tx, jobs, actor, 'space_created', { code: 'PP-7K2M9X' }),
    )
  const { rows } = await database.owner.query('select recipient from mails')
  assert.deepEqual(rows, [{ recipient: 'anna@example.lu' }])
})

test('an acknowledged dossier is received once: status, event, audit, and a mail to whoever submitted it', async (t) => {
  const world = await makeWorld()
  t.after(world.close)
  const { owner, pools, anna: submitter } = world
  const received = { spaceId: submitter.space.id, number: 2, authorityReference: 'AZ 7' }
  await acknowledgeDossier(pools, jobs, received)
  await acknowledgeDossier(pools, jobs, received)
  await acknowledgeDossier(pools, jobs, { ...received, number: 1 })
  await acknowledgeDossier(pools, jobs, { ...received, number: 99 })
  const one = async (text: string) => (await owner.query(text, [submitter.space.id])).rows
  assert.deepEqual(await one('select number, status from dossiers where space_id = $1 order by number'), [
    { number: 1, status: 'draft' },
    { number: 2, status: 'received' },
  ])
  assert.deepEqual(
    await one(`select seq, detail from dossier_events where space_id = $1 and kind = 'received'`),
    [{ seq: 2, detail: { authorityReference: 'AZ 7' } }],
  )
  const reference = `${submitter.space.code}-2`
  assert.deepEqual(await one(`select act, object from audit_records where space_id = $1`), [
    { act: 'dossier.received', object: reference },
  ])
  const { rows } = await owner.query(`select recipient, data from mails where kind = 'dossier_received'`)
  const path = `/s/${submitter.space.code}/dossiers/2`
  assert.deepEqual(rows, [{ recipient: 'old@example.lu', data: { reference, path } }])
})

test('the sweep deletes what has expired, and nothing that still serves', async () => {
  const { owner, pools } = database
  await pools.app.transaction(null, (tx) => tx.rows(sql`select allow_attempt('email', '\\x01', 1, 60)`))
  const hash = `sha256(random()::text::bytea)`
  for (const age of ['1 minute', '9 days']) {
    await owner.query(
      `insert into sign_ins (code_hash, browser_hash, presented, created_at) values (${hash}, ${hash}, '{}', now() - $1::interval)`,
      [age],
    )
    await owner.query(
      `insert into email_confirmations (token_hash, person_id, email, expires_at) values (${hash}, $2, 'x', now() - $1::interval)`,
      [age, anna.personId],
    )
    await owner.query(
      `insert into saml_requests (id_hash, browser_hash, provider, state, created_at)
       values (${hash}, ${hash}, 'eid', 'x', now() - $1::interval)`,
      [age],
    )
    await owner.query(
      `insert into saml_assertions (id_hash, valid_until) values (${hash}, now() + interval '2 minutes' - $1::interval)`,
      [age],
    )
    await owner.query(
      `insert into attempts (kind, key_hash, at) values ('x', ${hash}, now() - $1::interval)`,
      [age],
    )
    await owner.query(
      `insert into sessions (token_hash, person_id, certificate_id, scheme, assurance, created_at)
       values (${hash}, $2, $3, 'tls', 'high', now() - $1::interval)`,
      [age, anna.personId, anna.certificateId],
    )
  }
  for (const age of ['364 days', '367 days']) {
    await owner.query(
      `insert into mails (kind, language, recipient, created_at) values ('x', 'de', 'x', now() - $1::interval)`,
      [age],
    )
  }
  const count = async () => {
    const { rows } =
      await owner.query(`select (select count(*)::int from mails) as mails, (select count(*)::int from sign_ins) as sign_ins,
      (select count(*)::int from email_confirmations) as confirmations,
      (select count(*)::int from saml_requests) as requests,
      (select count(*)::int from saml_assertions) as assertions,
      (select count(*)::int from attempts) as attempts, (select count(*)::int from sessions) as sessions`)
    return rows[0]
  }
  const before = await count()
  await sweep(pools, testConfig({}))
  const after = await count()
  const all = ['mails', 'sign_ins', 'confirmations', 'requests', 'assertions', 'attempts', 'sessions']
  for (const what of all) assert.equal(after[what], before[what] - 1, what)
})
