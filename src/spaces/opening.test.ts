import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeSpace } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { openings } from '../identity/opening.ts'
import { removeCertificate } from '../identity/registered.ts'
import { paths } from '../paths.ts'
import { openJobs } from '../platform/jobs.ts'
import { asPerson } from '../scopes.ts'

let portal: TestPortal
let opener: SignedIn
let codes: Record<'private' | 'business' | 'organization' | 'certificate', string>
const boundSerial = '10200000000000000777'
const company = { organizationName: 'Schreinerei Muster', organizationIdentifier: 'NTRLU-B248163' }
const other = { organizationName: 'Other S.A.', organizationIdentifier: 'NTRLU-B999999' }

before(async () => {
  portal = await testPortal()
  const { owner } = portal
  opener = await portal.signIn({ kind: 'professional', ...company })
  const bound = await makeSpace(owner, opener, 'business')
  await owner.query(
    'update memberships set bound_organization = $2, bound_organization_name = $3 where space_id = $1',
    [bound.id, company.organizationIdentifier, company.organizationName],
  )
  codes = {
    private: (await makeSpace(owner, opener)).code,
    business: (await makeSpace(owner, opener, 'business')).code,
    organization: bound.code,
    certificate: (await boundToOneCertificate()).code,
  }
})
after(() => portal.close())

async function boundToOneCertificate() {
  const space = await makeSpace(portal.owner, opener, 'business')
  const { certificateId } = await portal.signIn({ personId: opener.personId, serialNumber: boundSerial })
  await portal.owner.query('update memberships set bound_certificate_id = $2 where space_id = $1', [
    space.id,
    certificateId,
  ])
  return space
}

/** Somebody at the door with each kind of certificate. */
async function holder(certificate: (typeof openings)[number]['certificate']): Promise<SignedIn> {
  const { personId } = opener
  if (certificate === 'bound') return signInAgain()
  if (certificate === 'private' || certificate === 'another') return portal.signIn({ personId })
  if (certificate === 'professional') return portal.signIn({ personId, kind: 'professional', ...company })
  if (certificate === 'other_company') return portal.signIn({ personId, kind: 'professional', ...other })
  if (certificate === 'unregistered') return portal.signIn()
  const removed = await portal.signIn({ personId })
  await asPerson(portal.pools, removed.token, (tx) =>
    removeCertificate(tx, openJobs(), personId, removed.certificateId),
  )
  return removed
}

/** With the bound certificate, which was removed and registered anew: still the same identity. */
async function signInAgain(): Promise<SignedIn> {
  const { personId } = opener
  await portal.owner.query('update certificates set removed_at = now() where serial_number = $1', [
    boundSerial,
  ])
  return portal.signIn({ personId, serialNumber: boundSerial })
}

for (const { id, space, bound, certificate, opens } of openings)
  test(`${id}: ${opens ? 'opens' : 'does not open'}`, async () => {
    const code = codes[bound ?? space]
    const { status, body } = await portal.get(paths.space(code), await holder(certificate))
    assert.equal(status === 200, opens, `${status}`)
    if (!opens) assert.doesNotMatch(body, /A space/)
  })

test('a space bound to another company leads to a page that says which certificate opens it', async () => {
  const who = await holder('private')
  const away = await portal.get(paths.profile(codes.organization), who)
  assert.equal(away.headers.location, paths.spaceCertificate(codes.organization))
  const page = await portal.get(paths.spaceCertificate(codes.organization), who)
  assert.match(page.body, /It opens with a Professional certificate of Schreinerei Muster\./)
  assert.match(page.body, /NTRLU-B248163/)
  assert.match((await portal.get('/spaces', who)).body, /Opens with a certificate of Schreinerei Muster/)
  const fitting = await holder('professional')
  assert.doesNotMatch((await portal.get('/spaces', fitting)).body, /Opens with a certificate of/)
  assert.equal((await portal.post(paths.useData(codes.organization), {}, who)).status, 403)
})

test('strangers learn nothing of a bound space, nor does anybody of one that is not bound', async () => {
  const stranger = await portal.signIn()
  for (const path of [paths.space(codes.organization), paths.spaceCertificate(codes.organization)])
    assert.equal((await portal.get(path, stranger)).status, 404, path)
  assert.equal((await portal.get(paths.spaceCertificate(codes.business), opener)).status, 404)
})

test('help shows every row of the table', async () => {
  const { body } = await portal.get('/help/certificates')
  assert.equal(body.match(/<tr>/g)?.length, openings.length + 1)
})
