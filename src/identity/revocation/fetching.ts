import { NoAnswer } from './answer.ts'

type Request = { url: string; milliseconds: number; mostBytes: number; body?: Buffer; type?: string }

/** What an address answers, within time and size. Redirects are not followed. */
export async function fetchBytes({ url, milliseconds, mostBytes, body, type }: Request): Promise<Buffer> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
      ...(body
        ? { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type ?? '' } }
        : {}),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new NoAnswer('http_status', String(response.status))
    }
    return await collect(response, mostBytes)
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    if (error instanceof Error && error.name === 'TimeoutError') throw new NoAnswer('late')
    throw new NoAnswer('unreachable', causeOf(error))
  }
}

async function collect({ body }: Response, mostBytes: number): Promise<Buffer> {
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
