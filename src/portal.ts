import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabaseServer } from './database-server.ts'
import { ringOf } from './documents/vault.ts'
import { refuseMissingKeys } from './documents/wrapping.ts'
import { openTlsOrigin } from './identity/schemes/tls.ts'
import { openJobs } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import { refusePowerfulLogin } from './platform/login.ts'
import { openMailer } from './platform/mail.ts'
import { serveMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import { logRequests, serve } from './platform/serving.ts'
import { StartError } from './platform/start-error.ts'
import { closePools, openPools } from './pools.ts'
import { loadProcedures, offerable, publishProcedures } from './procedures/catalogue.ts'
import type { Running } from './program.ts'
import { unprotectedSettings } from './unprotected.ts'
import { startWorker } from './worker.ts'

const proceduresFolder = fileURLToPath(new URL('../procedures', import.meta.url))

/** Everything the portal is made of, opened in this order and closed in the reverse one. */
export async function startPortal(config: Config, log: Log): Promise<Running> {
  await using opened = new AsyncDisposableStack()
  const procedures = proceduresOnOffer(config, log)
  if (!config.CLAMD)
    log.warn('CLAMD is not set: nobody scans documents for viruses before they are opened or submitted')
  for (const name of unprotectedSettings(config))
    log.warn(`${name}: leads to another machine without TLS; whoever is between can read along`)

  const database = await openDatabaseServer(config)
  opened.defer(database.stop)
  database.onExit((reason) => {
    throw new StartError(`the embedded PostgreSQL has ended: ${reason}`)
  })
  await migrate(database.ownerUrl)
  await refusePowerfulLogin(database.url)
  await refuseMissingKeys(database.ownerUrl, ringOf(config))
  const catalogue = await publishProcedures(database.ownerUrl, procedures)

  let stopping = false
  const pools = openPools(config, database.url, (err) => {
    if (!stopping) log.warn({ err }, 'a database connection failed')
  })
  opened.defer(() => closePools(pools))
  const jobs = openJobs()
  const mailer = openMailer(config)
  opened.defer(() => mailer?.close())
  const worker = await startWorker(database.url, { config, pools, jobs, mailer, log })
  opened.defer(worker.stop)

  if (config.METRICS_PORT !== undefined) {
    const metrics = await serveMetrics(config.METRICS_PORT)
    opened.defer(metrics.close)
  }
  if (config.connections.providers.some(({ scheme }) => scheme === 'tls')) {
    const tls = await openTlsOrigin(config, pools, log)
    opened.defer(tls.close)
  }
  const app = await buildApp(config, pools, jobs, catalogue, log)
  logRequests(app, log)
  const { HOST: host, PORT: port, DRAIN_SECONDS: drainSeconds } = config
  const serving = await serve(app, { host, port, drainSeconds })
  opened.defer(serving.drain)
  log.info(`serving ${config.BASE_URL}`)

  const all = opened.move()
  return {
    stop() {
      stopping = true
      return all.disposeAsync()
    },
  }
}

function proceduresOnOffer({ connections }: Config, log: Log) {
  const { offered, unconnected } = offerable(loadProcedures(proceduresFolder), connections.authorities)
  for (const { id, authority } of unconnected)
    log.warn(`procedure ${id} is not on offer: CONNECTIONS_FILE does not name its authority ${authority}`)
  return offered
}
