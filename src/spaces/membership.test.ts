import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sql from 'sql-template-tag'
import { addMember, makeSpace, type TestSpace } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database.ts'
import { openJobs } from '../platform/jobs.ts'
import { asPerson, inSpace, type Role } from '../scopes.ts'
import { changeRole, leaveSpace, listMembers, type Member, removeMember } from './membership.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

type Company = { space: TestSpace; boss: SignedIn }

async function company(): Promise<Company> {
  const boss = await portal.signIn({ kind: 'professional', givenName: 'Marie', familyName: 'Muster' })
  return { boss, space: await makeSpace(portal.owner, boss, 'business') }
}

async function join({ space }: Company, role: Role, givenName = 'Paul', language = 'en'): Promise<SignedIn> {
  const who = await portal.signIn({
    ...{ givenName, familyName: 'Weis', language },
    ...{ email: `${givenName}@firm.example`, emailConfirmed: true },
  })
  await addMember(portal.owner, space.id, who.personId, role)
  return who
}

const rolesIn = async ({ space }: Company): Promise<Record<string, string>> => {
  const { rows } = await portal.owner.query<{ person_id: string; role: string }>(
    'select person_id, role from memberships where space_id = $1',
    [space.id],
  )
  return Object.fromEntries(rows.map(({ person_id, role }) => [person_id, role]))
}
const setRole = ({ space }: Company, who: SignedIn, member: SignedIn, role: string) =>
  portal.post(paths.memberRole(space.code, member.personId), { role }, who)
const remove = ({ space }: Company, who: SignedIn, member: SignedIn) =>
  portal.post(paths.memberRemoval(space.code, member.personId), {}, who)
const leave = ({ space }: Company, who: SignedIn) => portal.post(paths.leaving(space.code), {}, who)

test('everybody in the space sees who is in it, and nobody else does', async () => {
  const firm = await company()
  const reader = await join(firm, 'reader')
  const { body } = await portal.get(paths.members(firm.space.code), reader)
  for (const words of ['Marie Muster', 'Paul Weis', 'Administrator', 'Reader', 'Who may do what'])
    assert.ok(body.includes(words), words)
  assert.ok(!body.includes(paths.newInvitation(firm.space.code)), 'only administrators invite')
  assert.equal((await portal.get(paths.members(firm.space.code), await portal.signIn())).status, 404)
})

test('a changed role holds on the next request', async () => {
  const firm = await company()
  const paul = await join(firm, 'reader')
  const start = paths.newDossier(firm.space.code)
  assert.equal((await portal.get(start, paul)).status, 403)
  assert.equal((await setRole(firm, firm.boss, paul, 'manager')).status, 303)
  assert.equal((await portal.get(start, paul)).status, 200)
  assert.equal((await setRole(firm, firm.boss, paul, 'reader')).status, 303)
  assert.equal((await portal.get(start, paul)).status, 403)
})

test('whose role was changed is told by mail in their language, once for each other role, at most twenty times a day', async () => {
  const firm = await company()
  const paul = await join(firm, 'reader', 'Pol', 'lb')
  const told = async () => {
    await portal.runJobs()
    return (await portal.mails()).filter(
      ({ kind, recipient }) => kind === 'role_changed' && recipient === 'Pol@firm.example',
    )
  }
  await setRole(firm, firm.boss, paul, 'reader')
  assert.equal((await told()).length, 0, 'nothing changed')
  await setRole(firm, firm.boss, paul, 'manager')
  assert.match((await told())[0]?.text ?? '', /Ären? Roll|Är Roll/)
  for (let time = 0; time < 22; time++) await setRole(firm, firm.boss, paul, time % 2 ? 'manager' : 'reader')
  assert.equal((await told()).length, 20)
})

test('when a space is closed its other members are told by mail', async () => {
  const firm = await company()
  await join(firm, 'reader', 'Rita', 'fr')
  await portal.owner.query(
    `update persons set email = 'closing@firm.example', email_confirmed_at = now() where id = $1`,
    [firm.boss.personId],
  )
  assert.equal((await portal.post(paths.closure(firm.space.code), {}, firm.boss)).status, 303)
  await portal.runJobs()
  const mails = (await portal.mails()).filter(({ kind }) => kind === 'space_closed')
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    ['Rita@firm.example'],
  )
  assert.ok(mails[0]?.subject.includes(`L’espace ${firm.space.code} a été fermé`))
})

test('more rights are given with a certificate presented just now; fewer at any time', async () => {
  const firm = await company()
  const paul = await join(firm, 'manager')
  await portal.owner.query(
    `update sessions set created_at = created_at - interval '6 minutes' where person_id = $1`,
    [firm.boss.personId],
  )
  const raised = await setRole(firm, firm.boss, paul, 'administrator')
  assert.match(raised.headers.location ?? '', /^\/account\/confirm\?back=/)
  assert.equal((await rolesIn(firm))[paul.personId], 'manager')
  const lowered = await setRole(firm, firm.boss, paul, 'reader')
  assert.equal(lowered.headers.location, paths.members(firm.space.code, 'changed'))
})

test('a role that is none changes nothing', async () => {
  const firm = await company()
  const paul = await join(firm, 'reader')
  for (const role of ['', 'owner', '__proto__'])
    assert.equal((await setRole(firm, firm.boss, paul, role)).status, 422)
  assert.equal((await rolesIn(firm))[paul.personId], 'reader')
})

test('a removed member is out on the next request, is told by mail, and comes back by nothing of their own', async () => {
  const firm = await company()
  const paul = await join(firm, 'administrator', 'Paul', 'de')
  assert.equal((await portal.get(paths.space(firm.space.code), paul)).status, 200)
  assert.equal((await remove(firm, firm.boss, paul)).status, 303)
  for (const path of [paths.space(firm.space.code), paths.dossiers(firm.space.code)])
    assert.equal((await portal.get(path, paul)).status, 404)
  assert.ok(!(await portal.get(paths.spaces(), paul)).body.includes(firm.space.code))
  await portal.runJobs()
  const mail = (await portal.mails()).findLast(({ kind }) => kind === 'member_removed')
  assert.equal(mail?.recipient, 'Paul@firm.example')
  assert.ok(mail?.text.includes(firm.space.code) && mail.text.includes('entfernt'), 'in their language')
})

test('whoever opened a space and was removed neither sees it, restores it nor moves in again', async () => {
  const firm = await company()
  const paul = await join(firm, 'administrator')
  assert.equal((await remove(firm, paul, firm.boss)).status, 303)
  assert.equal((await portal.post(paths.closure(firm.space.code), {}, paul)).status, 303)
  assert.ok(!(await portal.get(paths.spaces(), firm.boss)).body.includes(firm.space.code))
  assert.equal((await portal.post(paths.reopening(firm.space.code), {}, firm.boss)).status, 404)
  const { boss, space } = firm
  const movesIn = asPerson(portal.pools, boss.token, (tx) =>
    tx.run(
      sql`insert into memberships (person_id, space_id, role) values (${boss.personId}, ${space.id}, 'reader')`,
    ),
  )
  await assert.rejects(movesIn, { code: '42501' })
})

test('a space always has an administrator: the last one neither leaves, is removed nor gives up the role', async () => {
  const firm = await company()
  const paul = await join(firm, 'manager')
  assert.equal((await leave(firm, firm.boss)).status, 409)
  assert.equal((await setRole(firm, firm.boss, firm.boss, 'reader')).status, 409)
  assert.match(
    (await portal.get(paths.leaving(firm.space.code), firm.boss)).body,
    /Somebody has to administer/,
  )
  await setRole(firm, firm.boss, paul, 'administrator')
  assert.equal((await leave(firm, firm.boss)).headers.location, '/spaces?notice=left')
  assert.deepEqual(await rolesIn(firm), { [paul.personId]: 'administrator' })
  await assert.rejects(portal.owner.query('delete from memberships where person_id = $1', [paul.personId]), {
    constraint: 'space_keeps_an_administrator',
  })
})

test('anyone else leaves when they like', async () => {
  const firm = await company()
  for (const role of ['reader', 'manager'] as const) {
    const who = await join(firm, role)
    assert.match((await portal.get(paths.leaving(firm.space.code), who)).body, /Leave this space\?/)
    assert.equal((await leave(firm, who)).status, 303)
    assert.equal((await portal.get(paths.space(firm.space.code), who)).status, 404)
  }
})

/** Each act in a transaction of its own, all at the same moment, the roles read before any of them. */
async function atOnce(firm: Company, acts: { who: SignedIn; act: Act }[]): Promise<string[]> {
  let ready = 0
  let go = () => {}
  const everybody = new Promise<void>((resolve) => {
    go = resolve
  })
  return Promise.all(
    acts.map(({ who, act }) =>
      inSpace(portal.pools, who.token, firm.space.code, 'reader', async (tx, space, actor) => {
        ready += 1
        if (ready === acts.length) go()
        await everybody
        return act(tx, space, actor)
      }),
    ),
  )
}
async function memberOf(tx: Tx, { personId }: { personId: string }): Promise<Member> {
  return (await listMembers(tx)).find((one) => one.personId === personId) ?? assert.fail('no member')
}
type Act = (...given: Parameters<Parameters<typeof inSpace<string>>[4]>) => Promise<string>

test('two administrators who remove each other at once leave one, again and again', async () => {
  for (let round = 0; round < 10; round++) {
    const firm = await company()
    const paul = await join(firm, 'administrator')
    const removing =
      (member: SignedIn): Act =>
      async (tx, space, actor) =>
        removeMember(tx, openJobs(), actor, space, await memberOf(tx, member))
    const outcomes = await atOnce(firm, [
      { who: firm.boss, act: removing(paul) },
      { who: paul, act: removing(firm.boss) },
    ])
    assert.deepEqual(outcomes.sort(), ['ended', 'forbidden'])
    assert.deepEqual(Object.values(await rolesIn(firm)), ['administrator'])
  }
})

test('of administrators who all leave or give up the role at once, one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const firm = await company()
    const others = [await join(firm, 'administrator', 'Paul'), await join(firm, 'administrator', 'Lea')]
    const giveUp: Act = async (tx, space, actor) =>
      changeRole(tx, openJobs(), actor, space, { member: await memberOf(tx, actor), role: 'reader' })
    const outcomes = await atOnce(firm, [
      { who: firm.boss, act: (tx, space, actor) => leaveSpace(tx, actor, space) },
      ...others.map((who, index) => ({
        who,
        act: index ? giveUp : (((tx, space, actor) => leaveSpace(tx, actor, space)) satisfies Act),
      })),
    ])
    assert.equal(outcomes.filter((one) => one === 'last').length, 1, outcomes.join())
    const administrators = Object.values(await rolesIn(firm)).filter((role) => role === 'administrator')
    assert.equal(administrators.length, 1)
  }
})

test('whoever was removed while acting acts no more, although another administrator is left', async () => {
  const firm = await company()
  const [paul, lea] = [await join(firm, 'administrator'), await join(firm, 'administrator', 'Lea')]
  await inSpace(portal.pools, paul.token, firm.space.code, 'administrator', async (tx, space, actor) => {
    const member = await memberOf(tx, lea)
    assert.equal((await remove(firm, firm.boss, paul)).status, 303)
    assert.equal(await removeMember(tx, openJobs(), actor, space, member), 'forbidden')
    assert.equal(await changeRole(tx, openJobs(), actor, space, { member, role: 'reader' }), 'forbidden')
  })
  assert.equal((await rolesIn(firm))[lea.personId], 'administrator')
})

test('nobody is changed or removed by an administrator of another space', async () => {
  const [firm, other] = [await company(), await company()]
  const paul = await join(firm, 'reader')
  const foreign = { space: other.space, boss: other.boss }
  for (const answer of [
    await setRole(foreign, other.boss, paul, 'administrator'),
    await remove(foreign, other.boss, paul),
    await portal.get(paths.member(other.space.code, paul.personId), other.boss),
    await setRole(firm, other.boss, paul, 'administrator'),
  ])
    assert.equal(answer.status, 404)
  assert.equal((await rolesIn(firm))[paul.personId], 'reader')
})

test('R7: a space opened with a Private certificate has one user, in the tables too, and says why and what to do', async () => {
  const boss = await portal.signIn()
  const other = await portal.signIn()
  for (const kind of ['business', 'private'] as const) {
    const space = await makeSpace(portal.owner, boss, kind)
    await assert.rejects(addMember(portal.owner, space.id, other.personId, 'reader'), {
      constraint: 'one_user_unless_opened_professionally',
    })
  }
  const { code } = await makeSpace(portal.owner, boss, 'business')
  const { body } = await portal.get(paths.members(code), boss)
  assert.match(body, /This space has one user/)
  assert.match(body, /sign in with a Professional certificate of the company/)
  assert.ok(!body.includes(paths.newInvitation(code)))
  assert.equal((await portal.get(paths.newInvitation(code), boss)).headers.location, paths.members(code))
})

test('the only administrator is advised to appoint a second one, until there is one', async () => {
  const firm = await company()
  const page = async () => (await portal.get(paths.members(firm.space.code), firm.boss)).body
  assert.match(await page(), /You are the only administrator/)
  await join(firm, 'administrator')
  assert.doesNotMatch(await page(), /You are the only administrator/)
})

test('what somebody may not do, the page says who can grant', async () => {
  const firm = await company()
  const reader = await join(firm, 'reader')
  const { status, body } = await portal.get(paths.newInvitation(firm.space.code), reader)
  assert.equal(status, 403)
  assert.match(body, /can give you the right: Marie Muster\./)
  assert.ok(body.includes(`href="${paths.members(firm.space.code)}"`))
})

test('the pages about users take one round trip each, however many there are', async () => {
  const firm = await company()
  const { code } = firm.space
  const paul = await join(firm, 'reader')
  await join(firm, 'manager', 'Lea')
  for (const path of [
    paths.members(code),
    paths.member(code, paul.personId),
    paths.memberRemoval(code, paul.personId),
    paths.leaving(code),
    paths.newInvitation(code),
  ])
    assert.equal((await portal.queries(() => portal.get(path, firm.boss))).roundTrips, 1, path)
})

test('each act stands in the audit with who did it', async () => {
  const firm = await company()
  const paul = await join(firm, 'reader')
  await setRole(firm, firm.boss, paul, 'manager')
  await remove(firm, firm.boss, paul)
  const lea = await join(firm, 'reader', 'Lea')
  await leave(firm, lea)
  const { rows } = await portal.owner.query(
    `select act, person_id = $2 as by_boss, detail ->> 'member' as member from audit_records
     where space_id = $1 order by id`,
    [firm.space.id, firm.boss.personId],
  )
  assert.deepEqual(rows, [
    { act: 'member.role_changed', by_boss: true, member: paul.personId },
    { act: 'member.removed', by_boss: true, member: paul.personId },
    { act: 'member.left', by_boss: false, member: null },
  ])
})
