import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { addMember, makeSpace, type TestSpace } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { removeCertificate } from '../identity/registered.ts'
import { paths } from '../paths.ts'
import { openJobs } from '../platform/jobs.ts'
import { asPerson } from '../scopes.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

/** An administrator with two certificates, one of which alone opens the space for them. */
type Firm = { space: TestSpace; key: SignedIn; spare: SignedIn }

async function company(givenName = 'Marie'): Promise<Firm> {
  const key = await portal.signIn({ kind: 'professional', givenName, familyName: 'Muster' })
  const spare = await portal.signIn({ personId: key.personId })
  const space = await makeSpace(portal.owner, key, 'business')
  await bind(space, key)
  return { space, key, spare }
}

const bind = (space: TestSpace, { personId, certificateId }: SignedIn) =>
  portal.owner.query(
    'update memberships set bound_certificate_id = $3 where space_id = $1 and person_id = $2',
    [space.id, personId, certificateId],
  )

/** Another administrator of the space, bound to the first of two certificates. */
async function join({ space }: Firm): Promise<{ key: SignedIn; spare: SignedIn }> {
  const key = await portal.signIn({ kind: 'professional', givenName: 'Paul', familyName: 'Weis' })
  const spare = await portal.signIn({ personId: key.personId })
  await addMember(portal.owner, space.id, key.personId, 'administrator')
  await bind(space, key)
  return { key, spare }
}

const remove = (who: SignedIn, { certificateId }: SignedIn) =>
  portal.post(paths.certificateRemoval(certificateId), {}, who)
const ask = async (who: SignedIn, { certificateId }: SignedIn) =>
  (await portal.get(paths.certificateRemoval(certificateId), who)).body
const isRemoved = async ({ certificateId }: SignedIn): Promise<boolean> =>
  (
    await portal.owner.query('select from certificates where id = $1 and removed_at is not null', [
      certificateId,
    ])
  ).rowCount === 1
const expire = ({ certificateId }: SignedIn, until = `now() - interval '1 day'`) =>
  portal.owner.query(`update certificates set valid_to = ${until} where id = $1`, [certificateId])
const leave = ({ space }: Firm, who: SignedIn) => portal.post(paths.leaving(space.code), {}, who)

test('the certificate that alone lets the last administrator in is not removed; what to do is said there and beforehand', async () => {
  const firm = await company()
  const { key, spare, space } = firm
  const list = (await portal.get(paths.certificates(), spare)).body
  assert.match(list, /A space depends on it/)
  assert.ok(list.includes(`href="${paths.members(space.code)}"`))
  const { status, body } = await remove(spare, key)
  assert.equal(status, 409)
  for (const said of [body, await ask(spare, key)]) {
    assert.match(said, /A space still needs this certificate/)
    assert.match(said, /Make a second user an administrator first/)
    assert.ok(
      said.includes(`href="${paths.members(space.code)}"`) &&
        !said.includes('<form method="post" action="/account/certificates'),
    )
  }
  assert.equal(await isRemoved(key), false)
  assert.equal((await remove(key, spare)).status, 303, 'the other one opens nothing of it')
})

test('with a second administrator who gets in it can be removed', async () => {
  const firm = await company()
  const other = await join(firm)
  assert.doesNotMatch((await portal.get(paths.certificates(), firm.spare)).body, /depends on it/)
  await expire(other.key)
  assert.equal((await remove(firm.spare, firm.key)).status, 409, 'theirs has expired')
  await expire(other.key, `now() + interval '1 day'`)
  assert.equal((await remove(firm.spare, firm.key)).status, 303)
  assert.equal(await isRemoved(firm.key), true)
})

test('of two administrators who remove theirs at once, one is refused, again and again', async () => {
  for (let round = 0; round < 10; round++) {
    const firm = await company()
    const other = await join(firm)
    const outcomes = await Promise.all(
      [firm, other].map(({ key, spare }) =>
        asPerson(portal.pools, spare.token, (tx) =>
          removeCertificate(tx, openJobs(), key.personId, key.certificateId),
        ),
      ),
    )
    assert.deepEqual(outcomes.sort(), ['last_key', 'removed'])
  }
})

test('of one who removes theirs while the other leaves, one is refused', async () => {
  for (let round = 0; round < 10; round++) {
    const firm = await company()
    const other = await join(firm)
    const [left, removed] = await Promise.all([leave(firm, other.key), remove(firm.spare, firm.key)])
    assert.deepEqual([left.status, removed.status].sort(), [303, 409])
  }
})

test('nobody leaves a space to an administrator whom no certificate lets in', async () => {
  const firm = await company()
  const other = await join(firm)
  await expire(firm.key)
  assert.equal((await leave(firm, other.key)).status, 409)
  assert.match(
    (await portal.get(paths.leaving(firm.space.code), other.key)).body,
    /administrator who can open/,
  )
  await expire(firm.key, `now() + interval '1 day'`)
  assert.equal((await leave(firm, other.key)).status, 303)
})

test('a certificate that has expired opens nothing, so removing it takes nothing away', async () => {
  const firm = await company()
  await expire(firm.key)
  assert.equal((await remove(firm.spare, firm.key)).status, 303)
})

test('a space bound to a company depends on the last certificate of that company', async () => {
  const firm = await company()
  await portal.owner.query(
    `update memberships set bound_certificate_id = null, bound_organization = 'NTRLU-B123456' where space_id = $1`,
    [firm.space.id],
  )
  assert.equal((await remove(firm.spare, firm.key)).status, 409)
  await portal.signIn({ personId: firm.key.personId, kind: 'professional' })
  assert.equal((await remove(firm.spare, firm.key)).status, 303)
})

test('a space that all certificates open, a closed one and one administered by others hold nothing back', async () => {
  const open = await company()
  await portal.owner.query('update memberships set bound_certificate_id = null where space_id = $1', [
    open.space.id,
  ])
  const closed = await company()
  await portal.owner.query('update spaces set closed_at = now(), closed_by = owner_id where id = $1', [
    closed.space.id,
  ])
  const reading = await company()
  await join(reading)
  await portal.owner.query(`update memberships set role = 'reader' where person_id = $1`, [
    reading.key.personId,
  ])
  for (const { key, spare } of [open, closed, reading]) assert.equal((await remove(spare, key)).status, 303)
})

test('the page “Users” says beforehand what the space depends on, until when, and who does not get in', async () => {
  const firm = await company()
  await expire(firm.key, `'2031-05-17 12:00Z'`)
  const page = async () => (await portal.get(paths.members(firm.space.code), firm.key)).body
  const alone = await page()
  for (const words of [
    /You are the only administrator</,
    /Renew it before it expires/,
    /valid until 17\sMay 2031/,
  ])
    assert.match(alone, words)
  const other = await join(firm)
  assert.doesNotMatch(await page(), /only administrator|cannot open the space/)
  await expire(other.key)
  const shutOut = await page()
  assert.match(shutOut, /You are the only administrator who can open this space at present/)
  assert.match(shutOut, /cannot open the space at present: certificate expired or removed/)
})

test('after expiry: the renewed one opens the space again, another one only once the operator has unbound it', async () => {
  const firm = await company()
  const { code, id } = firm.space
  await expire(firm.key)
  const door = async (who: SignedIn) => (await portal.get(paths.space(code), who)).headers.location
  assert.equal(await door(firm.spare), paths.spaceCertificate(code))
  assert.match((await portal.get(paths.spaceCertificate(code), firm.spare)).body, /the helpdesk helps/)
  await portal.owner.query(operatorsAct(), [code, await serialOf(firm.spare)])
  assert.equal(await door(firm.spare), undefined)
  const { rows } = await portal.owner.query('select act from audit_records where space_id = $1', [id])
  assert.deepEqual(rows, [{ act: 'member.unbound' }])
})

/** As docs/operate.md has it. */
function operatorsAct(): string {
  const docs = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8')
  return /```sql\n(with unbound[^`]*)```/.exec(docs)?.[1] ?? assert.fail('it is not in the docs')
}

async function serialOf({ certificateId }: SignedIn): Promise<string> {
  const { rows } = await portal.owner.query(
    'select serial_number as number from certificates where id = $1',
    [certificateId],
  )
  return rows[0]?.number
}
