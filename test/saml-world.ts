import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { prepareGatewayKeys } from '../demo/gateway/keys.ts'
import { type Gateway, startGateway } from '../demo/gateway/server.ts'
import { kindAttribute } from '../demo/names.ts'
import { freePort } from '../src/platform/port.ts'
import { type AnswerParts, answerParts, assertionOf, encrypted, responseOf, signed } from './saml-answers.ts'
import { type Browser, type Page, type SignInWorld, signInWorld } from './sign-in-world.ts'

export type SamlWorld = SignInWorld & {
  keys: { gateway: string; portalCertificate: string }
  /** Begins at that provider: what was asked, and what a true answer to it says. */
  begin(browser: Browser, provider?: string, query?: string): Promise<Begun>
  /** What an address asks that provider for. */
  read(location: string, provider: string): Begun
  /** A true answer, signed and encrypted. */
  answer(parts: AnswerParts): string
  close(): Promise<void>
}
export type Begun = { url: URL; request: string; parts: AnswerParts }

export const gatewayId = 'https://gateway.example/metadata'

/**
 * The portal with two SAML gateways of one key: `eid` as the defaults have it, `plain` where nothing need be
 * encrypted. Tests answer for them.
 */
export async function samlWorld(
  change: (provider: Record<string, unknown>) => void = () => {},
): Promise<SamlWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-saml-'))
  const keys = await prepareGatewayKeys(join(folder, 'keys'))
  const provider = (id: string, more: Record<string, unknown> = {}) => {
    const one = {
      ...{ scheme: 'saml', id, name: 'eID gateway', entryPoint: `https://gateway.example/${id}` },
      ...{ idpEntityId: gatewayId, idpCertificatesFile: keys.gateway.certificateFile, signing: keys.portal },
      ...more,
    }
    change(one)
    return one
  }
  const world = await signInWorld({}, (connections) => {
    connections.providers = [
      ...(connections.providers as object[]),
      provider('eid'),
      provider('plain', { requireEncryptedAssertions: false }),
    ]
  })
  const read = (file: string) => readFileSync(file, 'utf8')
  const held = { gateway: read(keys.gateway.keyFile), portalCertificate: read(keys.portal.certificateFile) }
  const { BASE_URL } = world.portal.config
  const readRequest = (location: string, id: string): Begun => {
    const url = new URL(location)
    const request = inflateRawSync(
      Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64'),
    ).toString()
    const parts = answerParts({
      inResponseTo: /\bID="([^"]+)"/.exec(request)?.[1] ?? '',
      consumer: `${BASE_URL}/sign-in/saml/${id}`,
      portal: `${BASE_URL}/saml/${id}/metadata`,
      gateway: gatewayId,
    })
    return { url, request, parts }
  }
  return {
    ...world,
    keys: held,
    read: readRequest,
    async begin(browser, id = 'eid', query = '') {
      const { location = '' } = (await browser.get(`/sign-in/start/${id}${query}`)).headers
      return readRequest(location, id)
    },
    answer: (parts) =>
      responseOf(
        parts,
        encrypted(signed(assertionOf(parts), { key: held.gateway, id: parts.assertionId }), {
          certificate: held.portalCertificate,
        }),
      ),
    async close() {
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The portal with the demo's gateway, which a library of other hands speaks SAML for. */
export async function gatewayWorld(): Promise<SignInWorld & { gateway: Gateway }> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-gateway-'))
  const keys = await prepareGatewayKeys(join(folder, 'keys'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const world = await signInWorld({}, (connections) => {
    const attributes = {
      kind: kindAttribute,
      kindValues: { private: 'private', professional: 'professional' },
    }
    connections.providers = [
      ...(connections.providers as object[]),
      {
        ...{ scheme: 'saml', id: 'demo-eid', name: 'eID Gateway', entryPoint: `${address}/sso`, attributes },
        ...{ idpEntityId: `${address}/metadata`, idpCertificatesFile: keys.gateway.certificateFile },
        ...{ signing: keys.portal, certificateProvider: 'demo-ca' },
      },
    ]
  })
  const portal = await world.portal.app.listen({ host: '127.0.0.1', port: 0 })
  const metadataUrl = `${portal}/saml/demo-eid/metadata`
  const gateway = await startGateway({ port, metadataUrl, keys: keys.gateway })
  return {
    ...world,
    gateway,
    async close() {
      await gateway.close()
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a gateway's page has the browser post it: from another site, so without cookies. */
export function postAnswer(browser: Browser, consumer: string, xml: string): Promise<Page> {
  const SAMLResponse = Buffer.from(xml).toString('base64')
  const fromElsewhere = { origin: 'https://gateway.example', 'sec-fetch-site': 'cross-site', cookie: '' }
  return browser.post(consumer, { SAMLResponse }, fromElsewhere)
}
