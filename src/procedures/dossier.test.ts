import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { addMember } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'

let portal: TestPortal
let anna: SignedIn
before(async () => {
  portal = await testPortal()
  anna = await portal.signIn({ givenName: 'Anna', familyName: 'Muster' })
})
after(() => portal.close())

const profile = {
  familyName: 'Muster',
  givenName: 'Anna',
  birthDate: '1984-07-19',
  nationalNumber: '1984071921438',
  thoroughfare: 'Rue de l’Alzette',
  locatorDesignator: '12a',
  postCode: '4010',
  postName: 'Esch-sur-Alzette',
  email: 'anna@example.lu',
}
const verified = {
  from: 'certificate' as const,
  at: '2026-11-01T10:00:00Z',
  verified: true,
  label: 'LuxTrust',
}

async function start(code: string, procedure: string, who = anna, key: string = crypto.randomUUID()) {
  return portal.post(`/s/${code}/dossiers/new`, { procedure, key }, who)
}

test('R1: a business procedure does not start in a private space, and the page says why and what to do', async () => {
  const { code, id } = await giveSpace(portal.owner, anna)
  const answer = await start(code, 'business-permit')
  assert.equal(answer.status, 422)
  assert.match(answer.body, /needs a business space/)
  assert.match(answer.body, /href="\/spaces\/business\/new"/)
  const { rows } = await portal.owner.query('select from dossiers where space_id = $1', [id])
  assert.equal(rows.length, 0)
})

test('R1: a private procedure does not start in a business space', async () => {
  const { code } = await giveSpace(portal.owner, anna, { kind: 'business' })
  const answer = await start(code, 'certificate-of-residence')
  assert.equal(answer.status, 422)
  assert.match(answer.body, /needs a private space/)
})

test('only fitting procedures are offered in a space', async () => {
  const { code } = await giveSpace(portal.owner, anna, { kind: 'business' })
  const { body } = await portal.get(`/s/${code}/dossiers/new`, anna)
  assert.match(body, /Application for a business permit/)
  assert.doesNotMatch(body, /Certificate of residence/)
})

test('R11: a new dossier is filled from the profile and says where from; verified values cannot be typed over', async () => {
  const who = await portal.signIn()
  const sources = { familyName: verified }
  const { code } = await giveSpace(portal.owner, who, { profile, sources })
  const started = await start(code, 'certificate-of-residence', who)
  assert.equal(started.status, 303)
  const { body } = await portal.get(`/s/${code}/dossiers/1/pages/person`, who)
  const form = formOf(body, `/s/${code}/dossiers/1/pages/person`)
  assert.deepEqual(form.thoroughfare, ['Rue de l’Alzette'])
  assert.deepEqual(form.birthDate, ['19/07/1984'])
  assert.equal(form.familyName, undefined)
  assert.match(body, /Filled from your data/)
  assert.match(body, /from your certificate \(LuxTrust\)/)
})

test('R11: nothing is filled when the space does not want its data used', async () => {
  const who = await portal.signIn()
  const { code } = await giveSpace(portal.owner, who, { profile, useData: false })
  await start(code, 'certificate-of-residence', who)
  const { body } = await portal.get(`/s/${code}/dossiers/1/pages/person`, who)
  assert.deepEqual(formOf(body, `/s/${code}/dossiers/1/pages/person`).thoroughfare, [''])
})

test('the form that starts a dossier, sent twice, starts one', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => start(code, 'certificate-of-residence', who, 'the-same-key')),
  )
  assert.deepEqual(new Set(answers.map(({ headers }) => headers.location)).size, 1)
  const { rows } = await portal.owner.query('select from dossiers where space_id = $1', [id])
  assert.equal(rows.length, 1)
})

test('a dossier begun while its space is being closed is not begun', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  await portal.owner.query('begin')
  await portal.owner.query('select from spaces where id = $1 for update', [id])
  const starting = start(code, 'certificate-of-residence', who)
  await setTimeout(300)
  await portal.owner.query('update spaces set closed_at = now(), closed_by = owner_id where id = $1', [id])
  await portal.owner.query('commit')
  assert.equal((await starting).status, 410)
  const { rowCount } = await portal.owner.query('select from dossiers where space_id = $1', [id])
  assert.equal(rowCount, 0)
})

test('numbers of dossiers begun at once in a space are all different', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  await Promise.all(Array.from({ length: 12 }, () => start(code, 'certificate-of-residence', who)))
  const { rows } = await portal.owner.query<{ number: number }>(
    'select number from dossiers where space_id = $1 order by number',
    [id],
  )
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: 12 }, (_, index) => index + 1),
  )
})

test('a reader sees dossiers but starts, changes and deletes none', async () => {
  const opener = await portal.signIn({ kind: 'professional' })
  const { code, id } = await giveSpace(portal.owner, opener, { kind: 'business' })
  await start(code, 'business-permit', opener)
  const reader = await portal.signIn({ givenName: 'Rea' })
  await addMember(portal.owner, id, reader.personId, 'reader')
  assert.equal((await portal.get(`/s/${code}/dossiers`, reader)).status, 200)
  assert.equal((await portal.get(`/s/${code}/dossiers/1`, reader)).status, 200)
  assert.doesNotMatch((await portal.get(`/s/${code}/dossiers`, reader)).body, /dossiers\/new/)
  assert.equal((await start(code, 'business-permit', reader)).status, 403)
  assert.equal(
    (await portal.post(`/s/${code}/dossiers/1/pages/company`, { go: 'later' }, reader)).status,
    403,
  )
  assert.equal((await portal.post(`/s/${code}/dossiers/1/pages/company/autosave`, {}, reader)).status, 403)
  assert.equal((await portal.post(`/s/${code}/dossiers/1/removal`, {}, reader)).status, 403)
  assert.equal((await portal.post(`/s/${code}/dossiers/1/submission`, {}, reader)).status, 403)
})

test('a dossier of another space does not exist, under whichever address', async () => {
  const who = await portal.signIn()
  const { code } = await giveSpace(portal.owner, who)
  await start(code, 'certificate-of-residence', who)
  const stranger = await portal.signIn({ givenName: 'Otto' })
  const own = await giveSpace(portal.owner, stranger)
  for (const path of ['', '/pages/request', '/check', '/submission', '/removal']) {
    assert.equal((await portal.get(`/s/${code}/dossiers/1${path}`, stranger)).status, 404)
    assert.equal((await portal.get(`/s/${own.code}/dossiers/1${path}`, stranger)).status, 404)
  }
  assert.equal((await portal.post(`/s/${own.code}/dossiers/1/submission`, {}, stranger)).status, 404)
  for (const number of ['0', '-1', '1e3', '99999999999', 'x', '1%00'])
    assert.equal((await portal.get(`/s/${code}/dossiers/${number}`, who)).status, 404, number)
})

test('the list shows the last changed first, a page at a time, without gaps or repetitions', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  for (let index = 0; index < 23; index++) await start(code, 'certificate-of-residence', who)
  await portal.owner.query(
    `update dossiers set changed_at = '2026-11-01' where space_id = $1 and number > 10`,
    [id],
  )
  const seen: string[] = []
  let path: string | undefined = `/s/${code}/dossiers`
  while (path) {
    const { body } = await portal.get(path, who)
    seen.push(
      ...[...body.matchAll(/<a class="ds-link title" href="[^"]*\/dossiers\/(\d+)"/g)].map(
        ([, number]) => number ?? '',
      ),
    )
    path = /href="(\/s\/[^"]*\/dossiers\?after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  const expected = [
    ...Array.from({ length: 10 }, (_, i) => 10 - i),
    ...Array.from({ length: 13 }, (_, i) => 23 - i),
  ]
  assert.deepEqual(seen.map(Number), expected)
})

test('a draft can be deleted after asking, its number is not used again, and nothing else can be', async () => {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who)
  await start(code, 'certificate-of-residence', who)
  assert.match((await portal.get(`/s/${code}/dossiers/1/removal`, who)).body, /will be lost/)
  const deleted = await portal.post(`/s/${code}/dossiers/1/removal`, {}, who)
  assert.equal(deleted.headers.location, `/s/${code}/dossiers?notice=deleted`)
  assert.equal((await portal.get(`/s/${code}/dossiers/1`, who)).status, 404)
  const next = await start(code, 'certificate-of-residence', who)
  assert.match(next.headers.location ?? '', /\/dossiers\/2\//)
  await portal.owner.query(`update dossiers set status = 'submitted' where space_id = $1`, [id])
  const kept = await portal.post(`/s/${code}/dossiers/2/removal`, {}, who)
  assert.match(kept.headers.location ?? '', /notice=closed/)
  assert.equal((await portal.get(`/s/${code}/dossiers/2`, who)).status, 200)
})

test('list, form page and check page take one round trip each', async () => {
  const who = await portal.signIn()
  const { code } = await giveSpace(portal.owner, who, { profile })
  await start(code, 'certificate-of-residence', who)
  for (const path of ['', '/1', '/1/pages/person', '/1/check']) {
    const asked = await portal.queries(() => portal.get(`/s/${code}/dossiers${path}`, who))
    assert.equal(asked.roundTrips, 1, path)
  }
})
