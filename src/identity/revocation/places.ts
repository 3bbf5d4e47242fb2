import { createHash, type X509Certificate } from 'node:crypto'
import { children, type Element, expect, Malformed, oid, readDer, sequence, tags } from '../trust/der.ts'
import { readStrictly } from '../trust/reading.ts'

const ocspMethod = '1.3.6.1.5.5.7.48.1'
const uri = 0x86

/** Where the certificate says its OCSP responder is, RFC 5280 §4.2.2.1. */
export function ocspAddresses(certificate: X509Certificate): string[] {
  return read(certificate, '1.3.6.1.5.5.7.1.1', (value) =>
    sequence(value).flatMap((description) => {
      const [method, location] = sequence(description)
      return oid(method) === ocspMethod && location ? addressOf(location) : []
    }),
  )
}

/** Where the certificate says its issuer's own, whole list is, RFC 5280 §4.2.1.13. */
export function crlAddresses(certificate: X509Certificate): string[] {
  return read(certificate, '2.5.29.31', (value) =>
    sequence(value).flatMap((point) => {
      const [name, ...more] = children(expect(point, tags.sequence))
      return name?.tag === 0xa0 && !more.length ? fullNames(name) : []
    }),
  )
}

/** The addresses of a DistributionPointName. */
export function fullNames(name: Element): string[] {
  const full = children(name)[0]
  return full?.tag === 0xa0 ? children(full).flatMap(addressOf) : []
}

function addressOf({ tag, body }: Element): string[] {
  const text = tag === uri ? body.toString('latin1') : ''
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? [text] : []
}

function read(certificate: X509Certificate, id: string, reader: (value: Element) => string[]): string[] {
  const all = readStrictly(certificate)?.extensions.all ?? []
  const found = all.find((one) => one.oid === id)
  try {
    return found ? reader(readDer(found.value)) : []
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}

/** The certificate's own number, and its issuer's name as it stands in it. */
export function namesIn(certificate: X509Certificate): { serial: Element; issuer: Element } {
  const parts = sequence(sequence(readDer(certificate.raw))[0])
  const [serial, , issuer] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts
  if (!serial || !issuer) throw new Malformed('no certificate')
  return { serial, issuer }
}

/** The key itself, without algorithm: what identifiers of keys are made from. */
export function keyOf(certificate: X509Certificate): Buffer {
  const reading = readStrictly(certificate)
  if (!reading) throw new Malformed('no certificate')
  return reading.key.bytes
}

/** Tells issuers apart, also those of one name. */
export const issuerId = (issuer: X509Certificate): string =>
  createHash('sha256').update(keyOf(issuer)).digest('hex')
