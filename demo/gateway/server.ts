import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { backPage, choicePage, overPage, pageLanguage } from '../identity-provider/pages.ts'
import { findCertificate } from '../identity-provider/provider.ts'
import { bodyOf } from '../identity-provider/server.ts'
import type { KeyFiles } from './keys.ts'
import { type Asked, openProtocol, type Protocol } from './protocol.ts'

export type Gateway = { address: string; port: number; close(): Promise<void> }
type Given = { port: number; host?: string; address?: string; metadataUrl: string; keys: KeyFiles }

/** Starts the demo's SAML gateway; port 0 takes a free one. It reads the portal's metadata when first asked. */
export async function startGateway(given: Given): Promise<Gateway> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const address = given.address ?? `http://127.0.0.1:${port}`
  const files = {
    '/page.css': {
      type: 'text/css',
      body: await readFile(new URL('../identity-provider/page.css', import.meta.url)),
    },
    '/post.js': { type: 'text/javascript', body: await readFile(new URL('post.js', import.meta.url)) },
  }
  const desk = openDesk(address, given)
  server.on('request', (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', address)
    const file = Object.entries(files).find(([path]) => path === pathname)?.[1]
    if (file) return void response.setHeader('content-type', file.type).end(file.body)
    desk(request, response, pathname, search.slice(1)).catch(() =>
      send(response, 400, String(overPage(languageOf(request), 'gateway'))),
    )
  })
  return {
    address,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Who has asked and not been answered yet. */
function openDesk(address: string, { metadataUrl, keys }: Given) {
  const waiting = new Map<string, Asked>()
  let protocol: Promise<Protocol> | null = null
  const ready = () => {
    protocol ??= connect(address, metadataUrl, keys)
    protocol.catch(() => {
      protocol = null
    })
    return protocol
  }

  return async (request: IncomingMessage, response: ServerResponse, path: string, query: string) => {
    const { read, answer, decline, consumer, metadata } = await ready()
    const lang = languageOf(request)
    if (path === '/metadata') return response.setHeader('content-type', 'application/xml').end(metadata())
    if (path === '/sso') {
      const id = randomUUID()
      waiting.set(id, await read(query))
      setTimeout(() => waiting.delete(id), 600_000).unref()
      return send(response, 200, String(choicePage(lang, 'gateway', id)))
    }
    const id = path.replace('/choice/', '')
    const asked = waiting.get(id)
    if (!asked || request.method !== 'POST') throw new Error('nothing to choose here')
    const form = new URLSearchParams(await bodyOf(request))
    const chosen = findCertificate(form.get('certificate') ?? '')
    const turnedBack = form.has('cancel')
    if (!turnedBack && (!chosen || chosen.certificate.expired || chosen.certificate.revoked))
      return send(response, 400, String(choicePage(lang, 'gateway', id)))
    waiting.delete(id)
    const said = turnedBack || !chosen ? decline(asked) : await answer(asked, chosen)
    send(response, 200, String(backPage(lang, { to: consumer, answer: said })), new URL(consumer).origin)
  }
}

async function connect(address: string, metadataUrl: string, { certificateFile, keyFile }: KeyFiles) {
  const answer = await fetch(metadataUrl, { signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`no metadata at ${metadataUrl}`)
  const [certificate, key] = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')])
  return openProtocol({ address, certificate, key, portalMetadata: await answer.text() })
}

/** Nothing but this server's own files and forms, which end at the portal. */
function send(response: ServerResponse, status: number, body: string, portal = '') {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self' ${portal}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(body)
}

const languageOf = (request: IncomingMessage) =>
  pageLanguage(String(request.headers['accept-language'] ?? ''))
