import type { FastifyReply } from 'fastify'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a route answers: a page, a redirect, or a fragment for htmx. */
export type Answer = { status: number; body: Html | null; headers: Record<string, string> }

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

export async function give(reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  reply.code(answer.status).headers(answer.headers)
  if (answer.body === null) return reply.send('')
  return reply.type('text/html; charset=utf-8').send(String(await answer.body))
}
