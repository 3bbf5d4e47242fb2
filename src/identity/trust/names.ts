import { isIPv4 } from 'node:net'
import { children, type Element, expect, Malformed, oid, sequence, tags } from './der.ts'

/** A distinguished name: each relative name in a form that compares equal where RFC 5280 §7.1 says so. */
export type Name = { parts: string[]; attributes: { type: string; text: string | null }[] }

export type NameForm = 'other' | 'email' | 'dns' | 'x400' | 'directory' | 'edi' | 'uri' | 'ip' | 'id'

/** One name of a subjectAltName, or the base of a name constraint. */
export type GeneralName = { form: NameForm; bytes: Buffer; text: string; directory: Name | null }

const forms: Record<number, NameForm> = {
  ...{ 160: 'other', 129: 'email', 130: 'dns', 163: 'x400', 164: 'directory' },
  ...{ 165: 'edi', 134: 'uri', 135: 'ip', 136: 'id' },
}

export function readName(element: Element | undefined): Name {
  const attributes: Name['attributes'] = []
  const parts = sequence(element).map((relative) => {
    const pairs = children(expect(relative, tags.set)).map((pair) => {
      const [type, value, ...more] = sequence(pair)
      if (!value || more.length) throw new Malformed('no attribute of a name')
      const attribute = { type: oid(type), text: readText(value) }
      attributes.push(attribute)
      const { text } = attribute
      return JSON.stringify([attribute.type, text === null ? { hex: value.raw.toString('hex') } : fold(text)])
    })
    if (!pairs.length) throw new Malformed('a relative name without attribute')
    return pairs.sort().join()
  })
  return { parts, attributes }
}

export const sameName = (one: Name, other: Name) =>
  one.parts.length === other.parts.length && isWithin(one, other)

/** Whether a name stands in the subtree of another. */
export const isWithin = (name: Name, base: Name) =>
  base.parts.length <= name.parts.length && base.parts.every((part, at) => part === name.parts[at])

/** As people may read it, in one line. */
export const printName = ({ attributes }: Name) => {
  const common = attributes.find(({ type }) => type === '2.5.4.3')?.text
  return (common ?? attributes.map(({ text }) => text ?? '…').join(', ')).replace(/\p{C}/gu, '�')
}

export function readGeneralName(element: Element): GeneralName {
  const form = forms[element.tag]
  if (!form) throw new Malformed('a kind of name that does not exist')
  const directory = form === 'directory' ? readName(children(element)[0]) : null
  if (directory && children(element).length !== 1) throw new Malformed('more than one name')
  const ascii = form === 'email' || form === 'dns' || form === 'uri'
  if (ascii && element.body.some((byte) => byte > 0x7e || byte < 0x20)) throw new Malformed('no ASCII')
  return { form, bytes: element.body, text: ascii ? element.body.toString('latin1') : '', directory }
}

/** RFC 5280 §4.2.1.6: what a name of that form must look like in a subjectAltName. */
export function isWellFormed({ form, text, bytes, directory }: GeneralName): boolean {
  if (form === 'dns') return isHost(text.replace(/^\*\./, '')) && !isIPv4(text)
  if (form === 'email') return isMailbox(text)
  if (form === 'uri') return /^[a-z][a-z0-9+.-]*:.+/i.test(text)
  if (form === 'ip') return bytes.length === 4 || bytes.length === 16
  if (form === 'directory') return (directory?.parts.length ?? 0) > 0
  return true
}

export function isMailbox(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@')
  return more.length === 0 && /^[^\s"(),:;<>[\\\]]+$/.test(local) && isHost(host)
}

/** The "preferred name syntax" of RFC 1034 §3.5, as RFC 1123 §2.1 changed it. */
export const isHost = (text: string) =>
  text.length <= 253 && text.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')

/** Null for what is no text. */
function readText({ tag, body }: Element): string | null {
  if (tag === 0x0c) return decode('utf-8', body)
  if (tag === 0x12 || tag === 0x13 || tag === 0x14 || tag === 0x16) return body.toString('latin1')
  if (tag === 0x1e) return decode('utf-16be', body)
  return null
}

function decode(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Malformed('text that is none')
  }
}
