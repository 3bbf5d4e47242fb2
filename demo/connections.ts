import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Connections } from '../src/config.ts'
import { authorities } from './authorities.ts'
import type { DemoCertificates } from './certificates/make.ts'
import { hintsFor } from './hints.ts'
import { demoProvider, demoProviderName } from './names.ts'
import { prepareRegisterKey } from './registers/keys.ts'
import { idOf, registerNames } from './registers/names.ts'
import type { DemoSettings } from './settings.ts'

type Given = { [Key in keyof Connections]?: unknown }

/** Writes the file that tells the portal whom it is connected to; gives its path. */
export function writeConnections(settings: DemoSettings, certificates: DemoCertificates): string {
  const file = join(settings.folder, 'connections.yaml')
  writeFileSync(file, stringify(connections(settings, certificates)), { mode: 0o600 })
  return file
}

function connections({ addresses, secrets, folder }: DemoSettings, certificates: DemoCertificates): Given {
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
    ],
    tlsServer: certificates.server,
    authorities: authorities.map((authority) => ({
      ...authority,
      tokenSha256: sha256(secrets.authorities[authority.id] ?? ''),
    })),
    hints: hintsFor(demoProviderName),
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
