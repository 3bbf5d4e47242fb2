import { createHash, randomBytes, type X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { Malformed } from '../trust/der.ts'
import { keyOf, namesIn } from './places.ts'

const hashes = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const
export const nonceId = '1.3.6.1.5.5.7.48.1.2'

/** CertID, RFC 6960 §4.1.1: a certificate by the hashes of its issuer's name and key, and its number. */
export type CertificateId = { hash: string; name: Buffer; key: Buffer; serial: Buffer }

export type Question = { id: CertificateId; nonce: Buffer; encoded: Buffer }

/** RFC 9654 §2.1: a nonce of 32 random bytes. */
export function askAbout(
  certificate: X509Certificate,
  issuer: X509Certificate,
  hash: keyof typeof hashes,
): Question {
  const { serial, issuer: name } = namesIn(certificate)
  const digest = (bytes: Buffer) => createHash(hash).update(bytes).digest()
  const id = { hash: hashes[hash], name: digest(name.raw), key: digest(keyOf(issuer)), serial: serial.body }
  const nonce = randomBytes(32)
  return { id, nonce, encoded: encode(id, nonce) }
}

const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value })
const octets = (bytes: Buffer) => new asn1js.OctetString({ valueHex: exact(bytes) })
const exact = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** OCSPRequest, RFC 6960 §4.1.1. */
function encode({ hash, name, key, serial }: CertificateId, nonce: Buffer): Buffer {
  const algorithm = sequence(new asn1js.ObjectIdentifier({ value: hash }), new asn1js.Null())
  const number = new asn1js.Integer({ valueHex: exact(serial) })
  const certificate = sequence(algorithm, octets(name), octets(key), number)
  const wrapped = octets(Buffer.from(octets(nonce).toBER()))
  const extension = sequence(new asn1js.ObjectIdentifier({ value: nonceId }), wrapped)
  const extensions = new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber: 2 },
    value: [sequence(extension)],
  })
  return Buffer.from(sequence(sequence(sequence(sequence(certificate)), extensions)).toBER())
}

export function sameId(one: CertificateId, other: CertificateId): boolean {
  if (one.hash !== other.hash) return false
  return one.name.equals(other.name) && one.key.equals(other.key) && one.serial.equals(other.serial)
}

/** Numbers are compared by their bytes, which DER allows: each has one form only. */
export function printSerial(serial: Buffer): string {
  if (!serial.length) throw new Malformed('an empty number')
  return serial.toString('hex')
}
