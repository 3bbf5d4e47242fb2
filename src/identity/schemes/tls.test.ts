import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { after, before, test } from 'node:test'
import { type ConnectionOptions, connect } from 'node:tls'
import {
  createIssuer,
  createRoot,
  issueToPerson,
  pemOf,
  privateKeyPem,
} from '../../../demo/certificates/authority.ts'
import { subjectFor } from '../../../demo/certificates/make.ts'
import { keyPair, type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'
import type { Config } from '../../config.ts'
import { freePort } from '../../platform/port.ts'
import { sealState } from '../state.ts'
import { openForwarding, parseForwarded } from './forwarded.ts'
import { handshakeOptions, openTlsOrigin } from './tls.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())

const refusals = async () => {
  const { rows } = await world.portal.owner.query<{ detail: { refusal: string } }>(
    `select detail from audit_records where act = 'sign_in.refused' and detail ? 'refusal' order by id`,
  )
  return rows.map(({ detail }) => detail.refusal)
}

test('a demo certificate leads through a real handshake to the registration, with its holder’s names', async () => {
  const page = await world.browser('francoise-lhote-professional').signIn()
  assert.equal(new URL(page.url).pathname, '/registration')
  for (const words of ['Françoise L’Hôte-Müller', 'Fiduciaire de l’Alzette S.A.', 'VATLU-20456745'])
    assert.ok(page.body.includes(words), words)
})

test('without a certificate one gets a page that helps, in the language of the portal, and a way back', async () => {
  const browser = world.browser()
  browser.cookies.set('guichet-lang', 'de')
  const page = await browser.signIn('/help')
  assert.equal(page.status, 403)
  assert.match(page.body, /<html lang="de">/)
  assert.match(page.body, /Es wurde kein Zertifikat vorgelegt/)
  assert.match(page.body, /href="http:\/\/localhost:8080\/sign-in\?back=%2Fhelp"/)
  assert.match(page.body, /href="\/sign-in\?state=[^"]+">Noch einmal versuchen/)
})

test('cancelled the first time, the same page leads on once a certificate is chosen', async () => {
  const browser = world.browser()
  const page = await browser.signIn()
  browser.holder = keyPair(world.certificates, 'marie-muster-private')
  const again = /href="(\/sign-in\?state=[^"]+)"/.exec(page.body)?.[1] ?? assert.fail('no link')
  const after = await browser.follow(browser.get(new URL(again.replaceAll('&amp;', '&'), page.url).href))
  assert.equal(new URL(after.url).pathname, '/registration')
})

test('expired, unknown and unsuitable certificates are told apart and recorded', async () => {
  const expired = await world.browser('jempi-weber-private').signIn()
  assert.equal(expired.status, 403)
  assert.match(expired.body, /Your certificate has expired/)
  const untrusted = await world.browser('untrusted').signIn()
  assert.equal(untrusted.status, 403)
  assert.match(untrusted.body, /We do not know the issuer/)
  assert.deepEqual((await refusals()).slice(-2), ['expired', 'untrusted'])
  for (const page of [expired, untrusted]) assert.match(page.body, />Choose another certificate</)
})

test('a certificate that names the demo’s authority but was issued by another is unknown', async () => {
  const root = await createRoot('OpenGuichet Demo Root CA')
  const issuing = await createIssuer(root, 'OpenGuichet Demo Issuing CA')
  const subject = subjectFor(
    { familyName: 'Muster', givenName: 'Marie' },
    { serialNumber: '10100000000000000214', kind: 'private' },
  )
  const forged = await issueToPerson(issuing, subject)
  const holder = {
    certificate: pemOf(forged.certificate, issuing.certificate),
    key: await privateKeyPem(forged.keys),
  }
  const page = await world.browser(holder).signIn()
  assert.equal(page.status, 403)
  assert.match(page.body, /We do not know the issuer/)
})

test('pages on this origin run nothing, load nothing, and close the connection', async () => {
  const { headers, body } = await world.browser().signIn()
  assert.equal(headers.connection, 'close')
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['referrer-policy'], 'no-referrer')
  assert.equal(
    headers['strict-transport-security'],
    undefined,
    'a portal at plain http must not promise https',
  )
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
  assert.match(headers['content-security-policy'] ?? '', /^default-src 'none'; style-src data:/)
  assert.doesNotMatch(body, /<script|<style|\sstyle=|\ssrc=/)
  assert.equal(headers['set-cookie'], undefined)
})

test('where the portal is at https, this origin too tells browsers to stay there', async () => {
  const { headers } = await askProxied('', {}, { BASE_URL: 'https://guichet.example' })
  assert.equal(headers['strict-transport-security'], 'max-age=63072000; includeSubDomains')
})

test('a sign-in that did not begin on the portal, was changed or is old goes nowhere', async () => {
  const browser = world.browser('marie-muster-private')
  const { TLS_URL } = world.portal.config
  const started = await browser.get('/sign-in/start/demo-ca')
  const address = started.headers.location ?? assert.fail('no redirect')
  const changed = address.slice(0, -4) + (address.endsWith('AAAA') ? 'BBBB' : 'AAAA')
  for (const url of [`${TLS_URL}/`, `${TLS_URL}/sign-in`, `${TLS_URL}/sign-in?state=x`, changed]) {
    const page = await browser.get(url)
    assert.equal(page.status, 400, url)
    assert.match(page.body, /This sign-in is over/)
  }
})

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`no ${version} session is resumed: every connection presents its certificate anew`, async () => {
    const options = tlsOptions({ minVersion: version, maxVersion: version })
    const { session } = await handshake(options)
    const again = await handshake({ ...options, ...(session ? { session } : {}) })
    assert.equal(again.reused, false)
    assert.equal(again.protocol, version)
  })
}

test('TLS 1.1 is not spoken', async () => {
  await assert.rejects(handshake(tlsOptions({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })))
})

test('every cipher has forward secrecy and authenticates what it encrypts, in TLS 1.2 too', async () => {
  const { ciphers = '' } = handshakeOptions(world.certificates.server, [])
  for (const cipher of ciphers.split(':')) assert.match(cipher, /^(TLS_|ECDHE-).*(GCM|CHACHA20)/)
  for (const cipher of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384'])
    await assert.rejects(handshake({ ...tlsOptions({ maxVersion: 'TLSv1.2' }), ciphers: cipher }), cipher)
})

test('the portal’s own origin is plain to every browser: it has no handshake that could ask', async () => {
  const browser = world.browser()
  assert.equal((await browser.get('/sign-in')).status, 200)
  assert.equal(world.portal.app.initialConfig.https, undefined)
})

test('a forwarded certificate is believed from a configured proxy only', async () => {
  const marie = keyPair(world.certificates, 'marie-muster-private').certificate.toString()
  const leaf = marie.slice(0, marie.indexOf('-----END CERTIFICATE-----') + 25)
  const base64 = leaf.replace(/-----[^-]+-----|\s/g, '')
  const forwarded = { 'client-cert': `:${base64}:` }
  assert.equal((await askProxied('127.0.0.1', forwarded)).status, 303)
  assert.equal((await askProxied('127.0.0.0/8', { 'client-cert': encodeURIComponent(leaf) })).status, 303)
  assert.match((await askProxied('10.0.0.1', forwarded)).body, /No certificate was presented/)
  assert.match((await askProxied('', forwarded)).body, /No certificate was presented/)
  assert.match((await askProxied('127.0.0.1', { 'x-client-cert': `:${base64}:` })).body, /No certificate/)
  assert.match((await askProxied('127.0.0.1', { 'client-cert': ':AAAA:' })).body, /No certificate/)
})

test('attempts count for the browser behind a configured proxy, and nobody else can name another address', () => {
  const { connections } = world.portal.config
  const ask = (remoteAddress: string, forwardedFor?: string) => {
    const message = { headers: { 'x-forwarded-for': forwardedFor }, socket: { remoteAddress } }
    const { address } = openForwarding({ TRUSTED_PROXIES: '10.0.0.0/8', connections })
    return address(message as unknown as IncomingMessage)
  }
  assert.equal(ask('10.0.0.1', '203.0.113.7'), '203.0.113.7')
  assert.equal(ask('::ffff:10.0.0.1', '198.51.100.1, 203.0.113.7, 10.2.3.4'), '203.0.113.7')
  assert.equal(ask('192.0.2.1', '203.0.113.7'), '192.0.2.1')
  assert.equal(ask('10.0.0.1'), '10.0.0.1')
})

test('what a proxy forwards is checked like any other certificate', async () => {
  const encoded = (id: string) =>
    encodeURIComponent(first(keyPair(world.certificates, id).certificate.toString()))
  const ask = (id: string) => askProxied('127.0.0.1', { 'client-cert': encoded(id) })
  assert.match((await ask('jempi-weber-private')).body, /has expired/)
  assert.match((await ask('untrusted')).body, /We do not know the issuer/)
})

test('a header on a direct connection does not replace the certificate of the handshake', async () => {
  const browser = world.browser()
  const other = encodeURIComponent(
    first(keyPair(world.certificates, 'marie-muster-private').certificate.toString()),
  )
  browser.forwarded = { 'client-cert': other, 'x-ssl-client-cert': other }
  assert.match((await browser.signIn()).body, /No certificate was presented/)
})

test('forwarded certificates are read in every spelling proxies use, and nothing else is', () => {
  const pem = first(keyPair(world.certificates, 'anjali-private').certificate.toString())
  const base64 = pem.replace(/-----[^-]+-----|\s/g, '')
  for (const spelt of [
    `:${base64}:`,
    encodeURIComponent(pem),
    pem.replaceAll('\n', ' '),
    pem.replaceAll('\n', '\t'),
  ])
    assert.match(parseForwarded(spelt)?.subject ?? '', /SN=Anjali/)
  for (const wrong of ['', ':', '::', '%', `${pem}${pem}`, `:${base64}:, :${base64}:`, '(null)'])
    assert.equal(parseForwarded(wrong), null, wrong.slice(0, 20))
})

const first = (pem: string) => pem.slice(0, pem.indexOf('-----END CERTIFICATE-----') + 25)

function tlsOptions(versions: Pick<ConnectionOptions, 'minVersion' | 'maxVersion'>): ConnectionOptions {
  const { certificate, key } = keyPair(world.certificates, 'marie-muster-private')
  const ca = readFileSync(world.certificates.rootsFile)
  return {
    host: '127.0.0.1',
    port: world.tls.port,
    servername: 'localhost',
    ca,
    cert: certificate,
    key,
    ...versions,
  }
}

type Handshake = { session: Buffer | undefined; reused: boolean; protocol: string | null }

function handshake(options: ConnectionOptions): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    let session: Buffer | undefined
    const socket = connect(options, () => {
      const [reused, protocol] = [socket.isSessionReused(), socket.getProtocol()]
      socket.on('close', () => resolve({ session, reused, protocol }))
      socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
    })
    socket.on('session', (ticket) => {
      session = ticket
    })
    socket.on('error', reject).resume()
  })
}

type Proxied = { status: number; headers: IncomingHttpHeaders; body: string }

/** The origin as it stands behind a proxy that ends TLS; the test is the proxy. */
async function askProxied(trusted: string, headers: Record<string, string>, settings: Partial<Config> = {}) {
  const { pools } = world.portal
  const config = { ...world.portal.config, ...settings }
  const { tlsServer: _, ...connections } = config.connections
  const proxied = {
    ...config,
    TLS_PORT: await freePort(),
    TRUSTED_PROXIES: trusted,
    connections: { ...connections, forwardedCertificateHeader: 'Client-Cert' },
  }
  const origin = await openTlsOrigin(proxied, pools)
  const state = sealState(config, { provider: 'demo-ca', browser: 'ab'.repeat(32), lang: 'en', back: null })
  try {
    return await new Promise<Proxied>((resolve, reject) => {
      const path = `/sign-in?${new URLSearchParams({ state })}`
      const asked = request({ host: '127.0.0.1', port: origin.port, path, headers }, async (answer) => {
        let body = ''
        for await (const chunk of answer) body += String(chunk)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
      })
      asked.on('error', reject).end()
    })
  } finally {
    await origin.close()
  }
}
