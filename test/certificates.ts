import 'reflect-metadata'
import { webcrypto, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import * as pkijs from 'pkijs'

export const oids = {
  ...{ ski: '2.5.29.14', keyUsage: '2.5.29.15', san: '2.5.29.17', basicConstraints: '2.5.29.19' },
  ...{ nameConstraints: '2.5.29.30', policies: '2.5.29.32', policyMappings: '2.5.29.33', aki: '2.5.29.35' },
  ...{ policyConstraints: '2.5.29.36', extendedKeyUsage: '2.5.29.37', inhibitAnyPolicy: '2.5.29.54' },
} as const

type KeyKind = 'P-256' | 'P-384' | 'P-521' | 'Ed25519' | 'RSA-1024' | 'RSA-2048' | 'RSA-2052'

/** One certificate about to be made; a test changes what it wants wrong. */
export type Plan = {
  subject: string
  serialNumber: string
  notBefore: Date
  notAfter: Date
  digest: 'SHA-1' | 'SHA-256'
  extensions: x509.Extension[]
  /** What no library would make: changed afterwards, then signed again. */
  tamper?: (certificate: pkijs.Certificate) => void
}
export type Change = (plan: Plan) => void
type Keys = webcrypto.CryptoKeyPair
type Made = { plan: Plan; keys: Keys; raw: ArrayBuffer }
export type MadePath = Record<'root' | 'issuer' | 'holder', X509Certificate>

const year = 365 * 24 * 3600 * 1000
let serial = 1000

/** A root, an issuing authority and a holder's certificate, faultless but for the changes. */
export async function makePath(
  changes: { root?: Change; issuer?: Change; holder?: Change } = {},
  keys: { root?: KeyKind; issuer?: KeyKind; holder?: KeyKind } = {},
): Promise<MadePath> {
  const root = await make(rootName, [constraints(true, 1), mayIssue()], changes.root, keys.root, null)
  const issuer = await make(issuerName, [constraints(true, 0), mayIssue()], changes.issuer, keys.issuer, root)
  const signs = new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)
  const purpose = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])
  const holder = await make(holderName, [signs, purpose], changes.holder, keys.holder, issuer)
  const read = ({ raw }: Made) => new X509Certificate(Buffer.from(raw))
  return { root: read(root), issuer: read(issuer), holder: read(holder) }
}

const [rootName, issuerName, holderName] = [
  'CN=Root, O=Test',
  'CN=Issuing, O=Test',
  'CN=Marie Muster, O=Test',
]

export const constraints = (ca: boolean, pathLength?: number) =>
  new x509.BasicConstraintsExtension(ca, pathLength, true)

export const mayIssue = () =>
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)

/** An extension of any content, in DER. */
export const extension = (oid: string, critical: boolean, value: Buffer) =>
  new x509.Extension(oid, critical, value)

export const without =
  (...gone: string[]): Change =>
  (plan) => {
    plan.extensions = plan.extensions.filter(({ type }) => !gone.includes(type))
  }

/** In place of those of the same kind, if there are any. */
export const having =
  (...extensions: x509.Extension[]): Change =>
  (plan) => {
    without(...extensions.map(({ type }) => type))(plan)
    plan.extensions.push(...extensions)
  }

/** One element of DER. */
export function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const long = body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...(body.length < 0x80 ? [body.length] : long)]), body])
}

/** An object identifier in DER. */
export function derOid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f]
    for (let left = arc >>> 7; left; left >>>= 7) septets.unshift((left & 0x7f) | 0x80)
    return septets
  })
  return der(0x06, Buffer.from(bytes))
}

async function make(
  subject: string,
  usual: x509.Extension[],
  change: Change = () => {},
  kind: KeyKind = 'P-256',
  issuer: Made | null,
): Promise<Made> {
  const keys = await newKeys(kind)
  const signer = issuer?.keys ?? keys
  const plan: Plan = {
    ...{ subject, serialNumber: (serial++).toString(16).padStart(4, '0'), digest: 'SHA-256' },
    ...{ notBefore: new Date(Date.now() - year), notAfter: new Date(Date.now() + year) },
    extensions: [
      ...usual,
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  }
  change(plan)
  const { tamper, digest, ...fields } = plan
  const { rawData } = await x509.X509CertificateGenerator.create({
    ...{ ...fields, issuer: issuer?.plan.subject ?? plan.subject },
    ...{ publicKey: keys.publicKey, signingKey: signer.privateKey },
    signingAlgorithm: { ...signer.privateKey.algorithm, hash: digest },
  })
  return { plan, keys, raw: tamper ? await changeAfterwards(rawData, tamper, signer) : rawData }
}

async function changeAfterwards(raw: ArrayBuffer, tamper: (one: pkijs.Certificate) => void, signer: Keys) {
  const certificate = pkijs.Certificate.fromBER(raw)
  tamper(certificate)
  await certificate.sign(signer.privateKey, 'SHA-256')
  return certificate.toSchema(true).toBER()
}

function newKeys(kind: KeyKind): Promise<Keys> {
  const usages: webcrypto.KeyUsage[] = ['sign', 'verify']
  if (kind === 'Ed25519') return webcrypto.subtle.generateKey(kind, true, usages) as Promise<Keys>
  const bits = /^RSA-(\d+)$/.exec(kind)?.[1]
  if (!bits) return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: kind }, true, usages)
  const publicExponent = new Uint8Array([1, 0, 1])
  const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: Number(bits), publicExponent, hash: 'SHA-256' }
  return webcrypto.subtle.generateKey(rsa, true, usages)
}
