import { NoAnswer } from './answer.ts'

type Request = { url: string; milliseconds: number; mostBytes: number }
type Question = { body: Buffer; type: string }
/** How a server names what it sent, so that one can ask whether it has changed (RFC 9110 §8.8). */
export type Version = { etag: string | null; modified: string | null }

/** What an address answers to a question, within time and size. Redirects are not followed. */
export function askFor({ body, type, ...request }: Request & Question): Promise<Buffer> {
  const asked = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } }
  return ask(request, asked, (response) => collect(response, request.mostBytes))
}

/** What is there now; null if that is still the version one has (RFC 9110 §13.1). */
export function fetchChanged(
  request: Request,
  version: Version | null,
): Promise<{ bytes: Buffer; version: Version } | null> {
  const { etag = null, modified = null } = version ?? {}
  const headers = {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(modified === null ? {} : { 'if-modified-since': modified }),
  }
  const isConditional = Object.keys(headers).length > 0
  return ask(request, { headers }, async (response) => {
    if (isConditional && response.status === 304) return null
    const bytes = await collect(response, request.mostBytes)
    const named = { etag: response.headers.get('etag'), modified: response.headers.get('last-modified') }
    return { bytes, version: named }
  })
}

async function ask<T>(
  { url, milliseconds }: Request,
  asked: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  try {
    const signal = AbortSignal.timeout(milliseconds)
    return await read(await fetch(url, { redirect: 'error', signal, ...asked }))
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    if (error instanceof Error && error.name === 'TimeoutError') throw new NoAnswer('late')
    throw new NoAnswer('unreachable', causeOf(error))
  }
}

async function collect({ status, body }: Response, mostBytes: number): Promise<Buffer> {
  if (status !== 200) {
    await body?.cancel()
    throw new NoAnswer('http_status', String(status))
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new NoAnswer('too_large', `more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function causeOf(error: unknown): string | null {
  const cause = error instanceof Error ? (error.cause ?? error) : null
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : null
}
