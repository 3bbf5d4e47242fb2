import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { giveSpace } from '../../test/filled-space.ts'
import { addMember } from '../../test/space.ts'
import { type TestDatabase, type TestPortal, testDatabase, testPortal } from '../../test/support.ts'
import { loadProcedures, offerable, publishProcedures } from './catalogue.ts'

let database: TestDatabase
let portal: TestPortal
before(async () => {
  database = await testDatabase()
  portal = await testPortal()
})
after(async () => {
  await database.close()
  await portal.close()
})

const [permit, certificate] = loadProcedures(fileURLToPath(new URL('../../procedures', import.meta.url)))
if (!permit || !certificate) throw new Error('two procedures are shipped')
const { version } = certificate

test('a published version stays as it is: other contents under its number are refused in one line', async () => {
  await publishProcedures(database.ownerUrl, [certificate])
  await publishProcedures(database.ownerUrl, [certificate])
  const changed = { ...certificate, minutes: certificate.minutes + 1 }
  await assert.rejects(publishProcedures(database.ownerUrl, [changed]), {
    message: `procedure certificate-of-residence: version ${version} was published with other contents; raise "version" to ${version + 1}`,
  })
})

test('a new version is on offer, and drafts find the one they began with', async () => {
  const second = { ...certificate, version: version + 1, minutes: 9 }
  const catalogue = await publishProcedures(database.ownerUrl, [second])
  assert.equal(catalogue.current('certificate-of-residence')?.version, version + 1)
  assert.equal(catalogue.version('certificate-of-residence', version)?.minutes, certificate.minutes)
  assert.equal(catalogue.version('certificate-of-residence', version + 2), null)
})

test('a procedure that is no longer on offer still runs in the dossiers it has', async () => {
  const catalogue = await publishProcedures(database.ownerUrl, [])
  assert.equal(catalogue.current('certificate-of-residence'), null)
  assert.ok(catalogue.version('certificate-of-residence', version))
})

test('a procedure whose authority is not connected is not on offer', () => {
  const { offered, unconnected } = offerable([permit, certificate], [{ id: 'residents-office' }])
  assert.deepEqual(offered, [certificate])
  assert.deepEqual(unconnected, [permit])
})

test('the catalogue is public, filters by its address, and says what to do when nothing is found', async () => {
  const all = await portal.get('/procedures')
  assert.match(all.body, /2 procedures/)
  const found = await portal.get('/procedures?q=AUTORISATION&theme=business&for=business')
  assert.match(found.body, /href="\/procedures\/business-permit"/)
  assert.doesNotMatch(found.body, /certificate-of-residence"/)
  assert.match(found.body, /value="AUTORISATION"/)
  const none = await portal.get('/procedures?q=%3Cscript%3E&theme=nonsense&for=%00')
  assert.equal(none.status, 200)
  assert.match(none.body, /Nothing found/)
  assert.match(none.body, /Show all procedures/)
  assert.doesNotMatch(none.body, /<script>/)
})

test('a procedure says for whom, cost, time, authority, legal basis, needs and when it was updated', async () => {
  const { body } = await portal.get('/procedures/business-permit')
  for (const words of [
    'For whom',
    '€50',
    '3 months',
    'Legal basis',
    'legilux.public.lu/eli',
    'What you need',
    '19\u00a0October 2026',
    '3 pages',
  ])
    assert.ok(body.includes(words), words)
  assert.equal((await portal.get('/procedures/nothing')).status, 404)
})

test('to start one signs in and comes back, and then chooses among fitting spaces only (R1)', async () => {
  const path = '/procedures/business-permit'
  assert.match((await portal.get(path)).body, /href="\/sign-in\?back=%2Fprocedures%2Fbusiness-permit"/)
  const who = await portal.signIn()
  const none = await portal.get(path, who)
  assert.match(none.body, /You need a business space/)
  assert.match(none.body, /href="\/spaces\/business\/new"/)
  const mine = await giveSpace(portal.owner, who)
  const one = await giveSpace(portal.owner, who, { kind: 'business', title: 'Muster Sàrl' })
  const single = await portal.get(path, who)
  assert.match(single.body, /Start in Muster Sàrl/)
  assert.ok(single.body.includes(`action="/s/${one.code}/dossiers/new"`))
  assert.ok(!single.body.includes(mine.code))
  const two = await giveSpace(portal.owner, who, { kind: 'business', title: 'Zwei' })
  const several = await portal.get(path, who)
  for (const { code } of [one, two]) assert.ok(several.body.includes(`action="/s/${code}/dossiers/new"`))
})

test('who may only read in a space is told whom to ask', async () => {
  const owner = await portal.signIn({ kind: 'professional' })
  const { id } = await giveSpace(portal.owner, owner, { kind: 'business' })
  const reader = await portal.signIn()
  await addMember(portal.owner, id, reader.personId, 'reader')
  const { body } = await portal.get('/procedures/business-permit', reader)
  assert.match(body, /Ask an administrator of the space/)
  assert.doesNotMatch(body, /dossiers\/new/)
})

test('whoever is asked for data reads on that form what becomes of them, in their language', async () => {
  const { retention, purpose } = certificate.dataProtection
  const { body } = await portal.get('/procedures/certificate-of-residence', undefined, {
    'accept-language': 'de',
  })
  for (const said of [purpose.de, retention.de, 'Was mit Ihren Daten geschieht'])
    assert.ok(body.includes(said), said)
})
