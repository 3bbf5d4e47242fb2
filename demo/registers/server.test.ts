import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../people.ts'
import { type Registers, startRegisters } from './server.ts'

let registers: Registers
before(async () => {
  registers = await startRegisters({ port: 0, token: 'demo-token' })
})
after(() => registers.close())

const marie = people.find(({ id }) => id === 'marie-muster') ?? assert.fail()
const { nationalNumber, familyName, givenName, birthDate } = marie
const whole = { nationalNumber, familyName, givenName, birthDate }

async function ask(path: string, body: object, token = 'demo-token') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(registers.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

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
  const francoise = people.find(({ id }) => id === 'francoise-lhote') ?? assert.fail()
  const { nationalNumber, birthDate } = francoise
  const spelt = { nationalNumber, birthDate, familyName: "L'HOTE MULLER", givenName: 'Francoise' }
  assert.deepEqual((await ask('/persons/match', spelt)).body, { match: true })
})

test('whoever is not in the register matches nothing', async () => {
  const lena = people.find(({ inRegister }) => !inRegister) ?? assert.fail()
  const { nationalNumber, familyName, givenName, birthDate } = lena
  const asked = { nationalNumber, familyName, givenName, birthDate }
  assert.deepEqual((await ask('/persons/match', asked)).body, { match: false })
})

test('without the token the register says nothing, and cannot be told how to behave', async () => {
  assert.equal((await ask('/persons/match', whole, 'another')).status, 401)
  assert.equal((await ask('/admin/behaviour', { mode: 'down' }, 'another')).status, 401)
  assert.equal((await ask('/admin/behaviour', { mode: 'down' })).status, 200)
  assert.equal((await ask('/persons/match', whole)).status, 503)
  assert.equal((await ask('/admin/behaviour', { mode: 'normal' })).status, 200)
})

test('nonsense is refused', async () => {
  assert.equal((await ask('/persons/match', { nationalNumber: 7 })).status, 400)
  assert.equal((await ask('/persons', whole)).status, 404)
})
