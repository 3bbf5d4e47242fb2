import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a route answers: a page, a redirect, a fragment for htmx, or a file. */
export type Answer = { status: number; body: Html | Readable | null; headers: Record<string, string> }

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

/** A file to keep, never one to show: what is in it does not run here. Names are encoded as RFC 6266 asks. */
export const download = (content: Readable, file: { name: string; mediaType: string }): Answer => ({
  status: 200,
  body: content,
  headers: {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  },
})

export async function give(reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  reply.code(answer.status).headers(answer.headers)
  if (answer.body === null) return reply.send('')
  if (answer.body instanceof Readable) return reply.send(answer.body)
  if (!answer.headers['content-type']) reply.type('text/html; charset=utf-8')
  return reply.send(String(await answer.body))
}
