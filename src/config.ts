import { resolve } from 'node:path'
import { z } from 'zod'
import { type Connections, isOfDemo, orFail, readConnections, refuseDemoConnections } from './connections.ts'
import { freePort } from './platform/port.ts'
import { ConfigError } from './platform/start-error.ts'

export type { Connections, OidcProvider, TlsProvider } from './connections.ts'
export { ConfigError } from './platform/start-error.ts'

const webAddress = z.url({ protocol: /^https?$/, error: 'is no address like https://portal.example' })

/** The only reader of process.env. Each setting's `describe` is printed into docs/operate.md by a test. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('Port of the portal.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  BASE_URL: webAddress.optional().describe('Address people use; http://localhost:PORT when absent.'),
  TLS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8443)
    .describe('Port that asks browsers for their certificate.'),
  TLS_URL: webAddress
    .optional()
    .describe('Address of that port as people use it; https://localhost:TLS_PORT when absent.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses or CIDR ranges, comma separated, whose forwarded headers are believed.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder of the embedded database and of generated secrets.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL ≥ 15 for the portal; the embedded one when absent.'),
  DATABASE_OWNER_URL: z
    .string()
    .optional()
    .describe('The same database as the owner of its tables; migrations only.'),
  DEMO: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Shows the demo banner and accepts demo keys and certificates.'),
  SECRET_KEY: z
    .string()
    .optional()
    .describe('At least 32 bytes, base64. Keys for national numbers and codes derive from it.'),
  CONNECTIONS_FILE: z
    .string()
    .optional()
    .describe('YAML file that names sign-in providers, authorities and registers.'),
  SMTP_URL: z.string().optional().describe('smtp:// or smtps:// server for mail.'),
  MAIL_FROM: z.string().default('OpenGuichet <no-reply@localhost>').describe('Sender of mail.'),
  PORTAL_NAME: z.string().default('OpenGuichet').describe('Name of the portal.'),
  AUTHORITY_NAME: z.string().default('').describe('Name of the administration that runs the portal.'),
  AUTHORITY_LOGO: z.string().default('').describe('SVG file with the administration’s logo.'),
  IMPRINT: z.string().default('').describe('Imprint: who is responsible, address (line breaks kept).'),
  DATA_PROTECTION_CONTACT: z
    .string()
    .default('')
    .describe('Data protection officer: name, address or e-mail.'),
  ACCESSIBILITY_BODY: z.string().default('').describe('Body that takes accessibility complaints.'),
  HELPDESK_EMAIL: z.string().default('').describe('E-mail of the helpdesk.'),
  HELPDESK_PHONE: z.string().default('').describe('Telephone of the helpdesk.'),
  TERMS_VERSION: z.string().default('2026-11').describe('Version of the terms people accept.'),
  BUSINESS_SPACE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(10)
    .describe('Business spaces per person (R6).'),
  SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(2)
    .default(30)
    .describe('A session ends after this long without activity.'),
  SESSION_ABSOLUTE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .default(12)
    .describe('A session ends after this long in any case.'),
  MAINTENANCE: z.enum(['on', 'off']).default('off').describe('Answers every page with the maintenance page.'),
  RATE_LIMIT: z.coerce.number().int().min(1).default(600).describe('Requests per minute and address.'),
  DRAIN_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('How long /healthz says no before the portal stops, so that a load balancer looks elsewhere.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least severe log line written.'),
})

const DatabaseSettings = Settings.pick({ DATA_DIR: true, DATABASE_URL: true, DATABASE_OWNER_URL: true })
export type DatabaseSettings = z.infer<typeof DatabaseSettings>

export type Config = Omit<z.infer<typeof Settings>, 'BASE_URL' | 'TLS_URL' | 'SECRET_KEY'> & {
  BASE_URL: string
  TLS_URL: string
  SECRET_KEY: Buffer
  connections: Connections
}

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const settings = orFail(Settings.safeParse(withoutEmpty(env)))
  const connections = readConnections(settings.CONNECTIONS_FILE)
  const config: Config = {
    ...settings,
    DATA_DIR: resolve(settings.DATA_DIR),
    BASE_URL: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ''),
    TLS_URL: (settings.TLS_URL ?? `https://localhost:${settings.TLS_PORT}`).replace(/\/$/, ''),
    SECRET_KEY: secretKey(settings.SECRET_KEY),
    connections,
  }
  if (config.DEMO === 'off') refuseDemo(config, settings.SECRET_KEY ?? '')
  return config
}

export const settingsSchema = Settings

/** What a command needs that only works on the database. */
export const readDatabaseSettings = (
  env: Record<string, string | undefined> = process.env,
): DatabaseSettings => {
  const { DATA_DIR, ...urls } = orFail(DatabaseSettings.safeParse(withoutEmpty(env)))
  return { ...urls, DATA_DIR: resolve(DATA_DIR) }
}

/** The same environment with a free port wherever it says 0. */
export async function choosePorts(env: Record<string, string | undefined> = process.env) {
  const port = async (value: string | undefined) => (value === '0' ? String(await freePort()) : value)
  return { ...env, PORT: await port(env.PORT), TLS_PORT: await port(env.TLS_PORT) }
}

export const startedByNpm = () => process.env.npm_lifecycle_event !== undefined

const withoutEmpty = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

function secretKey(value: string | undefined): Buffer {
  if (!value) throw new ConfigError('SECRET_KEY is missing: give at least 32 random bytes, base64')
  const key = Buffer.from(value.replace(/^demo-/, ''), 'base64')
  if (key.length < 32) throw new ConfigError('SECRET_KEY is too short: give at least 32 random bytes, base64')
  return key
}

/** Production. Keys made for the demo carry its mark; its certificates too, which `loadTrust` checks. */
function refuseDemo(config: Config, secret: string) {
  if (isOfDemo(secret)) throw new ConfigError('SECRET_KEY is the demo’s: production refuses it')
  if (!config.CONNECTIONS_FILE)
    throw new ConfigError('CONNECTIONS_FILE is missing: without it nobody can sign in')
  refuseDemoConnections(config.connections)
  const { protocol, hostname } = new URL(config.BASE_URL)
  if (protocol !== 'https:' && !/^(localhost|127\..*|\[::1\])$/.test(hostname))
    throw new ConfigError('BASE_URL must begin with https:// in production')
}
