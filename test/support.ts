import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { buildApp } from '../src/app.ts'
import type { Config } from '../src/config.ts'
import { type JobName, openJobs, queues } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'
import { openMailer } from '../src/platform/mail.ts'
import { loadProcedures, publishProcedures } from '../src/procedures/catalogue.ts'
import type { Pools } from '../src/scopes.ts'
import { jobHandlers, openQueues, runJob } from '../src/worker.ts'
import { testConfig, testDatabase } from './database.ts'
import { catchMails } from './mails.ts'
import { type Counted, countQueries } from './queries.ts'
import { type SignedIn, type SignInAs, signIn } from './sign-in.ts'

export { type TestDatabase, testConfig, testDatabase } from './database.ts'
export { countQueries } from './queries.ts'
export { type SignedIn, type SignInAs, signIn } from './sign-in.ts'

export type TestAnswer = { status: number; headers: Record<string, string>; body: string }
export type SentMail = { kind: string; recipient: string; subject: string; text: string }

export type TestPortal = {
  app: FastifyInstance
  config: Config
  pools: Pools
  url: string
  ownerUrl: string
  owner: pg.Client
  /** Makes a person (unless `personId` names one), a certificate and a session. */
  signIn(as?: SignInAs): Promise<SignedIn>
  get(path: string, who?: { cookie: string }, headers?: Record<string, string>): Promise<TestAnswer>
  post(
    path: string,
    form: Record<string, string | string[]>,
    who?: { cookie: string },
    headers?: Record<string, string>,
  ): Promise<TestAnswer>
  /** Works off all jobs that wait, retries at once; throws when one has failed. */
  runJobs(): Promise<void>
  /** What really was sent, oldest first. */
  mails(): Promise<SentMail[]>
  /** From now on the mail server refuses with this reason; null accepts again. */
  refuseMails(reason: string | null): void
  /** Statements and round trips of what `work` asks of the portal. */
  queries(work: () => Promise<unknown>): Promise<Counted>
  close(): Promise<void>
}

const proceduresFolder = fileURLToPath(new URL('../procedures', import.meta.url))
const silentLog = openLog('silent')

/** The real portal on a database of its own, with a real mail server; nothing listens but that one. */
export async function testPortal(env: Record<string, string> = {}): Promise<TestPortal> {
  const database = await testDatabase()
  const post = await catchMails()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-test-'))
  const config = testConfig({ SMTP_URL: post.url, RATE_LIMIT: '100000', DATA_DIR: folder, ...env })
  const { pools, owner, url, ownerUrl } = database
  const jobs = openJobs()
  const catalogue = await publishProcedures(ownerUrl, loadProcedures(proceduresFolder))
  const app = await buildApp(config, pools, jobs, catalogue)
  await app.ready()
  const mailer = openMailer(config)
  const handlers = jobHandlers({ config, pools, jobs, mailer, log: silentLog })
  let boss: PgBoss | null = null

  return {
    ...{ app, config, pools, owner, url, ownerUrl },
    signIn: (as) => signIn(owner, config, as),
    get: (path, who, headers) => request(app, 'GET', path, { ...cookieOf(who), ...headers }),
    post: (path, form, who, headers) =>
      request(app, 'POST', path, { origin: config.BASE_URL, ...cookieOf(who), ...headers }, form),
    async runJobs() {
      boss ??= await openQueues(url, silentLog, { supervise: false }).start()
      await workOff(boss, (name, data) => runJob(handlers, name, data))
    },
    async mails() {
      const written = await writtenMails(owner)
      return written.flatMap(({ id, kind }) =>
        post.caught
          .filter((one) => one.id === id)
          .map(({ recipient, subject, text }) => ({ kind, recipient, subject, text })),
      )
    },
    refuseMails: post.refuse,
    queries: async (work) => (await countQueries(work)).queries,
    async close() {
      await app.close()
      mailer?.close()
      await boss?.stop({ graceful: false })
      await post.close()
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function workOff(boss: PgBoss, run: (name: JobName, data: unknown) => Promise<void>): Promise<void> {
  const failed: { name: JobName; id: string; error: unknown }[] = []
  const names = Object.keys(queues) as JobName[]
  for (let worked = true; worked; ) {
    worked = false
    for (const name of names) {
      for (const { id, data } of await boss.fetch(name, { batchSize: 50, ignoreStartAfter: true })) {
        worked = true
        await run(name, data).then(
          () => boss.complete(name, id),
          (error) => failed.push({ name, id, error }),
        )
      }
    }
  }
  for (const { name, id } of failed) await boss.fail(name, id)
  if (failed[0]) throw failed[0].error
}

async function writtenMails(owner: pg.Client): Promise<{ id: string; kind: string }[]> {
  return (await owner.query<{ id: string; kind: string }>('select id, kind from mails order by created_at'))
    .rows
}

const cookieOf = (who?: { cookie: string }): Record<string, string> => (who ? { cookie: who.cookie } : {})

async function request(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  form?: Record<string, string | string[]>,
): Promise<TestAnswer> {
  const typed = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const payload = form ? encodeForm(form) : undefined
  const answer = await app.inject({
    method,
    url: path,
    headers: { ...typed, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  const answered = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
  return { status: answer.statusCode, headers: Object.fromEntries(answered), body: answer.body }
}

function encodeForm(form: Record<string, string | string[]>): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs).toString()
}
