import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { freePort } from '../src/platform/port.ts'
import { StartError } from '../src/platform/start-error.ts'
import { authorities } from './authorities.ts'

export type DemoSettings = {
  folder: string
  host: string
  ports: Ports
  addresses: {
    portal: string
    tls: string
    mail: string
    authority: string
    identityProvider: string
    persons: string
    companies: string
    drivingLicences: string
    revocation: string
    gateway: string
  }
  secrets: Secrets
}

const Secrets = z.object({
  key: z.string(),
  documents: z.string(),
  client: z.string(),
  authorities: z.record(z.string(), z.string()),
})
type Secrets = z.infer<typeof Secrets>

/** Beside the portal's port, in this order. */
const portNames = {
  portal: 'PORT',
  mail: 'DEMO_MAIL_PORT',
  authority: 'DEMO_AUTHORITY_PORT',
  identityProvider: 'DEMO_IDENTITY_PORT',
  persons: 'DEMO_PERSONS_PORT',
  smtp: 'DEMO_SMTP_PORT',
  revocation: 'DEMO_REVOCATION_PORT',
  gateway: 'DEMO_GATEWAY_PORT',
  companies: 'DEMO_COMPANIES_PORT',
  drivingLicences: 'DEMO_LICENCES_PORT',
  tls: 'TLS_PORT',
} as const
type PortName = keyof typeof portNames
export type Ports = Record<PortName, number>
type Env = Record<string, string | undefined>

export async function readDemoSettings(env: Env): Promise<DemoSettings> {
  const folder = join(resolve(env.DATA_DIR || '.data'), 'demo')
  const ports = await choosePorts(env)
  const local = (port: number) => `http://localhost:${port}`
  const host = env.BASE_URL && URL.canParse(env.BASE_URL) ? new URL(env.BASE_URL).hostname : 'localhost'
  /** Browsers go there too, by the name they know this machine by. */
  const visible = (port: number) => `http://${host}:${port}`
  return {
    folder,
    host: env.HOST || '127.0.0.1',
    ports,
    addresses: {
      portal: (env.BASE_URL || local(ports.portal)).replace(/\/$/, ''),
      tls: (env.TLS_URL || `https://localhost:${ports.tls}`).replace(/\/$/, ''),
      mail: visible(ports.mail),
      authority: visible(ports.authority),
      identityProvider: visible(ports.identityProvider),
      persons: local(ports.persons),
      companies: local(ports.companies),
      drivingLicences: local(ports.drivingLicences),
      revocation: local(ports.revocation),
      // For browsers 127.0.0.1 is another site than localhost, as a real gateway is.
      gateway: host === 'localhost' ? `http://127.0.0.1:${ports.gateway}` : visible(ports.gateway),
    },
    secrets: readSecrets(folder),
  }
}

export const portSetting = (name: PortName) => portNames[name]

/** 0 means any free port. What is not given lies beside the portal's, as 8443 does beside 8080. */
async function choosePorts(env: Env): Promise<Ports> {
  const portal = await portOf('PORT', env.PORT || '8080')
  const beside = (distance: number) => (env.PORT === '0' ? '0' : String(portal + distance))
  const entries = Object.entries(portNames).map(async ([name, setting], index) => {
    if (name === 'portal') return [name, portal] as const
    const distance = name === 'tls' ? 363 : index
    return [name, await portOf(setting, env[setting] || beside(distance))] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as Ports
}

async function portOf(setting: string, value: string): Promise<number> {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65535)
    throw new StartError(`${setting}: ${value} is no port (0 to 65535)`)
  return port === 0 ? freePort() : port
}

/** Each says by its first word that it is of the demo, so that production can refuse it. */
function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const secret = () => `demo-${randomBytes(32).toString('base64')}`
    const secrets = {
      key: secret(),
      documents: secret(),
      client: secret(),
      authorities: Object.fromEntries(authorities.map(({ id }) => [id, secret()])),
      // Those of before stay; a newer demo may need one more.
      ...(existsSync(file) && Secrets.partial().parse(JSON.parse(readFileSync(file, 'utf8')))),
    }
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return secrets
  } catch (error) {
    throw new StartError(
      `DATA_DIR: cannot read or write ${file} (${error instanceof Error ? error.message : error})`,
    )
  }
}
