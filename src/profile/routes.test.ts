import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { companyEntry, personEntry } from '../../test/entries.ts'
import { type SignedIn, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'

const portal = await testPortal()
after(() => portal.close())
const { owner } = portal
const t = messages('en').profile

const text = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const created = (location: string | undefined) => /\/s\/(P[PM]-.{6})\//.exec(location ?? '')?.[1] ?? ''
const privateSpace = async (who: SignedIn, more: Record<string, string> = {}) =>
  created((await portal.post('/spaces/private/new', personEntry(more), who)).headers.location)
const companySpace = async (who: SignedIn, entry = companyEntry()) =>
  created((await portal.post('/spaces/business/new', entry, who)).headers.location)
const colleague = async (code: string, givenName: string, role = 'manager') => {
  const who = await portal.signIn({ givenName, familyName: 'Kollege' })
  await owner.query(
    'insert into memberships (person_id, space_id, role) select $1, id, $3 from spaces where code = $2',
    [who.personId, code, role],
  )
  return who
}
const stored = async (code: string) =>
  (await owner.query('select p.* from profiles p join spaces s on s.id = p.space_id where code = $1', [code]))
    .rows[0]
const edit = (code: string, form: Record<string, string>, who: SignedIn) =>
  portal.post(`/s/${code}/profile/edit`, form, who)
/** The hidden fields of a page, as a browser would send them back. */
const hiddenIn = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [
        name,
        value
          .replaceAll('&#39;', "'")
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ],
    ),
  )

test('“My data” shows what is stored, what is missing and what that would fill, in one round trip', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  const { roundTrips } = await portal.queries(() => portal.get(`/s/${code}/profile`, who))
  assert.equal(roundTrips, 1)
  const { body } = await portal.get(`/s/${code}/profile`, who)
  assert.ok(text(body).includes('Esch-sur-Alzette'))
  assert.match(text(body), /\d+ of \d+ fields are filled in/)
  assert.match(text(body), /Birth name\s+fills 1 form/)
})

test('a change is kept with who and when, from what to what, and renames the space', async () => {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Muster' })
  const code = await privateSpace(who)
  const answer = await edit(
    code,
    personEntry({ version: '1', familyName: 'Neu-Name', mobile: '621 123 456' }),
    who,
  )
  assert.equal(answer.headers.location, `/s/${code}/profile?notice=saved`)
  const { version, data } = await stored(code)
  assert.deepEqual([version, data.familyName], [2, 'Neu-Name'])
  const { body } = await portal.get(`/s/${code}/profile/history`, who)
  assert.match(text(body), /2 fields changed by Anna Muster/)
  assert.match(text(body), /Family name\s+Muster\s+Neu-Name/)
  const { rows } = await owner.query('select title from spaces where code = $1', [code])
  assert.deepEqual(rows, [{ title: 'Marie Neu-Name' }])
  const audit = await owner.query(
    `select detail->'fields' as fields from audit_records where act = 'profile.changed' and object = $1`,
    [code],
  )
  assert.deepEqual(audit.rows[0].fields, ['familyName', 'mobile'])
})

test('saving without a change makes no version', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  const answer = await edit(code, personEntry({ version: '1' }), who)
  assert.equal(answer.headers.location, `/s/${code}/profile?notice=unchanged`)
  assert.equal((await stored(code)).version, 1)
})

test('something wrong is named, everything typed stays, and nothing is saved', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  const { status, body } = await edit(
    code,
    personEntry({ version: '1', iban: 'LU00 κακό', postName: '' }),
    who,
  )
  assert.equal(status, 422)
  assert.ok(
    body.includes('value="LU00 κακό"') &&
      body.includes('href="#f-iban"') &&
      body.includes('href="#f-postName"'),
  )
  assert.equal((await stored(code)).version, 1)
})

test('who saves second sees both versions, loses nothing, chooses and saves', async () => {
  const first = await portal.signIn({ kind: 'professional' })
  const entry = companyEntry({ registeredThoroughfare: 'Alte Straße' })
  const code = await companySpace(first, entry)
  const second = await colleague(code, 'Berta')
  const base = { ...entry, version: '1' }
  await edit(
    code,
    { ...base, companyPhone: '+352 24 78 88 88', registeredThoroughfare: 'Straße der Ersten' },
    first,
  )
  const mine = {
    ...base,
    companyPhone: '',
    website: 'https://zweite.example.lu',
    registeredThoroughfare: 'Straße der “Zweiten” <b>',
  }
  const conflict = await edit(code, mine, second)
  assert.equal(conflict.status, 409)
  assert.equal((await stored(code)).version, 2)
  for (const value of [
    'Straße der Ersten',
    '+352 24 78 88 88',
    'zweite.example.lu',
    'Straße der “Zweiten” &lt;b&gt;',
  ])
    assert.ok(conflict.body.includes(value), value)
  assert.ok(text(conflict.body).includes('Anna Muster'))

  const carried = hiddenIn(conflict.body)
  const undecided = await edit(
    code,
    { ...carried, 'choice.website': 'mine', 'choice.companyPhone': 'theirs' },
    second,
  )
  assert.equal(undecided.status, 422)
  assert.ok(undecided.body.includes('href="#f-choice.registeredThoroughfare"'))

  const chosen = {
    'choice.website': 'mine',
    'choice.companyPhone': 'theirs',
    'choice.registeredThoroughfare': 'mine',
  }
  const saved = await edit(code, { ...hiddenIn(undecided.body), ...chosen }, second)
  assert.equal(saved.headers.location, `/s/${code}/profile?notice=saved`)
  const { version, data } = await stored(code)
  assert.equal(version, 3)
  assert.deepEqual(
    [data.companyPhone, data.website, data.registeredThoroughfare],
    ['+35224788888', 'https://zweite.example.lu', 'Straße der “Zweiten” <b>'],
  )
})

test('a third version saved while a conflict is being settled is shown as well', async () => {
  const first = await portal.signIn({ kind: 'professional' })
  const entry = companyEntry()
  const code = await companySpace(first, entry)
  const second = await colleague(code, 'Carla')
  await edit(code, { ...entry, version: '1', activity: 'Zwei' }, first)
  const conflict = await edit(code, { ...entry, version: '1', activity: 'Meine' }, second)
  await edit(code, { ...entry, version: '2', activity: 'Drei' }, first)
  const again = await edit(code, { ...hiddenIn(conflict.body), 'choice.activity': 'mine' }, second)
  assert.equal(again.status, 409)
  assert.ok(again.body.includes('Drei') && again.body.includes('Meine'))
  const saved = await edit(code, { ...hiddenIn(again.body), 'choice.activity': 'mine' }, second)
  assert.equal(saved.status, 303)
  assert.equal((await stored(code)).data.activity, 'Meine')
})

test('of those who save at the very same time, one saves and the others are asked', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  await owner.query('begin')
  await owner.query(
    'select from profiles where space_id = (select id from spaces where code = $1) for update',
    [code],
  )
  const saving = ['A', 'B', 'C', 'D'].map((birthPlace) =>
    edit(code, personEntry({ version: '1', birthPlace }), who),
  )
  await untilWaiting(4)
  await owner.query('commit')
  const answers = await Promise.all(saving)
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409])
  assert.equal((await stored(code)).version, 2)
})

/** Until that many statements wait for a lock: all of them have read before any could write. */
async function untilWaiting(count: number) {
  const waiting = `select count(distinct pid)::int as count from pg_locks where not granted
    and pid in (select pid from pg_locks
      where relation = 'profiles'::regclass
        and database = (select oid from pg_database where datname = current_database()))`
  for (let tries = 0; tries < 200; tries++) {
    if ((await owner.query(waiting)).rows[0].count >= count) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('they do not wait for each other')
}

test('a made-up version or choice overwrites nothing', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  for (const version of ['0', '99', '-1', 'x', '2147483648', '']) {
    const { status } = await edit(
      code,
      personEntry({ version, birthPlace: 'Hack', resolving: 'yes', base: version }),
      who,
    )
    assert.equal(status, 409, version)
  }
  assert.equal((await stored(code)).version, 1)
})

test('the history goes on page by page', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  for (let version = 1; version <= 12; version++)
    await edit(code, personEntry({ version: String(version), birthPlace: `Ort ${version}` }), who)
  const first = await portal.get(`/s/${code}/profile/history`, who)
  assert.equal([...first.body.matchAll(/id="v\d+"/g)].length, 10)
  const next = /href="([^"]+history\?before=\d+)"/.exec(first.body)?.[1] ?? ''
  const second = await portal.get(next, who)
  assert.ok(text(second.body).includes(t.past.created))
  assert.equal([...second.body.matchAll(/id="v\d+"/g)].length, 3)
  for (const before of ['0', 'x', '99999999999', '%00'])
    assert.equal((await portal.get(`/s/${code}/profile/history?before=${before}`, who)).status, 200, before)
})

test('R11: the switch is kept, recorded and said', async () => {
  const who = await portal.signIn()
  const code = await privateSpace(who)
  const off = await portal.post(`/s/${code}/use-data`, { use: 'no' }, who)
  const page = await portal.get(off.headers.location ?? '', who)
  assert.ok(text(page.body).includes(t.notices.use_off) && text(page.body).includes(t.use.off))
  await portal.post(`/s/${code}/use-data`, { use: 'yes' }, who)
  const acts = await owner.query(
    `select act from audit_records where object = $1 and act like 'profile.use%' order by id`,
    [code],
  )
  assert.deepEqual(acts.rows, [{ act: 'profile.use_off' }, { act: 'profile.use_on' }])
})
