import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { people } from '../../demo/people.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { confirmNumber } from '../../test/number.ts'
import { sourcesWorld } from '../../test/sources-world.ts'
import type { SignedIn } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'

const t = messages('en').sources
const marie = people.find(({ id }) => id === 'marie-muster')?.nationalNumber ?? assert.fail()

const world = await sourcesWorld({ REGISTER_QUESTIONS_PER_HOUR: '2' })
const { portal, registers } = world
beforeEach(world.reset)
after(world.close)

async function citizen() {
  const who = await portal.signIn({ givenName: 'Marie' })
  await confirmNumber(portal, who, marie)
  const profile = { familyName: 'Muster', locatorDesignator: '17' }
  const { code } = await giveSpace(portal.owner, who, { profile })
  return { who, code }
}
const look = (code: string, who: SignedIn) => portal.get(`/s/${code}/sources`, who)
const asked = async ({ personId }: SignedIn) =>
  (await portal.owner.query('select register from consultations where asked_by = $1', [personId])).rows.map(
    ({ register }) => register,
  )
const twice = ['drivingLicences', 'drivingLicences', 'persons', 'persons']

test('a register asked as often as may be is left alone, the page says so, and the log holds no question that was not asked', async () => {
  const { who, code } = await citizen()
  await look(code, who)
  await look(code, who)
  const { status, body } = await look(code, who)
  assert.equal(status, 200)
  assert.equal(body.split(t.too_many).length - 1, 2)
  assert.doesNotMatch(body, /L0214778/)
  assert.deepEqual((await asked(who)).sort(), twice)
  assert.equal((await portal.get(`/s/${code}/sources/consultations`, who)).status, 200)
})

test('reloading many times at once asks no more often', async () => {
  const { who, code } = await citizen()
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => look(code, who)))
  assert.deepEqual((await asked(who)).sort(), twice)
})

test('questions without an answer count, another person’s do not, and after an hour there are more', async () => {
  registers.behave('down')
  const { who, code } = await citizen()
  for (let one = 0; one < 3; one++) await look(code, who)
  assert.deepEqual((await asked(who)).sort(), twice)
  registers.behave('normal')
  await portal.owner.query(`update persons set national_number_state = 'none', national_number_hash = null,
    national_number_sealed = null, national_number_confirmed_by = null`)
  const other = await citizen()
  assert.match((await look(other.code, other.who)).body, /L0214778/)
  await portal.owner.query(`update attempts set at = now() - interval '61 minutes'`)
  assert.match((await look(other.code, other.who)).body, /L0214778/)
})

test('beyond the limit nothing is taken over and no form is filled; each says so', async () => {
  const { who, code } = await citizen()
  await look(code, who)
  const { body } = await look(code, who)
  const seen = /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail()
  const taken = await portal.post(`/s/${code}/sources/take-over`, { seen, 'take.birthPlace': 'yes' }, who)
  assert.equal(taken.headers.location, `/s/${code}/sources?notice=too_many`)
  assert.ok((await portal.get(taken.headers.location ?? '', who)).body.includes(t.notices.too_many))
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'certificate-of-residence' }, who)
  const page = `/s/${code}/dossiers/1/pages/person/source`
  const shown = await portal.get(page, who)
  assert.equal(shown.status, 200)
  assert.ok(shown.body.includes(t.too_many))
  assert.equal((await portal.post(page, { seen, 'take.birthPlace': 'yes' }, who)).headers.location, page)
  assert.deepEqual((await asked(who)).sort(), twice)
})
