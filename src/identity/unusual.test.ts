import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import {
  createIssuer,
  createRoot,
  issueToPerson,
  pemOf,
  privateKeyPem,
} from '../../demo/certificates/authority.ts'
import { subjectFor } from '../../demo/certificates/make.ts'
import { people } from '../../demo/people.ts'
import { type RevocationServer, startRevocation } from '../../demo/revocation/server.ts'
import { type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import type { SignInAs } from '../../test/support.ts'
import { confirmationLinks } from '../communications/secret-link.ts'
import { paths } from '../paths.ts'
import { freePort } from '../platform/port.ts'
import { openTlsOrigin, type TlsOrigin } from './schemes/tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-unusual-'))
let world: SignInWorld
let revocation: RevocationServer
let tls: TlsOrigin | undefined
before(async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  world = await signInWorld({ DATA_DIR: folder }, ({ providers }) => {
    const tls = (providers as Record<string, unknown>[]).find(({ scheme }) => scheme === 'tls')
    Object.assign(tls ?? {}, {
      revocation: { ocsp: { url: `${url}/ocsp` }, crl: { urls: [`${url}/issuing.crl`, `${url}/root.crl`] } },
    })
  })
  revocation = await startRevocation({ port, folder: world.certificates.revocation.folder })
  // Opened anew now that its issuers answer.
  await world.tls.close()
  tls = await openTlsOrigin(world.portal.config, world.portal.pools)
})
after(async () => {
  await tls?.close()
  await revocation.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => world.portal.owner.query('truncate persons, attempts, sign_ins cascade'))

const jempi: SignInAs = {
  ...{ givenName: 'Jempi', familyName: 'Wéber-Schëltgen', provider: 'demo-ca' },
  ...{ serialNumber: '10100000000000000620', email: 'jempi@example.lu', emailConfirmed: true },
}
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' }
const safari = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
}

const refusalsOf = async (personId: string | null) =>
  (
    await world.portal.owner.query(
      `select detail->>'refusal' as refusal from audit_records
       where act = 'sign_in.refused' and person_id is not distinct from $1 order by id`,
      [personId],
    )
  ).rows.map(({ refusal }) => refusal)

async function mailKinds() {
  await world.portal.runJobs()
  return (await world.portal.mails()).map(({ kind, recipient }) => [kind, recipient])
}

test('an expired or revoked certificate that is registered shows in its person’s activity, and is mailed', async () => {
  const expired = await world.portal.signIn(jempi)
  const revoked = await world.portal.signIn({
    ...{ givenName: 'Claudine', familyName: 'Reuter', provider: 'demo-ca', email: 'claudine@example.lu' },
    ...{ emailConfirmed: true, serialNumber: serialOf('claudine-reuter-private') },
  })
  await world.browser('jempi-weber-private').signIn()
  await world.browser('claudine-reuter-private').signIn()
  assert.deepEqual(await refusalsOf(expired.personId), ['expired'])
  assert.deepEqual(await refusalsOf(revoked.personId), ['revoked'])
  const page = await world.portal.get(paths.activity(), expired)
  assert.match(page.body, /Sign-in refused: the certificate had expired/)
  assert.match(page.body, /10100000000000000620/)
  assert.deepEqual(await mailKinds(), [
    ['certificate_unusable', 'jempi@example.lu'],
    ['certificate_unusable', 'claudine@example.lu'],
  ])
})

test('however often it is tried, two mails a day say so; the record has all', async () => {
  const { personId } = await world.portal.signIn(jempi)
  for (let tries = 0; tries < 4; tries++) await world.browser('jempi-weber-private').signIn()
  assert.equal((await refusalsOf(personId)).length, 4)
  assert.equal((await mailKinds()).length, 2)
})

test('a certificate that nobody registered is nobody’s failure', async () => {
  await world.browser('jempi-weber-private').signIn()
  assert.ok((await refusalsOf(null)).includes('expired'))
  assert.deepEqual(await mailKinds(), [])
})

test('nobody is bothered by a certificate somebody made themselves in their name', async () => {
  const { personId } = await world.portal.signIn(jempi)
  const issuing = await createIssuer(
    await createRoot('OpenGuichet Demo Root CA'),
    'OpenGuichet Demo Issuing CA',
  )
  const subject = subjectFor(
    { familyName: 'Wéber-Schëltgen', givenName: 'Jempi' },
    { serialNumber: '10100000000000000620', kind: 'private' },
  )
  const forged = await issueToPerson(issuing, subject)
  const holder = {
    certificate: pemOf(forged.certificate, issuing.certificate),
    key: await privateKeyPem(forged.keys),
  }
  assert.equal((await world.browser(holder).signIn()).status, 403)
  assert.deepEqual(await refusalsOf(personId), [])
  assert.deepEqual(await mailKinds(), [])
})

test('a sign-in from a device not used before is mailed; the first one and known ones are not', async () => {
  const signInFrom = async (device: Record<string, string>) => {
    const browser = world.browser('marie-muster-private')
    const back = await browser.follow(browser.get('/sign-in/start/demo-ca'), '/sign-in/return')
    return { browser, page: await browser.get(back.url, device) }
  }
  const { browser } = await signInFrom(firefox)
  await browser.post(
    '/registration',
    { noNumber: 'yes', email: 'marie@example.lu', language: 'en', terms: 'yes' },
    firefox,
  )
  await world.portal.owner.query('update persons set email_confirmed_at = now(); delete from mails')
  await signInFrom(firefox)
  assert.deepEqual(await mailKinds(), [])
  await signInFrom(safari)
  await signInFrom(safari)
  assert.deepEqual(await mailKinds(), [['new_device', 'marie@example.lu']])
  assert.match((await world.portal.mails())[0]?.text ?? '', /Safari on iOS/)
})

test('when the address changes, the one before is told, and only it', async () => {
  const who = await world.portal.signIn({ email: 'old@example.lu', emailConfirmed: true })
  await world.portal.post(paths.email(), { email: 'new@example.lu' }, who)
  await confirmLatest()
  // Two of them were written at the same moment.
  assert.deepEqual((await mailKinds()).sort(), [
    ['email_changed', 'old@example.lu'],
    ['email_confirmation', 'new@example.lu'],
    ['new_certificate', 'new@example.lu'],
  ])
  await confirmLatest()
  assert.equal((await mailKinds()).length, 3)
})

test('an address that was never confirmed is told nothing', async () => {
  const who = await world.portal.signIn({ email: 'old@example.lu' })
  await world.portal.post(paths.email(), { email: 'new@example.lu' }, who)
  await confirmLatest()
  assert.ok((await mailKinds()).every(([, recipient]) => recipient === 'new@example.lu'))
})

async function confirmLatest() {
  const { rows } = await world.portal.owner.query(
    `select data->>'id' as id from mails where kind = 'email_confirmation' order by created_at desc limit 1`,
  )
  const token = confirmationLinks.token(world.portal.config, rows[0]?.id)
  await world.portal.post(paths.emailConfirmation(token), {})
}

function serialOf(id: string): string {
  const found = people.flatMap(({ certificates }) => certificates).find((one) => one.id === id)
  return found?.serialNumber ?? assert.fail(id)
}
