import { createHash } from 'node:crypto'

/**
 * One text per value, whatever the order of its keys: JSON Canonicalization Scheme (RFC 8785).
 * JSON.stringify already writes strings and numbers as that scheme asks; keys sort by UTF-16 units.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 over the canonical text, in hex. */
export const digestOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')
