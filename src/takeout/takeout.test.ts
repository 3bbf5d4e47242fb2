import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { fromBufferPromise } from 'yauzl'
import { giveSpace } from '../../test/filled-space.ts'
import { upload } from '../../test/multipart.ts'
import { samplePdf } from '../../test/samples.ts'
import { addMember, makeSpace } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { sealNationalNumber } from '../identity/secrets.ts'
import { paths } from '../paths.ts'

let portal: TestPortal
let anna: SignedIn
let files: Map<string, string>

before(async () => {
  portal = await testPortal()
  anna = await portal.signIn({ givenName: 'Anna', email: 'anna@example.lu' })
  const bert = await portal.signIn({ givenName: 'Bert', email: 'bert@example.lu', kind: 'professional' })
  const own = await giveSpace(portal.owner, anna, { profile: { familyName: 'Anna-in-her-space' } })
  const shared = await giveSpace(portal.owner, bert, {
    kind: 'business',
    profile: { legalName: 'Company-of-Bert' },
  })
  await addMember(portal.owner, shared.id, anna.personId, 'reader')
  const bound = await makeSpace(portal.owner, anna, 'business')
  await portal.owner.query('update memberships set bound_organization = $2 where space_id = $1', [
    bound.id,
    'NTRLU-B999999',
  ])
  await portal.post(paths.newDossier(own.code), { procedure: 'certificate-of-residence', key: 'k' }, anna)
  const document = { field: 'file', name: 'Diplom.pdf', bytes: samplePdf('my diploma') }
  await upload(portal, paths.documents(own.code), anna, [document, document])
  await portal.owner.query(
    `update persons set national_number_state = 'declared', national_number_hash = '\\x01',
       national_number_sealed = $2 where id = $1`,
    [anna.personId, sealNationalNumber(portal.config, '1990010112345')],
  )
  files = await takenOutBy(anna)
  codes = { own: own.code, shared: shared.code, bound: bound.code }
})
after(() => portal.close())
let codes: { own: string; shared: string; bound: string }

async function takenOutBy({ cookie }: SignedIn): Promise<Map<string, string>> {
  const answer = await portal.app.inject({
    method: 'POST',
    url: paths.takeout(),
    headers: { cookie, origin: portal.config.BASE_URL },
  })
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'application/zip')
  assert.match(
    String(answer.headers['content-disposition']),
    /^attachment; filename\*=UTF-8''my-data-[\d-]+\.zip$/,
  )
  const found = new Map<string, string>()
  const zip = await fromBufferPromise(answer.rawPayload)
  for await (const entry of zip.eachEntry()) {
    found.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  }
  return found
}

const rowsOf = (path: string): Record<string, unknown>[] => JSON.parse(files.get(path) ?? '[]')

test('one file holds what is kept on the person and in the space they administer', () => {
  assert.equal(rowsOf('person/persons.json')[0]?.given_name, 'Anna')
  assert.equal(rowsOf('person/national_number.json')[0]?.national_number, '1990010112345')
  assert.equal(rowsOf('person/certificates.json').length, 1)
  assert.equal(rowsOf(`spaces/${codes.own}/profiles.json`).length, 1)
  assert.equal(rowsOf(`spaces/${codes.own}/profile_versions.json`).length, 1)
  assert.equal(rowsOf(`spaces/${codes.own}/dossiers.json`)[0]?.procedure_id, 'certificate-of-residence')
  assert.ok(rowsOf('person/audit_records.json').some(({ act }) => act === 'takeout.made'))
  const inSpace = rowsOf(`spaces/${codes.own}/audit_records.json`).map(({ act }) => act)
  assert.deepEqual(inSpace, ['dossier.started', 'document.uploaded', 'document.uploaded'])
  assert.match(files.get('READ-ME.txt') ?? '', /Take out my data/)
})

test('the documents of the space are inside as they were uploaded, also two of one name', () => {
  for (const name of ['Diplom.pdf', 'Diplom (2).pdf'])
    assert.match(files.get(`spaces/${codes.own}/documents/${name}`) ?? '', /my diploma/)
  assert.equal(rowsOf(`spaces/${codes.own}/documents.json`).length, 2)
})

test('nothing of others, and nothing of a space one only reads', () => {
  const all = [...files].map((pair) => pair.join('\n')).join('\n')
  assert.ok(all.includes('Anna-in-her-space'))
  for (const foreign of ['Company-of-Bert', 'bert@example.lu', `spaces/${codes.shared}`])
    assert.ok(!all.includes(foreign), foreign)
  assert.deepEqual(
    rowsOf('person/memberships.json').map(({ person_id: id }) => id),
    [anna.personId, anna.personId, anna.personId],
  )
})

test('a space that another certificate opens is named, and not inside', () => {
  assert.ok(![...files.keys()].some((path) => path.includes(codes.bound)))
  assert.ok(files.get('READ-ME.txt')?.includes(codes.bound))
})

test('no hash, no sealed value and no token leaves with it', () => {
  const named = [...files.values()].join('\n').match(/"\w*(_hash|sealed|token)\w*":/g)
  assert.equal(named, null)
})

/** Machinery: what they hold is no statement about a person, or the person is told it elsewhere. */
const notTold: Record<string, string> = {
  activation_codes: 'a code that opens the account; its making is in the activity',
  recoveries: 'words of whoever asked, who may be a stranger; each step is in the activity',
  sessions: 'tokens; each session is in the activity',
}

test('every table about persons or spaces is readable for its person, or it is said here why not', async () => {
  const { rows } = await portal.owner.query<{ name: string }>(`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and obj_description(c.oid, 'pg_class') ~ '@class (directory|space-owned|audit)'
      and a.attname in ('person_id', 'space_id') and not a.attisdropped
      and not has_column_privilege('guichet_app', c.oid, a.attnum, 'select')
    order by 1`)
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(notTold).sort(),
  )
})

test('without a session the sign-in page comes first, and a stranger’s browser gets nothing', async () => {
  const { status, headers } = await portal.get(paths.takeout())
  assert.equal(status, 303)
  assert.match(headers.location ?? '', /^\/sign-in/)
  assert.equal((await portal.post(paths.takeout(), {})).status, 401)
})
