import { constants, type X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Config } from '../../config.ts'
import { preferredLanguage } from '../../house.ts'
import { paths } from '../../paths.ts'
import { type Jobs, openJobs } from '../../platform/jobs.ts'
import { type Log, openLog } from '../../platform/log.ts'
import { stayEncrypted } from '../../platform/security.ts'
import { explainListening } from '../../platform/serving.ts'
import { ConfigError } from '../../platform/start-error.ts'
import type { Pools } from '../../scopes.ts'
import { countAttempt } from '../attempts.ts'
import { mapCertificate, readHolder } from '../certificate.ts'
import type { Presented, Refusal } from '../presented.ts'
import { refusalOf } from '../revocation/refusal.ts'
import { openRevocation, type Revocation } from '../revocation/revocation.ts'
import { keepPresented, recordRefusal } from '../sign-in.ts'
import { openState, type SignInState } from '../state.ts'
import { loadTrust, type Trust } from '../trust/authorities.ts'
import { brokenRules, judge, type Verdict } from '../trust/judgement.ts'
import { openForwarding } from './forwarded.ts'
import { type Problem, refusalPage, refusalPolicy } from './refusal-page.ts'

export type TlsOrigin = { port: number; close(): Promise<void> }
type Origin = {
  config: Config
  pools: Pools
  jobs: Jobs
  log: Log
  trusted: Trust[]
  revocation: Revocation
  forwarding: ReturnType<typeof openForwarding>
}

/** People look for their card and type its PIN while the handshake waits. */
const handshakePatience = 180_000

/**
 * The origin that asks browsers for a certificate, and takes a missing, expired or unknown one too, so
 * that its holder gets a page that helps. It keeps nothing in the browser: a one-time code carries the
 * result back to the portal.
 */
export async function openTlsOrigin(
  config: Config,
  pools: Pools,
  log: Log = openLog('silent'),
): Promise<TlsOrigin> {
  const trusted = loadTrust(config)
  const revocation = openRevocation(config, { trusted, log })
  await revocation.ready
  const forwarding = openForwarding(config)
  const origin = { config, pools, jobs: openJobs(), log, trusted, revocation, forwarding }
  const server = createServer(config, trusted)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const state = stateOf(config, request)
    answer(origin, request, response, state).catch((err) => {
      log.error({ err }, 'the sign-in origin could not answer')
      return refuse(origin, request, response, 'unavailable', state, null)
    })
  })
  await listen(server, config)
  const { port } = server.address() as AddressInfo
  return { port, close: () => close(server).then(revocation.close) }
}

/** Without a server certificate of its own, a trusted proxy stands in front. */
function createServer({ connections }: Config, trusted: Trust[]) {
  const { tlsServer, forwardedCertificateHeader } = connections
  if (!tlsServer) {
    if (forwardedCertificateHeader) return createPlainServer()
    throw new ConfigError('CONNECTIONS_FILE: a tls provider needs tlsServer or forwardedCertificateHeader')
  }
  return createTlsServer(handshakeOptions(tlsServer, trusted))
}

/** Those of TLS 1.3, and of TLS 1.2 what has forward secrecy and authenticates what it encrypts (RFC 9325 §4.2). */
const ciphers = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
  ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
].join(':')

/**
 * TLS 1.2 or newer. Every connection is a full handshake: a resumed one would present the certificate
 * of an earlier one.
 */
export function handshakeOptions(
  { certificateFile, keyFile }: NonNullable<Config['connections']['tlsServer']>,
  trusted: Trust[],
): ServerOptions {
  return {
    cert: readPem(certificateFile),
    key: readPem(keyFile),
    ca: trusted.flatMap(({ roots, intermediates }) => [...roots, ...intermediates].map(String)),
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
    ciphers,
    secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
    handshakeTimeout: handshakePatience,
    requestTimeout: 20_000,
  }
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new ConfigError(`CONNECTIONS_FILE: tlsServer: cannot read ${file}`)
  }
}

/** `/sign-in?state=…` and nothing else. */
function stateOf(config: Config, { url = '/', method = '' }: IncomingMessage): SignInState | null {
  const asked = URL.parse(url, config.TLS_URL)
  const wanted = asked?.pathname === paths.signIn() && ['GET', 'HEAD'].includes(method)
  return wanted ? openState(config, asked.searchParams.get('state')) : null
}

async function answer(
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
  state: SignInState | null,
) {
  const { config, pools, forwarding } = origin
  if (!state) return refuse(origin, request, response, 'over', null, null)
  const address = forwarding.address(request)
  if (!(await countAttempt(pools, 'sign_in', address)))
    return refuse(origin, request, response, 'too_many', state, null)
  const certificate = presentedCertificate(origin, request)
  const result = certificate ? await examine(origin, request, certificate, state) : refusal('missing')
  if (result.ok) {
    const code = await keepPresented(pools, Buffer.from(state.browser, 'hex'), result.presented)
    const back = new URLSearchParams({ code })
    return send(config, response, 303, '', { location: `${config.BASE_URL}${paths.signInReturn()}?${back}` })
  }
  if (result.refusal !== 'missing' && (await countAttempt(pools, 'certificate_refused', address)))
    await recordRefusal(origin, result.refusal, state.provider, result.proven)
  return refuse(origin, request, response, result.refusal, state, certificate, result.since)
}

type Refused = {
  ok: false
  refusal: Refusal
  /** Since when it is revoked. */
  since: Date | null
  /** Whose it is, where only its time or its issuer's word stood against it. */
  proven: Pick<Presented, 'provider' | 'serialNumber'> | null
}

const refusal = (refused: Refusal, more: Partial<Refused> = {}): Refused => ({
  ...{ since: null, proven: null, ...more },
  ...{ ok: false, refusal: refused },
})

function presentedCertificate({ forwarding }: Origin, request: IncomingMessage): X509Certificate | null {
  const { socket } = request
  const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
  return forwarding.certificate(request) ?? shown ?? null
}

/**
 * OpenSSL judged the chain in the handshake, our own judgement finds the provider: both must accept. Only
 * then are the issuers asked what they have revoked.
 */
async function examine(
  { config, log, trusted, revocation }: Origin,
  request: IncomingMessage,
  certificate: X509Certificate,
  state: SignInState,
): Promise<Refused | { ok: true; presented: Presented }> {
  const { socket } = request
  const direct = socket instanceof TLSSocket && socket.getPeerX509Certificate()?.raw.equals(certificate.raw)
  const judged = judge(certificate, trusted)
  if (!judged.ok) {
    log.info({ provider: state.provider, reasons: brokenRules(judged.verdict) }, 'a certificate was refused')
    return refusal(judged.refusal, { proven: provenBy(certificate, judged.verdict) })
  }
  if (direct && !socket.authorized) {
    log.warn(
      { openssl: String(socket.authorizationError) },
      'OpenSSL refused a certificate that seemed right',
    )
    return refusal('untrusted')
  }
  const mapped = mapCertificate(config, certificate, judged.provider, state)
  if (!mapped.ok) return refusal(mapped.refusal)
  const asked = await revocation.check(judged.provider, judged.verdict.path ?? [])
  if (asked.accepted) return mapped
  const proven = asked.about === 'issuer' ? null : mapped.presented
  return refusal(refusalOf(asked), { since: asked.since, proven })
}

/** A certificate of a trusted issuer that is merely out of its time. Anybody can make one that names another. */
function provenBy(certificate: X509Certificate, verdict: Verdict | null) {
  const outOfTime = verdict?.steps.every(
    ({ passed, of, reason }) =>
      passed || (of?.place === 'holder' && (reason === 'expired' || reason === 'not_yet_valid')),
  )
  if (!verdict?.path || !outOfTime) return null
  const read = readHolder(certificate, verdict.provider)
  return read.ok ? { provider: verdict.provider.id, serialNumber: read.holder.serialNumber } : null
}

async function refuse(
  { config }: Origin,
  request: IncomingMessage,
  response: ServerResponse,
  problem: Problem,
  state: SignInState | null,
  certificate: X509Certificate | null,
  revokedSince: Date | null = null,
) {
  const lang = state?.lang ?? preferredLanguage(String(request.headers['accept-language'] ?? ''))
  const page = refusalPage(config, {
    lang,
    problem,
    back: state?.back ?? null,
    again: state && problem !== 'too_many' ? (request.url ?? null) : null,
    certificate: certificate && { validFrom: certificate.validFromDate, validTo: certificate.validToDate },
    revokedSince,
  })
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  send(config, response, statusOf[problem] ?? 403, String(await page), headers)
}

const statusOf: Partial<Record<Problem, number>> = {
  over: 400,
  too_many: 429,
  unavailable: 503,
  revocation_unanswered: 503,
}

/** The connection ends with the answer: only a new one lets the browser present another certificate. */
function send(
  { BASE_URL }: Config,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string>,
) {
  response.writeHead(status, {
    ...headers,
    ...stayEncrypted(BASE_URL),
    connection: 'close',
    'cache-control': 'no-store',
    'content-security-policy': refusalPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  response.end(body)
}

function listen(server: Server, { HOST: host, TLS_PORT: port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListening(error, { host, port, portSetting: 'TLS_PORT' })))
    server.listen(port, host, resolve)
  })
}

function close(server: Server & { closeAllConnections?(): void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections?.()
  })
}
