import assert from 'node:assert/strict'
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { SignJWT } from 'jose'
import { type Registers, startRegisters } from '../../test/registers.ts'
import { people } from '../people.ts'
import type { RunningRegister } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-registers-'))
let registers: Registers
before(async () => {
  registers = await startRegisters(folder)
})
beforeEach(() => registers.behave('normal'))
after(async () => {
  await registers.close()
  rmSync(folder, { recursive: true, force: true })
})

const personOf = (wanted: string) => people.find(({ id }) => id === wanted) ?? assert.fail()
const { nationalNumber, familyName, givenName, birthDate } = personOf('marie-muster')
const whole = { nationalNumber, familyName, givenName, birthDate }

type Claims = { aud?: string; exp?: string; jti?: string | null; key?: ReturnType<typeof createPrivateKey> }

function tokenFor(register: RunningRegister, name: keyof Registers['connections'], claims: Claims = {}) {
  const file = registers.connections[name]?.keyFile ?? assert.fail()
  const { aud = register.url, exp = '60s', jti = randomUUID() } = claims
  const token = new SignJWT().setProtectedHeader({ alg: 'EdDSA' }).setIssuer('http://portal').setIssuedAt()
  if (jti) token.setJti(jti)
  const key = claims.key ?? createPrivateKey(readFileSync(file))
  return token.setAudience(aud).setExpirationTime(exp).sign(key)
}

async function send(register: RunningRegister, path: string, body: object, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(register.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

const ask = async (
  path: string,
  body: object,
  name: 'persons' | 'companies' | 'drivingLicences' = 'persons',
) => send(registers[name], path, body, await tokenFor(registers[name], name))

test('the register says only whether everything belongs together', async () => {
  assert.deepEqual(await ask('/persons/match', whole), { status: 200, body: { match: true } })
  const wrong = [
    { familyName: 'Miller' },
    { givenName: '' },
    { birthDate: '1984-07-18' },
    { nationalNumber: '1' },
  ]
  for (const one of wrong)
    assert.deepEqual((await ask('/persons/match', { ...whole, ...one })).body, { match: false })
})

test('accents, case and hyphens do not part a name from itself', async () => {
  const { nationalNumber, birthDate } = personOf('francoise-lhote')
  const spelt = { nationalNumber, birthDate, familyName: "L'HOTE MULLER", givenName: 'Francoise' }
  assert.deepEqual((await ask('/persons/match', spelt)).body, { match: true })
})

test('whoever is not in the register matches nothing, and nothing is held on them', async () => {
  const { nationalNumber, familyName, givenName, birthDate } =
    people.find(({ inRegister }) => !inRegister) ?? assert.fail()
  const asked = { nationalNumber, familyName, givenName, birthDate }
  assert.deepEqual((await ask('/persons/match', asked)).body, { match: false })
  assert.equal((await ask('/persons/lookup', { nationalNumber })).status, 404)
})

test('each register answers as its OpenAPI document says', async () => {
  const questions = {
    persons: { '/persons/match': whole, '/persons/lookup': { nationalNumber } },
    companies: { '/companies/lookup': { vatNumber: 'LU20456745' } },
    drivingLicences: { '/licences/lookup': { nationalNumber } },
  } as const
  for (const name of ['persons', 'companies', 'drivingLicences'] as const) {
    const document = JSON.parse(await (await fetch(`${registers[name].url}/openapi.json`)).text())
    assert.deepEqual(Object.keys(document.paths), Object.keys(questions[name]))
    for (const [path, question] of Object.entries(questions[name])) {
      const { requestBody, responses } = document.paths[path].post
      const ajv = new Ajv2020({ strict: false, validateFormats: false })
      const fits = (schema: object, value: unknown) =>
        assert.ok(ajv.validate(schema, value), ajv.errorsText())
      const { status, body } = await ask(path, question, name)
      assert.equal(status, 200)
      fits(requestBody.content['application/json'].schema, question)
      fits(responses[200].content['application/json'].schema, body)
    }
  }
})

test('only a token of the portal for this register opens it, and only once', async () => {
  const { persons } = registers
  const status = async (claims: Claims) =>
    (await send(persons, '/persons/match', whole, await tokenFor(persons, 'persons', claims))).status
  assert.equal(await status({}), 200)
  assert.equal(await status({ aud: registers.companies.url }), 401)
  assert.equal(await status({ exp: '-1s' }), 401)
  assert.equal(await status({ jti: null }), 401)
  assert.equal(await status({ key: generateKeyPairSync('ed25519').privateKey }), 401)
  const once = await tokenFor(persons, 'persons')
  assert.equal((await send(persons, '/persons/match', whole, once)).status, 200)
  assert.equal((await send(persons, '/persons/match', whole, once)).status, 401)
  const foreign = await tokenFor(persons, 'companies')
  assert.equal((await send(persons, '/persons/match', whole, foreign)).status, 401)
  assert.equal((await send(persons, '/persons/match', whole, 'nothing')).status, 401)
})

test('nonsense is refused', async () => {
  assert.equal((await ask('/persons/match', { nationalNumber: 7 })).status, 400)
  assert.equal((await ask('/persons', whole)).status, 404)
})

test('it can be told to be down, to answer nonsense, or about somebody else', async () => {
  const lookUp = () => ask('/persons/lookup', { nationalNumber })
  registers.behave('down')
  assert.equal((await lookUp()).status, 503)
  registers.behave('nonsense')
  assert.equal((await lookUp()).body.person, undefined)
  registers.behave('stranger')
  const { status, body } = await lookUp()
  assert.equal(status, 200)
  assert.notEqual(body.person.nationalNumber, nationalNumber)
})

test('what its file says now is what it answers', async () => {
  const { file } = registers.persons
  const before = readFileSync(file, 'utf8')
  try {
    const [first, ...others] = JSON.parse(before)
    writeFileSync(file, JSON.stringify([{ ...first, birthPlace: 'Wiltz' }, ...others]))
    assert.equal((await ask('/persons/lookup', { nationalNumber })).body.person.birthPlace, 'Wiltz')
  } finally {
    writeFileSync(file, before)
  }
})

test('on its page one changes an entry and how it behaves; another site cannot', async () => {
  const { url } = registers.companies
  const post = (path: string, form: Record<string, string>, origin = url) =>
    fetch(url + path, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin } },
      body: new URLSearchParams(form),
    })
  const held = async () =>
    (await ask('/companies/lookup', { registerNumber: 'F1993' }, 'companies')).body.company
  const entry = JSON.stringify({ ...(await held()), activity: 'Music' })
  assert.equal((await post('/entries', { entry }, 'https://elsewhere.example')).status, 403)
  assert.equal((await post('/entries', { entry })).status, 303)
  assert.equal((await held()).activity, 'Music')
  assert.match(await (await fetch(url)).text(), /Harmonie Réiserbann/)
  const wrong = await post('/entries', { entry: '{"registerNumber": "F1993"}' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /legalName/)
  assert.equal((await post('/behaviour', { mode: 'down' })).status, 303)
  assert.equal((await ask('/companies/lookup', { registerNumber: 'F1993' }, 'companies')).status, 503)
})
