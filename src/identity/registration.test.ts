import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { hintsFor } from '../../demo/hints.ts'
import { people } from '../../demo/people.ts'
import { Browser, keyPair, type Page, type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { buildApp } from '../app.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { logRequests } from '../platform/serving.ts'
import { publishProcedures } from '../procedures/catalogue.ts'
import { openNationalNumber } from './secrets.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld()
})
after(() => world.close())
beforeEach(() => forgetEveryone(world))

const owner = (on: SignInWorld) => on.portal.owner
const rows = async <Row extends object>(text: string, on = world) => (await owner(on).query<Row>(text)).rows
const count = async (table: string) =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

async function forgetEveryone(on: SignInWorld) {
  await owner(on).query('truncate persons, attempts, sign_ins cascade')
  on.registers.behave('normal')
}

const numberOf = (id: string) => people.find((one) => one.id === id)?.nationalNumber ?? assert.fail(id)
const marie = numberOf('marie-muster')

async function atRegistration(id: string, on = world): Promise<Browser> {
  const browser = on.browser(id)
  const page = await browser.signIn()
  assert.equal(new URL(page.url).pathname, '/registration')
  return browser
}

const stateOf = async (on = world) =>
  (
    await rows<{ name: string; state: string; by: string | null }>(
      `select family_name as name, national_number_state as state, national_number_confirmed_by as by
       from persons order by created_at`,
      on,
    )
  ).map(({ name, state, by }) => [name, state, by])

/** What a person sees at the field, without what they typed themselves. */
const answerOf = ({ status, body }: Page) => ({
  status,
  problem: /id="f-number-error">([\s\S]*?)<\/p>/
    .exec(body)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim(),
  length: body.replace(/value="\d*"/g, '').length,
})

test('what the administration adds stands where one signs in and where the number is asked for', async () => {
  const browser = await atRegistration('marie-muster-private')
  const hints = hintsFor('Demo ID')
  for (const language of ['de', 'fr', 'en', 'lb'] as const) {
    const headers = { 'accept-language': language }
    const visitor = world.browser()
    assert.ok((await visitor.get('/sign-in', headers)).body.includes(hints.signIn[language]), language)
    const asked = await browser.get('/registration', headers)
    assert.ok(asked.body.includes(hints.nationalNumber[language]), language)
  }
})

test('the page shows who registers, asks what is needed, and says what comes next', async () => {
  const { body } = await (await atRegistration('marie-muster-professional')).get('/registration')
  const wanted = [
    'Marie Muster',
    'Schreinerei Muster S.à r.l.',
    'NTRLU-B248163',
    '10200000000000000214',
    'Demo CA',
  ]
  for (const words of [...wanted, 'What comes next', 'href="/terms"', 'href="/privacy"', 'I have none'])
    assert.ok(body.includes(words), words)
})

test('what was typed stays when something is missing, and every problem is named', async () => {
  const browser = await atRegistration('marie-muster-private')
  const page = await browser.register({
    noNumber: '',
    number: '123',
    email: 'nobody',
    terms: '',
    language: 'xx',
  })
  assert.equal(page.status, 422)
  for (const name of ['number', 'email', 'terms', 'language'])
    assert.ok(page.body.includes(`href="#f-${name}"`), name)
  assert.match(page.body, /value="123"/)
  assert.match(page.body, /value="nobody"/)
  assert.match(page.body, /<title>Error: /)
  assert.equal(await count('persons'), 0)
})

test('either a number or “I have none”, and it must be a possible one', async () => {
  const browser = await atRegistration('marie-muster-private')
  const tries = [
    [{ number: marie, noNumber: 'yes' }, 'not both'],
    [{ number: '', noNumber: '' }, 'tick “I have none”'],
    [
      { number: marie.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), noNumber: '' },
      'seems wrong',
    ],
    [{ number: '1984071921', noNumber: '' }, '13 digits expected'],
  ] as const
  for (const [form, words] of tries) {
    const page = await browser.register(form)
    assert.equal(page.status, 422)
    assert.ok(page.body.includes(words), words)
  }
})

test('a number that the register confirms is confirmed, however it was spaced', async () => {
  const browser = await atRegistration('marie-muster-private')
  const page = await browser.register({ noNumber: '', number: '1984.0719 214-72 ' })
  assert.equal(page.status, 303)
  assert.deepEqual(await stateOf(), [['Muster', 'confirmed', 'register']])
  const [person] = await rows<{ national_number_sealed: Buffer; birth_date: string }>(
    `select national_number_sealed, to_char(birth_date, 'YYYY-MM-DD') as birth_date from persons`,
  )
  assert.equal(
    openNationalNumber(world.portal.config, person?.national_number_sealed ?? Buffer.alloc(0)),
    marie,
  )
  assert.equal(person?.birth_date, '1984-07-19')
})

test('registering keeps the terms’ version, the language and an address that waits for its link', async () => {
  const browser = await atRegistration('joao-pereira-private')
  await browser.register({ email: 'Joao@Example.LU', language: 'fr' })
  const [person] = await rows<Record<string, unknown>>(
    `select language, email, email_confirmed_at, version from persons join terms_acceptances on person_id = id`,
  )
  assert.deepEqual(person, {
    ...{ language: 'fr', email: 'Joao@example.lu', email_confirmed_at: null, version: '2026-11' },
  })
  assert.match((await browser.get('/account/email')).body, /<html lang="fr"/)
})

test('with a single name one registers without a given name', async () => {
  const browser = await atRegistration('anjali-private')
  await browser.register({ noNumber: '', number: numberOf('anjali') })
  assert.deepEqual(await stateOf(), [['Anjali', 'confirmed', 'register']])
})

test('taken, mismatching and unknown numbers get one and the same answer', async () => {
  await (await atRegistration('marie-muster-private')).register({ noNumber: '', number: marie })
  // The same names and birth date as Marie’s, so the register says yes, but the number is hers already.
  const taken = await (await atRegistration('marie-muster-professional')).register({
    noNumber: '',
    number: marie,
  })
  const mismatch = await (await atRegistration('joao-pereira-private')).register({
    noNumber: '',
    number: marie,
  })
  const unknown = await (await atRegistration('lena-schaefer-private')).register({
    ...{ noNumber: '', number: numberOf('lena-schaefer') },
  })
  assert.equal(answerOf(taken).status, 422)
  assert.match(
    answerOf(taken).problem ?? '',
    /sign in with your registered certificate; otherwise the helpdesk/,
  )
  assert.deepEqual(answerOf(mismatch).problem, answerOf(taken).problem)
  assert.deepEqual(answerOf(unknown).problem, answerOf(taken).problem)
  assert.deepEqual([answerOf(mismatch).status, answerOf(unknown).status], [422, 422])
  assert.equal(await count('persons'), 1)
})

test('the page for a refused number differs in nothing but who is looking at it', async () => {
  await (await atRegistration('marie-muster-private')).register({ noNumber: '', number: marie })
  const browser = await atRegistration('marie-muster-professional')
  const taken = answerOf(await browser.register({ noNumber: '', number: marie }))
  const other = answerOf(await browser.register({ noNumber: '', number: numberOf('joao-pereira') }))
  assert.deepEqual(other, taken)
})

test('after a refused number one can go on without one', async () => {
  const browser = await atRegistration('lena-schaefer-private')
  await browser.register({ noNumber: '', number: marie })
  assert.equal((await browser.register()).status, 303)
  assert.deepEqual(await stateOf(), [['Schäfer', 'none', null]])
})

test('numbers cannot be tried at will: not by one certificate, not from one address', async () => {
  const browser = await atRegistration('lena-schaefer-private')
  const statuses: number[] = []
  for (let attempt = 0; attempt < 6; attempt++)
    statuses.push((await browser.register({ noNumber: '', number: marie })).status)
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429])
  await owner(world).query(
    `insert into attempts (kind, key_hash) select 'national_number_address', sha256('127.0.0.1') from generate_series(1, 20)`,
  )
  const other = await atRegistration('joao-pereira-private')
  assert.equal((await other.register({ noNumber: '', number: marie })).status, 429)
  assert.equal((await other.register()).status, 303)
})

for (const mode of ['down', 'nonsense', 'slow'] as const) {
  test(`a register that is ${mode} leaves the number declared, taken or not`, async () => {
    await (await atRegistration('marie-muster-private')).register({ noNumber: '', number: marie })
    world.registers.behave(mode)
    const taken = await (await atRegistration('lena-schaefer-private')).register({
      noNumber: '',
      number: marie,
    })
    const free = await (await atRegistration('joao-pereira-private')).register({
      ...{ noNumber: '', number: numberOf('joao-pereira') },
    })
    assert.deepEqual([taken.status, free.status], [303, 303])
    assert.deepEqual((await stateOf()).slice(1), [
      ['Schäfer', 'declared', null],
      ['Pereira da Conceição', 'declared', null],
    ])
  })
}

test('a confirmation displaces what others merely declared', async () => {
  world.registers.behave('down')
  await (await atRegistration('lena-schaefer-private')).register({ noNumber: '', number: marie })
  world.registers.behave('normal')
  await (await atRegistration('marie-muster-private')).register({ noNumber: '', number: marie })
  assert.deepEqual(await stateOf(), [
    ['Schäfer', 'none', null],
    ['Muster', 'confirmed', 'register'],
  ])
})

test('two registrations of one new certificate at once make one person', async () => {
  const browsers = await Promise.all([1, 2, 3].map(() => atRegistration('joao-pereira-private')))
  const pages = await Promise.all(browsers.map((browser) => browser.register()))
  assert.deepEqual(
    pages.map(({ status }) => status),
    [303, 303, 303],
  )
  assert.deepEqual([await count('persons'), await count('certificates')], [1, 1])
  for (const browser of browsers) assert.equal((await browser.get('/account/email')).status, 200)
})

test('pressing the button twice makes one person, and both answers lead in', async () => {
  const browser = await atRegistration('joao-pereira-private')
  const pages = await Promise.all([browser.register(), browser.register()])
  assert.deepEqual(
    pages.map(({ headers }) => headers.location),
    ['/spaces', '/spaces'],
  )
  assert.equal(await count('persons'), 1)
})

test('of two who prove one national number at once, one has it and the other gets the usual answer', async () => {
  const [one, two] = await Promise.all([
    atRegistration('marie-muster-private'),
    atRegistration('marie-muster-professional'),
  ])
  const form = { noNumber: '', number: marie }
  const pages = await Promise.all([one.register(form), two.register(form)])
  assert.deepEqual(pages.map(({ status }) => status).sort(), [303, 422])
  assert.match(
    pages.find(({ status }) => status === 422)?.body ?? '',
    /We cannot register you with this number/,
  )
  assert.deepEqual(await stateOf(), [['Muster', 'confirmed', 'register']])
})

test('a registration cannot be taken over from another browser, nor come back after sign-out', async () => {
  const browser = await atRegistration('joao-pereira-private')
  const token = browser.cookies.get('guichet-browser') ?? ''
  const stranger = world.browser()
  assert.equal((await stranger.register()).headers.location, '/sign-in?notice=registration_over')
  await browser.register()
  await browser.post('/sign-out', {})
  await owner(world).query(`update sign_ins set finished_at = finished_at - interval '1 minute'`)
  stranger.cookies.set('guichet-browser', token)
  assert.equal((await stranger.register()).headers.location, '/sign-in?notice=registration_over')
  assert.equal((await stranger.get('/registration')).headers.location, '/sign-in?notice=registration_over')
})

test('a registration that is left for too long is over, and says so', async () => {
  const browser = await atRegistration('joao-pereira-private')
  await owner(world).query(`update sign_ins set created_at = now() - interval '51 minutes'`)
  const page = await browser.follow(browser.register())
  assert.match(page.body, /There is nothing left to register here/)
  assert.equal(await count('persons'), 0)
})

test('cancelling keeps nothing', async () => {
  const browser = await atRegistration('joao-pereira-private')
  await browser.post('/sign-out', {})
  assert.equal(browser.cookies.has('guichet-browser'), false)
  assert.equal(await count('persons'), 0)
})

test('no table, audit record or mail shows a national number', async () => {
  await (await atRegistration('marie-muster-private')).register({ noNumber: '', number: marie })
  await (await atRegistration('joao-pereira-private')).register({ noNumber: '', number: marie })
  const tables = await rows<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  assert.ok(tables.length > 15)
  for (const { name } of tables) {
    const found = await rows(`select 1 from ${name} t where t::text like '%${marie}%'`)
    assert.equal(found.length, 0, name)
  }
})

test('a number that the certificate or a claim names needs no register and is not asked for', async () => {
  const claims = await signInWorld({}, (connections) => {
    Reflect.deleteProperty(connections, 'registers')
    const [oidc] = connections.providers as Record<string, object>[]
    Object.assign(oidc ?? {}, { scopes: 'openid profile national_number' })
    Object.assign(oidc?.claims ?? {}, { nationalNumber: 'national_number' })
  })
  try {
    const browser = claims.browser()
    const page = await browser.signInAt('marie-muster-private')
    assert.match(page.body, /is confirmed: it comes from Demo ID/)
    assert.doesNotMatch(page.body, /id="f-number"/)
    assert.ok(!JSON.stringify(await rows('select presented from sign_ins', claims)).includes(marie))
    assert.equal((await browser.register({ noNumber: '' })).status, 303)
    assert.deepEqual(await stateOf(claims), [['Muster', 'confirmed', 'claim']])
    const second = claims.browser()
    await second.signInAt('marie-muster-professional')
    const refused = await second.register({ noNumber: '' })
    assert.equal(refused.status, 422)
    assert.match(refused.body, /belongs to an account that is registered already/)
  } finally {
    await claims.close()
  }
})

test('without a register a typed number stays declared', async () => {
  const bare = await signInWorld({}, (connections) => Reflect.deleteProperty(connections, 'registers'))
  try {
    await (await atRegistration('marie-muster-private', bare)).register({ noNumber: '', number: marie })
    assert.deepEqual(await stateOf(bare), [['Muster', 'declared', null]])
  } finally {
    await bare.close()
  }
})

test('the log of everything, down to the least severe line, shows no national number and no address', async () => {
  const lines: string[] = []
  const log = openLog('trace', { output: { write: (line) => lines.push(line) } })
  const { config, pools, ownerUrl } = world.portal
  const catalogue = await publishProcedures(ownerUrl, [])
  const app = await buildApp(config, pools, openJobs(), catalogue, log)
  logRequests(app, log)
  const browser = new Browser(
    { ...world, portal: { ...world.portal, app } },
    keyPair(world.certificates, 'joao-pereira-private'),
  )
  await browser.signIn()
  for (const number of [marie, '123', numberOf('joao-pereira')])
    await browser.register({ noNumber: '', number, email: 'secret-address@example.lu' })
  await app.close()
  assert.ok(lines.length >= 5)
  assert.doesNotMatch(
    lines.join(''),
    new RegExp(`${marie}|${numberOf('joao-pereira')}|secret-address|code=|state=`),
  )
})
