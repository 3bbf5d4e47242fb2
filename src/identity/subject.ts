import type { X509Certificate } from 'node:crypto'
import type { Name } from './trust/names.ts'
import { readStrictly } from './trust/reading.ts'

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

/** Whom a certificate names, from the very reading that is judged; nobody, if it cannot be read. */
export function readCertificate(certificate: X509Certificate): Reading {
  const subject = attributesOf(readStrictly(certificate)?.subject.attributes ?? [])
  return {
    attribute: (name) => {
      const values = subject.get(shortNames[name] ?? name) ?? []
      return values.length === 1 ? (values[0] ?? null) : null
    },
  }
}

function attributesOf(attributes: Name['attributes']): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { type, text } of attributes) {
    const value = text?.normalize('NFC').trim() ?? ''
    if (value && !/\p{Cc}/u.test(value)) found.set(type, [...(found.get(type) ?? []), value])
  }
  return found
}
