/** What goes on the wire for one parameter: text, bytes or null. */
export type Parameter = string | Buffer | null

/** What stands in an address for the id of a row. */
export const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/**
 * Converts before anything is sent, so that a value nobody can write down is refused while the
 * connection is untouched. `undefined` is refused too: whoever means null says so.
 */
export function toParameter(value: unknown): Parameter {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'object':
      return fromObject(value)
    default:
      throw new TypeError(`a statement's parameter is ${typeof value}`)
  }
}

function fromObject(value: object | null): Parameter {
  if (value === null) return null
  if (Buffer.isBuffer(value)) return value
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return arrayLiteral(value)
  const json: string | undefined = JSON.stringify(value)
  if (json === undefined) throw new TypeError('a statement’s parameter has no JSON')
  return json
}

function arrayLiteral(values: unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`
}

function arrayElement(value: unknown): string {
  if (Array.isArray(value)) return arrayLiteral(value)
  const element = toParameter(value)
  if (element === null) return 'NULL'
  const text = typeof element === 'string' ? element : `\\x${element.toString('hex')}`
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}
