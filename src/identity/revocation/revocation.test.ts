import 'reflect-metadata'
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import * as pkijs from 'pkijs'
import type { Issued } from '../../../demo/certificates/authority.ts'
import { signCrl } from '../../../demo/certificates/crl.ts'
import { readQuestion, signAnswer } from '../../../demo/revocation/ocsp.ts'
import {
  forget,
  makePki,
  nodeOf,
  type Pki,
  providerWith,
  type Served,
  serve,
} from '../../../test/revocation.ts'
import { openLog } from '../../platform/log.ts'
import { metrics, serveMetrics } from '../../platform/metrics.ts'
import { refusalOf } from './refusal.ts'
import { openRevocation, type Revocation } from './revocation.ts'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))

const lifetime = () => ({ nextUpdate: new Date(Date.now() + 3600_000) })
let pki: Pki
let outside: Served
const opened: Revocation[] = []

/** What the issuers say at the moment; null is nothing. */
const issuers: { ocsp: 'good' | 'unknown' | null; issuing: Buffer | null; root: Buffer | null } = {
  ...{ ocsp: 'good', issuing: null, root: null },
}
let emptyRoot: Buffer
before(async () => {
  outside = await serve((body, { url }) => {
    if (url === '/crl') return body.length ? 400 : listFor()
    return issuers.ocsp ? signAnswer(readQuestion(body), { says: issuers.ocsp, signer: pki.issuing }) : 503
  })
  pki = await makePki({ ocsp: `${outside.url}/ocsp`, crl: `${outside.url}/crl` })
  emptyRoot = await signCrl(pki.root, lifetime())
})
beforeEach(() => Object.assign(issuers, { ocsp: 'good', issuing: null, root: emptyRoot }))
after(async () => {
  for (const one of opened) await one.close()
  await outside.stop()
  forget(pki)
})

/** Root and issuing authority name one address here; which list is meant alternates. */
let turn: 'root' | 'issuing' = 'root'
const listFor = () => issuers[turn] ?? 503

function open(revocation: object | 'off' | undefined, DEMO: 'on' | 'off' = 'on') {
  const lines: Record<string, unknown>[] = []
  const log = openLog('info', { output: { write: (text) => lines.push(JSON.parse(text)) } })
  const provider = providerWith(pki, revocation)
  const trusted = [{ provider, roots: [nodeOf(pki.root)], intermediates: [] }]
  const folder = mkdtempSync(join(pki.folder, 'data-'))
  const revocations = openRevocation({ DATA_DIR: folder, DEMO }, { trusted, log })
  opened.push(revocations)
  const check = (holder: Issued = pki.person) =>
    revocations.check(provider, [holder, pki.issuing, pki.root].map(nodeOf))
  return { check, lines }
}

const holderOnly = { intermediates: 'trust', timeoutSeconds: 10 }

test('the responder named in the certificate is asked, and its word is enough', async () => {
  const { check } = open({ ocsp: {}, ...holderOnly })
  const verdict = await check()
  assert.deepEqual([verdict.accepted, verdict.result], [true, 'good'])
})

test('where the responder says nothing the list does', async () => {
  issuers.ocsp = null
  turn = 'issuing'
  const { serialNumber } = pki.lost.certificate
  issuers.issuing = await signCrl(pki.issuing, {
    ...lifetime(),
    entries: [{ serialNumber, revocationDate: new Date('2026-01-02T00:00:00Z') }],
  })
  const { check } = open({ ocsp: {}, crl: {}, ...holderOnly })
  assert.equal((await check()).result, 'good')
  const lost = await check(pki.lost)
  assert.deepEqual([lost.accepted, lost.result, lost.about], [false, 'revoked', 'holder'])
  assert.deepEqual(lost.since, new Date('2026-01-02T00:00:00Z'))
})

test('a responder that knows no such certificate is not overruled by a list', async () => {
  issuers.ocsp = 'unknown'
  turn = 'issuing'
  issuers.issuing = await signCrl(pki.issuing, lifetime())
  const { check } = open({ ocsp: {}, crl: {}, ...holderOnly })
  const verdict = await check()
  assert.deepEqual([verdict.accepted, verdict.result], [false, 'unknown'])
})

test('if nobody answers the provider’s policy decides, and there is one line to alert on', async () => {
  issuers.ocsp = null
  const refusing = open({ ocsp: {}, ...holderOnly })
  assert.equal((await refusing.check()).accepted, false)
  const [line, ...more] = refusing.lines
  assert.deepEqual([line?.alert, line?.level, line?.provider], ['revocation_unanswered', 50, 'ca'])
  assert.deepEqual(line?.reasons, ['ocsp: http_status (503)'])
  assert.deepEqual(more, [])
  const accepting = open({ ocsp: {}, ...holderOnly, ifUnanswered: 'accept' })
  assert.equal((await accepting.check()).accepted, true)
  assert.equal(accepting.lines[0]?.alert, 'revocation_unanswered')
})

test('a revoked authority between root and holder ends every path through it', async () => {
  turn = 'root'
  const settings = { ocsp: {}, crl: {}, timeoutSeconds: 10 }
  assert.equal((await open(settings).check()).result, 'good')
  const { serialNumber } = pki.issuing.certificate
  const entries = [{ serialNumber, revocationDate: new Date() }]
  issuers.root = await signCrl(pki.root, { ...lifetime(), entries })
  const { check, lines } = open(settings)
  const verdict = await check()
  assert.deepEqual([verdict.accepted, verdict.result, verdict.about], [false, 'revoked', 'issuer'])
  assert.equal(refusalOf(verdict), 'issuer_invalid')
  assert.equal(lines.at(-1)?.alert, 'issuer_revoked')
})

test('production must say how revocation is checked, and hears when it is not', () => {
  assert.throws(() => open(undefined, 'off'), /provider ca: revocation is missing/)
  assert.match(String(open('off', 'off').lines[0]?.msg), /revoked certificates are accepted/)
  assert.deepEqual(open(undefined).lines, [])
})

test('settings that name no method or misspell one are refused', () => {
  assert.throws(() => providerWith(pki, {}), /neither ocsp nor crl/)
  assert.throws(() => providerWith(pki, { oscp: {} }), /CONNECTIONS_FILE/)
})

test('every answer is counted, and the numbers are on a port of their own', async () => {
  const { check } = open({ ocsp: {}, ...holderOnly })
  const before = await counted()
  await check()
  await check()
  assert.equal(await counted(), before + 2)
  const server = await serveMetrics(0)
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`)
  assert.match(
    await answer.text(),
    /guichet_revocation_checks_total\{provider="ca",method="ocsp",result="good"\}/,
  )
  assert.equal((await fetch(`http://127.0.0.1:${server.port}/`)).status, 404)
  await server.close()
})

async function counted(): Promise<number> {
  const text = await metrics.metrics()
  return Number(/checks_total\{provider="ca",method="ocsp",result="good"\} (\d+)/.exec(text)?.[1] ?? 0)
}
