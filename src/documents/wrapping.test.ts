import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { giveDocument } from '../../test/documents.ts'
import { giveSpace } from '../../test/filled-space.ts'
import { readAll, samplePdf } from '../../test/samples.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { deriveKey } from '../platform/keys.ts'
import { openKeyRing } from './key-ring.ts'
import { type Place, wrapKey } from './sealing.ts'
import { openVault, vaultOf } from './vault.ts'
import { refuseMissingKeys, rewrapKeys } from './wrapping.ts'

const oldKey = Buffer.alloc(32, 8)
const newKey = randomBytes(32)
const [oldRing, bothRings, newRing] = [
  openKeyRing(oldKey),
  openKeyRing(newKey, [oldKey]),
  openKeyRing(newKey),
]
let portal: TestPortal
let who: SignedIn
let code: string
let spaceId: string
before(async () => {
  portal = await testPortal()
  who = await portal.signIn()
  ;({ code, id: spaceId } = await giveSpace(portal.owner, who, {}))
})
after(() => portal.close())
beforeEach(() => portal.owner.query('truncate documents, case_documents cascade'))

const wrappedKeyOf = async (id: string): Promise<Buffer> =>
  (await portal.owner.query('select wrapped_key from documents where id = $1', [id])).rows[0]?.wrapped_key
const readWith = async (ring = oldRing, id: string) => {
  const { store } = openVault(portal.config)
  return readAll(await vaultOf(store, ring).open({ spaceId, id }, await wrappedKeyOf(id)))
}
const filesOf = () => {
  const folder = join(portal.config.DATA_DIR, 'documents', spaceId)
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}
const refused = (ring = oldRing) => refuseMissingKeys(portal.ownerUrl, ring)

/** Rows alone, as many as it takes. */
async function giveRows(count: number, wrap: (place: Place) => Buffer) {
  const places = Array.from({ length: count }, () => ({ spaceId, id: randomUUID() }))
  await portal.owner.query(
    `insert into documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name)
     select $1, n.id, 'a.pdf', 'application/pdf', 1, repeat('0', 64), n.wrapped, $4, 'A'
     from unnest($2::uuid[], $3::bytea[]) n (id, wrapped)`,
    [spaceId, places.map(({ id }) => id), places.map(wrap), who.personId],
  )
}
/** As they were before keys had names. */
const nameless = (place: Place) => wrapKey(randomBytes(32), deriveKey(oldKey, 'documents'), place)

test('a new key opens nothing until all is wrapped under it; then it alone opens all, and no file was touched', async () => {
  const ids = [await giveDocument(portal, who, code), await giveDocument(portal, who, code)]
  const files = filesOf()
  await refused(oldRing)
  await refused(bothRings)
  await assert.rejects(refused(newRing), /^Error: DOCUMENTS_KEY: some documents are under another key/)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 2, remaining: 0 })
  await refused(newRing)
  for (const id of ids) assert.ok(samplePdf('Identity card.pdf').equals(await readWith(newRing, id)))
  assert.deepEqual(filesOf(), files)
  await assert.rejects(refused(oldRing), /under another key/)
  await assert.rejects(readWith(oldRing, ids[0] ?? ''), /which is not there/)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 0, remaining: 0 })
})

test('keys wrapped before keys had names open, tell when theirs is not there, and get one', async () => {
  await giveRows(3, nameless)
  await refused(bothRings)
  await assert.rejects(refused(newRing), /under another key/)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, oldRing), { done: 3, remaining: 0 })
  await refused(oldRing)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 3, remaining: 0 })
  await refused(newRing)
})

test('stopped half way, both keys are needed, and it goes on where it was', async () => {
  await giveRows(1100, (place) => oldRing.wrap(randomBytes(32), place))
  const stopping = rewrapKeys(portal.ownerUrl, bothRings, ({ remaining }) => {
    assert.equal(remaining, 600)
    throw new Error('stopped')
  })
  await assert.rejects(stopping, /stopped/)
  await refused(bothRings)
  await assert.rejects(refused(newRing), /under another key/)
  await assert.rejects(refused(oldRing), /under another key/)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 600, remaining: 0 })
  await refused(newRing)
})

test('what was submitted is wrapped anew for its authority, too', async () => {
  const id = await giveDocument(portal, who, code)
  await giveCase(id)
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 2, remaining: 0 })
  const { rows } = await portal.owner.query('select wrapped_key from case_documents')
  newRing.unwrap(rows[0]?.wrapped_key, { spaceId, id })
  await portal.owner.query('update case_documents set wrapped_key = $1', [
    oldRing.wrap(randomBytes(32), { spaceId, id }),
  ])
  await assert.rejects(refused(newRing), /under another key/)
})

test('a wrong key wraps nothing, and what does not open is left as it is and counted', async () => {
  const id = await giveDocument(portal, who, code)
  const wrapped = await wrappedKeyOf(id)
  const wrong = openKeyRing(newKey, [randomBytes(32)])
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, wrong), { done: 0, remaining: 1 })
  assert.ok(wrapped.equals(await wrappedKeyOf(id)))
  await giveRows(1, () => Buffer.concat([oldRing.name, randomBytes(60)]))
  assert.deepEqual(await rewrapKeys(portal.ownerUrl, bothRings), { done: 1, remaining: 1 })
})

test('the command says how many it did and how many remain; the portal starts with no key missing', async () => {
  const id = await giveDocument(portal, who, code)
  const env = {
    DATABASE_URL: portal.url,
    DATABASE_OWNER_URL: portal.ownerUrl,
    SECRET_KEY: randomBytes(32).toString('base64'),
    DOCUMENTS_KEY: newKey.toString('base64'),
    LOG_LEVEL: 'silent',
    DATA_DIR: portal.config.DATA_DIR,
  }
  const [start, rewrap] = [['main.ts'], ['guichet.ts', 'documents', 'rewrap']]
  const refusal = run(start, env)
  assert.equal(refusal.status, 1)
  assert.match(refusal.output, /^DOCUMENTS_KEY: some documents are under another key; .*\n$/)
  const vain = run(rewrap, env)
  assert.equal(vain.status, 1)
  assert.match(vain.output, /^1 keys of documents remain under other keys: .*\n$/)
  const both = { ...env, DOCUMENTS_KEYS_OTHER: ` ${oldKey.toString('base64')} ,` }
  const done = run(rewrap, both)
  assert.deepEqual(done, {
    status: 0,
    output: '1 done, 0 remain\nAll documents are under DOCUMENTS_KEY (1 keys were wrapped anew).\n',
  })
  assert.ok(samplePdf('Identity card.pdf').equals(await readWith(newRing, id)))
})

function run([file = '', ...words]: string[], env: Record<string, string>) {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...words], { env: { PATH, ...env } })
  return { status, output: `${stdout}${stderr}` }
}

async function giveCase(documentId: string) {
  const caseId = randomUUID()
  await portal.owner.query(
    `insert into cases (authority_id, id, space_id, number, reference, procedure_id, procedure_version, language,
       submission, hash, submitted_at)
     select 'residents-office', $1, $2, 1, 'x-1', id, version, 'en', '{}', 'x', now() from procedures limit 1`,
    [caseId, spaceId],
  )
  await portal.owner.query(
    `insert into case_documents (authority_id, case_id, document_id, space_id, name, media_type, size, sha256, wrapped_key)
     select 'residents-office', $1, id, space_id, name, media_type, size, sha256, wrapped_key
     from documents where id = $2`,
    [caseId, documentId],
  )
}
