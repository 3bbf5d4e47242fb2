import { filesOf } from './keys.ts'
import { startGateway } from './server.ts'

/** The demo's SAML gateway as a process of its own; it ends with the process that started it. */
const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const gateway = await startGateway({
  host: need('HOST'),
  port: Number(need('PORT')),
  address: need('ADDRESS'),
  metadataUrl: need('METADATA_URL'),
  keys: filesOf(need('FOLDER'), 'gateway'),
})
const end = () => gateway.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
