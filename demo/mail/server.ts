import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { openFolder } from './folder.ts'
import { listPage, mailPage, missingPage, pageLanguage } from './pages.ts'

export type Mailbox = { url: string; smtpUrl: string; close(): Promise<void> }
type Folder = Awaited<ReturnType<typeof openFolder>>

/** Takes every mail it is offered, keeps it as a file and shows it on a page. Port 0 takes a free one. */
export async function startMailbox(given: {
  port: number
  smtpPort: number
  folder: string
  host?: string
}): Promise<Mailbox> {
  const host = given.host ?? '127.0.0.1'
  const folder = await openFolder(given.folder)
  const css = await readFile(new URL('page.css', import.meta.url), 'utf8')
  const pages = createServer((request, response) => {
    answer(folder, css, request, response).catch(() => response.writeHead(500).end())
  })
  const smtp = smtpServer(folder)
  const port = await listen(pages, given.port, host)
  /** Only the portal beside it sends. */
  const smtpPort = await listen(smtp.server, given.smtpPort, '127.0.0.1')
  return {
    url: `http://localhost:${port}`,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    async close() {
      pages.closeAllConnections()
      await Promise.all([
        new Promise<void>((resolve) => pages.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ])
    },
  }
}

function smtpServer(folder: Folder): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: 10_000_000,
    onData(stream, _session, done) {
      buffer(stream)
        .then((raw) => folder.keep(raw))
        .then(() => done(), done)
    },
  })
  server.on('error', () => {})
  return server
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

async function answer(folder: Folder, css: string, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const { pathname } = new URL(request.url ?? '/', 'http://mailbox')
  const lang = pageLanguage(request.headers['accept-language'] ?? '')
  const send = (status: number, body: string, type = 'text/html; charset=utf-8') =>
    response.writeHead(status, { 'content-type': type }).end(body)
  if (pathname === '/page.css') return send(200, css, 'text/css; charset=utf-8')
  if (pathname === '/') return send(200, String(await listPage(lang, await folder.list())))
  const id = /^\/mails\/([^/]+)$/.exec(pathname)?.[1]
  const mail = id ? await folder.read(id) : null
  if (mail) return send(200, String(await mailPage(lang, mail)))
  return send(404, String(await missingPage(lang)))
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}
