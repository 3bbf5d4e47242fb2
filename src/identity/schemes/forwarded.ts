import { X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Config } from '../../config.ts'
import { ConfigError } from '../../platform/start-error.ts'

/**
 * What a reverse proxy says of the browser behind it: its certificate and its address. Anybody but the
 * configured proxies could write those headers too, so from others it is as if they were not there.
 */
export function openForwarding({
  TRUSTED_PROXIES,
  connections,
}: Pick<Config, 'TRUSTED_PROXIES' | 'connections'>) {
  const header = connections.forwardedCertificateHeader?.toLowerCase()
  const proxies = proxyList(TRUSTED_PROXIES)
  const isProxy = (address: string) => isListed(proxies, address)
  return {
    certificate({ headers, socket }: IncomingMessage): X509Certificate | null {
      if (!header || !isProxy(socket.remoteAddress ?? '')) return null
      const value = headers[header]
      return typeof value === 'string' ? parseForwarded(value) : null
    },

    /** The nearest address that is none of our proxies. */
    address({ headers, socket }: IncomingMessage): string {
      const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
      const hops = [...forwarded.map((one) => one.trim()).filter(isIP), socket.remoteAddress ?? '']
      return hops.findLast((hop) => !isProxy(hop)) ?? hops[0] ?? ''
    },
  }
}

/** RFC 9440 (`:base64:`), or PEM: URL-encoded as nginx writes it, or with its line breaks as spaces or tabs. */
export function parseForwarded(value: string): X509Certificate | null {
  try {
    const bytes = /^:([A-Za-z0-9+/]+=*):$/.exec(value.trim())?.[1]
    if (bytes) return new X509Certificate(Buffer.from(bytes, 'base64'))
    const text = value.includes('%') ? decodeURIComponent(value) : value
    const body = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/.exec(
      text,
    )?.[1]
    return body ? new X509Certificate(Buffer.from(body.replace(/\s/g, ''), 'base64')) : null
  } catch {
    return null
  }
}

function proxyList(text: string): BlockList {
  const list = new BlockList()
  for (const entry of text.split(',').map((one) => one.trim())) {
    if (!entry) continue
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    try {
      if (bits === undefined) list.addAddress(address, family)
      else list.addSubnet(address, Number(bits), family)
    } catch {
      throw new ConfigError(`TRUSTED_PROXIES: ${entry} is no address or range`)
    }
  }
  return list
}

function isListed(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
