import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config, TlsProvider } from '../../config.ts'
import { ConfigError } from '../../platform/start-error.ts'
import { readCertificate } from '../subject.ts'

/** The organisation in every subject of the demo's authorities. */
export const demoMark = 'OpenGuichet Demo (not for production)'

/** One provider's authorities. */
export type Trust = { provider: TlsProvider; roots: X509Certificate[]; intermediates: X509Certificate[] }

/** The authorities of all `tls` providers. Production refuses the demo's, wherever they were copied to. */
export function loadTrust({ connections, DEMO }: Pick<Config, 'connections' | 'DEMO'>): Trust[] {
  return connections.providers.flatMap((provider) => {
    if (provider.scheme !== 'tls') return []
    const trust = {
      provider,
      roots: readAuthorities(provider, provider.rootsFile),
      intermediates: provider.intermediatesFile ? readAuthorities(provider, provider.intermediatesFile) : [],
    }
    if (DEMO === 'off' && [...trust.roots, ...trust.intermediates].some(isOfDemo))
      throw new ConfigError(`provider ${provider.id}: an authority of the demo: production refuses it`)
    return [trust]
  })
}

const isOfDemo = (authority: X509Certificate) => readCertificate(authority).attribute('O') === demoMark

function readAuthorities(provider: TlsProvider, file: string): X509Certificate[] {
  return readPemFile(file, `provider ${provider.id}: `)
}

/** Every certificate of a file; one clear line about what it is not. */
export function readPemFile(file: string, place = ''): X509Certificate[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`${place}cannot read ${file}`)
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (!blocks.length) throw new ConfigError(`${place}${file} holds no certificate (PEM)`)
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    throw new ConfigError(`${place}${file} holds something that is no certificate`)
  }
}
