import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import {
  createIssuer,
  createRoot,
  issueToPerson,
  pemOf,
  privateKeyPem,
} from '../demo/certificates/authority.ts'
import { subjectFor } from '../demo/certificates/make.ts'
import { readQuestion, signAnswer } from '../demo/revocation/ocsp.ts'
import { handshakeOptions } from '../src/identity/schemes/tls.ts'
import { sealState } from '../src/identity/state.ts'
import { loadTrust } from '../src/identity/trust/authorities.ts'
import { paths } from '../src/paths.ts'
import { cookieName, hashToken, newToken } from '../src/platform/cookies.ts'
import { serve } from '../test/revocation.ts'
import { type SignInWorld, signInWorld } from '../test/sign-in-world.ts'
import { portOf } from './portal.ts'
import type { Target } from './rate.ts'

export type SignInBench = {
  portal: Target
  bare: Target
  /** How often the responder was asked: once for each certificate, if its answers are held. */
  questions(): number
  close(): Promise<void>
}

/** A portal that knows so many people by their certificates, and a server that asks for one and looks at none. */
export async function openSignInBench(people: number): Promise<SignInBench> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const { authority, responder } = await makeAuthority(folder)
  const world = await signInWorld({ RATE_LIMIT: '1000000000', TRUSTED_PROXIES: '127.0.0.1' }, (given) => {
    const tls = (given.providers as Record<string, unknown>[]).find(({ scheme }) => scheme === 'tls')
    const files = { rootsFile: join(folder, 'root.pem'), intermediatesFile: join(folder, 'issuing.pem') }
    Object.assign(tls ?? {}, {
      ...files,
      // The responder works in this process too: under load its first answers take their time.
      revocation: { ocsp: { url: responder.url }, intermediates: 'trust', timeoutSeconds: 30 },
    })
  })
  for (let index = 0; index < people; index++) await registerOne(world, authority, folder, index)
  await world.portal.app.listen({ host: '127.0.0.1', port: 0 })
  const bare = bareServer(world)
  await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening))
  const target = targets(world, folder)
  return {
    portal: target(world.tls.port, portOf(world.portal.app.server.address())),
    bare: target(portOf(bare.address()), 0),
    questions: () => responder.asked.length,
    async close() {
      await new Promise((done) => bare.close(done))
      await world.close()
      await responder.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function makeAuthority(folder: string) {
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))
  const root = await createRoot('Bench root', 'Authority')
  const authority = await createIssuer(root, 'Bench', 'Authority')
  writeFileSync(join(folder, 'root.pem'), pemOf(root.certificate))
  writeFileSync(join(folder, 'issuing.pem'), pemOf(authority.certificate))
  const responder = await serve((body) => signAnswer(readQuestion(body), { says: 'good', signer: authority }))
  return { authority, responder }
}

type Authority = Awaited<ReturnType<typeof createIssuer>>

async function registerOne({ portal }: SignInWorld, authority: Authority, folder: string, index: number) {
  const who = { familyName: 'Muster', givenName: 'Marie' }
  const serialNumber = String(index).padStart(20, '0')
  const issued = await issueToPerson(authority, subjectFor(who, { serialNumber, kind: 'private' }))
  writeFileSync(join(folder, `${index}.pem`), pemOf(issued.certificate, ...authority.chain))
  writeFileSync(join(folder, `${index}.key`), await privateKeyPem(issued.keys))
  await portal.signIn({ ...who, provider: 'demo-ca', serialNumber })
}

/** The same handshake, of the same certificates, with the same trust; and no thought about what was presented. */
function bareServer({ portal }: SignInWorld) {
  const { config } = portal
  const { tlsServer } = config.connections
  if (!tlsServer) throw new Error('no tlsServer')
  return createServer(handshakeOptions(tlsServer, loadTrust(config)), (_, response) => {
    response.writeHead(303, { location: '/', connection: 'close' }).end()
  })
}

/** One browser for all: a state is good for ten minutes, and what it leads to for once. */
function targets({ portal, certificates }: SignInWorld, folder: string) {
  const token = newToken()
  const state = sealState(portal.config, {
    ...{ provider: 'demo-ca', browser: hashToken(token).toString('hex'), lang: 'en', back: paths.help() },
  })
  const path = `${paths.signIn()}?${new URLSearchParams({ state })}`
  const cookie = `${cookieName('browser', false)}=${token}`
  return (port: number, portalPort: number): Target => ({
    program: 'presenting.ts',
    settings: { port, portalPort, path, cookie, folder, ca: certificates.rootsFile },
  })
}
