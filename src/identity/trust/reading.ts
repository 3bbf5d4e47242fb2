import type { X509Certificate } from 'node:crypto'
import {
  bitString,
  children,
  type Element,
  expect,
  integer,
  Malformed,
  oid,
  readDer,
  sequence,
  tags,
  time,
} from './der.ts'
import { type ReadExtensions, readExtensions } from './extensions.ts'
import { type Name, printName, readName, sameName } from './names.ts'

export type Algorithm = { oid: string; parameters: Element | null }

/** Everything in a certificate that the judgement looks at, RFC 5280 §4.1. */
export type Reading = {
  version: number
  serial: bigint
  serialLength: number
  algorithm: Algorithm
  algorithmsAgree: boolean
  issuer: Name
  subject: Name
  selfIssued: boolean
  notBefore: Date
  notAfter: Date
  key: { algorithm: Algorithm; bytes: Buffer; info: Buffer }
  extensions: ReadExtensions
}

type Read = { reading: Reading; problem: null } | { reading: null; problem: string }
const known = new WeakMap<X509Certificate, Read>()

/** Null when the certificate is not the DER that RFC 5280 asks for. */
export const readStrictly = (certificate: X509Certificate) => readOnce(certificate).reading

/** Whose it is, as people may read it. */
export function nameOf(certificate: X509Certificate): string {
  const reading = readStrictly(certificate)
  return reading ? printName(reading.subject) : '(unreadable certificate)'
}

/** What is wrong with its encoding. */
export const encodingProblem = (certificate: X509Certificate) => readOnce(certificate).problem

function readOnce(certificate: X509Certificate): Read {
  const read = known.get(certificate) ?? tryToRead(certificate.raw)
  known.set(certificate, read)
  return read
}

function tryToRead(raw: Buffer): Read {
  try {
    return { reading: readCertificate(raw), problem: null }
  } catch (error) {
    if (error instanceof Malformed) return { reading: null, problem: error.message }
    throw error
  }
}

function readCertificate(raw: Buffer): Reading {
  const [signed, outer, signature, ...more] = sequence(readDer(raw))
  if (!outer || more.length) throw new Malformed('no certificate')
  bitString(signature)
  const parts = sequence(signed)
  const part = (tag: number) => (parts[0]?.tag === tag ? parts.shift() : undefined)
  const version = part(0xa0)
  const serial = parts.shift()
  const inner = parts.shift()
  const issuer = readName(parts.shift())
  const [from, until, ...times] = sequence(parts.shift())
  const subject = readName(parts.shift())
  const info = parts.shift()
  part(0x81)
  part(0x82)
  const extensions = part(0xa3)
  if (parts.length || times.length || !info || !inner) throw new Malformed('no certificate')
  return {
    version: version ? Number(integer(children(version)[0])) + 1 : 1,
    ...{ serial: integer(serial), serialLength: serial?.body.length ?? 0 },
    ...{ algorithm: readAlgorithm(outer), algorithmsAgree: inner.raw.equals(outer.raw) },
    ...{ issuer, subject, selfIssued: sameName(issuer, subject) },
    ...{ notBefore: time(from), notAfter: time(until) },
    key: readKey(info),
    extensions: readExtensions(extensions),
  }
}

export function readAlgorithm(element: Element | undefined): Algorithm {
  const [id, parameters, ...more] = sequence(element)
  if (more.length) throw new Malformed('no algorithm')
  return { oid: oid(id), parameters: parameters ?? null }
}

function readKey(info: Element): Reading['key'] {
  const [algorithm, key, ...more] = sequence(info)
  if (more.length) throw new Malformed('no public key')
  const { bytes, unused } = bitString(expect(key, tags.bits))
  if (unused) throw new Malformed('no public key')
  return { algorithm: readAlgorithm(algorithm), bytes, info: info.raw }
}
