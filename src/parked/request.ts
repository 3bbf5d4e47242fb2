import type { FastifyRequest } from 'fastify'
import { localPath, pageBefore, withoutParked } from '../paths.ts'
import type { Fields, ParkedPost } from './parked-post.ts'

/** The form a person sent by a button, as it can be kept; scripts keep their own, and files are not kept. */
export function readPost(request: FastifyRequest): ParkedPost | null {
  const { method, headers, url, body } = request
  const mode = headers['sec-fetch-mode']
  const byScript =
    (mode !== undefined && mode !== 'navigate') ||
    headers['x-autosave'] !== undefined ||
    headers['hx-request'] !== undefined ||
    String(headers.accept ?? '').startsWith('application/json')
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(
    String(headers['content-type']),
  )
  const path = localPath(url)
  if (method !== 'POST' || byScript || !isForm || !path || !isRecord(body)) return null
  const page = pageBefore(headers.referer)
  return { path, page: page && withoutParked(page), fields: fieldsOf(body) }
}

/** What is typed on a page, and not sent. */
export type TypedPost = ParkedPost & { page: string }

/** The form that asks to be shown again on its page, in another language. */
export function readTypedPost({ query, body }: FastifyRequest): TypedPost | null {
  if (!isRecord(query) || !isRecord(body)) return null
  const [page, path] = [localPath(query.back), localPath(query.action)]
  return page && path ? { path, page, fields: fieldsOf(body) } : null
}

/** The parked post a page is asked to come with. */
export function wantedOf({ method, query }: FastifyRequest): string | null {
  return method === 'GET' && isRecord(query) ? idOf(query.parked) : null
}

/** The parked post that a form was restored from, and is now sent by its person. */
export function sentOf({ method, body }: FastifyRequest): string | null {
  return method === 'POST' && isRecord(body) ? idOf(body.parked) : null
}

export function idOf(value: unknown): string | null {
  return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) ? value : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function fieldsOf(body: Record<string, unknown>): Fields {
  return Object.entries(body)
    .filter(([name]) => name !== 'parked')
    .flatMap(([name, sent]) =>
      [sent]
        .flat()
        .filter((one) => typeof one === 'string')
        .map((value): [string, string] => [name, value]),
    )
}
