import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { agentRole } from '../demo/agents.ts'
import { type DemoCertificates, prepareDemoCertificates } from '../demo/certificates/make.ts'
import { hintsFor } from '../demo/hints.ts'
import { type IdentityProvider, startIdentityProvider } from '../demo/identity-provider/server.ts'
import type { Connections } from '../src/config.ts'
import { openTlsOrigin, type TlsOrigin } from '../src/identity/schemes/tls.ts'
import { freePort } from '../src/platform/port.ts'
import { type Registers, startRegisters } from './registers.ts'
import { type TestPortal, testPortal } from './support.ts'

export type KeyPair = { certificate: string | Buffer; key: string | Buffer }
export type Page = { url: string; status: number; headers: Record<string, string>; body: string }

export type SignInWorld = {
  portal: TestPortal
  tls: TlsOrigin
  certificates: DemoCertificates
  identityProvider: IdentityProvider
  registers: Registers
  /** A browser of its own, with the certificate it presents, if any. */
  browser(holder?: string | KeyPair): Browser
  close(): Promise<void>
}

const kindValues = { 'Private Person': 'private', 'Professional Person': 'professional' }
const secret = 'demo-client-secret'

/** The portal with the demo's authority, identity provider and register, all of them real. */
export async function signInWorld(
  env: Record<string, string> = {},
  change: (connections: Record<string, unknown>) => void = () => {},
): Promise<SignInWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-sign-in-'))
  const certificates = await prepareDemoCertificates(join(folder, 'certificates'))
  const identityProvider = await startIdentityProvider({
    ...{ port: 0, clientId: 'portal', clientSecret: secret },
    redirectUris: ['http://localhost:8080/sign-in/callback/demo-oidc'],
    helpdesk: {
      ...{ clientId: 'helpdesk', clientSecret: secret },
      redirectUris: ['http://localhost:8080/helpdesk/sign-in/callback'],
    },
  })
  const registers = await startRegisters(join(folder, 'registers'))
  const connections: { [Key in keyof Connections]?: unknown } = {
    demo: true,
    providers: [
      {
        ...{ scheme: 'oidc', id: 'demo-oidc', name: 'Demo ID', issuer: identityProvider.issuer },
        ...{ clientId: 'portal', clientSecret: secret, certificateProvider: 'demo-ca' },
        acr: 'eidas',
        claims: { kindValues: { private: 'private', professional: 'professional' } },
      },
      {
        ...{ scheme: 'tls', id: 'demo-ca', name: 'Demo CA', mapping: { kindValues } },
        ...{ rootsFile: certificates.rootsFile, intermediatesFile: certificates.intermediatesFile },
      },
    ],
    tlsServer: certificates.server,
    hints: hintsFor('Demo ID'),
    helpdesk: {
      ...{ name: 'Demo ID', issuer: identityProvider.issuer, clientId: 'helpdesk', clientSecret: secret },
      role: agentRole,
    },
    registers: registers.connections,
  }
  change(connections)
  const file = join(folder, 'connections.yaml')
  writeFileSync(file, stringify(connections))
  const tlsPort = String(await freePort())
  const portal = await testPortal({ CONNECTIONS_FILE: file, TLS_PORT: tlsPort, ...env })
  const tls = await openTlsOrigin(portal.config, portal.pools)
  const world = { portal, tls, certificates, identityProvider, registers }
  return {
    ...world,
    browser: (holder) =>
      new Browser(world, typeof holder === 'string' ? keyPair(certificates, holder) : holder),
    async close() {
      await tls.close()
      await portal.close()
      await identityProvider.close()
      await registers.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function keyPair({ people, renewed, untrusted }: DemoCertificates, id: string): KeyPair {
  const files = { ...people, renewed, untrusted }[id]
  if (!files) throw new Error(`no certificate ${id}`)
  return { certificate: readFileSync(files.certificateFile), key: readFileSync(files.keyFile) }
}

/** Cookies, redirects and a client certificate: what of a browser matters here. */
export class Browser {
  /** By name; those of one path by name and path. */
  readonly cookies = new Map<string, string>()
  readonly #world: Pick<SignInWorld, 'portal' | 'certificates'>
  holder: KeyPair | undefined
  /** Sent to the origin that asks for certificates, as a proxy would. */
  forwarded: Record<string, string> = {}

  constructor(world: Pick<SignInWorld, 'portal' | 'certificates'>, holder: KeyPair | undefined) {
    this.#world = world
    this.holder = holder
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask('GET', url, undefined, headers)
  }

  post(url: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask('POST', url, form, headers)
  }

  /** Follows redirects up to `until` (its path begins so), or to the page at their end. */
  async follow(answer: Page | Promise<Page>, until?: string): Promise<Page> {
    let page = await answer
    for (let hops = 0; hops < 15; hops++) {
      const { location } = page.headers
      if (!location || page.status < 300 || page.status > 399) return page
      const next = new URL(location, page.url)
      if (until && next.pathname.startsWith(until)) return { ...page, url: next.href, body: '' }
      page = await this.get(next.href)
    }
    throw new Error('too many redirects')
  }

  /** From the sign-in page to where the certificate leads: a page of the portal. */
  async signIn(back?: string): Promise<Page> {
    const query = back ? `?${new URLSearchParams({ back })}` : ''
    return this.follow(this.get(`/sign-in/start/demo-ca${query}`))
  }

  /** The same through the identity provider, where `certificate` is chosen. */
  async signInAt(certificate: string, until?: string): Promise<Page> {
    const choice = await this.follow(this.get('/sign-in/start/demo-oidc'))
    return this.follow(this.post(choice.url, { certificate }), until)
  }

  /** To the helpdesk's own pages, as one of its people. */
  async signInAgent(agent: string): Promise<Page> {
    const choice = await this.follow(this.get('/helpdesk/sign-in/start'))
    return this.follow(this.post(choice.url, { agent }))
  }

  register(form: Record<string, string> = {}): Promise<Page> {
    const usual = { noNumber: 'yes', email: 'somebody@example.lu', language: 'en', terms: 'yes' }
    return this.post('/registration', { ...usual, ...form })
  }

  async #ask(
    method: 'GET' | 'POST',
    address: string,
    form: Record<string, string> | undefined,
    extra: Record<string, string>,
  ): Promise<Page> {
    const { config } = this.#world.portal
    const url = new URL(address, config.BASE_URL)
    const body = form && new URLSearchParams(form).toString()
    const headers = {
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin }),
      cookie: this.#cookiesFor(url),
      ...extra,
    }
    const page =
      url.origin === config.BASE_URL
        ? await this.#inject(method, url, headers, body)
        : url.origin === config.TLS_URL
          ? await this.#present(url, { ...this.forwarded, ...extra })
          : await this.#fetch(method, url, headers, body)
    return page
  }

  async #inject(method: 'GET' | 'POST', url: URL, headers: Record<string, string>, body: string | undefined) {
    const answer = await this.#world.portal.app.inject({
      ...{ method, url: url.pathname + url.search, headers },
      ...(body === undefined ? {} : { payload: body }),
    })
    this.#keep([answer.headers['set-cookie'] ?? []].flat())
    const plain = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
    return { url: url.href, status: answer.statusCode, headers: Object.fromEntries(plain), body: answer.body }
  }

  #present(url: URL, headers: Record<string, string>): Promise<Page> {
    const { rootsFile } = this.#world.certificates
    return new Promise((resolve, reject) => {
      const asked = httpsRequest(
        url,
        {
          // Keys that OpenSSL would not even present are to be refused by the portal, not by this browser.
          ...{ headers, agent: false, ca: readFileSync(rootsFile), ciphers: 'DEFAULT@SECLEVEL=0' },
          ...(this.holder ? { cert: this.holder.certificate, key: this.holder.key } : {}),
        },
        async (answer) => {
          const chunks: Buffer[] = []
          for await (const chunk of answer) chunks.push(chunk as Buffer)
          const plain = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
          resolve({
            url: url.href,
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(plain),
            body: Buffer.concat(chunks).toString('utf8'),
          })
        },
      )
      asked.on('error', reject).end()
    })
  }

  async #fetch(method: string, url: URL, headers: Record<string, string>, body: string | undefined) {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    this.#keep(answer.headers.getSetCookie())
    const text = await answer.text()
    return { url: url.href, status: answer.status, headers: Object.fromEntries(answer.headers), body: text }
  }

  /** Cookies cross ports, but not paths. */
  #cookiesFor({ pathname }: URL): string {
    const sent = [...this.cookies].flatMap(([key, value]) => {
      const [name, path = '/'] = key.split(' ')
      return pathname.startsWith(path) ? [`${name}=${value}`] : []
    })
    return sent.join('; ')
  }

  #keep(lines: string[]) {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const path = attributes.map((one) => /^\s*path=(.*)$/i.exec(one)?.[1]).find(Boolean) ?? '/'
      const name = pair.slice(0, at).trim() + (path === '/' ? '' : ` ${path}`)
      const value = pair.slice(at + 1)
      const gone = attributes.some((one) => /^\s*max-age=0|expires=Thu, 01 Jan 1970/i.test(one))
      if (gone || value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
