import { createPublicKey } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { jwtVerify } from 'jose'

/** Lets in whoever holds a service token (RFC 7519) signed with the portal's key, for this register, not used before. */
export function openDoor(publicKey: string, audience: () => string) {
  const key = createPublicKey(publicKey)
  /** By token, until when it could still be used. */
  const used = new Map<string, number>()

  return async function isAdmitted(request: IncomingMessage): Promise<boolean> {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    try {
      const { payload } = await jwtVerify(token, key, {
        audience: audience(),
        algorithms: ['EdDSA', 'ES256'],
        requiredClaims: ['iss', 'iat', 'exp', 'jti'],
        maxTokenAge: '2m',
      })
      return isFirstUse(String(payload.jti), Number(payload.exp))
    } catch {
      return false
    }
  }

  function isFirstUse(token: string, until: number): boolean {
    const now = Date.now() / 1000
    for (const [one, end] of used) if (end < now) used.delete(one)
    if (used.has(token)) return false
    used.set(token, until)
    return true
  }
}
