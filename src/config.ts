import { resolve } from 'node:path'
import type { z } from 'zod'
import { type Connections, isOfDemo, orFail, readConnections, refuseDemoConnections } from './connections.ts'
import { isLoopback } from './platform/loopback.ts'
import { freePort } from './platform/port.ts'
import { ConfigError } from './platform/start-error.ts'
import { Settings } from './settings.ts'

export type { Connections, HelpdeskProvider, OidcProvider, TlsProvider, TrustRules } from './connections.ts'
export { TrustRules as trustRulesSchema } from './connections.ts'
export { ConfigError } from './platform/start-error.ts'
export { Settings as settingsSchema } from './settings.ts'

const DatabaseSettings = Settings.pick({ DATA_DIR: true, DATABASE_URL: true, DATABASE_OWNER_URL: true })
const KeySettings = Settings.pick({ DOCUMENTS_KEY: true, DOCUMENTS_KEYS_OTHER: true })
const TrustSettings = Settings.pick({ CONNECTIONS_FILE: true, DEMO: true })
export type DatabaseSettings = z.infer<typeof DatabaseSettings>

type DocumentsKeys = { DOCUMENTS_KEY: Buffer; DOCUMENTS_KEYS_OTHER: Buffer[] }

export type Config = Omit<
  z.infer<typeof Settings>,
  'BASE_URL' | 'TLS_URL' | 'SECRET_KEY' | keyof DocumentsKeys
> & {
  BASE_URL: string
  TLS_URL: string
  SECRET_KEY: Buffer
  connections: Connections
} & DocumentsKeys

/** The only reader of process.env. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const settings = orFail(Settings.safeParse(withoutEmpty(env)))
  const connections = readConnections(settings.CONNECTIONS_FILE)
  const config: Config = {
    ...settings,
    DATA_DIR: resolve(settings.DATA_DIR),
    BASE_URL: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ''),
    TLS_URL: (settings.TLS_URL ?? `https://localhost:${settings.TLS_PORT}`).replace(/\/$/, ''),
    SECRET_KEY: secretKey('SECRET_KEY', settings.SECRET_KEY),
    ...documentsKeys(settings),
    connections,
  }
  if (config.DEMO === 'off') refuseDemo(config, settings)
  return config
}

/** What a command needs that only works on the database. */
export const readDatabaseSettings = (
  env: Record<string, string | undefined> = process.env,
): DatabaseSettings => {
  const { DATA_DIR, ...urls } = orFail(DatabaseSettings.safeParse(withoutEmpty(env)))
  return { ...urls, DATA_DIR: resolve(DATA_DIR) }
}

/** What a command needs that works on the keys of documents. */
export const readDocumentsKeys = (
  env: Record<string, string | undefined> = process.env,
): DatabaseSettings & DocumentsKeys => ({
  ...readDatabaseSettings(env),
  ...documentsKeys(orFail(KeySettings.safeParse(withoutEmpty(env)))),
})

/** What a command needs that only judges certificates. */
export function readTrustSettings(
  env: Record<string, string | undefined> = process.env,
): Pick<Config, 'connections' | 'DEMO'> {
  const { CONNECTIONS_FILE, DEMO } = orFail(TrustSettings.safeParse(withoutEmpty(env)))
  if (!CONNECTIONS_FILE)
    throw new ConfigError('CONNECTIONS_FILE is missing: the demo’s is DATA_DIR/demo/connections.yaml')
  return { connections: readConnections(CONNECTIONS_FILE), DEMO }
}

/** The same environment with a free port wherever it says 0. */
export async function choosePorts(env: Record<string, string | undefined> = process.env) {
  const port = async (value: string | undefined) => (value === '0' ? String(await freePort()) : value)
  return { ...env, PORT: await port(env.PORT), TLS_PORT: await port(env.TLS_PORT) }
}

export const startedByNpm = () => process.env.npm_lifecycle_event !== undefined

const withoutEmpty = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

const documentsKeys = (given: z.infer<typeof KeySettings>): DocumentsKeys => ({
  DOCUMENTS_KEY: secretKey('DOCUMENTS_KEY', given.DOCUMENTS_KEY),
  DOCUMENTS_KEYS_OTHER: listed(given.DOCUMENTS_KEYS_OTHER).map((one) =>
    secretKey('DOCUMENTS_KEYS_OTHER', one),
  ),
})

const listed = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function secretKey(name: KeyName, value: string | undefined): Buffer {
  if (!value) throw new ConfigError(`${name} is missing: give at least 32 random bytes, base64`)
  const key = Buffer.from(value.replace(/^demo-/, ''), 'base64')
  if (key.length < 32) throw new ConfigError(`${name} is too short: give at least 32 random bytes, base64`)
  return key
}

const keyNames = ['SECRET_KEY', 'DOCUMENTS_KEY', 'DOCUMENTS_KEYS_OTHER'] as const
type KeyName = (typeof keyNames)[number]

/** Production. Keys made for the demo carry its mark; its certificates too, which `loadTrust` checks. */
function refuseDemo(config: Config, given: z.infer<typeof Settings>) {
  for (const name of keyNames)
    if (listed(given[name] ?? '').some(isOfDemo))
      throw new ConfigError(`${name} is the demo’s: production refuses it`)
  if (!config.CONNECTIONS_FILE)
    throw new ConfigError('CONNECTIONS_FILE is missing: without it nobody can sign in')
  refuseDemoConnections(config.connections)
  for (const name of ['BASE_URL', 'TLS_URL'] as const) {
    const { protocol, hostname } = new URL(config[name])
    if (protocol !== 'https:' && !isLoopback(hostname))
      throw new ConfigError(`${name} must begin with https:// in production`)
  }
}
