import { helpdeskClient } from './provider.ts'
import { startIdentityProvider } from './server.ts'

/** The demo's identity provider as a process of its own; it ends with the process that started it. */
const need = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const provider = await startIdentityProvider({
  host: need('HOST'),
  port: Number(need('PORT')),
  issuer: need('ISSUER'),
  clientId: need('CLIENT_ID'),
  clientSecret: need('CLIENT_SECRET'),
  redirectUris: [need('REDIRECT_URI')],
  logoutUri: need('LOGOUT_URI'),
  helpdesk: {
    clientId: helpdeskClient,
    clientSecret: need('CLIENT_SECRET'),
    redirectUris: [need('HELPDESK_REDIRECT_URI')],
    logoutUri: need('HELPDESK_LOGOUT_URI'),
  },
})
const end = () => provider.close().then(() => process.exit(0))
process.on('disconnect', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})
process.send?.('ready')
