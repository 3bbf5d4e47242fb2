import { randomBytes } from 'node:crypto'
import type { TestAnswer, TestPortal } from './support.ts'

export type Sent = { field: string; name: string; bytes: Buffer }

/** A form with files, as browsers send it (RFC 7578). */
export function encodeMultipart(fields: Record<string, string | string[]>, files: Sent[]) {
  const boundary = `----${randomBytes(12).toString('hex')}`
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat())
      parts.push(
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`),
      )
  for (const { field, name, bytes } of files) {
    const head = `content-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/x-whatever`
    parts.push(Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), bytes, Buffer.from('\r\n'))
  }
  const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** Posts a form with files. */
export async function upload(
  portal: TestPortal,
  path: string,
  who: { cookie: string },
  files: Sent[],
  fields: Record<string, string | string[]> = {},
  more: Record<string, string> = {},
): Promise<TestAnswer> {
  const { payload, headers } = encodeMultipart(fields, files)
  const answer = await portal.app.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, origin: portal.config.BASE_URL, cookie: who.cookie, ...more },
    payload,
  })
  const answered = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
  return { status: answer.statusCode, headers: Object.fromEntries(answered), body: answer.body }
}
