import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { companyEntry, personEntry } from '../../test/entries.ts'
import { type SignedIn, type TestAnswer, testPortal } from '../../test/support.ts'
import { type Language, languages, messages } from '../i18n/index.ts'

const portal = await testPortal({ HELPDESK_EMAIL: 'helpdesk@example.lu' })
after(() => portal.close())
const { owner } = portal

const codeIn = ({ status, headers, body }: TestAnswer): string => {
  const code = /^\/s\/(P[PM]-[A-NP-Z1-9]{6})\/\?notice=created$/.exec(headers.location ?? '')?.[1]
  assert.ok(code, `not created: ${status} ${headers.location ?? text(body).slice(0, 600)}`)
  return code
}
const createPrivate = async (who: SignedIn, more: Record<string, string> = {}) =>
  codeIn(await portal.post('/spaces/private/new', personEntry(more), who))
const createBusiness = async (who: SignedIn, more: Record<string, string> = {}) =>
  codeIn(await portal.post('/spaces/business/new', companyEntry(more), who))
const profileOf = async (code: string) =>
  (
    await owner.query('select p.* from profiles p join spaces s on s.id = p.space_id where s.code = $1', [
      code,
    ])
  ).rows[0]
/** A page without its markup, as one reads it. */
const text = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

for (const lang of languages) {
  test(`R8, R9 (${lang}): without any space both kinds are explained and offered by their names`, async () => {
    const who = await portal.signIn({ language: lang })
    const { body, status } = await portal.get('/spaces', who)
    const t = messages(lang as Language).spaces
    assert.equal(status, 200)
    for (const words of [
      t.first.private.title,
      t.first.business.title,
      t.manage.createPrivate,
      t.manage.createBusiness,
    ])
      assert.ok(text(body).includes(words), words)
    assert.match(body, /href="\/spaces\/private\/new"/)
    assert.match(body, /href="\/spaces\/business\/new"/)
  })
}

test('R8: Confirm opens the private space, keeps its data as version 1, tells by mail and audit', async () => {
  const who = await portal.signIn({ email: 'marie@example.lu', emailConfirmed: true })
  const code = await createPrivate(who)
  assert.match(code, /^PP-/)
  const profile = await profileOf(code)
  assert.equal(profile.version, 1)
  assert.equal(profile.data.birthDate, '1985-03-27')
  const overview = await portal.get(`/s/${code}/?notice=created`, who)
  assert.ok(text(overview.body).includes(messages('en').spaces.notices.created_private))
  await portal.runJobs()
  const mails = (await portal.mails()).filter(({ kind }) => kind === 'space_created')
  assert.deepEqual(
    mails.map(({ recipient, text }) => [recipient, text.includes(code), text.includes('Alzette')]),
    [['marie@example.lu', true, false]],
  )
  const audit = await owner.query(
    `select detail->>'openedWith' as with from audit_records where act = 'space.opened' and object = $1`,
    [code],
  )
  assert.deepEqual(audit.rows, [{ with: 'private' }])
})

test('R2: a second private space leads to “Manage my spaces”, which says why, with every certificate', async () => {
  const first = await portal.signIn()
  await createPrivate(first)
  const second = await portal.signIn({ personId: first.personId, kind: 'professional' })
  for (const who of [first, second]) {
    const answer = await portal.post('/spaces/private/new', personEntry({ phone: '+352 621 123 456' }), who)
    assert.equal(answer.headers.location, '/spaces?notice=private_exists')
    assert.equal(
      (await portal.get('/spaces/private/new', who)).headers.location,
      '/spaces?notice=private_exists',
    )
    const { body } = await portal.get('/spaces?notice=private_exists', who)
    assert.ok(text(body).includes(messages('en').spaces.notices.private_exists))
    assert.ok(!body.includes('href="/spaces/private/new"'))
  }
})

test('prefilling from the certificate keeps what was typed, and creates nothing', async () => {
  const who = await portal.signIn({ givenName: 'Zoë', familyName: 'Ångström' })
  const { status, body } = await portal.post(
    '/spaces/private/new',
    { prefill: 'yes', familyName: 'Typed', givenName: '', mobile: 'abc', postName: 'Ελλάδα 🌸' },
    who,
  )
  assert.equal(status, 200)
  for (const value of ['Typed', 'Zoë', 'abc', 'Ελλάδα 🌸'])
    assert.ok(body.includes(`value="${value}"`), value)
  assert.ok(!body.includes('Ångström"'))
  assert.equal((await owner.query('select from spaces where owner_id = $1', [who.personId])).rowCount, 0)
})

test('R10: missing mandatory fields are named, and everything typed stays', async () => {
  const who = await portal.signIn()
  const typed = { familyName: 'محمد', postName: 'Ντίφερντανζ', iban: 'nonsense 😀', email: 'x', key: 'k1' }
  const { status, body } = await portal.post('/spaces/private/new', typed, who)
  assert.equal(status, 422)
  for (const value of Object.values(typed)) assert.ok(body.includes(`value="${value}"`), value)
  for (const name of ['givenName', 'birthDate', 'citizenships', 'email', 'iban'])
    assert.ok(body.includes(`href="#f-${name}"`), name)
  assert.ok(!body.includes('href="#f-birthName"'))
})

test('names in any script are stored as typed; what is too long is refused at its field', async () => {
  const who = await portal.signIn()
  const name = 'أحمد Ωμέγα d’Ärgerlich 👩‍👩‍👧'
  const code = await createPrivate(who, { familyName: name })
  assert.equal((await profileOf(code)).data.familyName, name)
  const other = await portal.signIn()
  const long = 'ä'.repeat(10_000)
  const { status, body } = await portal.post('/spaces/private/new', personEntry({ birthPlace: long }), other)
  assert.equal(status, 422)
  assert.ok(body.includes('href="#f-birthPlace"') && body.includes(long))
})

test('a row can be added and taken away without JavaScript', async () => {
  const who = await portal.signIn()
  const added = await portal.post(
    '/spaces/private/new',
    { ...personEntry(), list: 'add:householdMembers' },
    who,
  )
  assert.equal(added.status, 200)
  assert.ok(added.body.includes('name="householdMembers.0.name"'))
  assert.ok(added.body.includes('value="Esch-sur-Alzette"'))
})

test('R4, R5: a Professional certificate gives name and number of the company; a changed field changes nothing', async () => {
  const who = await portal.signIn({
    kind: 'professional',
    organizationName: 'Menuiserie Weber S.à r.l.',
    organizationIdentifier: 'NTRLU-B123456',
  })
  const shown = await portal.get('/spaces/business/new', who)
  assert.ok(!/name="legalName"/.test(shown.body) && !/name="registerNumber"/.test(shown.body))
  assert.ok(text(shown.body).includes('B123456'))
  const code = await createBusiness(who, {
    legalName: 'Fremde AG',
    spaceTitle: 'Werkstatt',
    registerNumber: 'B999999',
  })
  const { data, sources } = await profileOf(code)
  assert.equal(data.legalName, 'Menuiserie Weber S.à r.l.')
  assert.equal(data.registerNumber, 'B123456')
  assert.deepEqual([sources.legalName.from, sources.legalName.verified], ['certificate', true])
  const { rows } = await owner.query(
    `select s.title, s.opened_with, m.role, m.capacity from spaces s join memberships m on m.space_id = s.id
     where code = $1`,
    [code],
  )
  assert.deepEqual(rows, [
    { title: 'Werkstatt', opened_with: 'professional', role: 'administrator', capacity: 'manager' },
  ])
})

test('R5, R7: with a Private certificate the company is typed, and the page says that the space has one user', async () => {
  const who = await portal.signIn()
  const { body } = await portal.get('/spaces/business/new', who)
  assert.match(body, /name="legalName"/)
  assert.ok(text(body).includes(messages('en').spaces.create.oneUserTitle))
  const code = await createBusiness(who)
  assert.equal((await profileOf(code)).sources.legalName.from, 'typed')
})

test('the title starts as the legal name, and the capacity must be chosen', async () => {
  const who = await portal.signIn()
  const code = await createBusiness(who, { legalName: 'Ohne Titel SA', spaceTitle: '' })
  assert.equal((await profileOf(code)).data.spaceTitle, 'Ohne Titel SA')
  for (const capacity of ['', 'boss']) {
    const { status, body } = await portal.post('/spaces/business/new', companyEntry({ capacity }), who)
    assert.equal(status, 422)
    assert.ok(body.includes('href="#f-capacity"'))
  }
})

test('R11: the private space fills the contact person, unless its owner switched that off', async () => {
  const who = await portal.signIn({ givenName: 'Anna', familyName: 'Kurz' })
  const code = await createPrivate(who, { familyName: 'Kurz-Langer', givenName: 'Anna Maria' })
  assert.ok((await portal.get('/spaces/business/new', who)).body.includes('value="Kurz-Langer"'))
  await portal.post(`/s/${code}/use-data`, { use: 'no' }, who)
  const { body } = await portal.get('/spaces/business/new', who)
  assert.ok(!body.includes('Kurz-Langer') && body.includes('value="Kurz"'))
})

test('a second space for one company is warned of once, then created', async () => {
  const who = await portal.signIn()
  const entry = companyEntry({ key: randomUUID() })
  const first = codeIn(await portal.post('/spaces/business/new', entry, who))
  const again = { ...entry, key: randomUUID(), legalName: 'Anderer Name', spaceTitle: 'Anderer' }
  const warned = await portal.post('/spaces/business/new', again, who)
  assert.equal(warned.status, 422)
  assert.ok(text(warned.body).includes(messages('en').spaces.create.sameCompanyTitle))
  assert.ok(warned.body.includes(`href="/s/${first}/"`) && warned.body.includes('value="Anderer Name"'))
  const told = /name="warned" value="([^"]*)"/.exec(warned.body)?.[1] ?? ''
  codeIn(await portal.post('/spaces/business/new', { ...again, warned: told }, who))
})

test('one form sent twice at once opens one space', async () => {
  const who = await portal.signIn()
  const key =
    /name="key" value="([^"]+)"/.exec((await portal.get('/spaces/business/new', who)).body)?.[1] ?? ''
  assert.ok(key)
  const entry = companyEntry({ key })
  const answers = await Promise.all([1, 2, 3].map(() => portal.post('/spaces/business/new', entry, who)))
  assert.equal(new Set(answers.map(codeIn)).size, 1)
})

test('fifty real requests at once leave one private and ten business spaces; the others hear of limit and helpdesk', async () => {
  const who = await portal.signIn({ language: 'de' })
  const address = await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const send = (path: string, form: Record<string, string>) =>
    fetch(address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: who.cookie, origin: portal.config.BASE_URL },
      body: new URLSearchParams(form),
    }).then(async (answer) => {
      await answer.arrayBuffer()
      return answer.headers.get('location') ?? String(answer.status)
    })
  const fifty = Array.from({ length: 50 })
  const [own, companies] = await Promise.all([
    Promise.all(
      fifty.map((_, index) => send('/spaces/private/new', personEntry({ birthPlace: `Ort ${index}` }))),
    ),
    Promise.all(fifty.map(() => send('/spaces/business/new', companyEntry()))),
  ])
  const created = (all: string[]) => all.filter((path) => path.endsWith('?notice=created')).length
  assert.deepEqual([created(own), created(companies)], [1, 10])
  assert.equal(own.filter((path) => path === '/spaces?notice=private_exists').length, 49)
  assert.equal(companies.filter((path) => path === '/spaces?notice=limit').length, 40)
  const { rows } = await owner.query(
    'select kind, count(*)::int as count from spaces where owner_id = $1 group by kind order by kind',
    [who.personId],
  )
  assert.deepEqual(rows, [
    { kind: 'business', count: 10 },
    { kind: 'private', count: 1 },
  ])
  const page = await portal.get('/spaces?notice=limit', who)
  assert.match(text(page.body), /höchstens 10 berufliche Bereiche.*Helpdesk/)
  assert.ok(!page.body.includes('href="/spaces/business/new"'))
  assert.equal((await portal.get('/spaces/business/new', who)).headers.location, '/spaces?notice=limit')
})
