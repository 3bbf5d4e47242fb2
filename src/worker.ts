import { type JobResult, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { dispatchMail } from './communications/dispatch.ts'
import { tellPerson } from './communications/telling.ts'
import type { Config } from './config.ts'
import { collectDocuments } from './documents/collection.ts'
import { rescanDocuments, scanDocument, scanWaiting } from './documents/scan.ts'
import { openVault } from './documents/vault.ts'
import { announceReady } from './identity/recovery.ts'
import { sweep } from './identity/sweep.ts'
import { type JobName, type Jobs, type Payloads, tellings } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import type { Mailer } from './platform/mail.ts'
import { queueSchema } from './platform/queues.ts'
import { acknowledgeDossier } from './procedures/acknowledgement.ts'
import type { Pools } from './scopes.ts'

export type WorkerParts = { config: Config; pools: Pools; jobs: Jobs; mailer: Mailer | null; log: Log }

type Handlers = { [Name in JobName]: (payload: Payloads[Name]) => Promise<void> }

/** What each kind of background work does. Every handler may run twice with the same payload. */
export function jobHandlers({ config, pools, jobs, mailer, log }: WorkerParts): Handlers {
  const vault = openVault(config)
  return {
    mail: ({ mailId }) => dispatchMail({ config, pools, mailer, log }, mailId),
    'dossier-received': (received) => acknowledgeDossier(pools, jobs, received),
    'scan-document': (place) => scanDocument({ config, pools, jobs, vault, log }, place),
    'scan-waiting': () => scanWaiting({ config, pools, jobs }),
    'rescan-documents': () => rescanDocuments({ config, pools, jobs, vault, log }),
    'collect-documents': () => collectDocuments({ pools, vault, log }),
    sweep: async () => {
      await sweep(pools, config)
      await announceReady(pools, jobs)
    },
    'tell-person': (told) => tellPerson(pools, jobs, told),
  }
}

const payloads = {
  mail: z.object({ mailId: z.uuid() }),
  'dossier-received': z.object({
    spaceId: z.uuid(),
    number: z.int(),
    authorityReference: z.string().nullable(),
  }),
  'scan-document': z.object({ spaceId: z.uuid(), id: z.uuid() }),
  'scan-waiting': z.object({}).nullish(),
  'rescan-documents': z.object({}).nullish(),
  'collect-documents': z.object({}).nullish(),
  'tell-person': z.object({
    mailId: z.uuid(),
    kind: z.enum(tellings),
    personId: z.uuid(),
    spaceId: z.uuid(),
  }),
  sweep: z.object({}).nullish(),
} satisfies Record<JobName, z.ZodType>

/** Runs one job as it lies in the queue. */
export async function runJob(handlers: Handlers, name: JobName, data: unknown): Promise<void> {
  switch (name) {
    case 'mail':
      return handlers.mail(payloads.mail.parse(data))
    case 'dossier-received':
      return handlers['dossier-received'](payloads['dossier-received'].parse(data))
    case 'scan-document':
      return handlers['scan-document'](payloads['scan-document'].parse(data))
    case 'scan-waiting':
    case 'rescan-documents':
    case 'collect-documents':
      return handlers[name]({})
    case 'tell-person':
      return handlers['tell-person'](payloads['tell-person'].parse(data))
    case 'sweep':
      return handlers.sweep({})
  }
}

/** The queues as the worker's role sees them: it works them off and cannot change them. */
export function openQueues(url: string, log: Log, options: { supervise: boolean }): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    options: '-c role=guichet_worker',
    application_name: 'guichet_worker',
    schema: queueSchema,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise: options.supervise,
    schedule: options.supervise,
    useListenNotify: options.supervise,
    registerInstance: false,
    /** Only the owner may rebuild an index. */
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  return boss
}

export type Worker = {
  /** Lets running jobs end; those not begun stay in the queue. */
  stop(): Promise<void>
}

/** Takes jobs as they come: woken at once by the database, and looking by itself in between. */
export async function startWorker(url: string, parts: WorkerParts): Promise<Worker> {
  const { log } = parts
  const handlers = jobHandlers(parts)
  const boss = openQueues(url, log, { supervise: true })
  await boss.start()
  for (const name of Object.keys(payloads) as JobName[])
    await boss.work(name, pace, (batch) =>
      Promise.all(batch.map((job) => settle(log, name, job.id, () => runJob(handlers, name, job.data)))),
    )
  return { stop: () => boss.stop({ graceful: true, timeout: 15_000 }) }
}

/**
 * Woken by each commit that enqueues; in between it looks for retries that are due. A full batch is
 * followed by the next at once.
 */
const pace = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 2,
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const

/** Each job of a batch fails by itself; the queue learns that it did, and the log why. */
async function settle(log: Log, name: JobName, id: string, work: () => Promise<void>): Promise<JobResult> {
  try {
    await work()
    return { id, status: 'completed' }
  } catch (error) {
    log.warn({ job: name, id, err: error }, 'job failed; it is tried again')
    return { id, status: 'failed', output: { failed: error instanceof Error ? error.name : 'unknown' } }
  }
}
