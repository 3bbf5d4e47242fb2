import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

type Claims = Record<string, unknown>
export type SigningKey = { kid: string; privateKey: CryptoKey; published: Claims }

/** An OpenID provider that says and signs whatever a test wants, also what no real one would. */
export type SayingProvider = {
  issuer: string
  port: number
  /** What was asked of the authorization endpoint last. */
  asked: URLSearchParams
  /** Of the next ID tokens, beside the usual ones. */
  claims: Claims
  /** What UserInfo answers. */
  userInfo: Claims
  /** Milliseconds before each answer. */
  delay: number
  /** Signs with this key instead of the published one. */
  signWith: SigningKey | null
  /** A new key, and the old one is gone; gives the old one. */
  rotate(): Promise<SigningKey>
  sign(claims: JWTPayload, typ?: string): Promise<string>
  close(): Promise<void>
}

/** On loopback, for the client `portal`; 0 takes a free port. */
export async function startSayingProvider(port = 0): Promise<SayingProvider> {
  let key = await newKey()
  const nonces = new Map<string, string>()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  const issuer = `http://localhost:${taken}`

  function authorize(asked: URLSearchParams): string {
    world.asked = asked
    const code = randomUUID()
    nonces.set(code, asked.get('nonce') ?? '')
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
    return back.href
  }

  async function exchange(request: IncomingMessage) {
    const nonce = nonces.get((await formOf(request)).get('code') ?? '')
    const id_token = await world.sign({ sub: 'marie', ...(nonce ? { nonce } : {}), ...world.claims })
    return { access_token: 'x', token_type: 'Bearer', id_token }
  }

  server.on('request', async (request, response) => {
    await sleep(world.delay)
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const send = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (pathname === '/.well-known/openid-configuration') return send(metadata(issuer))
    if (pathname === '/jwks') return send({ keys: [{ ...key.published, kid: key.kid, alg: 'ES256' }] })
    if (pathname === '/token') return send(await exchange(request))
    if (pathname === '/me') return send({ sub: 'marie', ...world.userInfo })
    return response.writeHead(303, { location: authorize(searchParams) }).end()
  })

  const world: SayingProvider = {
    ...{ issuer, port: taken, asked: new URLSearchParams() },
    ...{ claims: {}, userInfo: {}, delay: 0, signWith: null },
    async rotate() {
      const before = key
      key = await newKey()
      return before
    },
    sign(claims, typ) {
      const { privateKey, kid } = world.signWith ?? key
      return new SignJWT({ iss: issuer, aud: 'portal', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid, ...(typ ? { typ } : {}) })
        .setIssuedAt(claims.iat)
        .setExpirationTime(claims.exp ?? '2 minutes')
        .sign(privateKey)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return world
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/me`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
})

export async function newKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  return { kid: randomUUID(), privateKey, published: { ...(await exportJWK(publicKey)) } }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}
