import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { stringify } from 'yaml'
import { prepareRegisterKey } from '../../demo/registers/keys.ts'
import { personEntry } from '../../test/entries.ts'
import { confirmNumber } from '../../test/number.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { withCheckDigits } from '../identifiers/national-number.ts'

const portal = await testPortal()
after(() => portal.close())
const { owner } = portal
const t = messages('en').profile

const text = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const created = (location: string | undefined) => /\/s\/(P[PM]-.{6})\//.exec(location ?? '')?.[1] ?? ''
const privateSpace = async (who: SignedIn, more: Record<string, string> = {}, on: TestPortal = portal) =>
  created((await on.post('/spaces/private/new', personEntry(more), who)).headers.location)
const stored = async (code: string, on: TestPortal = portal) =>
  (
    await on.owner.query('select p.* from profiles p join spaces s on s.id = p.space_id where code = $1', [
      code,
    ])
  ).rows[0]
const edit = (code: string, form: Record<string, string>, who: SignedIn) =>
  portal.post(`/s/${code}/profile/edit`, form, who)

const number = (first: string) => withCheckDigits(first)
const confirm = (who: SignedIn, digits: string, on: TestPortal = portal) => confirmNumber(on, who, digits)

test('a confirmed national number is shown, verified, and cannot be changed by anything sent', async () => {
  const who = await portal.signIn()
  const mine = number('19850327123')
  await confirm(who, mine)
  const code = await privateSpace(who, { nationalNumber: number('19850327999') })
  const { data, sources } = await stored(code)
  assert.equal(data.nationalNumber, mine)
  assert.deepEqual([sources.nationalNumber.from, sources.nationalNumber.verified], ['register', true])
  await edit(code, personEntry({ version: '1', nationalNumber: '', mobile: '621 123 456' }), who)
  assert.equal((await stored(code)).data.nationalNumber, mine)
  const form = await portal.get(`/s/${code}/profile/edit`, who)
  assert.ok(!form.body.includes('name="nationalNumber"'))
  assert.ok(text((await portal.get(`/s/${code}/profile`, who)).body).includes(t.number.confirmed))
})

test('a number confirmed after the space was created is shown as confirmed', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  await confirm(who, number('19900101321'))
  const { body } = await portal.get(`/s/${code}/profile`, who)
  assert.ok(text(body).includes('1990 01 01 321'))
})

test('a number confirmed after the data was saved fills the next form, verified, and is no difference to take over', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  const mine = number('19900101322')
  await confirm(who, mine)
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const { rows } = await owner.query(
    'select d.answers, d.provenance from dossiers d join spaces s on s.id = d.space_id where s.code = $1',
    [code],
  )
  assert.equal(rows[0].answers.nationalNumber, mine)
  assert.deepEqual(
    [rows[0].provenance.nationalNumber.from, rows[0].provenance.nationalNumber.verified],
    ['register', true],
  )
  const check = await portal.get(`/s/${code}/dossiers/1/check`, who)
  assert.equal(check.status, 200)
  assert.ok(!check.body.includes('takeOver.nationalNumber'))
})

test('a number the helpdesk confirmed says so', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  await confirm(who, number('19900101323'))
  await owner.query(`update persons set national_number_confirmed_by = 'helpdesk' where id = $1`, [
    who.personId,
  ])
  const { body } = await portal.get(`/s/${code}/profile/edit`, who)
  assert.ok(text(body).includes(messages('en').forms.from.helpdesk))
  assert.ok(!body.includes('name="nationalNumber"'), 'it is read-only')
})

test('whoever empties the field takes a declared number back; a confirmed one stays', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who, { nationalNumber: number('19700505444') })
  const state = async () =>
    (await owner.query('select national_number_state as state from persons where id = $1', [who.personId]))
      .rows[0].state
  assert.equal(await state(), 'declared')
  await edit(code, personEntry({ version: '1', thoroughfare: 'Elsewhere' }), who)
  assert.equal(await state(), 'declared', 'a form that does not ask for it takes nothing back')
  const { headers } = await edit(code, personEntry({ version: '2', nationalNumber: '' }), who)
  assert.ok(headers.location?.endsWith('notice=saved'), headers.location)
  assert.equal(await state(), 'none')
  assert.ok(!(await portal.get(`/s/${code}/profile`, who)).body.includes('1970 05 05 444'))
  await confirm(who, number('19700505444'))
  await edit(code, personEntry({ version: '3', nationalNumber: '' }), who)
  assert.equal(await state(), 'confirmed')
})

test('without a register a typed number is declared, whoever else has it confirmed', async () => {
  const [holder, who] = [await portal.signIn(), await portal.signIn()]
  const taken = number('19700505111')
  await confirm(holder, taken)
  const code = await privateSpace(who, { nationalNumber: taken })
  assert.ok(code)
  const { rows } = await owner.query('select national_number_state as state from persons where id = $1', [
    who.personId,
  ])
  assert.deepEqual(rows, [{ state: 'declared' }])
})

test('with a register a number is confirmed, or refused in the same words whether it is wrong or another’s', async () => {
  const register = await startRegister()
  const withRegister = await testPortal({ CONNECTIONS_FILE: register.connections })
  try {
    const [holder, who] = [await withRegister.signIn(), await withRegister.signIn()]
    const taken = number('19850327222')
    await confirm(holder, taken, withRegister)
    for (const digits of [taken, number('19850327333')]) {
      register.matches = digits === taken
      const form = personEntry({ nationalNumber: digits })
      const { status, body } = await withRegister.post('/spaces/private/new', form, who)
      assert.equal(status, 422)
      assert.ok(text(body).includes(t.number.refused) && body.includes('value="Esch-sur-Alzette"'))
    }
    register.matches = true
    const code = await privateSpace(who, { nationalNumber: number('19850327444') }, withRegister)
    assert.equal((await stored(code, withRegister)).sources.nationalNumber.verified, true)
    assert.ok(register.asked >= 3)
  } finally {
    await withRegister.close()
    register.close()
  }
})

async function startRegister() {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-register-'))
  const register = { matches: true, asked: 0, connections: join(folder, 'connections.yaml'), close }
  const server = createServer((_request, response) => {
    register.asked++
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ match: register.matches }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { keyFile } = prepareRegisterKey(folder, 'persons')
  writeFileSync(
    register.connections,
    stringify({ registers: { persons: { url: `http://127.0.0.1:${port}`, keyFile } } }),
  )
  function close() {
    server.close()
    rmSync(folder, { recursive: true })
  }
  return register
}
