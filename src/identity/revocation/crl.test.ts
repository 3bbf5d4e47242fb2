import 'reflect-metadata'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as x509 from '@peculiar/x509'
import {
  createIssuer,
  createRoot,
  type Issued,
  pemOf,
  privateKeyPem,
} from '../../../demo/certificates/authority.ts'
import { type CrlGiven, signCrl } from '../../../demo/certificates/crl.ts'
import {
  forget,
  makePki,
  nodeOf,
  type Pki,
  providerWith,
  type Running,
  serve,
  withoutOpenssl,
} from '../../../test/revocation.ts'
import { openLog } from '../../platform/log.ts'
import { metrics } from '../../platform/metrics.ts'
import { type CrlCase, CrlStore } from './crl.ts'
import { CrlShelf } from './crl-shelf.ts'

const hour = 3600_000
const listed = 'http://crl.example/issuing.crl'
let pki: Pki
const started: Running[] = []
const stores: CrlStore[] = []
const shelves: CrlShelf[] = []
before(async () => {
  pki = await makePki({ crl: listed })
})
after(async () => {
  for (const one of [...stores, ...shelves]) await one.close()
  for (const one of started) await one.stop()
  forget(pki)
})

/** What is served can be changed; null is a server that fails. */
async function listOf(first: Buffer | null) {
  const list = { now: first }
  const served = await serve(() => list.now ?? 503)
  started.push(served)
  return { url: served.url, list, asked: served.asked }
}

function openStore({ folder = mkdtempSync(join(pki.folder, 'store-')), now = Date.now } = {}) {
  const lines: Record<string, unknown>[] = []
  const log = openLog('warn', { output: { write: (text) => lines.push(JSON.parse(text)) } })
  const store = new CrlStore({ folder, log, now })
  stores.push(store)
  return { store, folder, lines, log }
}

const caseOf = (urls: string[], certificate: Issued = pki.person, crl: object = {}): CrlCase => {
  const provider = providerWith(pki, { crl: { urls, ...crl }, timeoutSeconds: 10 })
  const { revocation: settings } = provider
  if (!settings || settings === 'off' || !settings.crl) return assert.fail('no settings')
  const issuer = certificate.certificate.issuer.includes('CN=Root') ? pki.root : pki.issuing
  return {
    ...{ provider, settings: { ...settings, crl: settings.crl } },
    ...{ certificate: nodeOf(certificate), issuer: nodeOf(issuer) },
  }
}

async function ask(store: CrlStore, one: CrlCase): Promise<string> {
  const answer = await store.ask(one)
  return answer.status === 'unanswered' ? answer.reason : answer.status
}

const revokedAt = new Date('2026-01-02T03:04:05Z')
const lost = () => ({ serialNumber: pki.lost.certificate.serialNumber, revocationDate: revokedAt })
const inAnHour = () => new Date(Date.now() + hour)
const list = (given: CrlGiven = {}, by = pki.issuing) =>
  signCrl(by, { nextUpdate: inAnHour(), entries: [lost()], ...given })

/** What a store says that knows nothing but this list. */
async function said(bytes: Buffer, certificate?: Issued, crl?: object) {
  const { url } = await listOf(bytes)
  return ask(openStore().store, caseOf([url], certificate, crl))
}

test('who is on the list is revoked since then, everybody else is good', async () => {
  const { url } = await listOf(await list())
  const { store } = openStore()
  assert.equal(await ask(store, caseOf([url])), 'good')
  const answer = await store.ask(caseOf([url], pki.lost))
  assert.deepEqual(answer.status === 'revoked' && answer.since, revokedAt)
  assert.equal(answer.status === 'revoked' && answer.source.url, url)
  assert.equal(answer.status === 'revoked' && answer.source.signer, 'Issuing')
})

test('a list that openssl’s authority has signed is read too', { skip: withoutOpenssl }, async () => {
  const folder = mkdtempSync(join(pki.folder, 'openssl-'))
  const file = (name: string) => join(folder, name)
  const number = pki.lost.certificate.serialNumber.toUpperCase()
  const row = ['R', '300101000000Z', '260102030405Z,keyCompromise', number, 'unknown', '/CN=x'].join('\t')
  writeFileSync(file('index'), `${row}\n`)
  writeFileSync(file('number'), '1000\n')
  writeFileSync(file('ca.pem'), pemOf(pki.issuing.certificate))
  writeFileSync(file('ca.key'), await privateKeyPem(pki.issuing.keys))
  const lines = ['[ca]', 'default_ca=c', '[c]', `database=${file('index')}`, `crlnumber=${file('number')}`]
  writeFileSync(file('config'), [...lines, 'default_md=sha256', 'default_crl_days=1'].join('\n'))
  const options = ['-config', file('config'), '-keyfile', file('ca.key'), '-cert', file('ca.pem')]
  const made = spawnSync('openssl', ['ca', '-gencrl', ...options, '-out', file('crl.pem')])
  assert.equal(made.status, 0, String(made.stderr))
  const { stdout } = spawnSync('openssl', ['crl', '-in', file('crl.pem'), '-outform', 'DER'])
  assert.equal(await said(stdout), 'good')
  assert.equal(await said(stdout, pki.lost), 'revoked')
})

test('a list counts in its time only, and only if it says when the next one comes', async () => {
  assert.equal(await said(await list({ nextUpdate: new Date(Date.now() - 2 * hour) })), 'expired')
  assert.equal(await said(await list({ thisUpdate: inAnHour() })), 'not_yet')
  assert.equal(await said(await signCrl(pki.issuing, {})), 'malformed')
})

test('a list that somebody else signed is refused, whatever name it bears', async () => {
  const impostor = await createIssuer(await createRoot('Root', 'Authority'), 'Issuing', 'Authority')
  assert.equal(await said(await list({}, impostor)), 'wrong_signature')
  assert.equal(await said(await list({}, pki.root)), 'wrong_issuer')
  const changed = await list()
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)
  assert.equal(await said(changed), 'wrong_signature')
})

test('lists of changes, of several issuers, or with rules we do not know are refused', async () => {
  const extension = (oid: string, hex: string, critical = true) =>
    new x509.Extension(oid, critical, Buffer.from(hex, 'hex'))
  const scope = (hex: string) => list({ extensions: [extension('2.5.29.28', hex)] })
  assert.equal(await said(await list({ extensions: [extension('2.5.29.27', '020101')] })), 'delta')
  assert.equal(await said(await list({ extensions: [extension('2.5.29.27', '020101', false)] })), 'delta')
  assert.equal(await said(await list({ extensions: [extension('1.2.3.4', '0500')] })), 'critical_extension')
  assert.equal(await said(await list({ extensions: [extension('1.2.3.4', '0500', false)] })), 'good')
  assert.equal(await said(await scope('30038401ff')), 'indirect')
  assert.equal(await said(await scope('30048302055f')), 'out_of_scope')
  assert.equal(await said(await scope('30038501ff')), 'out_of_scope')
  const entry = (oid: string) => list({ entries: [{ ...lost(), extensions: [extension(oid, '0500')] }] })
  assert.equal(await said(await entry('2.5.29.29')), 'indirect')
  assert.equal(await said(await entry('1.2.3.4')), 'critical_extension')
})

test('a list of only some certificates says nothing of the others', async () => {
  const scope = (hex: string) =>
    list({ extensions: [new x509.Extension('2.5.29.28', true, Buffer.from(hex, 'hex'))] })
  assert.equal(await said(await scope('30038101ff')), 'good', 'users')
  assert.equal(await said(await scope('30038201ff')), 'out_of_scope', 'authorities')
  const place = (url: string) => {
    const uri = Buffer.concat([Buffer.from([0x86, url.length]), Buffer.from(url)])
    const wrap = (tag: number, inner: Buffer) => Buffer.concat([Buffer.from([tag, inner.length]), inner])
    return scope(wrap(0x30, wrap(0xa0, wrap(0xa0, uri))).toString('hex'))
  }
  assert.equal(await said(await place(listed)), 'good')
  assert.equal(await said(await place('http://crl.example/other.crl')), 'out_of_scope')
})

test('rubbish, an error and far too much are no list', async () => {
  assert.equal(await said(Buffer.from('<html>')), 'malformed')
  assert.equal(await said((await list()).subarray(0, -5)), 'malformed')
  assert.equal(await said(Buffer.alloc(30_000), undefined, { maxMegabytes: 0.02 }), 'too_large')
  const { url } = await listOf(null)
  assert.equal(await ask(openStore().store, caseOf([url])), 'http_status')
})

test('of several lists the one of the issuer answers, and an authority is looked up in its own', async () => {
  const urls = [(await listOf(await list({ entries: [] }, pki.root))).url, (await listOf(await list())).url]
  const { store, lines } = openStore()
  assert.equal(await ask(store, caseOf(urls, pki.lost)), 'revoked')
  assert.equal(await ask(store, caseOf(urls, pki.issuing)), 'good')
  assert.deepEqual(lines, [])
})

test('after a restart the kept list answers, though its address is unreachable', async () => {
  const { url, list: served, asked } = await listOf(await list())
  const first = openStore()
  assert.equal(await ask(first.store, caseOf([url], pki.lost)), 'revoked')
  await until(() => readdirSync(first.folder).some((name) => name.endsWith('.crl')))
  await first.store.close()
  served.now = null
  const second = openStore({ folder: first.folder })
  assert.equal(await ask(second.store, caseOf([url], pki.lost)), 'revoked')
  assert.equal(asked.length, 1, 'nobody waited for the network')
})

test('a kept file that was tampered with is not believed', async () => {
  const { url, list: served } = await listOf(await list())
  const first = openStore()
  await ask(first.store, caseOf([url]))
  await until(() => readdirSync(first.folder).some((name) => name.endsWith('.crl')))
  const [name = ''] = readdirSync(first.folder)
  writeFileSync(join(first.folder, name), await list({}, await createRoot('Issuing', 'Authority')))
  served.now = null
  const second = openStore({ folder: first.folder })
  assert.equal(await ask(second.store, caseOf([url], pki.lost)), 'http_status')
})

test('once the list has expired and no other comes, nobody is answered, and the log is loud about it', async () => {
  let now = Date.now()
  const { url, list: served } = await listOf(await list())
  const { store, lines } = openStore({ now: () => now })
  assert.equal(await ask(store, caseOf([url])), 'good')
  assert.match(await metrics.metrics(), /guichet_crl_expires_timestamp_seconds\{provider="ca"\} \d+/)
  served.now = null
  now += 2 * hour
  assert.equal(await ask(store, caseOf([url])), 'expired')
  const [line] = lines
  assert.equal(line?.alert, 'crl_missing')
  assert.equal(line?.level, 50)
  assert.equal(line?.provider, 'ca')
})

test('an earlier list that is still valid does not replace a later one', async () => {
  let now = Date.now()
  const soon = new Date(now + 30 * 60_000)
  const { url, list: served, asked } = await listOf(await list({ nextUpdate: soon }))
  const { store } = openStore({ now: () => now })
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'revoked')
  const before = { thisUpdate: new Date(now - hour), nextUpdate: new Date(now + 5 * hour), entries: [] }
  served.now = await list(before)
  now += hour
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'expired')
  assert.equal(asked.length, 2)
})

/** A server that names versions, and keeps quiet about what has not changed. */
async function versioned(name: 'etag' | 'last-modified', first: Buffer) {
  const held = { list: first, version: name === 'etag' ? '"1"' : 'Thu, 01 Jan 2026 00:00:00 GMT' }
  const seen: number[] = []
  const question = name === 'etag' ? 'if-none-match' : 'if-modified-since'
  const served = await serve((_, { headers }) => {
    const status = headers[question] === held.version ? 304 : 200
    seen.push(status)
    return { status, headers: { [name]: held.version }, body: status === 200 ? held.list : Buffer.alloc(0) }
  })
  started.push(served)
  return { url: served.url, held, seen }
}

/** One list by itself, which a test can let be fetched when it wants. */
function openShelf(url: string) {
  const { settings, issuer } = caseOf([url])
  const { folder, lines, log } = openStore()
  const shelf = new CrlShelf({
    ...{ providerId: 'ca', url, issuer, settings, folder, log, now: Date.now, onChange() {} },
  })
  shelves.push(shelf)
  const says = async (of: Issued) => (await shelf.lookUp(nodeOf(of))).status
  return { shelf, says, lines }
}

for (const name of ['etag', 'last-modified'] as const) {
  test(`a list that has not changed is not sent again, by ${name}`, async () => {
    const { url, held, seen } = await versioned(name, await list())
    const { shelf, says, lines } = openShelf(url)
    assert.equal(await says(pki.lost), 'revoked')
    await shelf.refresh()
    assert.deepEqual(seen, [200, 304])
    assert.equal(await says(pki.lost), 'revoked', 'the list stays')
    held.version = name === 'etag' ? '"2"' : 'Fri, 02 Jan 2026 00:00:00 GMT'
    held.list = await list({ entries: [] })
    await shelf.refresh()
    assert.deepEqual(seen, [200, 304, 200])
    assert.equal(await says(pki.lost), 'good')
    assert.deepEqual(lines, [])
  })
}

test('“not changed” does not lengthen a list’s life: once it has expired, it is asked for whole', async () => {
  let now = Date.now()
  const { url, held, seen } = await versioned('etag', await list())
  const { store } = openStore({ now: () => now })
  assert.equal(await ask(store, caseOf([url])), 'good')
  now += 2 * hour
  assert.equal(await ask(store, caseOf([url])), 'expired')
  assert.deepEqual(seen, [200, 200])
  now += hour
  held.list = await list({ nextUpdate: new Date(now + hour) })
  assert.equal(await ask(store, caseOf([url])), 'good', 'under the same name it is a new list')
})

test('who says “not changed” without having been asked says nothing', async () => {
  const served = await serve(() => 304)
  started.push(served)
  assert.equal(await ask(openStore().store, caseOf([served.url])), 'http_status')
})

test('a list that cannot be used is asked for again, not taken for the one that is held', async () => {
  const { url, held, seen } = await versioned('etag', await list())
  const { shelf, says } = openShelf(url)
  await says(pki.person)
  Object.assign(held, { list: Buffer.from('<html>'), version: '"2"' })
  await shelf.refresh()
  await shelf.refresh()
  assert.deepEqual(seen, [200, 200, 200])
  assert.equal(await says(pki.lost), 'revoked')
})

test('with the clock an hour back or ahead no list counts for longer than its issuer meant', async () => {
  let now = Date.now()
  const lasting = (hours: number) => ({
    thisUpdate: new Date(now - 3 * hour),
    nextUpdate: new Date(now + hours * hour),
  })
  const { url, list: served, asked } = await listOf(await list(lasting(0.5)))
  const { store } = openStore({ now: () => now })
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'revoked')
  const right = now
  served.now = null
  now = right + hour
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'expired', 'ahead')
  now = right - hour
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'not_yet', 'back')
  assert.equal(asked.length, 3, 'each time the list was asked for anew')
  served.now = await list({ thisUpdate: new Date(right - 60_000), nextUpdate: new Date(right + hour) })
  now = right - hour + 11_000
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'not_yet', 'a list of the hour to come')
  now = right
  assert.equal(await ask(store, caseOf([url], pki.lost)), 'revoked', 'right again')
})

async function until(condition: () => boolean) {
  for (let tries = 0; tries < 100 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.ok(condition())
}
