import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Connections } from '../src/config.ts'
import { agentRole } from './agents.ts'
import { authorities } from './authorities.ts'
import type { DemoCertificates } from './certificates/make.ts'
import type { GatewayKeys } from './gateway/keys.ts'
import { hintsFor } from './hints.ts'
import { demoGatewayName, demoProvider, demoProviderName, kindAttribute } from './names.ts'
import { prepareRegisterKey } from './registers/keys.ts'
import { idOf, registerNames } from './registers/names.ts'
import type { DemoSettings } from './settings.ts'

type Made = { certificates: DemoCertificates; keys: GatewayKeys }
type Given = { [Key in keyof Connections]?: unknown }

/** Writes the file that tells the portal whom it is connected to; gives its path. */
export function writeConnections(settings: DemoSettings, made: Made): string {
  const file = join(settings.folder, 'connections.yaml')
  writeFileSync(file, stringify(connections(settings, made)), { mode: 0o600 })
  return file
}

function connections({ addresses, secrets, folder }: DemoSettings, { certificates, keys }: Made): Given {
  const kindValues = { 'Private Person': 'private', 'Professional Person': 'professional' }
  return {
    demo: true,
    providers: [
      {
        scheme: 'oidc',
        id: demoProvider.oidc,
        name: demoProviderName,
        issuer: addresses.identityProvider,
        clientId: 'portal',
        clientSecret: secrets.client,
        acr: 'eidas',
        certificateProvider: demoProvider.tls,
        claims: { kindValues: { private: 'private', professional: 'professional' } },
      },
      {
        scheme: 'tls',
        id: demoProvider.tls,
        name: 'OpenGuichet Demo CA',
        rootsFile: certificates.rootsFile,
        intermediatesFile: certificates.intermediatesFile,
        mapping: { kindValues },
        revocation: revocation(addresses.revocation, certificates.revocation.address),
      },
      {
        scheme: 'saml',
        id: demoProvider.saml,
        name: demoGatewayName,
        entryPoint: `${addresses.gateway}/sso`,
        idpEntityId: `${addresses.gateway}/metadata`,
        idpCertificatesFile: keys.gateway.certificateFile,
        signing: keys.portal,
        certificateProvider: demoProvider.tls,
        attributes: {
          kind: kindAttribute,
          kindValues: { private: 'private', professional: 'professional' },
        },
      },
    ],
    tlsServer: certificates.server,
    authorities: authorities.map((authority) => ({
      ...authority,
      tokenSha256: sha256(secrets.authorities[authority.id] ?? ''),
    })),
    hints: hintsFor(demoProviderName),
    helpdesk: {
      name: demoProviderName,
      issuer: addresses.identityProvider,
      clientId: 'helpdesk',
      clientSecret: secrets.client,
      role: agentRole,
    },
    registers: Object.fromEntries(
      registerNames.map((name) => {
        const { keyFile } = prepareRegisterKey(join(folder, 'registers'), name)
        return [idOf[name], { url: addresses[idOf[name]], keyFile }]
      }),
    ),
  }
}

/** The certificates say where to ask, unless the demo has moved to other ports since they were made. */
function revocation(now: string, made: string) {
  if (now === made) return { ocsp: {}, crl: {} }
  const urls = ['issuing.crl', 'next.crl', 'root.crl'].map((list) => `${now}/${list}`)
  return { ocsp: { url: `${now}/ocsp` }, crl: { urls } }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
