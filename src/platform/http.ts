import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a route answers: a page, a redirect, a fragment for htmx, or a file, opened once all is committed. */
export type Answer = {
  status: number
  body: Html | null | (() => Readable | Promise<Readable>)
  headers: Record<string, string>
}

export const page = (status: number, body: Html, headers: Record<string, string> = {}): Answer => ({
  status,
  body,
  headers,
})

/** 303: the browser goes on with GET. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Answer => ({
  status: 303,
  body: null,
  headers: { location, ...headers },
})

/** For scripts of our own pages. */
export const json = (status: number, value: unknown): Answer => ({
  status,
  body: raw(JSON.stringify(value)),
  headers: { 'content-type': 'application/json; charset=utf-8' },
})

type File = {
  name: string
  mediaType: string
  /** In bytes, where it is known before. */
  size?: number
  open: () => Readable | Promise<Readable>
}

/** A file to keep, under its name. */
export const download = (file: File): Answer => fileAnswer('attachment', file)

/** A file that browsers show by themselves. */
export const preview = (file: File): Answer => fileAnswer('inline', file)

/** Names are encoded as RFC 6266 asks. */
function fileAnswer(kind: 'attachment' | 'inline', { name, mediaType, size, open }: File): Answer {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return {
    status: 200,
    body: open,
    headers: {
      'content-type': mediaType,
      ...(size === undefined ? {} : { 'content-length': String(size) }),
      'content-disposition': `${kind}; filename*=UTF-8''${encoded}`,
      'content-security-policy': inertPolicy(mediaType),
      'cache-control': 'no-store',
    },
  }
}

/** Nothing of it runs or loads anything. Browsers show no PDF in a sandbox; their viewers are none of our pages. */
const inertPolicy = (mediaType: string) =>
  mediaType === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

export async function give(reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  if (typeof answer.body === 'function') {
    const stream = await answer.body()
    // What fails at its beginning still gets the page that says so.
    await once(stream, 'readable')
    return reply.code(answer.status).headers(answer.headers).send(stream)
  }
  reply.code(answer.status).headers(answer.headers)
  if (answer.body === null) return reply.send('')
  if (!answer.headers['content-type']) reply.type('text/html; charset=utf-8')
  return reply.send(String(await answer.body))
}
