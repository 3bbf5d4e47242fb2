import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { companyEntry, personEntry } from '../../test/entries.ts'
import { type SignedIn, type TestAnswer, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'

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
/** A page without its markup, as one reads it. */
const text = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const addMember = (code: string, who: SignedIn, role: string) =>
  owner.query(
    'insert into memberships (person_id, space_id, role) select $1, id, $3 from spaces where code = $2',
    [who.personId, code, role],
  )

test('R6: where no business space is allowed, none is offered, and the helpdesk is named', async () => {
  const without = await testPortal({ BUSINESS_SPACE_LIMIT: '0' })
  try {
    const who = await without.signIn()
    const offer = 'href="/spaces/business/new"'
    const { none } = messages('en').spaces.limit
    const first = (await without.get('/spaces', who)).body
    assert.ok(first.includes('href="/spaces/private/new"') && !first.includes(offer))
    assert.ok(first.includes(none) && first.includes('href="/contact"'))
    await without.post('/spaces/private/new', personEntry(), who)
    const all = (await without.get('/spaces', who)).body
    assert.ok(all.includes(none) && !all.includes(offer) && !all.includes('0 of 0'))
  } finally {
    await without.close()
  }
})

test('R6: a raised limit is believed, and said', async () => {
  const who = await portal.signIn()
  await owner.query('update persons set business_limit = 12 where id = $1', [who.personId])
  await createBusiness(who)
  assert.ok(text((await portal.get('/spaces', who)).body).includes('1 of 12 business spaces used'))
})

test('the overview and “Manage my spaces” take one round trip each, however many spaces there are', async () => {
  const who = await portal.signIn()
  const code = await createPrivate(who)
  for (let index = 0; index < 4; index++) await createBusiness(who)
  for (const [path, most] of [
    [`/s/${code}/`, 7],
    ['/spaces', 9],
  ] as const) {
    const { statements, roundTrips } = await portal.queries(() => portal.get(path, who))
    assert.equal(roundTrips, 1, path)
    assert.ok(statements.length <= most, `${path}: ${statements.length} statements`)
  }
})

test('a space that is another’s, closed or made up is not found, on every page and for every act', async () => {
  const [mine, stranger] = [await portal.signIn(), await portal.signIn()]
  const code = await createBusiness(mine)
  for (const unknown of [code, 'PM-ZZZZZZ', 'PP-OOOOOO', 'x', '%00']) {
    for (const page of ['', 'closure', 'profile', 'profile/edit', 'profile/history'])
      assert.equal((await portal.get(`/s/${unknown}/${page}`, stranger)).status, 404, `${unknown} ${page}`)
    for (const act of ['closure', 'profile/edit', 'use-data'])
      assert.equal((await portal.post(`/s/${unknown}/${act}`, {}, stranger)).status, 404, `${unknown} ${act}`)
    assert.equal((await portal.post(`/spaces/${unknown}/reopening`, {}, stranger)).status, 404)
  }
})

test('a reader looks, and changes nothing', async () => {
  const [administrator, reader] = [await portal.signIn({ kind: 'professional' }), await portal.signIn()]
  const code = await createBusiness(administrator)
  await addMember(code, reader, 'reader')
  for (const page of ['', 'profile', 'profile/history'])
    assert.equal((await portal.get(`/s/${code}/${page}`, reader)).status, 200, page)
  for (const page of ['closure', 'profile/edit'])
    assert.equal((await portal.get(`/s/${code}/${page}`, reader)).status, 403, page)
  for (const act of ['closure', 'profile/edit', 'use-data'])
    assert.equal((await portal.post(`/s/${code}/${act}`, {}, reader)).status, 403, act)
  const { body } = await portal.get(`/s/${code}/`, reader)
  assert.ok(!body.includes('/dossiers/new') && !body.includes('/profile/edit'))
})

test('an empty space is closed after asking, leaves the list, and comes back with “Restore”', async () => {
  const who = await portal.signIn()
  const code = await createBusiness(who, { legalName: 'Auf Zeit SA' })
  await createPrivate(who)
  assert.equal((await portal.get(`/s/${code}/closure`, who)).status, 200)
  const closed = await portal.post(`/s/${code}/closure`, {}, who)
  assert.equal(closed.headers.location, '/spaces?notice=closed')
  assert.equal((await portal.get(`/s/${code}/`, who)).status, 404)
  const list = await portal.get('/spaces', who)
  assert.ok(
    list.body.includes(`action="/spaces/${code}/reopening"`) && !list.body.includes(`href="/s/${code}/"`),
  )
  const reopened = await portal.post(`/spaces/${code}/reopening`, {}, who)
  assert.equal(reopened.headers.location, '/spaces?notice=reopened')
  assert.equal((await portal.get(`/s/${code}/`, who)).status, 200)
})

test('a space with a dossier is not closed, and the page says what to do', async () => {
  const who = await portal.signIn()
  const code = await createPrivate(who)
  await owner.query(
    `insert into dossiers (space_id, number, procedure_id, procedure_version, status, answers, page, created_by, changed_by)
     select s.id, 1, p.id, p.version, 'draft', '{}', 'x', s.owner_id, s.owner_id
     from spaces s, procedures p where s.code = $1 limit 1`,
    [code],
  )
  const asked = await portal.get(`/s/${code}/closure`, who)
  assert.ok(!asked.body.includes(`action="/s/${code}/closure"`))
  assert.equal((await portal.post(`/s/${code}/closure`, {}, who)).status, 409)
  assert.equal((await portal.get(`/s/${code}/`, who)).status, 200)
})

test('from nine spaces on the list can be searched, without scripts and whatever is typed', async () => {
  const who = await portal.signIn()
  for (let index = 0; index < 8; index++) await createBusiness(who)
  assert.ok(!(await portal.get('/spaces', who)).body.includes('role="search"'))
  const code = await createBusiness(who, { legalName: 'Bäckerei & Söhne' })
  assert.ok((await portal.get('/spaces', who)).body.includes('role="search"'))
  const found = await portal.get(`/spaces?q=${encodeURIComponent('backerei & sohne')}`, who)
  assert.ok(found.body.includes(`/s/${code}/`) && text(found.body).includes('1 space found'))
  for (const q of ['%', "' or 1=1 --", '\u0000', '😀', 'x'.repeat(5000)]) {
    const { status } = await portal.get(`/spaces?q=${encodeURIComponent(q)}&after=nonsense`, who)
    assert.equal(status, 200, q.slice(0, 20))
  }
})

test('an address that is not confirmed yet is hinted at, where it matters', async () => {
  const who = await portal.signIn({ email: 'offen@example.lu' })
  assert.ok((await portal.get('/spaces', who)).body.includes('offen@example.lu'))
  const code = await createPrivate(who)
  assert.ok(text((await portal.get(`/s/${code}/`, who)).body).includes(messages('en').spaces.email.title))
})

test('more spaces than a page holds go on, each shown once', async () => {
  const who = await portal.signIn()
  await owner.query('update persons set business_limit = 30 where id = $1', [who.personId])
  const codes = new Set<string>()
  for (let index = 0; index < 22; index++) codes.add(await createBusiness(who))
  const first = await portal.get('/spaces', who)
  const next = /href="(\/spaces\?[^"]*after=[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await portal.get(next, who)
  const shown = [first, second].flatMap(({ body }) => [...body.matchAll(/href="\/s\/(PM-.{6})\/"/g)])
  assert.equal(shown.length, 22)
  assert.deepEqual(new Set(shown.map(([, code]) => code)), codes)
})
