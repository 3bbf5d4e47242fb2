import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config, TlsProvider } from '../config.ts'
import { ConfigError } from '../platform/start-error.ts'
import type { Refusal } from './presented.ts'
import { readCertificate } from './subject.ts'

/** The organisation in every subject of the demo's authorities. */
export const demoMark = 'OpenGuichet Demo (not for production)'

/** One provider's authorities. */
export type Trust = { provider: TlsProvider; roots: X509Certificate[]; intermediates: X509Certificate[] }

const clientAuth = '1.3.6.1.5.5.7.3.2'
const longestPath = 5

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
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`provider ${provider.id}: cannot read ${file}`)
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (!blocks.length) throw new ConfigError(`provider ${provider.id}: ${file} holds no certificate (PEM)`)
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    throw new ConfigError(`provider ${provider.id}: ${file} holds something that is no certificate`)
  }
}

type Judgement = { ok: true; provider: TlsProvider } | { ok: false; refusal: Refusal }

/**
 * Whose certificate this is, and whether it may sign in now. RFC 5280 §6.1 as far as the portal checks
 * it itself: signatures and names up to a configured root, CA and key usage of each issuer, path lengths,
 * validity; then digital signature and client authentication of the certificate (§4.2.1.3, §4.2.1.12).
 * Issuing authorities must be configured: Node does not show a server those that the browser sent.
 */
export function judge(certificate: X509Certificate, trusted: Trust[], now = new Date()): Judgement {
  const found = trusted
    .map((trust) => ({ trust, path: findPath(certificate, trust.intermediates, trust.roots) }))
    .find(({ path }) => path !== null)
  if (!found?.path) return refuse('untrusted')
  if (now > certificate.validToDate) return refuse('expired')
  if (now < certificate.validFromDate) return refuse('not_yet_valid')
  if (found.path.some((one) => now > one.validToDate || now < one.validFromDate)) return refuse('untrusted')
  const { usages, maySign } = readCertificate(certificate)
  if (certificate.ca || maySign === false || !usages?.includes(clientAuth)) return refuse('wrong_usage')
  return { ok: true, provider: found.trust.provider }
}

const refuse = (refusal: Refusal): Judgement => ({ ok: false, refusal })

/** The issuers from the nearest up to a root; null when none leads there. */
function findPath(
  certificate: X509Certificate,
  intermediates: X509Certificate[],
  roots: X509Certificate[],
  below: X509Certificate[] = [],
): X509Certificate[] | null {
  const root = roots.find((one) => hasIssued(one, certificate, below.length))
  if (root) return [root]
  if (below.length >= longestPath) return null
  for (const issuer of intermediates) {
    const seen = below.some(({ fingerprint256 }) => fingerprint256 === issuer.fingerprint256)
    if (seen || !hasIssued(issuer, certificate, below.length)) continue
    const rest = findPath(issuer, intermediates, roots, [...below, issuer])
    if (rest) return [issuer, ...rest]
  }
  return null
}

/** `checkIssued` is OpenSSL's: names, key identifiers, and that the issuer's key may sign certificates. */
function hasIssued(issuer: X509Certificate, certificate: X509Certificate, authoritiesBelow: number): boolean {
  if (!issuer.ca || !certificate.checkIssued(issuer)) return false
  const { pathLength } = readCertificate(issuer)
  if (pathLength !== null && authoritiesBelow > pathLength) return false
  return certificate.verify(issuer.publicKey)
}
