import { ConfigError, type DatabaseSettings } from './config.ts'
import { startEmbedded } from './platform/embedded.ts'
import { checkServer } from './platform/login.ts'

export type DatabaseServer = {
  url: string
  ownerUrl: string
  onExit(listener: (reason: string) => void): void
  stop(): Promise<void>
}

/** The server of the settings, or the embedded one when none is given. */
export async function openDatabaseServer(settings: DatabaseSettings): Promise<DatabaseServer> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = settings
  if (!url && !ownerUrl) return startEmbedded(settings.DATA_DIR)
  if (!url) throw new ConfigError('DATABASE_URL is missing: DATABASE_OWNER_URL needs it beside it')
  if (!ownerUrl) throw new ConfigError('DATABASE_OWNER_URL is missing: DATABASE_URL needs it beside it')
  await checkServer('DATABASE_OWNER_URL', ownerUrl)
  await checkServer('DATABASE_URL', url)
  return { url, ownerUrl, onExit: () => {}, stop: async () => {} }
}
