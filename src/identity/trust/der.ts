/** One element of DER (X.690): tag byte, contents, and both with their length as they stand. */
export type Element = { tag: number; body: Buffer; raw: Buffer }

/** What was read is no DER, or not of the shape its place asks for. */
export class Malformed extends Error {}

export const tags = {
  ...{ boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, null: 0x05, oid: 0x06 },
  ...{ sequence: 0x30, set: 0x31, utcTime: 0x17, generalizedTime: 0x18 },
} as const

const deepest = 32

/** The one element these bytes are, all of it DER down to its leaves; throws `Malformed`. */
export function readDer(bytes: Buffer): Element {
  const { element, next } = readElement(bytes, 0)
  if (next !== bytes.length) throw new Malformed('something follows')
  requireDer(element, 0)
  return element
}

export function children({ tag, body }: Element): Element[] {
  if (!isConstructed(tag)) throw new Malformed('is not made of parts')
  const found: Element[] = []
  for (let at = 0; at < body.length; ) {
    const { element, next } = readElement(body, at)
    found.push(element)
    at = next
  }
  return found
}

/** The element, if it has that tag. */
export function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new Malformed(`expected the tag ${tag}`)
  return element
}

export const sequence = (element: Element | undefined) => children(expect(element, tags.sequence))

/** Two's complement, as few bytes as can be. */
export function integer(element: Element | undefined, tag: number = tags.integer): bigint {
  const { body } = expect(element, tag)
  const [first, second] = body
  if (first === undefined) throw new Malformed('an empty number')
  if (second !== undefined && (first === 0 || first === 0xff) && first >> 7 === second >> 7)
    throw new Malformed('a number longer than it needs')
  return BigInt.asIntN(body.length * 8, BigInt(`0x${body.toString('hex')}`))
}

export function boolean(element: Element | undefined): boolean {
  const { body } = expect(element, tags.boolean)
  if (body.length !== 1 || (body[0] !== 0 && body[0] !== 0xff)) throw new Malformed('neither true nor false')
  return body[0] === 0xff
}

/** The bits that are set, counted from the left. */
export function setBits(element: Element | undefined): Set<number> {
  const { bytes, unused } = bitString(element)
  const all = [...bytes].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bit) => (byte & (0x80 >> bit) ? [at * 8 + bit] : [])),
  )
  if (bytes.length && !all.includes(bytes.length * 8 - unused - 1))
    throw new Malformed('bits that say nothing')
  return new Set(all)
}

export function bitString(element: Element | undefined): { bytes: Buffer; unused: number } {
  const { body } = expect(element, tags.bits)
  const [unused] = body
  const bytes = body.subarray(1)
  if (unused === undefined || unused > 7 || (unused && !bytes.length))
    throw new Malformed('no string of bits')
  if ((bytes.at(-1) ?? 0) & ((1 << unused) - 1)) throw new Malformed('unused bits are set')
  return { bytes, unused }
}

export function oid(element: Element | undefined): string {
  const { body } = expect(element, tags.oid)
  if (!body.length || (body.at(-1) ?? 0) & 0x80) throw new Malformed('no object identifier')
  const arcs: bigint[] = []
  let arc = 0n
  let begins = true
  for (const byte of body) {
    if (begins && byte === 0x80) throw new Malformed('an object identifier longer than it needs')
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    begins = (byte & 0x80) === 0
    if (!begins) continue
    arcs.push(arc)
    arc = 0n
  }
  const [first = 0n, ...rest] = arcs
  const top = first < 80n ? first / 40n : 2n
  return [top, first - top * 40n, ...rest].join('.')
}

/** RFC 5280 §4.1.2.5: two digits of a year before 2050, four from then on; seconds, and Z. */
export function time(element: Element | undefined): Date {
  const text = element?.body.toString('latin1') ?? ''
  const short = element?.tag === tags.utcTime && /^\d{12}Z$/.test(text)
  const long = element?.tag === tags.generalizedTime && /^\d{14}Z$/.test(text)
  if (!short && !long) throw new Malformed('no time')
  const digits = short ? `${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}` : text
  const iso = digits.replace(/(....)(..)(..)(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6.000Z')
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new Malformed('no time')
  if (long && date.getUTCFullYear() < 2050) throw new Malformed('a time in the form of later years')
  return date
}

function requireDer(element: Element, depth: number) {
  if (depth > deepest) throw new Malformed('too deep')
  if (element.tag === tags.boolean) boolean(element)
  if (element.tag === tags.integer) integer(element)
  if (element.tag === tags.bits) bitString(element)
  if (element.tag === tags.oid) oid(element)
  if (element.tag === tags.null && element.body.length) throw new Malformed('a null that holds something')
  if (isConstructed(element.tag)) for (const child of children(element)) requireDer(child, depth + 1)
}

const isConstructed = (tag: number) => (tag & 0x20) !== 0

function readElement(bytes: Buffer, at: number): { element: Element; next: number } {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new Malformed('ends too early')
  if ((tag & 0x1f) === 0x1f) throw new Malformed('a tag that certificates do not use')
  const { length, start } =
    first < 0x80 ? { length: first, start: at + 2 } : longLength(bytes, at + 2, first & 0x7f)
  const next = start + length
  if (next > bytes.length) throw new Malformed('ends too early')
  return { element: { tag, body: bytes.subarray(start, next), raw: bytes.subarray(at, next) }, next }
}

function longLength(bytes: Buffer, at: number, count: number) {
  if (count < 1 || count > 4 || at + count > bytes.length) throw new Malformed('no definite length')
  const length = bytes.readUIntBE(at, count)
  if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw new Malformed('a length longer than it needs')
  return { length, start: at + count }
}
