import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** Every subject of the demo's authorities carries this organisation; production refuses such roots. */
import { demoMark } from '../../src/identity/trust/authorities.ts'

export type Issued = { certificate: x509.X509Certificate; keys: webcrypto.CryptoKeyPair }
/** Where to ask whether what an authority issued is revoked; every certificate it issues says so. */
export type Places = { ocsp?: string; crl?: string }
export type Authority = Issued & { chain: x509.X509Certificate[]; places?: Places }
export type Subject = { oid: string; value: string }[]
type Lifetime = { notBefore: Date; notAfter: Date }

const day = 24 * 3600 * 1000
const oids = {
  C: '2.5.4.6',
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  GN: '2.5.4.42',
  O: '2.5.4.10',
  serialNumber: '2.5.4.5',
  title: '2.5.4.12',
  organizationIdentifier: '2.5.4.97',
} as const
/** X.520 wants these as PrintableString. */
const printable: readonly string[] = [oids.C, oids.serialNumber]

/** Attributes in the order given; empty ones are left out. */
export function subjectOf(attributes: Partial<Record<keyof typeof oids, string>>): Subject {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value ? [{ oid: oids[name as keyof typeof oids], value }] : [],
  )
}

export function lasting(days: number, from = new Date()): Lifetime {
  const start = from.getTime() - 3600 * 1000
  return { notBefore: new Date(start), notAfter: new Date(start + days * day) }
}

/** RFC 5280 §4.2.1.9: at most one issuing authority below it. */
export async function createRoot(
  commonName: string,
  organization = demoMark,
  places: Places = {},
): Promise<Authority> {
  const keys = await newKeys('P-384')
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: nameOf(subjectOf({ C: 'LU', O: organization, CN: commonName })),
    ...lasting(10 * 365),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    extensions: [...authorityExtensions(1), await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  })
  return { certificate, keys, chain: [], places }
}

export async function createIssuer(
  parent: Authority,
  commonName: string,
  organization = demoMark,
  places: Places = {},
) {
  const keys = await newKeys('P-256')
  const subject = subjectOf({ C: 'LU', O: organization, CN: commonName })
  const certificate = await sign(parent, subject, keys.publicKey, lasting(5 * 365), authorityExtensions(0))
  return { certificate, keys, chain: [certificate, ...parent.chain], places }
}

/** Whom an authority lets answer for it (RFC 6960 §4.2.2.2), and who is not asked about in turn. */
export async function createResponder(
  authority: Authority,
  given: { usages?: string[]; exempt?: boolean; lifetime?: Lifetime } = {},
): Promise<Issued> {
  const keys = await newKeys('P-256')
  const subject = subjectOf({ C: 'LU', O: demoMark, CN: 'OCSP' })
  const certificate = await sign(authority, subject, keys.publicKey, given.lifetime ?? lasting(365), [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension(given.usages ?? [x509.ExtendedKeyUsage.ocspSigning]),
    ...(given.exempt === false ? [] : [new x509.Extension(ocspNoCheck, false, Buffer.from([5, 0]))]),
  ])
  return { certificate, keys }
}
const ocspNoCheck = '1.3.6.1.5.5.7.48.1.5'

/** A certificate to sign in with, unless `usages` says otherwise. */
export async function issueToPerson(
  authority: Authority,
  subject: Subject,
  given: { lifetime?: Lifetime; usages?: string[]; keys?: webcrypto.CryptoKeyPair } = {},
): Promise<Issued> {
  const keys = given.keys ?? (await newKeys('P-256'))
  const certificate = await sign(authority, subject, keys.publicKey, given.lifetime ?? lasting(3 * 365), [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension(given.usages ?? [x509.ExtendedKeyUsage.clientAuth]),
  ])
  return { certificate, keys }
}

export async function issueToServer(authority: Authority, hosts: x509.JsonGeneralNames): Promise<Issued> {
  const keys = await newKeys('P-256')
  const subject = subjectOf({ C: 'LU', O: demoMark, CN: 'localhost' })
  const certificate = await sign(authority, subject, keys.publicKey, lasting(397), [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(hosts),
  ])
  return { certificate, keys }
}

export async function privateKeyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`
}

export const pemOf = (...certificates: x509.X509Certificate[]) =>
  certificates.map((certificate) => `${certificate.toString('pem')}\n`).join('')

async function sign(
  issuer: Authority,
  subject: Subject,
  publicKey: webcrypto.CryptoKey,
  lifetime: Lifetime,
  extensions: x509.Extension[],
) {
  const curve = (issuer.keys.privateKey.algorithm as webcrypto.EcKeyAlgorithm).namedCurve
  return x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: nameOf(subject),
    issuer: issuer.certificate.subjectName,
    ...lifetime,
    publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: curve === 'P-384' ? 'SHA-384' : 'SHA-256' },
    extensions: [
      ...extensions,
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
      ...placesOf(issuer),
    ],
  })
}

function placesOf({ places }: Authority): x509.Extension[] {
  const { ocsp, crl } = places ?? {}
  return [
    ...(ocsp ? [new x509.AuthorityInfoAccessExtension({ ocsp })] : []),
    ...(crl ? [new x509.CRLDistributionPointsExtension([crl])] : []),
  ]
}

const authorityExtensions = (pathLength: number) => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
]

const nameOf = (subject: Subject) =>
  new x509.Name(
    subject.map(({ oid, value }) => ({
      [oid]: [printable.includes(oid) ? { printableString: value } : { utf8String: value }],
    })),
  )

const newKeys = (namedCurve: 'P-256' | 'P-384'): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify'])

/** Positive and never zero, RFC 5280 §4.1.2.2. */
function randomSerial(): string {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x01, 0)
  return bytes.toString('hex')
}
