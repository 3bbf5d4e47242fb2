import { isIPv4 } from 'node:net'
import type { NameConstraints } from './extensions.ts'
import { type GeneralName, isHost, isMailbox, isWithin, type NameForm } from './names.ts'
import type { Reading } from './reading.ts'
import type { Finding } from './reasons.ts'

const understood: NameForm[] = ['dns', 'email', 'uri', 'ip', 'directory']
const emailAddress = '1.2.840.113549.1.9.1'
/** OpenSSL gives up at the same number (NAME_CHECK_MAX). */
const mostComparisons = 2 ** 20

/** RFC 5280 §6.1.3 (b)(c) and §6.1.4 (g), over a path from the root down to the holder. */
export function judgeNames(downward: Reading[]): Finding[] {
  const findings: Finding[] = []
  const above: NameConstraints[] = []
  for (const [at, reading] of downward.entries()) {
    const constraints = reading.extensions.known.nameConstraints
    if (at > 0 && (!reading.selfIssued || at === downward.length - 1))
      findings.push(...compare(reading, above))
    if (constraints) above.push(constraints)
    for (const base of constraints ? [...constraints.permitted, ...constraints.excluded] : [])
      if (!isConstraint(base))
        findings.push({ reason: 'name_constraint_form', detail: `${base.form} ${base.text}` })
  }
  return findings
}

function compare(reading: Reading, above: NameConstraints[]): Finding[] {
  if (!above.length) return []
  const names = namesOf(reading)
  const bases = above.reduce((sum, { permitted, excluded }) => sum + permitted.length + excluded.length, 0)
  const compared = (names.length + reading.subject.attributes.length) * bases
  if (compared > mostComparisons) return [{ reason: 'too_many_names' }]
  return names.flatMap((name) => above.flatMap((constraints) => judgeName(name, constraints))).slice(0, 5)
}

function judgeName(name: GeneralName, { permitted, excluded }: NameConstraints): Finding[] {
  const sameForm = ({ form }: GeneralName) => form === name.form
  const [allowed, denied] = [permitted.filter(sameForm), excluded.filter(sameForm)]
  if (!allowed.length && !denied.length) return []
  const detail = `${name.form} ${name.text}`.trim()
  if (!understood.includes(name.form)) return [{ reason: 'name_constraint_unknown', detail }]
  if (denied.some((base) => touches(name, base))) return [{ reason: 'name_excluded', detail }]
  if (allowed.length && !allowed.some((base) => liesIn(name, base)))
    return [{ reason: 'name_not_permitted', detail }]
  return []
}

/** §4.2.1.10: the subject itself, alternative names, and without those the addresses in the subject. */
function namesOf({ subject, extensions }: Reading): GeneralName[] {
  const alternative = extensions.known.subjectAltName ?? []
  const own: GeneralName[] = subject.parts.length
    ? [{ form: 'directory', bytes: Buffer.alloc(0), text: '', directory: subject }]
    : []
  if (alternative.length) return [...own, ...alternative]
  const addresses = subject.attributes.filter(({ type }) => type === emailAddress)
  return [
    ...own,
    ...addresses.map(({ text }) => ({
      ...{ form: 'email' as const, bytes: Buffer.alloc(0), directory: null },
      text: text ?? '',
    })),
  ]
}

/** Whether every name that `name` stands for lies in the subtree; a wildcard stands for many. */
function liesIn(name: GeneralName, base: GeneralName): boolean {
  if (name.form === 'dns') return isBelow(name.text.replace(/^\*\./, ''), base.text)
  if (name.form === 'email') return isAddressIn(name.text, base.text)
  if (name.form === 'uri') return isHostIn(hostOf(name.text), base.text)
  if (name.form === 'ip') return isAddressInRange(name.bytes, base.bytes)
  return name.directory !== null && base.directory !== null && isWithin(name.directory, base.directory)
}

/** Whether any name that `name` stands for lies in it. What cannot be told counts as excluded. */
function touches(name: GeneralName, base: GeneralName): boolean {
  if (name.form === 'uri' && hostOf(name.text) === null) return true
  if (name.form === 'email') return isAddressIn(name.text.toLowerCase(), base.text.toLowerCase())
  const wide = name.form === 'dns' && name.text.startsWith('*.')
  return liesIn(name, base) || (wide && isBelow(base.text, name.text.slice(2)))
}

function isBelow(host: string, base: string): boolean {
  const [one, other] = [host.toLowerCase(), base.toLowerCase()]
  return other === '' || one === other || one.endsWith(`.${other}`)
}

/** A mailbox, all mailboxes of a host, or (with a dot in front) of all hosts below it. */
function isAddressIn(address: string, base: string): boolean {
  const at = address.lastIndexOf('@')
  const [local, host] = [address.slice(0, at), address.slice(at + 1)]
  const [baseLocal, baseHost] = base.includes('@') ? base.split('@') : [null, base]
  if (baseLocal !== null && baseLocal !== local) return false
  return at > 0 && isHostIn(host, baseHost ?? '')
}

function isHostIn(host: string | null, base: string): boolean {
  if (host === null) return false
  const [one, other] = [host.toLowerCase(), base.toLowerCase()]
  return other === '' || (other.startsWith('.') ? one.endsWith(other) : one === other)
}

/** Null where there is no host, or only an address: no constraint can be applied to it. */
function hostOf(uri: string): string | null {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(uri)?.[1]
  return host && isHost(host) && !isIPv4(host) ? host : null
}

function isAddressInRange(address: Buffer, range: Buffer): boolean {
  if (range.length !== address.length * 2) return false
  return address.every((byte, at) => {
    const mask = range[address.length + at] ?? 0
    return (byte & mask) === ((range[at] ?? 0) & mask)
  })
}

/** The form of a constraint, §4.2.1.10; forms that are not understood are met when a name has them. */
function isConstraint({ form, text, bytes, directory }: GeneralName): boolean {
  if (form === 'dns') return text === '' || isHost(text)
  if (form === 'email')
    return text === '' || (text.includes('@') ? isMailbox(text) : isHost(text.replace(/^\./, '')))
  if (form === 'uri') return text === '' || isHost(text.replace(/^\./, ''))
  if (form === 'ip')
    return (bytes.length === 8 || bytes.length === 32) && isMask(bytes.subarray(bytes.length / 2))
  return form !== 'directory' || directory !== null
}

const isMask = (bytes: Buffer) =>
  /^1*0*$/.test([...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join(''))
