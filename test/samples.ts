import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

/** The smallest files that are what they say, for tests; `more` makes two of a kind differ. */
export const samplePdf = (more = ''): Buffer =>
  Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
% ${more}
trailer<</Root 1 0 R>>
%%EOF
`)

export const samplePng = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

/** As `samplePdf`, of about so many bytes. */
export const largePdf = (bytes: number): Buffer => Buffer.concat([samplePdf(), randomBytes(bytes)])

export async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const streamOf = (bytes: Buffer, size = 16_384): Readable =>
  Readable.from(pieces(bytes, size), { objectMode: false })

export async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const one of stream) all.push(one)
  return Buffer.concat(all)
}
