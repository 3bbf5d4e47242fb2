import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cases, type Kept, openCases } from './cases.ts'
import { type Desk, fetchCases } from './fetching.ts'
import { casePage, casesPage, missingPage } from './pages.ts'

export type DemoAuthority = {
  url: string
  port: number
  /** Fetches at once instead of waiting for the next time. */
  fetchNow(): Promise<(string | null)[]>
  close(): Promise<void>
}

/** Plays all authorities of the demo: each fetches its own submissions with its own token. */
export async function startAuthority(given: {
  port: number
  host?: string
  portalUrl: string
  folder: string
  /** By authority. */
  tokens: Record<string, string>
  everyMilliseconds?: number
}): Promise<DemoAuthority> {
  const css = await readFile(new URL('page.css', import.meta.url), 'utf8')
  const cases = openCases(given.folder)
  const desks: Desk[] = Object.entries(given.tokens).map(([authority, token]) => ({ authority, token }))
  const problems = new Map<string, string>()
  const ended = new AbortController()

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/page.css') return void response.setHeader('content-type', 'text/css').end(css)
    if (pathname === '/')
      return sendPage(response, 200, String(casesPage(cases.all(), [...problems.values()])))
    const [, id = '', documentId] =
      /^\/cases\/([0-9a-f-]{36})(?:\/documents\/([0-9a-f-]{36}))?$/.exec(pathname) ?? []
    const found = cases.find(id)
    if (found && documentId) return sendDocument(response, cases, found, documentId)
    sendPage(response, found ? 200 : 404, String(found ? casePage(found) : missingPage()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  async function fetchNow() {
    const contact = { portalUrl: given.portalUrl, cases }
    const results = await Promise.all(desks.map((desk) => fetchCases(desk, contact)))
    for (const [index, problem] of results.entries()) {
      const { authority = '' } = desks[index] ?? {}
      if (problem) problems.set(authority, `${authority}: ${problem}`)
      else problems.delete(authority)
    }
    return results
  }
  const fetching = keepFetching(fetchNow, given.everyMilliseconds ?? 1500, ended.signal)

  return {
    url: `http://localhost:${port}`,
    port,
    fetchNow,
    async close() {
      ended.abort()
      await fetching
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** For as long as it runs: a portal that is down is asked again, a little later each time. */
async function keepFetching(fetchNow: () => Promise<(string | null)[]>, every: number, signal: AbortSignal) {
  let failures = 0
  while (!signal.aborted) {
    const results = await fetchNow()
    failures = results.some(Boolean) ? Math.min(failures + 1, 4) : 0
    await sleep(every * 2 ** failures, undefined, { signal }).catch(() => {})
  }
}

function sendDocument(response: ServerResponse, cases: Cases, { case: one, infected }: Kept, id: string) {
  const document = one.submission.documents.find((each) => each.id === id)
  if (!document || infected[id]) return sendPage(response, 404, String(missingPage()))
  response.writeHead(200, {
    'content-type': document.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
    'x-content-type-options': 'nosniff',
  })
  createReadStream(cases.fileOf(one, document)).pipe(response)
}

function sendPage(response: ServerResponse, status: number, page: string) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  response.end(page)
}
