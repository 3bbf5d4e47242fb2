import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** `best` is worth its time for what is compressed once and served for a year. */
export function compress(content: Buffer | string, encoding: Encoding, effort: 'fast' | 'best') {
  const best = effort === 'best'
  if (encoding === 'gzip') return gzipped(content, { level: best ? 9 : 5 })
  return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: best ? 11 : 4 } })
}

/** RFC 9110 §12.5.3: brotli before gzip; what the client refuses with `q=0` is not used. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name)
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') || accepted.includes('*') ? 'gzip' : null
}
