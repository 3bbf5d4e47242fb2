import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../src/config.ts'
import { openLog } from '../src/platform/log.ts'
import { portProblem } from '../src/platform/port.ts'
import { explainListening } from '../src/platform/serving.ts'
import { startPortal } from '../src/portal.ts'
import { type Running, runProgram } from '../src/program.ts'
import { prepareDemoCertificates } from './certificates/make.ts'
import { writeConnections } from './connections.ts'
import { visitOnce } from './earlier-visit/once.ts'
import { prepareGatewayKeys } from './gateway/keys.ts'
import { demoProvider } from './names.ts'
import { startSystems } from './processes.ts'
import { type DemoSettings, type Ports, portSetting, readDemoSettings } from './settings.ts'
import { summaryOf } from './summary.ts'
import { outsideSystems } from './systems.ts'

/** The portal, and around it everything it meets in real life. */
async function startDemo(): Promise<Running> {
  await using opened = new AsyncDisposableStack()
  const settings = await readDemoSettings(process.env)
  await requirePorts(settings)
  const [certificates, keys] = await Promise.all([
    prepareDemoCertificates(join(settings.folder, 'certificates'), settings.addresses.revocation),
    prepareGatewayKeys(join(settings.folder, 'gateway')),
  ])
  const connections = writeConnections(settings, { certificates, keys })
  const config = readConfig(environmentOf(settings, connections))

  opened.defer(await startSystems(outsideSystems(settings), settings.folder))
  const portal = await startPortal(config, openLog(process.env.LOG_LEVEL || 'warn', { short: true }))
  opened.defer(portal.stop)
  await visitOnce({
    folder: settings.folder,
    portal: settings.addresses.portal,
    mailbox: settings.addresses.mail,
    provider: demoProvider.oidc,
    databaseUrl: config.DATABASE_URL,
  })
  console.log(summaryOf(settings, certificates.dir))

  const all = opened.move()
  return {
    async stop() {
      console.log('\n  Finishing what is under way …')
      await all.disposeAsync()
    },
  }
}

/** What was given stays; the demo only fills in what is missing. */
function environmentOf(settings: DemoSettings, connectionsFile: string): Record<string, string | undefined> {
  const { addresses, ports, secrets, host } = settings
  const own = {
    PORT: String(ports.portal),
    TLS_PORT: String(ports.tls),
    BASE_URL: addresses.portal,
    TLS_URL: addresses.tls,
    SECRET_KEY: secrets.key,
    DOCUMENTS_KEY: secrets.documents,
    CONNECTIONS_FILE: connectionsFile,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    AUTHORITY_NAME: 'Musterstadt',
    HELPDESK_EMAIL: 'helpdesk@portal.example',
    HELPDESK_PHONE: '+352 000 000',
    IMPRINT: 'Musterstadt\n1, Musterplatz\nL-0000 Musterstadt\nportal@portal.example',
    DATA_PROTECTION_CONTACT: 'privacy@portal.example',
    ACCESSIBILITY_BODY: 'accessibility@authority.example',
    HOST: host,
  }
  const given = Object.entries(process.env).filter(([name, value]) => value && !portless.has(name))
  return { ...own, ...Object.fromEntries(given) }
}
/** Settings that `settings` has resolved already. */
const portless = new Set(['PORT', 'TLS_PORT'])

/** A demo that was just killed needs a moment to let go of its ports. */
async function requirePorts({ ports, host }: DemoSettings) {
  for (const name of Object.keys(ports) as (keyof Ports)[]) {
    const problem = await lastingProblem(ports[name], host)
    if (problem)
      throw explainListening(Object.assign(new Error(problem), { code: problem }), {
        host,
        port: ports[name],
        portSetting: portSetting(name),
      })
  }
}

async function lastingProblem(port: number, host: string): Promise<string | null> {
  for (let attempt = 0; ; attempt++) {
    const problem = await portProblem(port, host)
    if (problem !== 'EADDRINUSE' || attempt === 6) return problem
    await sleep(250)
  }
}

await runProgram(startDemo)
