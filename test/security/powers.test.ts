import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { testConfig } from '../database.ts'
import { type SignedIn, signIn } from '../sign-in.ts'
import { addMember, makeSpace } from '../space.ts'
import { assertRefused, makeWorld, statementsAs, type World } from './world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const asThemselves = (who: SignedIn) => statementsAs(world, who)

test('a person sees and changes their own row only, and of it only address and language', async () => {
  const { anna, berta, asAnna } = world
  assert.deepEqual(await asAnna.rows('select id from persons'), [{ id: anna.personId }])
  assert.equal(await asAnna.run(`update persons set language = 'fr'`), 1)
  assert.equal(
    await asAnna.run(`update persons set email = 'x@example.lu' where id = '${berta.personId}'`),
    0,
  )
  const forbidden = {
    business_limit: '99',
    email_confirmed_at: 'now()',
    national_number_state: `'none'`,
    national_number_hash: `'\\x00'`,
    national_number_confirmed_by: `'register'`,
    id: `'${randomUUID()}'`,
  }
  for (const [column, value] of Object.entries(forbidden))
    await assertRefused(asAnna.run(`update persons set ${column} = ${value}`), column)
})

test('a changed address is unconfirmed until its link is used', async () => {
  const { owner, anna, asAnna, asNobody } = world
  await asAnna.run(`update persons set email = 'new@example.lu'`)
  const read = async () =>
    (
      await owner.query(
        'select email, email_confirmed_at is not null as confirmed from persons where id = $1',
        [anna.personId],
      )
    ).rows[0]
  assert.deepEqual(await read(), { email: 'new@example.lu', confirmed: false })
  await asAnna.run(`insert into email_confirmations (token_hash, person_id, email, expires_at)
    values ('\\x01', '${anna.personId}', 'newest@example.lu', now() + interval '1 hour')`)
  await assertRefused(asAnna.run('update email_confirmations set used_at = now()'))
  assert.equal((await asNobody.rows(`select * from confirm_email('\\x01')`)).length, 1)
  assert.deepEqual(await read(), { email: 'newest@example.lu', confirmed: true })
  assert.equal((await asNobody.rows(`select * from confirm_email('\\x01')`)).length, 0)
})

test('one’s own word never replaces a confirmed number, and a confirmed number is one person’s', async () => {
  const { owner, anna, berta, asAnna } = world
  const state = async (personId: string) =>
    (await owner.query('select national_number_state as state from persons where id = $1', [personId]))
      .rows[0].state
  await owner.query(
    `update persons set national_number_state = 'declared', national_number_hash = '\\x0a', national_number_sealed = '\\x00' where id = $1`,
    [berta.personId],
  )
  assert.deepEqual(await asAnna.rows(`select declare_national_number('\\x0a', '\\x00') as done`), [
    { done: true },
  ])
  assert.deepEqual(
    await asAnna.rows(`select confirm_national_number('\\x0a', '\\x00', 'certificate') as done`),
    [{ done: true }],
  )
  assert.deepEqual([await state(anna.personId), await state(berta.personId)], ['confirmed', 'none'])
  assert.deepEqual(await asAnna.rows(`select declare_national_number('\\x0b', '\\x00') as done`), [
    { done: false },
  ])
  await assert.rejects(
    owner.query(
      `update persons set national_number_state = 'confirmed', national_number_hash = '\\x0a', national_number_confirmed_by = 'register' where id = $1`,
      [berta.personId],
    ),
    { constraint: 'one_person_per_confirmed_national_number' },
  )
})

test('nobody makes themselves a member of a space they did not open, or more than they are', async () => {
  const { anna, berta, reader, asAnna, asReader } = world
  const join = (person: string, space: string) =>
    `insert into memberships (person_id, space_id, role) values ('${person}', '${space}', 'administrator')`
  await assertRefused(asAnna.run(join(anna.personId, berta.space.id)), 'a foreign space')
  await assertRefused(asAnna.run(join(berta.personId, anna.space.id)), 'another person')
  await assertRefused(asReader.run(`update memberships set role = 'administrator'`), 'a higher role')
  await assertRefused(asReader.run(`update memberships set space_id = '${berta.space.id}'`), 'another space')
  assert.equal(
    await asReader.run(
      `update memberships set capacity = 'employee' where person_id <> '${reader.personId}'`,
    ),
    0,
  )
})

test('a space is changed by an administrator who stands in it, and what opened it stays', async () => {
  const { owner, anna, berta, reader, inAnnas, asAnna, asReader } = world
  assert.equal(await inAnnas.run('update spaces set use_data = false'), 1)
  assert.equal(await asReader.run('update spaces set use_data = false'), 0)
  await owner.query(`update memberships set role = 'manager' where person_id = $1`, [reader.personId])
  assert.equal(await asReader.run('update spaces set use_data = false'), 0)
  assert.equal(await asAnna.run(`update spaces set closed_at = now(), closed_by = '${anna.personId}'`), 0)
  await assertRefused(
    inAnnas.run(`update spaces set closed_at = now(), closed_by = '${berta.personId}'`),
    'in another’s name',
  )
  for (const column of [
    'opened_with',
    'opened_with_certificate_id',
    'owner_id',
    'kind',
    'code',
    'title',
    'created_at',
  ])
    await assertRefused(inAnnas.run(`update spaces set ${column} = ${column}`), column)
})

test('a space is opened for oneself, with a certificate of one’s own and of the kind it says', async () => {
  const { owner, anna, berta, asAnna } = world
  const open = (owner: string, certificate: string, kind: string) =>
    asAnna.run(`insert into spaces (code, kind, owner_id, title, opened_with_certificate_id, opened_with)
      values ('PM-ABCDEF', 'business', '${owner}', 'x', '${certificate}', '${kind}')`)
  await assertRefused(open(berta.personId, anna.certificateId, 'professional'), 'for another')
  await assertRefused(open(anna.personId, berta.certificateId, 'professional'), 'a foreign certificate')
  await assertRefused(open(anna.personId, anna.certificateId, 'private'), 'another kind')
  assert.equal(await open(anna.personId, anna.certificateId, 'professional'), 1)
  await owner.query(`delete from spaces where code = 'PM-ABCDEF'`)
})

test('a second private space does not fit into the tables, even at the same moment', async () => {
  const { owner, berta } = world
  const made = await Promise.allSettled([1, 2, 3].map(() => makeSpace(owner, berta)))
  assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of made)
    if (one.status === 'rejected') assert.equal(one.reason.constraint, 'one_private_space_per_person')
})

test('a session is opened for oneself, with a certificate of one’s own', async () => {
  const { anna, berta, asAnna } = world
  const open = (person: string, certificate: string) =>
    asAnna.run(`insert into sessions (token_hash, person_id, certificate_id, scheme, assurance)
      values (sha256('${randomUUID()}'), '${person}', '${certificate}', 'tls', 'high')`)
  assert.equal(await open(anna.personId, anna.certificateId), 1)
  await assertRefused(open(anna.personId, berta.certificateId), 'a foreign certificate')
  await assertRefused(open(berta.personId, berta.certificateId), 'another person')
  await assertRefused(asAnna.rows('select * from sessions'))
})

test('a certificate stays whose it is and which it is', async () => {
  const { asAnna } = world
  for (const column of ['id', 'person_id', 'provider', 'serial_number', 'registered_at', 'removed_at'])
    await assertRefused(asAnna.run(`update certificates set ${column} = ${column}`), column)
  assert.equal(await asAnna.run('update certificates set last_used_at = now()'), 1)
})

test('a certificate is removed by its person, never the last one that still signs in, and its sessions end', async () => {
  const { owner, berta, asAnna } = world
  const first = await signIn(owner, testConfig({}))
  const asFirst = asThemselves(first)
  const remove = async (scope: World['asAnna'], id: string) =>
    (await scope.rows(`select remove_certificate('${id}') as done`))[0]?.done
  assert.equal(await remove(asAnna, berta.certificateId), 'unknown')
  assert.equal(await remove(asFirst, first.certificateId), 'last')
  const second = await signIn(owner, testConfig({}), { personId: first.personId })
  await owner.query(`update certificates set valid_to = now() - interval '1 day' where id = $1`, [
    second.certificateId,
  ])
  assert.equal(await remove(asFirst, first.certificateId), 'last')
  await owner.query(`update certificates set valid_to = now() + interval '1 day' where id = $1`, [
    second.certificateId,
  ])
  assert.equal(await remove(asFirst, first.certificateId), 'removed')
  await assert.rejects(asFirst.rows('select 1'), { code: 'session_over' })
  await assertRefused(
    asThemselves(second).run(`insert into sessions (token_hash, person_id, certificate_id, scheme, assurance)
      values ('\\x77', '${first.personId}', '${first.certificateId}', 'tls', 'high')`),
    'a removed certificate opens no session',
  )
})

test('of two who remove each other’s last but one certificate at once, one succeeds', async () => {
  const { owner } = world
  const one = await signIn(owner, testConfig({}))
  const two = await signIn(owner, testConfig({}), { personId: one.personId })
  const outcomes = await Promise.allSettled([
    asThemselves(one).rows(`select remove_certificate('${two.certificateId}') as done`),
    asThemselves(two).rows(`select remove_certificate('${one.certificateId}') as done`),
  ])
  const done = outcomes.map((one) => (one.status === 'fulfilled' ? one.value[0]?.done : one.reason.code))
  assert.equal(done.filter((outcome) => outcome === 'removed').length, 1, JSON.stringify(done))
  const { rowCount } = await owner.query(
    'select from certificates where person_id = $1 and removed_at is null',
    [one.personId],
  )
  assert.equal(rowCount, 1)
})

test('an activation code is good once, for a quarter of an hour, and only the latest', async () => {
  const { owner, anna, berta, asAnna, asNobody } = world
  const make = (code: string) =>
    asAnna.run(`insert into activation_codes (code_hash, person_id) values ('${code}', '${anna.personId}')`)
  const use = async (code: string) =>
    (await asNobody.rows(`select use_activation_code('${code}') as whose`))[0]?.whose
  await make('\\xa1')
  await make('\\xa2')
  assert.equal(await use('\\xa1'), null)
  assert.equal(await use('\\xa2'), anna.personId)
  assert.equal(await use('\\xa2'), null)
  await make('\\xa3')
  await owner.query(`update activation_codes set created_at = created_at - interval '15 minutes 1 second'`)
  assert.equal(await use('\\xa3'), null)
  await assertRefused(
    asAnna.run(`insert into activation_codes (code_hash, person_id) values ('\\xa4', '${berta.personId}')`),
    'for another',
  )
  await assertRefused(asAnna.rows('select * from activation_codes'), 'read')
  await assertRefused(asAnna.rows('select reason from certificate_requests'), 'why the helpdesk was asked')
})

test('a former member sees nothing of the space any more', async () => {
  const { owner, anna, reader, asReader } = world
  assert.equal((await asReader.rows('select * from spaces')).length, 1)
  await owner.query('delete from memberships where person_id = $1', [reader.personId])
  await assert.rejects(asReader.rows('select * from profiles'), { code: 'not_found' })
  await addMember(owner, anna.space.id, reader.personId, 'reader')
})
