import type { Config } from './config.ts'
import { isLoopback } from './platform/loopback.ts'

type Addresses = Pick<Config, 'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DOCUMENTS_URL' | 'CLAMD'>

/**
 * Which settings send what is confidential to another machine without TLS. It may be a network of the operator’s
 * own, so it is said at the start, not refused.
 */
export function unprotectedSettings(config: Addresses): string[] {
  return [
    ...(['DATABASE_URL', 'DATABASE_OWNER_URL'] as const).filter((name) => isPlainDatabase(config[name])),
    ...(isPlainWeb(config.DOCUMENTS_URL) ? ['DOCUMENTS_URL'] : []),
    ...(isPlainScanner(config.CLAMD) ? ['CLAMD'] : []),
  ]
}

/** No host is a socket of this machine. */
const leavesMachine = (hostname: string) => hostname !== '' && !isLoopback(hostname)

function isPlainDatabase(address: string | undefined): boolean {
  if (!address) return false
  const { hostname, searchParams } = new URL(address)
  return leavesMachine(hostname) && searchParams.get('sslmode') !== 'verify-full'
}

function isPlainWeb(address: string | undefined): boolean {
  if (!address) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && leavesMachine(hostname)
}

/** clamd knows no TLS. */
const isPlainScanner = (address: string | undefined) =>
  address !== undefined && !address.startsWith('/') && leavesMachine(address.replace(/:\d+$/, ''))
