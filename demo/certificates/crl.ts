import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { Authority } from './authority.ts'

export type CrlGiven = {
  thisUpdate?: Date
  nextUpdate?: Date
  entries?: { serialNumber: string; revocationDate: Date; extensions?: x509.Extension[] }[]
  extensions?: x509.Extension[]
}

/** A list an authority signs, in DER (RFC 5280 §5). */
export async function signCrl(authority: Authority, given: CrlGiven): Promise<Buffer> {
  const { thisUpdate = new Date(Date.now() - 60_000), nextUpdate, entries = [], extensions = [] } = given
  const { privateKey } = authority.keys
  const curve = Reflect.get(privateKey.algorithm, 'namedCurve')
  const crl = await x509.X509CrlGenerator.create({
    issuer: authority.certificate.subjectName,
    ...{ thisUpdate, entries },
    ...(nextUpdate && { nextUpdate }),
    signingKey: privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: curve === 'P-384' ? 'SHA-384' : 'SHA-256' },
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(authority.keys.publicKey), ...extensions],
  })
  return Buffer.from(crl.rawData)
}
