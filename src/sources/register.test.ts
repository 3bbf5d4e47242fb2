import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { prepareRegisterKey } from '../../demo/registers/keys.ts'
import { openLog } from '../platform/log.ts'
import { lookUpPerson } from './person-register.ts'
import { openRegister, type Register } from './register.ts'
import { readSigner } from './service-token.ts'

type Reply = (response: ServerResponse, request: IncomingMessage) => unknown

const folder = mkdtempSync(join(tmpdir(), 'guichet-register-'))
const { keyFile } = prepareRegisterKey(folder, 'persons')
const Answer = z.object({ name: z.string() })
const fine: Reply = (response) => response.end('{"name": "Marie"}')
const fail: Reply = (response) => response.writeHead(503).end()

/** The replies still to come, the last one for good; and what was asked. */
let replies: Reply[] = []
let asked: IncomingMessage[] = []
let logged: string[] = []
let url = ''
const server = createServer((request, response) => {
  asked.push(request)
  const [reply = fine] = replies.length > 1 ? replies.splice(0, 1) : replies
  reply(response, request)
})

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})
beforeEach(() => {
  asked = []
  logged = []
})
after(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

function register(more: { url?: string; timeoutSeconds?: number; pauseSeconds?: number } = {}): Register {
  const settings = { url, keyFile, audience: 'register', timeoutSeconds: 0.4, pauseSeconds: 60, ...more }
  const signer = readSigner('registers.persons', settings, { BASE_URL: 'http://portal', DEMO: 'on' })
  const log = openLog('trace', { output: { write: (line) => logged.push(line) } })
  return openRegister('persons', settings, { signer, log })
}

const ask = (one: Register) => one.ask('persons/lookup', { nationalNumber: '1984071921456' }, Answer)

test('each attempt carries a token of its own, for this register and for a minute', async () => {
  replies = [fail, fine]
  assert.deepEqual(await ask(register()), { state: 'answered', value: { name: 'Marie' } })
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/api/persons/lookup', '/api/persons/lookup'],
  )
  const claims = asked.map(({ headers }) => decodeJwt(headers.authorization?.replace('Bearer ', '') ?? ''))
  assert.notEqual(claims[0]?.jti, claims[1]?.jti)
  for (const { iss, aud, iat = 0, exp = 0 } of claims)
    assert.deepEqual([iss, aud, exp - iat], ['http://portal', 'register', 60])
})

test('a register that holds nothing says so, and is not asked again', async () => {
  replies = [(response) => response.writeHead(404).end()]
  assert.deepEqual(await ask(register()), { state: 'nothing' })
  assert.equal(asked.length, 1)
})

test('nobody waits for a register longer than twice its time', async () => {
  replies = [() => {}]
  const started = Date.now()
  assert.deepEqual(await ask(register()), { state: 'unavailable' })
  assert.ok(Date.now() - started < 1500)
})

test('one that is down is tried thrice, then left alone, then tried again', async () => {
  replies = [fail]
  const one = register({ pauseSeconds: 0.3 })
  assert.deepEqual(await ask(one), { state: 'unavailable' })
  assert.equal(asked.length, 3)
  assert.deepEqual(await ask(one), { state: 'unavailable' })
  assert.equal(asked.length, 5)
  assert.deepEqual(await ask(one), { state: 'unavailable' })
  assert.equal(asked.length, 5)
  await sleep(350)
  replies = [fine]
  assert.equal((await ask(one)).state, 'answered')
  assert.match(logged.join(''), /does not answer.*answers again/s)
})

test('one that cannot be reached is unavailable, and nothing is thrown', async () => {
  assert.deepEqual(await ask(register({ url: 'http://127.0.0.1:9' })), { state: 'unavailable' })
})

test('one that refuses us is not pressed, and the operator is told', async () => {
  replies = [(response) => response.writeHead(401).end('number 1984071921456')]
  assert.deepEqual(await ask(register()), { state: 'unavailable' })
  assert.equal(asked.length, 1)
  assert.match(logged.join(''), /"alert":"register_refuses".*"why":"401"/)
})

const broken: [string, Reply][] = [
  ['of another form', (response) => response.end('{"name": 7, "secret": "1984071921456"}')],
  ['no JSON', (response) => response.end('<p>Marie Muster</p>')],
  ['without end', (response) => response.end(JSON.stringify({ name: 'Marie', more: 'x'.repeat(300_000) }))],
]
for (const [what, reply] of broken) {
  test(`an answer ${what} is refused and reported, without a word of it`, async () => {
    replies = [reply]
    assert.deepEqual(await ask(register()), { state: 'invalid' })
    assert.equal(asked.length, 1)
    assert.match(logged.join(''), /"alert":"register_answer_invalid"/)
    assert.doesNotMatch(logged.join(''), /1984071921456|Marie|xxx/)
  })
}

test('an answer about somebody else is refused', async () => {
  const person = { familyName: 'Weber', givenName: 'Jempi', birthDate: '1958-11-09', citizenships: ['LU'] }
  const about = (nationalNumber: string): Reply => {
    const body = JSON.stringify({ asOf: '2026-11-26T10:00:00Z', person: { nationalNumber, ...person } })
    return (response) => response.end(body)
  }
  const states: unknown[] = []
  const tx = { rows: async () => [], row: async () => null, run: async () => 1 }
  for (const number of ['1958110962012', '1984071921456']) {
    replies = [about(number)]
    const consulted = await lookUpPerson(register(), '1984071921456')
    const actor = { personId: 'x', familyName: 'A', givenName: 'B' }
    const said = await consulted.disclose(tx, { actor, space: null, about: 'person', purpose: 'display' })
    states.push(said.state)
  }
  assert.deepEqual(states, ['invalid', 'answered'])
  assert.doesNotMatch(logged.join(''), /Weber|1958110962012|1984071921456/)
})

test('a redirect is not followed', async () => {
  replies = [(response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()]
  assert.deepEqual(await ask(register()), { state: 'unavailable' })
})
