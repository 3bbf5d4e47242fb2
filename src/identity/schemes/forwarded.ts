import { X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import type { Config } from '../../config.ts'
import { ConfigError } from '../../platform/start-error.ts'

/**
 * Reads the client certificate that a reverse proxy forwards: RFC 9440 (`:base64:`), or PEM, URL-encoded
 * as nginx writes it or with its line breaks as spaces or tabs. Anybody but the configured proxies could
 * write that header too, so from others it is as if it were not there.
 */
export function openForwarding({ TRUSTED_PROXIES, connections }: Config) {
  const header = connections.forwardedCertificateHeader?.toLowerCase()
  const proxies = proxyList(TRUSTED_PROXIES)
  return (request: IncomingMessage): X509Certificate | null => {
    if (!header || !isListed(proxies, request.socket.remoteAddress)) return null
    const value = request.headers[header]
    return typeof value === 'string' ? parseForwarded(value) : null
  }
}

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

function isListed(list: BlockList, address = ''): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
