import { z } from 'zod'
import { startAuthority } from './server.ts'

/** The demo's authorities as a process of their own; it ends with the process that started it. */
const Settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int(),
  PORTAL_URL: z.url(),
  FOLDER: z.string().min(1),
  TOKENS: z.string(),
})
const settings = Settings.parse(process.env)

const authority = await startAuthority({
  host: settings.HOST,
  port: settings.PORT,
  portalUrl: settings.PORTAL_URL,
  folder: settings.FOLDER,
  tokens: z.record(z.string(), z.string()).parse(JSON.parse(settings.TOKENS)),
})
const end = () => authority.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
