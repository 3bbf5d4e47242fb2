import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Authority,
  createIssuer,
  createRoot,
  type Issued,
  issueToPerson,
  pemOf,
  privateKeyPem,
} from '../demo/certificates/authority.ts'
import { subjectFor } from '../demo/certificates/make.ts'
import type { TlsProvider } from '../src/config.ts'
import { readConnections } from '../src/connections.ts'
import { freePort } from '../src/platform/port.ts'

/** Says so where OpenSSL's own program is missing: these tests want a responder nobody here wrote. */
export const withoutOpenssl =
  spawnSync('openssl', ['version']).status === 0 ? false : 'SKIPPED: no openssl program on this machine'

const subject = (serialNumber: string) =>
  subjectFor({ familyName: 'Muster', givenName: 'Marie' }, { serialNumber, kind: 'private' })

export const nodeOf = ({ certificate }: Pick<Issued, 'certificate'>) =>
  new X509Certificate(Buffer.from(certificate.rawData))

export type Pki = { root: Authority; issuing: Authority; person: Issued; lost: Issued; folder: string }

/** Two certificates of one authority, the second of them to be revoked. */
export async function makePki(places: Authority['places'] = {}): Promise<Pki> {
  const root = await createRoot('Root', 'Authority', places)
  const issuing = await createIssuer(root, 'Issuing', 'Authority', places)
  const person = await issueToPerson(issuing, subject('1'))
  const lost = await issueToPerson(issuing, subject('2'))
  return { root, issuing, person, lost, folder: mkdtempSync(join(tmpdir(), 'guichet-revocation-')) }
}

/** A provider as CONNECTIONS_FILE would give it. */
export function providerWith(pki: Pki, revocation: object | 'off' | undefined): TlsProvider {
  const file = join(pki.folder, 'connections.yaml')
  const mapping = { kindValues: { 'Private Person': 'private' } }
  const provider = { scheme: 'tls', id: 'ca', name: 'CA', rootsFile: 'roots.pem', mapping, revocation }
  writeFileSync(file, JSON.stringify({ providers: [provider] }))
  const [read] = readConnections(file).providers
  if (read?.scheme !== 'tls') throw new Error('no tls provider')
  return read
}

export const forget = ({ folder }: Pki) => rmSync(folder, { recursive: true, force: true })

export type Running = { url: string; stop(): Promise<void> }

/** `openssl ocsp` for that authority, answering for five minutes by the given signer. */
export async function startOpenssl(
  { issuing, person, lost, folder }: Pki,
  signer: Issued,
  options: string[] = ['-nmin', '5'],
): Promise<Running> {
  const port = await freePort()
  const file = (name: string) => join(folder, `${port}-${name}`)
  const line = (status: string, revoked: string, one: Issued) =>
    [status, '300101000000Z', revoked, one.certificate.serialNumber.toUpperCase(), 'unknown', '/CN=x'].join(
      '\t',
    )
  writeFileSync(file('index'), `${line('V', '', person)}\n${line('R', '260102030405Z', lost)}\n`)
  writeFileSync(file('ca'), pemOf(issuing.certificate))
  writeFileSync(file('signer'), pemOf(signer.certificate))
  writeFileSync(file('key'), await privateKeyPem(signer.keys))
  const child = spawn(
    'openssl',
    [
      ...['ocsp', '-port', String(port), '-index', file('index'), '-CA', file('ca')],
      ...['-rsigner', file('signer'), '-rkey', file('key'), ...options],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await untilListening(child)
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
      if (/waiting for OCSP client connections/i.test(said)) resolve()
    })
    child.once('exit', () => reject(new Error(`openssl ocsp ended: ${said}`)))
  })
}

export type Served = Running & { asked: Buffer[] }
type Answered = Buffer | number | { status: number; headers: Record<string, string>; body: Buffer }
type Answer = Answered | Promise<Answered>

/** Any outside server: what it is asked, and what it answers (a number is a status). */
export async function serve(answer: (body: Buffer, request: IncomingMessage) => Answer): Promise<Served> {
  const asked: Buffer[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    asked.push(body)
    const answered = await answer(body, request)
    if (typeof answered === 'number') response.writeHead(answered).end()
    else if (Buffer.isBuffer(answered)) response.end(answered)
    else response.writeHead(answered.status, answered.headers).end(answered.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
