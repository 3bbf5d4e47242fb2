import { X509Certificate } from 'node:crypto'
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
} from '../trust/der.ts'
import { type Extension, readExtensions } from '../trust/extensions.ts'
import { type Name, readName } from '../trust/names.ts'
import { readAlgorithm } from '../trust/reading.ts'
import { NoAnswer, type Status } from './answer.ts'
import type { CertificateId } from './ocsp-question.ts'
import type { Signed } from './signature.ts'

const basicResponse = '1.3.6.1.5.5.7.48.1.1'
const errors: Record<number, string> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
}
const mostCertificates = 5

export type Single = {
  id: CertificateId
  status: Status
  thisUpdate: Date
  nextUpdate: Date | null
  extensions: Extension[]
}

/** A BasicOCSPResponse, RFC 6960 §4.2.1, none of it checked. */
export type OcspResponse = {
  signed: Signed
  responder: { name: Name } | { key: Buffer }
  producedAt: Date
  singles: Single[]
  extensions: Extension[]
  certificates: X509Certificate[]
}

export function readOcspResponse(bytes: Buffer): OcspResponse {
  const [status, wrapped] = sequence(readDer(bytes))
  const code = Number(integer(status, 0x0a))
  if (code !== 0) throw new NoAnswer('responder_error', errors[code] ?? String(code))
  const [type, response] = sequence(children(expect(wrapped, 0xa0))[0])
  if (oid(type) !== basicResponse) throw new Malformed('another kind of answer')
  return readBasic(readDer(expect(response, tags.octets).body))
}

function readBasic(basic: Element): OcspResponse {
  const [data, algorithm, signature, certificates, ...more] = sequence(basic)
  if (!data || more.length) throw new Malformed('no answer')
  const parts = sequence(data)
  const part = (tag: number) => (parts[0]?.tag === tag ? parts.shift() : undefined)
  const version = part(0xa0)
  if (version && integer(children(version)[0]) !== 0n) throw new Malformed('another version')
  const responder = readResponder(parts.shift())
  const producedAt = moment(parts.shift())
  const singles = sequence(parts.shift()).map(readSingle)
  const extensions = readExtensions(part(0xa1)).all
  if (parts.length) throw new Malformed('no answer')
  return {
    signed: {
      signed: data.raw,
      algorithm: readAlgorithm(algorithm),
      signature: bitString(signature).bytes,
    },
    ...{ responder, producedAt, singles, extensions },
    certificates: certificates ? readCertificates(certificates) : [],
  }
}

function readResponder(element: Element | undefined): OcspResponse['responder'] {
  const inner = element && children(element)[0]
  if (element?.tag === 0xa1) return { name: readName(inner) }
  return { key: expect(element?.tag === 0xa2 ? inner : undefined, tags.octets).body }
}

function readSingle(element: Element): Single {
  const [id, status, thisUpdate, ...rest] = sequence(element)
  const part = (tag: number) => (rest[0]?.tag === tag ? rest.shift() : undefined)
  const next = part(0xa0)
  const extensions = readExtensions(part(0xa1)).all
  if (rest.length) throw new Malformed('no answer')
  return {
    id: readId(id),
    status: readStatus(status),
    thisUpdate: moment(thisUpdate),
    nextUpdate: next ? moment(children(next)[0]) : null,
    extensions,
  }
}

function readId(element: Element | undefined): CertificateId {
  const [algorithm, name, key, serial] = sequence(element)
  return {
    hash: readAlgorithm(algorithm).oid,
    name: expect(name, tags.octets).body,
    key: expect(key, tags.octets).body,
    serial: expect(serial, tags.integer).body,
  }
}

function readStatus(element: Element | undefined): Status {
  if (element?.tag === 0x80 && !element.body.length) return { status: 'good' }
  if (element?.tag === 0x82 && !element.body.length) return { status: 'unknown' }
  return { status: 'revoked', since: moment(children(expect(element, 0xa1))[0]) }
}

function readCertificates(element: Element): X509Certificate[] {
  const all = sequence(children(expect(element, 0xa0))[0])
  return all.slice(0, mostCertificates).map(({ raw }) => {
    try {
      return new X509Certificate(raw)
    } catch {
      throw new Malformed('no certificate')
    }
  })
}

/** GeneralizedTime whatever the year, unlike in certificates: RFC 6960 §4.2.2.1. */
export function moment(element: Element | undefined): Date {
  const text = expect(element, tags.generalizedTime).body.toString('latin1')
  const iso = text.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new Malformed('no time')
  return date
}
