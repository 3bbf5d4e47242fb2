import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, beforeEach, test } from 'node:test'
import { people } from '../../demo/people.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { confirmNumber } from '../../test/number.ts'
import { sourcesWorld } from '../../test/sources-world.ts'
import { addMember } from '../../test/space.ts'
import type { SignedIn } from '../../test/support.ts'
import { buildApp } from '../app.ts'
import { messages } from '../i18n/index.ts'
import { declareNumber } from '../identity/national-number.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { logRequests } from '../platform/serving.ts'
import { publishProcedures } from '../procedures/catalogue.ts'
import { asPerson } from '../scopes.ts'

const t = messages('en').sources
const numberOf = (wanted: string) => people.find(({ id }) => id === wanted)?.nationalNumber ?? assert.fail()
const marie = numberOf('marie-muster')

const world = await sourcesWorld()
const { portal, registers } = world
beforeEach(world.reset)
after(world.close)

const text = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
const mine = {
  familyName: 'Muster',
  givenName: 'Marie',
  thoroughfare: 'Rue de l’Alzette',
  locatorDesignator: '17',
}

/** Somebody whose confirmed number is Marie's, with a private space. */
async function citizen(profile: Record<string, string> = mine) {
  const who = await portal.signIn({ givenName: 'Marie' })
  await confirmNumber(portal, who, marie)
  const { code, id } = await giveSpace(portal.owner, who, { profile })
  return { who, code, id }
}

async function office(kind: 'private' | 'professional', more: Record<string, unknown> = {}) {
  const who = await portal.signIn({ kind })
  const source = { from: 'certificate', at: '2026-11-01T10:00:00Z', verified: true } as const
  const profile = { legalName: 'Schreinerei Muster', registerNumber: 'B248163' }
  const given = { profile, sources: { registerNumber: source }, ...more }
  return { who, ...(await giveSpace(portal.owner, who, { kind: 'business', ...given })) }
}

const sources = (code: string, who: SignedIn) => portal.get(`/s/${code}/sources`, who)
const logged = async (code: string) =>
  (
    await portal.owner.query<{ line: string }>(
      `select concat_ws(' ', c.register, c.purpose, c.outcome) as line from consultations c
       join spaces s on s.id = c.space_id where s.code = $1 order by c.register`,
      [code],
    )
  ).rows.map(({ line }) => line)

test('R12: a confirmed number shows what each register holds, as of when, and the log says so', async () => {
  const { who, code } = await citizen()
  const { status, body } = await sources(code, who)
  assert.equal(status, 200)
  const words = text(body)
  assert.ok(words.includes(t.names.persons) && words.includes('single'))
  assert.ok(words.includes('L0214778') && words.includes('BE: since 20 May 2011'))
  assert.match(words, /As of \d+ \w+ \d{4}, \d\d:\d\d/)
  assert.deepEqual(await logged(code), ['drivingLicences display answered', 'persons display answered'])
})

test('what changes in a register shows at the next look', async () => {
  const { who, code } = await citizen()
  const { file } = registers.persons
  const held = readFileSync(file, 'utf8')
  try {
    writeFileSync(file, held.replace('"locatorDesignator": "71"', '"locatorDesignator": "99bis"'))
    assert.ok(text((await sources(code, who)).body).includes('99bis'))
  } finally {
    writeFileSync(file, held)
  }
})

for (const [state, title] of [
  ['none', t.needs.number_none.title],
  ['declared', t.needs.number_declared.title],
] as const) {
  test(`with a number that is ${state} no register is asked, and the page says the way`, async () => {
    const who = await portal.signIn()
    if (state === 'declared')
      await asPerson(portal.pools, who.token, (tx) => declareNumber(tx, portal.config, marie))
    const { code } = await giveSpace(portal.owner, who)
    const before = registers.persons.asked() + registers.drivingLicences.asked()
    const { status, body } = await sources(code, who)
    assert.equal(status, 200)
    assert.ok(text(body).includes(title) && text(body).includes(t.wayCertificate))
    assert.equal(registers.persons.asked() + registers.drivingLicences.asked(), before)
    assert.deepEqual(await logged(code), [])
  })
}

test('a declared number is confirmed by the register on request, or not', async () => {
  const ask = async (givenName: string, familyName: string) => {
    const who = await portal.signIn({ givenName, familyName })
    await asPerson(portal.pools, who.token, (tx) => declareNumber(tx, portal.config, numberOf('nora-thill')))
    const { code } = await giveSpace(portal.owner, who)
    return (await portal.post(`/s/${code}/sources/number`, {}, who)).headers.location?.split('notice=')[1]
  }
  assert.equal(await ask('Somebody', 'Else'), 'number_refused')
  registers.behave('down')
  assert.equal(await ask('Nora', 'Thill'), 'number_unavailable')
  registers.behave('normal')
  assert.equal(await ask('Nora', 'Thill'), 'number_confirmed')
  const { rows } = await portal.owner.query(
    `select outcome from consultations where purpose = 'number' order by id`,
  )
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['no_match', 'unavailable', 'match'],
  )
})

test('a register that is down says so and takes no other with it', async () => {
  const { who, code } = await citizen()
  registers.persons.behave('down')
  const words = text((await sources(code, who)).body)
  assert.ok(words.includes(t.unavailable) && words.includes('L0214778'))
  assert.deepEqual(await logged(code), ['drivingLicences display answered', 'persons display unavailable'])
})

for (const mode of ['nonsense', 'stranger'] as const) {
  test(`an answer that is ${mode} is never shown`, async () => {
    const { who, code } = await citizen()
    registers.persons.behave(mode)
    const { status, body } = await sources(code, who)
    assert.equal(status, 200)
    assert.ok(text(body).includes(t.invalid))
    assert.doesNotMatch(text(body), /yesterday|Thill|Pereira|Corniche/)
    assert.ok((await logged(code)).includes('persons display invalid'))
  })
}

test('several are asked side by side', async () => {
  const { who, code } = await citizen()
  registers.behave('slow')
  const started = Date.now()
  await sources(code, who)
  assert.ok(Date.now() - started < 5500, 'one after the other would take six seconds')
})

test('nothing of a register leaves the portal unless its line in the log is committed', async () => {
  const { who, code } = await citizen()
  await portal.owner.query('revoke insert on consultations from guichet_app')
  try {
    const { status, body } = await sources(code, who)
    assert.equal(status, 500)
    assert.doesNotMatch(body, /L0214778|Alzette/)
  } finally {
    await portal.owner.query(
      `grant insert (register, purpose, outcome, person_id, space_id, dossier_number, asked_by, asked_by_name)
       on consultations to guichet_app`,
    )
  }
})

test('a difference changes the data only when ticked, and what agrees is vouched for along with it', async () => {
  const { who, code, id } = await citizen()
  const { body } = await sources(code, who)
  assert.ok(text(body).includes('House number: 71') && text(body).includes(t.compare.differs('17')))
  const seen = /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const taken = await portal.post(`/s/${code}/sources/take-over`, { seen, 'take.birthPlace': 'yes' }, who)
  assert.match(taken.headers.location ?? '', /notice=taken/)
  const { rows } = await portal.owner.query('select data, sources from profiles where space_id = $1', [id])
  const { data, sources: from } = rows[0]
  assert.deepEqual([data.locatorDesignator, data.birthPlace], ['17', 'Esch-sur-Alzette'])
  assert.equal(from.locatorDesignator, undefined)
  assert.deepEqual([from.birthPlace.from, from.birthPlace.verified], ['register', true])
  assert.equal(from.thoroughfare.from, 'register')
  const profile = text((await portal.get(`/s/${code}/profile`, who)).body)
  assert.ok(profile.includes(`from the ${t.names.persons}`))
  assert.ok((await logged(code)).includes('persons profile answered'))
})

test('what was taken over can be typed over in one’s own data, and loses its tick', async () => {
  const { who, code } = await citizen()
  const seen = /name="seen" value="([^"]+)"/.exec((await sources(code, who)).body)?.[1] ?? ''
  await portal.post(`/s/${code}/sources/take-over`, { seen, 'take.locatorDesignator': 'yes' }, who)
  const { body } = await portal.get(`/s/${code}/profile/edit`, who)
  assert.match(body, /<input[^>]*name="locatorDesignator"[^>]*value="71"/)
})

test('a register that changed since the page was read takes nothing over', async () => {
  const { who, code, id } = await citizen()
  const form = { seen: 'another', 'take.birthPlace': 'yes' }
  const answer = await portal.post(`/s/${code}/sources/take-over`, form, who)
  assert.match(answer.headers.location ?? '', /notice=changed/)
  const { rows } = await portal.owner.query('select version from profiles where space_id = $1', [id])
  assert.equal(rows[0].version, 1)
})

test('a space created with a Professional certificate shows what the register of companies holds', async () => {
  const { who, code } = await office('professional')
  const words = text((await sources(code, who)).body)
  assert.ok(words.includes(t.names.companies) && words.includes('Rue du Brill') && words.includes('active'))
  assert.ok(!words.includes(t.names.persons))
  assert.deepEqual(await logged(code), ['companies display answered'])
})

test('a company without a number that a certificate vouches for, or opened by a Private one, asks nothing', async () => {
  const before = registers.companies.asked()
  const typed = await office('professional', { sources: {} })
  assert.ok(text((await sources(typed.code, typed.who)).body).includes(t.needs.no_company_number.title))
  const opened = await office('private')
  assert.ok(text((await sources(opened.code, opened.who)).body).includes(t.needs.private_certificate.title))
  assert.equal(registers.companies.asked(), before)
})

test('members see who looked at the company’s data; readers take nothing over', async () => {
  const { who, code, id } = await office('professional')
  const reader = await portal.signIn({ givenName: 'Rita', familyName: 'Reader' })
  await addMember(portal.owner, id, reader.personId, 'reader')
  const { body } = await sources(code, reader)
  assert.doesNotMatch(body, /take-over/)
  assert.equal((await portal.post(`/s/${code}/sources/take-over`, {}, reader)).status, 403)
  const list = text((await portal.get(`/s/${code}/sources/consultations`, who)).body)
  assert.ok(list.includes(t.looked.by('Rita Reader')) && list.includes(t.looked.purpose.display))
})

test('the person reads who looked at their data, thirty at a time', async () => {
  const { who, code } = await citizen()
  await sources(code, who)
  await portal.owner.query(
    `insert into consultations (register, purpose, outcome, person_id, asked_by, asked_by_name)
     select 'persons', 'number', 'match', $1, $1, 'Marie Muster' from generate_series(1, 35)`,
    [who.personId],
  )
  const first = (await portal.get(`/s/${code}/sources/consultations`, who)).body
  assert.equal(first.match(/class="ds-tag"/g)?.length, 30)
  const older = /href="([^"]*consultations\?before=\d+)"/.exec(first)?.[1] ?? assert.fail()
  const second = (await portal.get(older, who)).body
  assert.equal(second.match(/class="ds-tag"/g)?.length, 7)
  assert.ok(
    text(second).includes(t.names.drivingLicences) && text(second).includes(t.looked.by(t.looked.you)),
  )
})

test('the log of everything, down to the least severe line, shows nothing that a register holds', async () => {
  const lines: string[] = []
  const log = openLog('trace', { output: { write: (line) => lines.push(line) } })
  const { config, pools, ownerUrl } = portal
  const app = await buildApp(config, pools, openJobs(), await publishProcedures(ownerUrl, []), log)
  logRequests(app, log)
  const { who, code } = await citizen()
  const { who: worker, code: place } = await office('professional')
  const get = (url: string, { cookie }: SignedIn) => app.inject({ url, headers: { cookie } })
  for (const mode of ['normal', 'down', 'nonsense', 'stranger'] as const) {
    registers.behave(mode)
    assert.equal((await get(`/s/${code}/sources`, who)).statusCode, 200)
    assert.equal((await get(`/s/${place}/sources`, worker)).statusCode, 200)
  }
  await app.close()
  const all = lines.join('')
  assert.match(all, /register_answer_invalid/)
  for (const file of [registers.persons.file, registers.companies.file, registers.drivingLicences.file])
    for (const value of valuesIn(JSON.parse(readFileSync(file, 'utf8'))))
      assert.ok(!all.includes(value), value)
})

/** Long enough not to stand in a log by chance. */
function valuesIn(held: unknown): string[] {
  if (typeof held === 'string') return held.length > 5 && held !== 'ACTIVE' ? [held] : []
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(valuesIn) : []
}

test('of a foreign space nothing is asked, and nobody signed out gets there', async () => {
  const { code } = await citizen()
  const stranger = await portal.signIn()
  const before = registers.persons.asked()
  assert.equal((await sources(code, stranger)).status, 404)
  assert.equal((await portal.get(`/s/${code}/sources/consultations`, stranger)).status, 404)
  assert.equal((await portal.get(`/s/${code}/sources`)).status, 303)
  assert.equal(registers.persons.asked(), before)
})
