import {
  boolean,
  children,
  type Element,
  expect,
  integer,
  Malformed,
  oid,
  readDer,
  sequence,
  setBits,
  tags,
} from './der.ts'
import { type GeneralName, readGeneralName } from './names.ts'

export type Extension = { oid: string; critical: boolean; value: Buffer }
export type NameConstraints = { permitted: GeneralName[]; excluded: GeneralName[] }

/** Every extension the judgement knows, by the name RFC 5280 §4.2 gives it, with what reads it. */
const readers = {
  subjectKeyIdentifier: reader('2.5.29.14', (value) => expect(value, tags.octets).body),
  keyUsage: reader('2.5.29.15', setBits),
  subjectAltName: reader('2.5.29.17', readGeneralNames),
  basicConstraints: reader('2.5.29.19', readBasicConstraints),
  nameConstraints: reader('2.5.29.30', readNameConstraints),
  certificatePolicies: reader('2.5.29.32', readPolicies),
  policyMappings: reader('2.5.29.33', sequence),
  authorityKeyIdentifier: reader('2.5.29.35', readAuthorityKey),
  policyConstraints: reader('2.5.29.36', readPolicyConstraints),
  // None at all is malformed too, and refused for lack of the purpose asked for.
  extendedKeyUsage: reader('2.5.29.37', (value) => sequence(value).map(oid)),
  inhibitAnyPolicy: reader('2.5.29.54', (value) => whole(integer(value))),
  authorityInfoAccess: reader('1.3.6.1.5.5.7.1.1', readAccess),
  subjectInfoAccess: reader('1.3.6.1.5.5.7.1.11', readAccess),
  cRLDistributionPoints: reader('2.5.29.31', (value) => some(sequence(value)).length),
  freshestCRL: reader('2.5.29.46', (value) => some(sequence(value)).length),
} as const

export type ExtensionName = keyof typeof readers
export type Extensions = { [Name in ExtensionName]?: ReturnType<(typeof readers)[Name]['read']> }
export type ReadExtensions = {
  all: Extension[]
  known: Extensions
  malformed: ExtensionName[]
  critical: Set<ExtensionName>
}

export const oidOf = (name: ExtensionName) => readers[name].oid

/** Bits of keyUsage, RFC 5280 §4.2.1.3. */
export const keyUsageBits = { digitalSignature: 0, keyCertSign: 5 }

export function readExtensions(element: Element | undefined): ReadExtensions {
  const all = element ? some(sequence(children(element)[0])).map(readExtension) : []
  const found: ReadExtensions = { all, known: {}, malformed: [], critical: new Set() }
  const names = Object.keys(readers) as ExtensionName[]
  for (const name of names) {
    const extension = all.find((one) => one.oid === readers[name].oid)
    if (!extension) continue
    if (extension.critical) found.critical.add(name)
    try {
      Object.assign(found.known, { [name]: readers[name].read(readDer(extension.value)) })
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      found.malformed.push(name)
    }
  }
  return found
}

function readExtension(element: Element): Extension {
  const [id, second, third, ...more] = sequence(element)
  const critical = third ? boolean(second) : false
  if (more.length) throw new Malformed('no extension')
  return { oid: oid(id), critical, value: expect(third ?? second, tags.octets).body }
}

function reader<T>(id: string, read: (value: Element) => T) {
  return { oid: id, read }
}

function readGeneralNames(value: Element): GeneralName[] {
  return some(sequence(value)).map(readGeneralName)
}

function readBasicConstraints(value: Element): { ca: boolean; pathLength: number | null } {
  const parts = sequence(value)
  const ca = parts[0]?.tag === tags.boolean ? boolean(parts.shift()) : false
  const pathLength = parts.length ? whole(integer(parts.shift())) : null
  if (parts.length) throw new Malformed('no basic constraints')
  return { ca, pathLength }
}

function readNameConstraints(value: Element): NameConstraints {
  const parts = some(sequence(value))
  const subtrees = (tag: number) => {
    const part = parts[0]?.tag === tag ? parts.shift() : undefined
    return part ? some(children(part)).map(readSubtree) : []
  }
  const found = { permitted: subtrees(0xa0), excluded: subtrees(0xa1) }
  if (parts.length) throw new Malformed('no name constraints')
  return found
}

/** RFC 5280 §4.2.1.10: minimum is always 0 (left out in DER), maximum is never there. */
function readSubtree(element: Element): GeneralName {
  const [base, ...more] = sequence(element)
  if (!base || more.length) throw new Malformed('a subtree with distances')
  return readGeneralName(base)
}

/** RFC 5280 §4.2.1.4: no policy twice. */
function readPolicies(value: Element): string[] {
  const policies = some(sequence(value)).map((one) => oid(sequence(one)[0]))
  if (new Set(policies).size !== policies.length) throw new Malformed('a policy comes twice')
  return policies
}

/** RFC 5280 §4.2.1.1 and its module (A.2): issuer and serial number come together or not at all. */
function readAuthorityKey(value: Element) {
  const parts = sequence(value)
  const part = (tag: number) => (parts[0]?.tag === tag ? parts.shift() : undefined)
  const found = { key: part(0x80)?.body ?? null, issuer: part(0xa1), serial: part(0x82) }
  if (parts.length || !found.issuer !== !found.serial) throw new Malformed('no authority key identifier')
  const issuer = found.issuer ? some(children(found.issuer)).map(readGeneralName) : null
  return { key: found.key, issuer, serial: found.serial ? integer(found.serial, 0x82) : null }
}

function readPolicyConstraints(value: Element) {
  const parts = some(sequence(value))
  const skip = (tag: number) => (parts[0]?.tag === tag ? whole(integer(parts.shift(), tag)) : null)
  const found = { requireExplicit: skip(0x80), inhibitMapping: skip(0x81) }
  if (parts.length) throw new Malformed('no policy constraints')
  return found
}

function readAccess(value: Element): number {
  return some(sequence(value)).map((one) => {
    const [method, location, ...more] = sequence(one)
    if (!location || more.length) throw new Malformed('no access description')
    return [oid(method), readGeneralName(location)]
  }).length
}

function some<T>(list: T[]): T[] {
  if (!list.length) throw new Malformed('is empty')
  return list
}

function whole(number: bigint): number {
  if (number < 0n) throw new Malformed('less than nothing')
  return number > 1000n ? 1000 : Number(number)
}

export const nameOfExtension = (id: string) =>
  Object.entries(readers).find(([, { oid: known }]) => known === id)?.[0] ?? id
