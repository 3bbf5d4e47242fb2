import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMark } from '../../src/identity/trust/authorities.ts'

/**
 * The key the portal signs its tokens for one register with, made at first start. Its file begins with the
 * demo's mark (RFC 7468 §2 lets text stand before a key), so that production can refuse it.
 */
export function prepareRegisterKey(folder: string, name: string): { keyFile: string; publicKey: string } {
  const keyFile = join(folder, `${name}.key.pem`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    writeFileSync(keyFile, `${demoMark}\n${pem}`, { mode: 0o600 })
  }
  const publicKey = createPublicKey(createPrivateKey(readFileSync(keyFile, 'utf8')))
  return { keyFile, publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString() }
}
