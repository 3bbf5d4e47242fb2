import assert from 'node:assert/strict'
import { webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  type Authority,
  createIssuer,
  createRoot,
  issueToPerson,
  lasting,
  pemOf,
  privateKeyPem,
  subjectOf,
} from '../../../demo/certificates/authority.ts'
import { type KeyPair, type Page, type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'
import { closePools, openPools } from '../../pools.ts'
import { sealState } from '../state.ts'
import { openTlsOrigin } from './tls.ts'

/** Certificates no demo person holds, presented in real handshakes to a portal that trusts their issuer. */
const day = 24 * 3600 * 1000
const folder = mkdtempSync(join(tmpdir(), 'guichet-authority-'))
let issuing: Authority
let next: Authority
let world: SignInWorld
before(async () => {
  const root = await createRoot('Root', 'Authority')
  issuing = await createIssuer(root, 'Issuing', 'Authority')
  next = await createIssuer(root, 'Issuing 2', 'Authority')
  const [rootsFile, intermediatesFile] = [join(folder, 'roots.pem'), join(folder, 'issuing.pem')]
  writeFileSync(rootsFile, pemOf(root.certificate))
  writeFileSync(intermediatesFile, pemOf(issuing.certificate, next.certificate))
  world = await signInWorld({}, (connections) => {
    const [, tls] = connections.providers as Record<string, unknown>[]
    Object.assign(tls ?? {}, { rootsFile, intermediatesFile })
  })
})
after(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

type Attributes = Parameters<typeof subjectOf>[0]
const whole = { SN: 'Muster', GN: 'Marie', serialNumber: '12345678901234567890', title: 'Private Person' }

type Given = Parameters<typeof issueToPerson>[2]

async function present(attributes: Attributes, given: Given = {}): Promise<Page> {
  return world.browser(await issue(issuing, attributes, given)).signIn()
}

async function issue(by: Authority, attributes: Attributes, given: Given = {}): Promise<KeyPair> {
  const { certificate, keys } = await issueToPerson(by, subjectOf(attributes), given)
  return { certificate: pemOf(certificate, by.certificate), key: await privateKeyPem(keys) }
}

test('a whole certificate gets in', async () => {
  assert.match((await present(whole)).url, /\/registration$/)
})

test('a certificate for another purpose, of an unknown kind, or without a serial number gets its own page', async () => {
  const server = await present(whole, { usages: ['1.3.6.1.5.5.7.3.1'] })
  assert.match(server.body, /This certificate is not made for signing in/)
  assert.match(
    (await present({ ...whole, title: 'Student' })).body,
    /We do not know this kind of certificate/,
  )
  assert.match(
    (await present({ ...whole, serialNumber: '' })).body,
    /Something is missing in this certificate/,
  )
  const nameless = await present({ ...whole, title: 'Professional Person' })
  assert.match(nameless.body, /Something is missing in this certificate/)
})

test('a certificate of tomorrow says from when on it is valid', async () => {
  const page = await present(whole, { lifetime: lasting(30, new Date(Date.now() + 48 * 3600 * 1000)) })
  assert.match(page.body, /Your certificate is not valid yet/)
  assert.match(page.body, /It becomes valid on \d+\s\w+ \d{4}/)
})

test('a certificate with a key that is too short is told that its issuer exchanges it, also in a handshake', async () => {
  const weak = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, hash: 'SHA-256' }
  const publicExponent = new Uint8Array([1, 0, 1])
  const keys = await webcrypto.subtle.generateKey({ ...weak, publicExponent }, true, ['sign', 'verify'])
  const page = await present(whole, { keys })
  assert.equal(page.status, 403)
  assert.match(page.body, /This certificate is no longer secure enough/)
  assert.match(page.body, /Ask its issuer to exchange it/)
})

test('renewed by another issuing authority of its provider, a certificate opens the same account, which is told', async () => {
  const { owner } = world.portal
  const old = await issue(issuing, whole, { lifetime: lasting(400, new Date(Date.now() - 300 * day)) })
  const first = world.browser(old)
  await first.signIn()
  await first.register()
  await owner.query('update persons set email_confirmed_at = now()')
  const browser = world.browser(await issue(next, whole))
  const page = await browser.signIn('/help')
  assert.match(page.url, /\/account\/certificates\?notice=renewed/)
  assert.match(page.body, /We have recognised your renewed certificate/)
  await world.portal.runJobs()
  assert.deepEqual(
    (await world.portal.mails()).map(({ kind }) => kind).filter((kind) => kind.startsWith('certificate')),
    ['certificate_renewed'],
  )
  assert.match((await browser.get('/account/activity')).body, /Renewed certificate recognised/)
  const { rows } = await owner.query('select valid_to from certificates')
  assert.equal(rows.length, 1)
  assert.match((await world.browser(old).signIn('/help')).url, /\/help$/, 'the old one is no renewal')
  assert.deepEqual((await owner.query('select valid_to from certificates')).rows, rows)
})

test('with the database away, one learns that the certificate is not to blame', async () => {
  const { config } = world.portal
  const pools = openPools(config, 'postgres://nobody@127.0.0.1:1/none', () => {})
  const { tlsServer: _, ...connections } = config.connections
  const plain = {
    ...config,
    TLS_PORT: 0,
    connections: { ...connections, forwardedCertificateHeader: 'Client-Cert' },
  }
  const origin = await openTlsOrigin(plain, pools)
  const state = sealState(config, { provider: 'demo-ca', browser: 'ab'.repeat(32), lang: 'fr', back: null })
  const query = new URLSearchParams({ state })
  const answer = await fetch(`http://127.0.0.1:${origin.port}/sign-in?${query}`).finally(origin.close)
  await closePools(pools)
  assert.equal(answer.status, 503)
  assert.match(await answer.text(), /La connexion est impossible pour le moment/)
})
