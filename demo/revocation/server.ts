import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import * as pkijs from 'pkijs'
import { z } from 'zod'
import type { Issued } from '../certificates/authority.ts'
import { readQuestion, refuse, signAnswer } from './ocsp.ts'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))

/** As it should; or so that nobody gets an answer in time, or at all. */
type Behaviour = 'normal' | 'slow' | 'down'
const Status = z.record(z.string(), z.string().nullable())

export type RevocationServer = {
  url: string
  behave(how: Behaviour): void
  close(): Promise<void>
}

/** The OCSP responder of the demo's issuing authorities, and the lists they have signed. */
export async function startRevocation(given: {
  port: number
  folder: string
  host?: string
}): Promise<RevocationServer> {
  const read = (name: string) => readFileSync(join(given.folder, name))
  const signers: Signers = new Map()
  for (const name of ['issuing', 'next']) {
    const signer = await readSigner(String(read(`${name}-ocsp.pem`)), String(read(`${name}-ocsp.key`)))
    signers.set(await keyIdOf(String(read(`${name}.pem`))), signer)
  }
  const status = Status.parse(JSON.parse(String(read('status.json'))))
  const lists = new Map(['root.crl', 'issuing.crl', 'next.crl'].map((name) => [`/${name}`, read(name)]))
  let behaviour: Behaviour = 'normal'

  const server = createServer(async (request, response) => {
    if (behaviour === 'down') return response.writeHead(503).end()
    if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 10_000).unref())
    const list = lists.get(request.url ?? '')
    if (list) return send(response, 'application/pkix-crl', list)
    if (request.url !== '/ocsp' || request.method !== 'POST') return response.writeHead(404).end()
    send(response, 'application/ocsp-response', await answer(request, signers, status).catch(() => refuse(1)))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    behave: (how) => {
      behaviour = how
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Each issuing authority's responder, by the hash of that authority's key (RFC 6960 §4.1.1, by SHA-1). */
type Signers = Map<string, Issued>

async function keyIdOf(certificate: string): Promise<string> {
  const identifier = await new x509.X509Certificate(certificate).publicKey.getKeyIdentifier()
  return Buffer.from(identifier).toString('hex')
}

async function answer(request: IncomingMessage, signers: Signers, status: z.infer<typeof Status>) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const question = readQuestion(Buffer.concat(chunks))
  const signer = signers.get(Buffer.from(question.id.issuerKeyHash.valueBlock.valueHexView).toString('hex'))
  if (!signer) return refuse(6)
  const since = status[question.serialNumber]
  const says = since === undefined ? 'unknown' : since === null ? 'good' : { revokedSince: new Date(since) }
  return signAnswer(question, { says, signer })
}

async function readSigner(certificate: string, key: string): Promise<Issued> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const read = new x509.X509Certificate(certificate)
  const privateKey = await webcrypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(key),
    algorithm,
    true,
    ['sign'],
  )
  const publicKey = await read.publicKey.export(algorithm, ['verify'])
  return { certificate: read, keys: { privateKey, publicKey } }
}

function send(response: ServerResponse, type: string, body: Buffer) {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
}
