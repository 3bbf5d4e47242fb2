import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

/** The path of the newest link mailed to that address. */
async function linkTo(recipient: string): Promise<string> {
  await portal.runJobs()
  const mails = (await portal.mails()).filter((one) => one.recipient === recipient)
  const text = mails.findLast(({ kind }) => kind === 'email_confirmation')?.text ?? assert.fail('no mail')
  return /http:\/\/localhost:8080(\/account\/email\/confirmation\/\S+)/.exec(text)?.[1] ?? assert.fail(text)
}

async function addressOf({ personId }: SignedIn) {
  const { rows } = await portal.owner.query<{ email: string | null; confirmed: boolean }>(
    'select email, email_confirmed_at is not null as confirmed from persons where id = $1',
    [personId],
  )
  return rows[0]
}

const change = (who: SignedIn, email: string) => portal.post('/account/email', { email }, who)

test('an address counts once its link was opened and its button pressed, in any browser', async () => {
  const who = await portal.signIn()
  assert.equal((await change(who, 'anna@example.lu')).headers.location, '/account/email?notice=requested')
  assert.deepEqual(await addressOf(who), { email: 'anna@example.lu', confirmed: false })
  const link = await linkTo('anna@example.lu')
  const page = await portal.get(link)
  assert.equal(page.status, 200)
  assert.match(page.body, /Is anna@example\.lu the address/)
  assert.deepEqual((await addressOf(who))?.confirmed, false)
  const done = await portal.post(link, {})
  assert.match(done.body, /Your e-\u2060mail address is confirmed/)
  assert.deepEqual(await addressOf(who), { email: 'anna@example.lu', confirmed: true })
})

test('opening a link, however often, changes nothing: mail scanners do that', async () => {
  const who = await portal.signIn()
  await change(who, 'scanned@example.lu')
  const link = await linkTo('scanned@example.lu')
  for (let look = 0; look < 3; look++) assert.equal((await portal.get(link)).status, 200)
  assert.equal((await addressOf(who))?.confirmed, false)
})

test('a link works once and for 24 hours, and both ends are explained', async () => {
  const who = await portal.signIn()
  await change(who, 'once@example.lu')
  const link = await linkTo('once@example.lu')
  await portal.post(link, {})
  assert.match((await portal.post(link, {})).body, /This address is already confirmed/)
  assert.match((await portal.get(link)).body, /This address is already confirmed/)
  const other = await portal.signIn()
  await change(other, 'late@example.lu')
  const late = await linkTo('late@example.lu')
  await portal.owner.query(`update email_confirmations set expires_at = expires_at - interval '24 hours 1 second'
    where email = 'late@example.lu'`)
  const expired = await portal.post(late, {})
  assert.equal(expired.status, 410)
  assert.match(expired.body, /This link is no longer valid/)
  assert.equal((await addressOf(other))?.confirmed, false)
})

test('an invented link says nothing and confirms nothing', async () => {
  for (const token of ['x', `${crypto.randomUUID()}.${'A'.repeat(43)}`, '%00']) {
    assert.equal((await portal.get(`/account/email/confirmation/${token}`)).status, 410, token)
    assert.equal((await portal.post(`/account/email/confirmation/${token}`, {})).status, 410, token)
  }
})

test('a confirmed address stays in use until the new one is confirmed', async () => {
  const who = await portal.signIn({ email: 'old@example.lu', emailConfirmed: true })
  await change(who, 'new@example.lu')
  assert.deepEqual(await addressOf(who), { email: 'old@example.lu', confirmed: true })
  const page = await portal.get('/account/email', who)
  for (const words of ['old@example.lu', 'new@example.lu', 'Not confirmed yet', 'we keep writing to'])
    assert.ok(page.body.includes(words), words)
  await portal.post(await linkTo('new@example.lu'), {})
  assert.deepEqual(await addressOf(who), { email: 'new@example.lu', confirmed: true })
})

test('a link to an address given by mistake lapses when another one is given', async () => {
  const who = await portal.signIn()
  await change(who, 'mistake@example.lu')
  const wrong = await linkTo('mistake@example.lu')
  await change(who, 'right@example.lu')
  const right = await linkTo('right@example.lu')
  assert.equal((await portal.post(wrong, {})).status, 410)
  await portal.post(right, {})
  assert.deepEqual(await addressOf(who), { email: 'right@example.lu', confirmed: true })
})

test('the link can be sent again, the first one stays good, and after five it is enough for an hour', async () => {
  const who = await portal.signIn()
  await change(who, 'again@example.lu')
  const first = await linkTo('again@example.lu')
  const statuses: number[] = []
  for (let turn = 0; turn < 5; turn++)
    statuses.push((await portal.post('/account/email/confirmation', {}, who)).status)
  assert.deepEqual(statuses, [303, 303, 303, 303, 429])
  await portal.runJobs()
  assert.equal((await portal.mails()).filter(({ recipient }) => recipient === 'again@example.lu').length, 5)
  await portal.post(first, {})
  assert.equal((await addressOf(who))?.confirmed, true)
})

test('what cannot be an address is refused at the field, and stays typed', async () => {
  const who = await portal.signIn()
  for (const typed of ['', 'nobody', 'a@b', '"><script>@example.lu']) {
    const page = await change(who, typed)
    assert.equal(page.status, 422, typed)
    assert.match(page.body, /href="#f-email"/)
  }
  assert.match((await change(who, 'nobody')).body, /value="nobody"/)
})

test('the confirmed address of now is accepted without a mail, and takes a change back', async () => {
  const who = await portal.signIn({ email: 'mine@example.lu', emailConfirmed: true })
  await change(who, 'wrong-one@example.lu')
  const link = await linkTo('wrong-one@example.lu')
  assert.equal((await change(who, 'mine@example.lu')).headers.location, '/account/email?notice=unchanged')
  assert.equal((await portal.post(link, {})).status, 410)
})

test('the certificate is announced with the first confirmed address, once, and changes are on record', async () => {
  const who = await portal.signIn({ language: 'de' })
  await change(who, 'cert@example.lu')
  await portal.post(await linkTo('cert@example.lu'), {})
  await change(who, 'cert2@example.lu')
  await portal.post(await linkTo('cert2@example.lu'), {})
  await portal.runJobs()
  const told = (await portal.mails()).filter(
    ({ kind, recipient }) => kind === 'new_certificate' && /^cert/.test(recipient),
  )
  assert.deepEqual(
    told.map(({ recipient }) => recipient),
    ['cert@example.lu'],
  )
  assert.match(told[0]?.subject ?? '', /Neues Zertifikat registriert/)
  const { rows } = await portal.owner.query<{ act: string }>(
    'select act from audit_records where person_id = $1 order by id',
    [who.personId],
  )
  const once = ['email.change_requested', 'email.confirmed']
  assert.deepEqual(
    rows.map(({ act }) => act),
    [...once, ...once],
  )
})
