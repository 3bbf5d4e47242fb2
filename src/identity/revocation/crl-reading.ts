import { setImmediate } from 'node:timers/promises'
import {
  bitString,
  boolean,
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
} from '../trust/der.ts'
import { type Extension, readExtensions } from '../trust/extensions.ts'
import { type Name, readName } from '../trust/names.ts'
import { readAlgorithm } from '../trust/reading.ts'
import { NoAnswer } from './answer.ts'
import { printSerial } from './ocsp-question.ts'
import { fullNames } from './places.ts'
import type { Signed } from './signature.ts'

const ids = { delta: '2.5.29.27', scope: '2.5.29.28', key: '2.5.29.35', number: '2.5.29.20' }
const entryIds = { certificateIssuer: '2.5.29.29', harmless: ['2.5.29.21', '2.5.29.23', '2.5.29.24'] }

/** What a list covers, RFC 5280 §5.2.5. */
export type Scope = { addresses: string[] | null; only: 'users' | 'authorities' | null }

/** A complete list of one issuer, its signature not yet checked. */
export type Crl = {
  signed: Signed
  issuer: Name
  thisUpdate: Date
  nextUpdate: Date
  scope: Scope
  /** By number, in hexadecimal. */
  revoked: Map<string, Date>
}

/** RFC 5280 §5.1. Lists can be long: other work goes on in between. Throws `NoAnswer`. */
export async function readCrl(bytes: Buffer): Promise<Crl> {
  try {
    return await readList(bytes)
  } catch (error) {
    if (error instanceof Malformed) throw new NoAnswer('malformed', error.message)
    throw error
  }
}

async function readList(bytes: Buffer): Promise<Crl> {
  const [list, ...others] = children({ tag: tags.sequence, body: bytes, raw: bytes })
  const [data, algorithm, signature, ...more] = sequence(list)
  if (!data || others.length || more.length) throw new Malformed('no list')
  const parts = sequence(data)
  if (parts[0]?.tag === tags.integer && integer(parts.shift()) !== 1n) throw new Malformed('another version')
  const inner = parts.shift()
  if (!inner || !algorithm || !inner.raw.equals(algorithm.raw)) throw new Malformed('two algorithms')
  const issuer = readName(whole(parts.shift()))
  const [thisUpdate, nextUpdate] = [time(parts.shift()), isTime(parts[0]) ? time(parts.shift()) : null]
  if (!nextUpdate) throw new Malformed('does not say when the next one comes')
  const entries = parts[0]?.tag === tags.sequence ? children(parts.shift() ?? data) : []
  const extensions = readExtensions(parts[0]?.tag === 0xa0 ? whole(parts.shift()) : undefined).all
  if (parts.length) throw new Malformed('no list')
  const scope = readScope(extensions)
  const revoked = await readEntries(entries)
  const signed = {
    signed: data.raw,
    algorithm: readAlgorithm(whole(algorithm)),
    signature: bitString(signature).bytes,
  }
  return { signed, issuer, thisUpdate, nextUpdate, scope, revoked }
}

/** Checked down to its leaves; the list as a whole is not, which would take long. */
function whole(element: Element | undefined): Element {
  if (!element) throw new Malformed('ends too early')
  return readDer(element.raw)
}

const isTime = (element: Element | undefined) =>
  element?.tag === tags.utcTime || element?.tag === tags.generalizedTime

function readScope(extensions: Extension[]): Scope {
  const known = Object.values(ids)
  if (extensions.some(({ oid }) => oid === ids.delta)) throw new NoAnswer('delta')
  if (extensions.some(({ oid, critical }) => critical && !known.includes(oid)))
    throw new NoAnswer('critical_extension')
  const found = extensions.find(({ oid }) => oid === ids.scope)
  if (!found) return { addresses: null, only: null }
  const parts = sequence(readDer(found.value))
  const flag = (tag: number) => {
    const part = parts.find((one) => one.tag === tag)
    return part !== undefined && boolean({ ...part, tag: tags.boolean })
  }
  if (flag(0x84)) throw new NoAnswer('indirect')
  if (flag(0x85) || parts.some(({ tag }) => tag === 0x83)) throw new NoAnswer('out_of_scope')
  const name = parts.find(({ tag }) => tag === 0xa0)
  const only = flag(0x81) ? 'users' : flag(0x82) ? 'authorities' : null
  return { addresses: name ? fullNames(name) : null, only }
}

async function readEntries(entries: Element[]): Promise<Map<string, Date>> {
  const revoked = new Map<string, Date>()
  for (const [index, entry] of entries.entries()) {
    const [serial, since, extensions] = sequence(entry)
    revoked.set(printSerial(expect(serial, tags.integer).body), time(since))
    if (extensions) requireHarmless(extensions)
    if (index % 5000 === 4999) await setImmediate()
  }
  return revoked
}

/** Another issuer's certificate in the list makes it an indirect one, RFC 5280 §5.3.3. */
function requireHarmless(extensions: Element) {
  for (const extension of sequence(extensions)) {
    const [id, critical] = sequence(extension)
    const name = oid(id)
    if (name === entryIds.certificateIssuer) throw new NoAnswer('indirect')
    if (critical?.tag === tags.boolean && boolean(critical) && !entryIds.harmless.includes(name))
      throw new NoAnswer('critical_extension')
  }
}
