import type { X509Certificate } from 'node:crypto'
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
}

/** Reads what Node's own class does not tell. Reads only: the judgement is made in `trust/`. */
export function readCertificate(certificate: X509Certificate): Reading {
  const parsed = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw).buffer)
  const subject = attributesOf(parsed.subject.typesAndValues)
  return {
    attribute: (name) => {
      const values = subject.get(shortNames[name] ?? name) ?? []
      return values.length === 1 ? (values[0] ?? null) : null
    },
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
