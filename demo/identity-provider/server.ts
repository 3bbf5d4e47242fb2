import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Provider from 'oidc-provider'
import { agentPage, choicePage, overPage, type PageLanguage, pageLanguage } from './pages.ts'
import {
  type Client,
  createProvider,
  findAgent,
  findCertificate,
  helpdeskClient,
  levels,
  sessionCookie,
} from './provider.ts'

export type IdentityProvider = { issuer: string; port: number; close(): Promise<void> }

/** Starts the demo's identity provider on loopback; port 0 takes a free one. */
export async function startIdentityProvider(
  given: Client & { port: number; host?: string; issuer?: string; helpdesk?: Client },
): Promise<IdentityProvider> {
  const css = await readFile(new URL('page.css', import.meta.url), 'utf8')
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const issuer = given.issuer ?? `http://localhost:${port}`
  const clients = given.helpdesk ? [given, given.helpdesk] : [given]
  const provider = createProvider(issuer, clients)
  const protocol = provider.callback()
  server.on('request', (request, response) => {
    protect(
      response,
      clients.flatMap(({ redirectUris }) => redirectUris),
    )
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    if (pathname === '/page.css') return void response.setHeader('content-type', 'text/css').end(css)
    if (pathname.startsWith('/auth') && searchParams.get('prompt') !== 'none') forgetSession(request)
    if (!pathname.startsWith('/choice/')) return void protocol(request, response)
    chooseCertificate(provider, request, response).catch(() => {
      sendPage(response, 400, String(overPage(languageOf(request), 'provider')))
    })
  })
  return {
    issuer,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function chooseCertificate(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const interaction = await provider.interactionDetails(request, response)
  const lang = pageLanguage(String(interaction.params.ui_locales ?? request.headers['accept-language'] ?? ''))
  const { client_id: client } = interaction.params
  const { uid } = interaction
  const choice = String(client === helpdeskClient ? agentPage(lang, uid) : choicePage(lang, 'provider', uid))
  if (request.method !== 'POST') return sendPage(response, 200, choice)
  const form = new URLSearchParams(await bodyOf(request))
  const agent = findAgent(form.get('agent') ?? '')
  const chosen = findCertificate(form.get('certificate') ?? '')
  if (form.has('cancel')) {
    return provider.interactionFinished(request, response, { error: 'access_denied' })
  }
  if (client === helpdeskClient) {
    if (!agent) return sendPage(response, 400, choice)
    const login = { accountId: agent.id, remember: false }
    return provider.interactionFinished(request, response, { login })
  }
  if (!chosen || chosen.certificate.expired || chosen.certificate.revoked)
    return sendPage(response, 400, choice)
  await provider.interactionFinished(request, response, {
    login: {
      accountId: chosen.certificate.id,
      acr: form.has('weak') ? levels.weak : levels.usual,
      remember: false,
    },
  })
}

/** Every sign-in asks which certificate to present, whatever was chosen before. */
function forgetSession(request: IncomingMessage) {
  const kept = (request.headers.cookie ?? '').split(/;\s*/).filter((pair) => !pair.startsWith(sessionCookie))
  request.headers.cookie = kept.join('; ')
}

/** Nothing but this server's own style sheet and forms, which end at the portal. */
function protect(response: ServerResponse, redirectUris: string[]) {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ')
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action 'self' ${origins}; base-uri 'none'; frame-ancestors 'none'`,
  )
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
}

function sendPage(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(body)
}

const languageOf = (request: IncomingMessage): PageLanguage =>
  pageLanguage(String(request.headers['accept-language'] ?? ''))

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('too large')
  }
  return text
}
