import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { demoMark } from '../../src/identity/trust/authorities.ts'
import { lasting, pemOf, privateKeyPem } from '../certificates/authority.ts'

export type KeyFiles = { certificateFile: string; keyFile: string }
/** What the demo's gateway signs with, and what the portal signs and decrypts with towards it. */
export type GatewayKeys = { gateway: KeyFiles; portal: KeyFiles }

/** Makes them once and keeps them. */
export async function prepareGatewayKeys(dir: string): Promise<GatewayKeys> {
  if (!existsSync(dir)) {
    const building = `${dir}.making`
    await rm(building, { recursive: true, force: true })
    await mkdir(building, { recursive: true, mode: 0o700 })
    await Promise.all([write(building, 'gateway', 'Gateway'), write(building, 'portal', 'Portal')])
    await mkdir(dirname(dir), { recursive: true })
    await rename(building, dir)
  }
  return { gateway: filesOf(dir, 'gateway'), portal: filesOf(dir, 'portal') }
}

export const filesOf = (dir: string, name: string): KeyFiles => ({
  certificateFile: join(dir, `${name}.pem`),
  keyFile: join(dir, `${name}.key`),
})

async function write(dir: string, name: string, commonName: string) {
  const { certificate, key } = await selfSigned(commonName)
  const files = filesOf(dir, name)
  await writeFile(files.certificateFile, certificate, { mode: 0o600 })
  await writeFile(files.keyFile, key, { mode: 0o600 })
}

/** As metadata carries them: nobody stands behind such a certificate, it only holds a key. Both as PEM. */
export async function selfSigned(
  commonName: string,
  { organization = demoMark, bits = 2048 } = {},
): Promise<{ certificate: string; key: string }> {
  const keys = await webcrypto.subtle.generateKey(
    {
      ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      ...{ modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1) },
    },
    true,
    ['sign', 'verify'],
  )
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ O: [organization] }, { CN: [commonName] }],
    ...lasting(10 * 365),
    keys,
    signingAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  })
  return { certificate: pemOf(certificate), key: await privateKeyPem(keys) }
}
