import { demoProvider } from './names.ts'
import { prepareRegisterKey } from './registers/keys.ts'
import { idOf, registerNames } from './registers/names.ts'
import type { DemoSettings } from './settings.ts'

/** A process the portal meets only over the network. */
export type OutsideSystem = { name: string; entry: URL; env: Record<string, string> }

const entry = (name: string) => new URL(`./${name}/main.ts`, import.meta.url)

export function outsideSystems({ addresses, ports, secrets, folder, host }: DemoSettings): OutsideSystem[] {
  const common = (port: number) => ({ HOST: host, PORT: String(port), PORTAL_URL: addresses.portal })
  return [
    {
      name: 'mail',
      entry: entry('mail'),
      env: { ...common(ports.mail), SMTP_PORT: String(ports.smtp), FOLDER: `${folder}/mail` },
    },
    {
      name: 'identity provider',
      entry: entry('identity-provider'),
      env: {
        ...common(ports.identityProvider),
        ISSUER: addresses.identityProvider,
        CLIENT_ID: 'portal',
        CLIENT_SECRET: secrets.client,
        REDIRECT_URI: `${addresses.portal}/sign-in/callback/demo-oidc`,
        HELPDESK_REDIRECT_URI: `${addresses.portal}/helpdesk/sign-in/callback`,
        LOGOUT_URI: `${addresses.portal}/api/oidc/demo-oidc/logout`,
        HELPDESK_LOGOUT_URI: `${addresses.portal}/api/helpdesk/logout`,
      },
    },
    {
      name: 'gateway',
      entry: entry('gateway'),
      env: {
        ...common(ports.gateway),
        ADDRESS: addresses.gateway,
        METADATA_URL: `${addresses.portal}/saml/${demoProvider.saml}/metadata`,
        FOLDER: `${folder}/gateway`,
      },
    },
    ...registerNames.map((name) => ({
      name: `register of ${name}`,
      entry: entry('registers'),
      env: {
        ...common(ports[idOf[name]]),
        REGISTER: name,
        FOLDER: `${folder}/registers`,
        PUBLIC_KEY: prepareRegisterKey(`${folder}/registers`, name).publicKey,
      },
    })),
    {
      name: 'revocation',
      entry: entry('revocation'),
      env: { ...common(ports.revocation), FOLDER: `${folder}/certificates/revocation` },
    },
    {
      name: 'authority',
      entry: entry('authority'),
      env: {
        ...common(ports.authority),
        TOKENS: JSON.stringify(secrets.authorities),
        FOLDER: `${folder}/authority`,
      },
    },
  ]
}
