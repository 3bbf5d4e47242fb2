import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addMember, makeSpace, type TestSpace } from '../../test/space.ts'
import {
  type SignedIn,
  type SignInAs,
  type TestAnswer,
  type TestPortal,
  testPortal,
} from '../../test/support.ts'
import { languages, messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { fittings } from './fitting.ts'
import { stateOf } from './invitation.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

type Firm = { space: TestSpace; boss: SignedIn }
let firms = 0

/** Its title tells whether anything of it was given away. */
async function company(): Promise<Firm & { title: string }> {
  firms += 1
  const boss = await portal.signIn({
    ...{ kind: 'professional', givenName: 'Marie', familyName: 'Boss' },
    ...{ email: `boss${firms}@firm.example`, emailConfirmed: true },
  })
  const space = await makeSpace(portal.owner, boss, 'business')
  const title = `Secret Joinery ${firms}`
  await portal.owner.query('update spaces set title = $2 where id = $1', [space.id, title])
  return { boss, space, title }
}

const paul = { givenName: 'Paul', familyName: 'Weis' }
const address = (firm: Firm) => `paul.${firm.space.code.toLowerCase()}@firm.example`
const entry = (firm: Firm, more: Record<string, string> = {}) => ({
  ...{
    ...paul,
    email: address(firm),
    language: 'en',
    role: 'manager',
    certificates: 'all',
    serialNumber: '',
  },
  ...more,
})
const invite = (firm: Firm, more: Record<string, string> = {}, who = firm.boss) =>
  portal.post(paths.newInvitation(firm.space.code), entry(firm, more), who)

/** The link in the last mail to that address. */
async function linkTo(recipient: string): Promise<string> {
  await portal.runJobs()
  const mail = (await portal.mails()).findLast(
    (one) => one.recipient === recipient && one.kind === 'invitation',
  )
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? assert.fail(`no invitation to ${recipient}`)
  return new URL(link).pathname
}
async function invited(firm: Firm, more: Record<string, string> = {}): Promise<string> {
  const answer = await invite(firm, more)
  assert.equal(answer.headers.location, paths.members(firm.space.code, 'invited'), answer.body.slice(0, 3000))
  return linkTo(more.email ?? address(firm))
}
const join = (as: SignInAs = {}) => portal.signIn({ ...paul, ...as })
const accept = (link: string, who: SignedIn, capacity = 'employee') =>
  portal.post(`${link}/acceptance`, { capacity }, who)
const isMember = async ({ space }: Firm, { personId }: SignedIn): Promise<boolean> =>
  (
    await portal.owner.query('select from memberships where space_id = $1 and person_id = $2', [
      space.id,
      personId,
    ])
  ).rowCount === 1
const setTime = (firm: Firm, ago: string) =>
  portal.owner.query(
    `update invitations set invited_at = invited_at - $2::interval, expires_at = expires_at - $2::interval
     where space_id = $1`,
    [firm.space.id, ago],
  )
const stateIn = async ({ space }: Firm) => {
  const { rows } = await portal.owner.query(
    `select accepted_at as "acceptedAt", declined_at as "declinedAt", revoked_at as "revokedAt",
       expires_at as "expiresAt" from invitations where space_id = $1 order by invited_at desc limit 1`,
    [space.id],
  )
  return stateOf(rows[0])
}

test('a colleague who opens the link in the mail accepts, in a capacity, and is in the space with the role at once', async () => {
  const firm = await company()
  const link = await invited(firm)
  const who = await join()
  const offer = await portal.get(link, who)
  assert.equal(offer.status, 200)
  for (const words of [firm.title, 'Marie Boss', 'Manager: also prepares', firm.space.code])
    assert.ok(offer.body.includes(words), words)
  const forgotten = await portal.post(`${link}/acceptance`, {}, who)
  assert.equal(forgotten.status, 422)
  assert.match(forgotten.body, /Choose in which capacity you act/)
  const accepted = await accept(link, who, 'representative')
  assert.equal(accepted.headers.location, paths.space(firm.space.code, 'joined'))
  assert.match((await portal.get(paths.space(firm.space.code, 'joined'), who)).body, /You are now a user/)
  const { rows } = await portal.owner.query(
    'select role, capacity, bound_certificate_id from memberships where space_id = $1 and person_id = $2',
    [firm.space.id, who.personId],
  )
  assert.deepEqual(rows, [{ role: 'manager', capacity: 'representative', bound_certificate_id: null }])
  assert.equal(await stateIn(firm), 'accepted')
  const users = (await portal.get(paths.members(firm.space.code), firm.boss)).body
  assert.ok(users.includes('Paul Weis') && users.includes('Authorised representative'))
})

test('the mail is in the language chosen, and names neither the company nor who invites', async () => {
  for (const language of languages) {
    const firm = await company()
    await invited(firm, { language })
    const mail = (await portal.mails()).findLast(({ kind }) => kind === 'invitation')
    assert.ok(mail?.text.includes(messages(language).mail.invitation.text))
    assert.doesNotMatch(`${mail?.subject} ${mail?.text}`, /Secret|Boss|PM-/)
  }
})

const firstNumber = 10_300_000_000_000_000_000n
let numbers = firstNumber
const nextNumber = () => {
  numbers += 1n
  return String(numbers)
}

for (const { id, numbered, certificate, names, address: proof, accepts } of fittings)
  test(`${id}: ${accepts}`, async () => {
    const firm = await company()
    const serialNumber = nextNumber()
    const link = await invited(firm, numbered ? { serialNumber } : {})
    const as: SignInAs = {
      ...(names === 'other' && { familyName: 'Klein' }),
      ...(proof === 'confirmed' && { email: address(firm).toUpperCase(), emailConfirmed: true }),
      ...(proof === 'none' && { email: 'private@mail.example', emailConfirmed: true }),
    }
    const who = await join({ ...as, serialNumber: certificate === 'this' ? serialNumber : nextNumber() })
    if (certificate === 'another_held') await portal.signIn({ personId: who.personId, serialNumber })
    const { rows } = await portal.owner.query('select id from invitations where space_id = $1', [
      firm.space.id,
    ])
    const way = proof === 'link' ? link : paths.invitation(rows[0].id)
    const page = await portal.get(way, who)
    const answer = await accept(way, who)
    if (accepts === 'yes') {
      assert.equal(page.status, 200)
      assert.equal(answer.status, 303)
    } else if (accepts === 'later') {
      assert.match(page.body, new RegExp(`number ends in …${serialNumber.slice(-4)}`))
      assert.equal(answer.status, 403)
    } else {
      assert.equal(page.status, 404)
      assert.equal(answer.status, 404)
      assert.doesNotMatch(page.body + answer.body, /Secret|Boss/)
    }
    assert.equal(await isMember(firm, who), accepts === 'yes')
  })

test('help shows every row of the table, and who may do what', async () => {
  const { body } = await portal.get(paths.help('sharing'))
  for (const { id } of fittings) assert.ok(body.includes(messages('en').members.fitting.rows[id].who), id)
  for (const words of Object.values(messages('en').members.rights.acts))
    assert.ok(body.includes(words), words)
})

test('the invitation also waits where the person manages their spaces, with or without a space, and nowhere else', async () => {
  const firm = await company()
  await invited(firm)
  const who = await join({ email: address(firm), emailConfirmed: true })
  const first = await portal.get(paths.spaces(), who)
  assert.ok(first.body.includes(`Marie Boss invites you to “${firm.title}”.`))
  const path = /href="(\/invitations\/[^"]+)"/.exec(first.body)?.[1] ?? ''
  assert.equal((await portal.get(path, who)).status, 200)
  await makeSpace(portal.owner, who)
  assert.ok((await portal.get(paths.spaces(), who)).body.includes(firm.title))
  for (const other of [
    await join({ email: address(firm) }),
    await join({ familyName: 'Klein', email: address(firm), emailConfirmed: true }),
    await join({ email: 'paul@elsewhere.example', emailConfirmed: true }),
  ]) {
    assert.ok(!(await portal.get(paths.spaces(), other)).body.includes('Secret'))
    assert.equal((await portal.get(path, other)).status, 404)
  }
  await accept(path, who)
  assert.ok(!(await portal.get(paths.spaces(), who)).body.includes('invites you'))
})

test('somebody signed out comes back to the invitation after signing in', async () => {
  const firm = await company()
  const link = await invited(firm)
  const away = await portal.get(link)
  assert.equal(away.headers.location, paths.signIn(link))
  assert.doesNotMatch(away.body, /Secret/)
  assert.equal((await portal.post(`${link}/acceptance`, { capacity: 'employee' })).status, 401)
})

test('bound to one certificate, the space opens with that one and no other', async () => {
  const firm = await company()
  const link = await invited(firm, { certificates: 'one' })
  const who = await join()
  assert.match((await portal.get(link, who)).body, /only the certificate you are signed in with now/)
  await accept(link, who)
  const other = await portal.signIn({ personId: who.personId, kind: 'professional' })
  assert.equal((await portal.get(paths.space(firm.space.code), who)).status, 200)
  const refused = await portal.get(paths.space(firm.space.code), other)
  assert.equal(refused.headers.location, paths.spaceCertificate(firm.space.code))
  assert.match(
    (await portal.get(paths.spaceCertificate(firm.space.code), other)).body,
    /number ends in …\d{4}/,
  )
})

test('a link works once, also when it is used twice at the same moment', async () => {
  const firm = await company()
  const link = await invited(firm)
  const [one, namesake] = [await join(), await join()]
  const answers = await Promise.all([accept(link, one), accept(link, namesake)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410])
  const members = await portal.owner.query('select from memberships where space_id = $1', [firm.space.id])
  assert.equal(members.rowCount, 2)
  const late = (await isMember(firm, one)) ? namesake : one
  assert.equal((await portal.get(link, late)).status, 410)
})

test('whoever accepted is led into the space by the same link; a double click joins once', async () => {
  const firm = await company()
  const link = await invited(firm)
  const who = await join()
  const both = await Promise.all([accept(link, who), accept(link, who)])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await portal.get(link, who)).headers.location, paths.space(firm.space.code))
})

test('whoever is in the space already stays what they are, and the invitation is answered', async () => {
  const firm = await company()
  const who = await join()
  await portal.owner.query(`insert into memberships (person_id, space_id, role) values ($1, $2, 'reader')`, [
    who.personId,
    firm.space.id,
  ])
  const link = await invited(firm, { role: 'administrator' })
  assert.equal((await accept(link, who)).headers.location, paths.space(firm.space.code))
  assert.equal(await stateIn(firm), 'accepted')
  assert.equal((await portal.get(paths.newInvitation(firm.space.code), who)).status, 403)
})

test('after 14 days an invitation has expired, until it is sent again; the link before then lapses', async () => {
  const firm = await company()
  const link = await invited(firm)
  const who = await join()
  await setTime(firm, '14 days 1 second')
  assert.equal((await portal.get(link, who)).status, 410)
  assert.equal((await accept(link, who)).status, 410)
  assert.equal(await stateIn(firm), 'expired')
  assert.match((await portal.get(paths.members(firm.space.code), firm.boss)).body, />Expired</)
  const { rows } = await portal.owner.query('select id from invitations where space_id = $1', [firm.space.id])
  const again = await portal.post(paths.invitationResending(firm.space.code, rows[0].id), {}, firm.boss)
  assert.equal(again.headers.location, paths.members(firm.space.code, 'resent'))
  const fresh = await linkTo(address(firm))
  assert.notEqual(fresh, link)
  assert.equal((await portal.get(link, who)).status, 404)
  assert.equal((await accept(fresh, who)).status, 303)
})

test('a revoked invitation opens nothing, and cannot be sent again', async () => {
  const firm = await company()
  const link = await invited(firm)
  const { rows } = await portal.owner.query('select id from invitations where space_id = $1', [firm.space.id])
  const path = paths.invitationRevocation(firm.space.code, rows[0].id)
  assert.equal(
    (await portal.post(path, {}, firm.boss)).headers.location,
    paths.members(firm.space.code, 'revoked'),
  )
  assert.equal(
    (await portal.post(path, {}, firm.boss)).headers.location,
    paths.members(firm.space.code, 'over'),
  )
  const who = await join()
  assert.equal((await portal.get(link, who)).status, 410)
  assert.equal((await accept(link, who)).status, 410)
  assert.equal(await isMember(firm, who), false)
})

test('whoever invited is told by mail that it was declined, in their language', async () => {
  const firm = await company()
  await portal.owner.query(`update persons set language = 'fr' where id = $1`, [firm.boss.personId])
  const link = await invited(firm)
  const who = await join()
  const declined = await portal.post(`${link}/declining`, {}, who)
  assert.equal(declined.headers.location, paths.spaces('declined'))
  assert.equal(await stateIn(firm), 'declined')
  assert.equal((await accept(link, who)).status, 410)
  await portal.runJobs()
  const mail = (await portal.mails()).findLast(({ kind }) => kind === 'invitation_declined')
  assert.equal(mail?.recipient, `boss${firms}@firm.example`)
  assert.ok(mail?.subject.includes(`Invitation dans ${firm.space.code} déclinée`))
  assert.equal((await invite(firm)).status, 303, 'and may be invited again')
})

test('the administrators are told by mail that somebody accepted, each in their language, and nobody else is', async () => {
  const firm = await company()
  const others = { german: 'administrator', reading: 'reader' } as const
  for (const [name, role] of Object.entries(others)) {
    const as = { language: 'de', email: `${name}${firms}@firm.example`, emailConfirmed: true }
    await addMember(portal.owner, firm.space.id, (await portal.signIn(as)).personId, role)
  }
  const who = await join({ email: address(firm), emailConfirmed: true })
  await accept(await invited(firm, { role: 'administrator', certificates: 'one' }), who)
  await portal.runJobs()
  const mails = (await portal.mails()).filter(
    ({ kind, text }) => kind === 'member_joined' && text.includes(firm.space.code),
  )
  assert.deepEqual(mails.map(({ recipient }) => recipient).sort(), [
    `boss${firms}@firm.example`,
    `german${firms}@firm.example`,
  ])
  assert.match(mails.find(({ recipient }) => recipient.startsWith('german'))?.subject ?? '', /neuer Benutzer/)
  for (const { subject, text } of mails) assert.doesNotMatch(subject + text, /Paul|Weis|Secret/)
})

test('who invites has presented a certificate just now, or does, and finds what they typed', async () => {
  const firm = await company()
  await portal.owner.query(
    `update sessions set created_at = created_at - interval '6 minutes' where person_id = $1`,
    [firm.boss.personId],
  )
  const path = paths.newInvitation(firm.space.code)
  const referer = { referer: portal.config.BASE_URL + path }
  const early = await portal.post(path, entry(firm), firm.boss, referer)
  const back = new URL(early.headers.location ?? '', portal.config.BASE_URL).searchParams.get('back')
  assert.ok(back?.startsWith(path), early.headers.location)
  const count = await portal.owner.query('select from invitations where space_id = $1', [firm.space.id])
  assert.equal(count.rowCount, 0)
  const again = await portal.signIn({ personId: firm.boss.personId })
  const { body } = await portal.get(back ?? '', again)
  for (const value of [address(firm), 'Paul', 'Weis']) assert.ok(body.includes(`value="${value}"`), value)
})

test('a form sent twice invites once; the same person is not invited again while the answer is open', async () => {
  const firm = await company()
  const both = await Promise.all([invite(firm), invite(firm)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409])
  const again = await invite(firm, { email: address(firm).toUpperCase() })
  assert.equal(again.status, 409)
  assert.match(again.body, /This person has been invited already/)
  await setTime(firm, '15 days')
  assert.equal((await invite(firm)).status, 303)
})

test('what is wrong in the form is said at the field, and nothing typed is lost', async () => {
  const firm = await company()
  const wrong: [Record<string, string>, string, RegExp][] = [
    [{ familyName: ' ' }, 'familyName', /Please fill in “Last name”/],
    [{ givenName: '' }, 'givenName', /Please fill in “First name”/],
    [{ email: 'nobody' }, 'email', /@/],
    [{ email: 'a@b.example\r\nBcc: x@y.example' }, 'email', /./],
    [{ serialNumber: '123' }, 'serialNumber', /20 digits expected, 3 given/],
    [{ serialNumber: 'ABCDEFGHIJKLMNOPQRST' }, 'serialNumber', /Only digits/],
    [{ role: 'owner' }, 'role', /./],
    [{ certificates: 'none' }, 'certificates', /./],
    [{ language: 'xx' }, 'language', /./],
    [{ familyName: 'x'.repeat(101) }, 'familyName', /At most 100/],
    [{ familyName: 'a\u0000b' }, 'familyName', /cannot be stored/],
  ]
  for (const [more, field, words] of wrong) {
    const { status, body } = await invite(firm, more)
    assert.equal(status, 422, field)
    assert.ok(body.includes(`href="#f-${field}"`), field)
    assert.match(body, words)
    if (!('email' in more)) assert.ok(body.includes(address(firm)))
  }
  assert.equal((await invite(firm, { givenName: '', singleName: 'yes' })).status, 303)
})

test('the number of a certificate may be typed in groups', async () => {
  const firm = await company()
  const link = await invited(firm, { serialNumber: '1030 0000 0000 0000 4711' })
  const who = await join({ serialNumber: '10300000000000004711' })
  assert.equal((await accept(link, who)).status, 303)
})

test('invitations of somebody who is removed lapse', async () => {
  const firm = await company()
  const helper = await join({ familyName: 'Helper' })
  await portal.owner.query(
    `insert into memberships (person_id, space_id, role) values ($1, $2, 'administrator')`,
    [helper.personId, firm.space.id],
  )
  assert.equal((await invite(firm, {}, helper)).status, 303)
  const link = await linkTo(address(firm))
  await portal.post(paths.memberRemoval(firm.space.code, helper.personId), {}, firm.boss)
  assert.equal((await accept(link, await join())).status, 410)
})

test('an invitation to a space that was closed meanwhile is not there', async () => {
  const firm = await company()
  const link = await invited(firm)
  await portal.post(paths.closure(firm.space.code), {}, firm.boss)
  const who = await join()
  assert.equal((await portal.get(link, who)).status, 404)
  assert.equal((await accept(link, who)).status, 404)
})

test('a made-up, foreign or old link says the same to everybody, and nothing of anyone', async () => {
  const firm = await company()
  const link = await invited(firm)
  const stranger = await join({ familyName: 'Fremd' })
  const bodies = new Set<string>()
  const without = ({ body }: TestAnswer) =>
    body.replaceAll(/back=[^"&]*|data-[a-z-]+="[^"]*"|class="code[^<]*/g, '')
  for (const named of [
    link,
    `${link.slice(0, -1)}x`,
    paths.invitation('x'),
    paths.invitation(crypto.randomUUID()),
  ]) {
    const answer = await portal.get(named, stranger)
    assert.equal(answer.status, 404)
    bodies.add(without(answer))
    for (const act of ['acceptance', 'declining'])
      assert.equal((await portal.post(`${named}/${act}`, { capacity: 'employee' }, stranger)).status, 404)
  }
  assert.equal(bodies.size, 1)
  assert.doesNotMatch([...bodies].join(), /Secret|Boss/)
  assert.equal(await stateIn(firm), 'invited')
})

test('no table holds what would open an invitation', async () => {
  const firm = await company()
  const link = await invited(firm)
  const token = decodeURIComponent(link.replace('/invitations/', ''))
  const { rows } = await portal.owner.query(
    `select coalesce(string_agg(m.data::text, ' '), '') || coalesce((select string_agg(i::text, ' ') from invitations i), '')
       || coalesce((select string_agg(j.data::text, ' ') from pgboss.job j), '') as everything from mails m`,
  )
  assert.ok(!rows[0].everything.includes(token.split('.')[1] ?? 'x'))
})

test('from one space no more than fifty invitations an hour are mailed', async () => {
  const firm = await company()
  await portal.owner.query(
    `insert into attempts (kind, key_hash) select 'invitation', sha256($1::text::bytea) from generate_series(1, 50)`,
    [firm.space.id],
  )
  const { status, body } = await invite(firm)
  assert.equal(status, 429)
  assert.ok(body.includes('Many invitations') && body.includes(address(firm)))
})

test('each step stands in the audit, without address, and without name before it is a member’s', async () => {
  const firm = await company()
  const link = await invited(firm)
  await accept(link, await join())
  const { rows } = await portal.owner.query<{ act: string; detail: unknown }>(
    'select act, detail from audit_records where space_id = $1 order by id',
    [firm.space.id],
  )
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['invitation.sent', 'invitation.accepted'],
  )
  assert.doesNotMatch(JSON.stringify(rows[0]), /Paul|Weis|@/)
  assert.doesNotMatch(JSON.stringify(rows), /@/)
})
