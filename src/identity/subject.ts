import type { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** X.520 attributes by the short names OpenSSL prints; everything else is named by its OID. */
const shortNames: Record<string, string> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  title: '2.5.4.12',
  GN: '2.5.4.42',
  organizationIdentifier: '2.5.4.97',
}

export type Reading = {
  /** The only value of that attribute; null when there is none, or more than one. */
  attribute(name: string): string | null
  /** Extended key usages (OIDs); null when the certificate does not restrict them. */
  usages: string[] | null
  /** RFC 5280 §4.2.1.3; null when the certificate does not restrict it. */
  maySign: boolean | null
  /** How many authorities may stand below this one; null when unlimited. */
  pathLength: number | null
}

/** Reads what Node's own class does not tell. Reads only: OpenSSL judges. */
export function readCertificate(certificate: X509Certificate): Reading {
  const parsed = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw).buffer)
  const subject = attributesOf(parsed.subject.typesAndValues)
  const extension = (oid: string): unknown =>
    parsed.extensions?.find((one) => one.extnID === oid)?.parsedValue
  const usages = extension('2.5.29.37')
  const keyUsage = extension('2.5.29.15')
  const constraints = extension('2.5.29.19')
  return {
    attribute: (name) => {
      const values = subject.get(shortNames[name] ?? name) ?? []
      return values.length === 1 ? (values[0] ?? null) : null
    },
    usages: usages instanceof pkijs.ExtKeyUsage ? usages.keyPurposes : null,
    maySign: keyUsage instanceof asn1js.BitString ? firstBit(keyUsage) : null,
    pathLength: constraints instanceof pkijs.BasicConstraints ? lengthOf(constraints) : null,
  }
}

function attributesOf(pairs: pkijs.AttributeTypeAndValue[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { type, value } of pairs) {
    const text =
      typeof value.valueBlock.value === 'string' ? value.valueBlock.value.normalize('NFC').trim() : ''
    if (text && !/\p{Cc}/u.test(text)) found.set(type, [...(found.get(type) ?? []), text])
  }
  return found
}

/** digitalSignature is bit 0. */
const firstBit = (usage: asn1js.BitString) => ((usage.valueBlock.valueHexView[0] ?? 0) & 0x80) !== 0

function lengthOf({ pathLenConstraint }: pkijs.BasicConstraints): number | null {
  if (pathLenConstraint === undefined) return null
  return typeof pathLenConstraint === 'number' ? pathLenConstraint : pathLenConstraint.valueBlock.valueDec
}
