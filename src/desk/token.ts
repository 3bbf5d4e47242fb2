import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

export type Authority = Config['connections']['authorities'][number]

/**
 * The authority whose bearer token this is, or null. All of them are compared, each in constant time, so
 * that how long it takes tells nothing.
 */
export function authorityOf(authorities: Authority[], authorization: string | undefined): Authority | null {
  const token = /^Bearer ([^\s]{1,500})$/i.exec(authorization ?? '')?.[1] ?? ''
  const given = createHash('sha256').update(token).digest()
  let found: Authority | null = null
  for (const authority of authorities)
    if (timingSafeEqual(given, Buffer.from(authority.tokenSha256, 'hex')) && token !== '') found = authority
  return found
}
