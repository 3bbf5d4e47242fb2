import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A key for one purpose: what learns it can do nothing with the others. HKDF-SHA256, RFC 5869. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'guichet', purpose, 32))
}

/** AES-256-GCM: random nonce (12 bytes), tag (16), ciphertext. Opens only where the same `place` is said. */
export function seal(key: Buffer, text: string, place = ''): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the key or the place is another one, or one bit was changed. */
export function open(key: Buffer, sealed: Buffer, place = ''): string {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  cipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')
}

/** HMAC-SHA256: finds equal values without keeping them, for whoever lacks the key. */
export function keyedHash(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest()
}
