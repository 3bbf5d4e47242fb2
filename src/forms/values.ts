import type { Row, Value } from './definition.ts'

const isRow = (one: unknown): one is Row => typeof one === 'object' && one !== null && !Array.isArray(one)

export const isRows = (value: Value | undefined): value is Row[] => Array.isArray(value) && value.some(isRow)
export const rowsOf = (value: Value | undefined): Row[] =>
  Array.isArray(value) ? value.filter((one) => isRow(one)) : []
export const textsOf = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

export const isEmptyRow = (row: Row): boolean =>
  Object.values(row).every((cell) => typeof cell !== 'string' || cell.trim() === '')

/** Nothing was answered. `false` is no answer to a checkbox either: it is how it starts. */
export function isEmpty(value: Value | undefined): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (!Array.isArray(value)) return value !== true
  return value.every((one) => (isRow(one) ? isEmptyRow(one) : !one))
}

/** The same to a reader: empty equals missing, the order of ticks does not count, nor does how accents are coded. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  return canonical(a) === canonical(b)
}

function canonical(value: Value | undefined): string {
  if (isRows(value)) {
    const filled = rowsOf(value).filter((row) => !isEmptyRow(row))
    return JSON.stringify(filled.map(sortedCells))
  }
  if (Array.isArray(value)) return JSON.stringify(textsOf(value).filter(Boolean).sort())
  return typeof value === 'string' ? plain(value) : String(value)
}

const sortedCells = (row: Row) =>
  Object.entries(row)
    .map(([name, cell]) => [name, plain(textOf(cell))])
    .filter(([, cell]) => cell !== '')
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC')
