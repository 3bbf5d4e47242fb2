import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveSpace } from '../../test/filled-space.ts'
import { encodeMultipart, type Sent, upload } from '../../test/multipart.ts'
import { largePdf, samplePdf, samplePng } from '../../test/samples.ts'
import { addMember } from '../../test/space.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import { openVault } from './vault.ts'

const words = messages('en').documents
let portal: TestPortal
let owner: SignedIn
let manager: SignedIn
let reader: SignedIn
let stranger: SignedIn
let code: string
let spaceId: string
before(async () => {
  portal = await testPortal({ DOCUMENT_MEGABYTES: '1', SPACE_MEGABYTES: '3' })
  owner = await portal.signIn({ givenName: 'Anna', familyName: 'Owner', kind: 'professional' })
  manager = await portal.signIn({ givenName: 'Ben', familyName: 'Manager' })
  reader = await portal.signIn({ givenName: 'Cleo', familyName: 'Reader' })
  stranger = await portal.signIn({ givenName: 'Dora', familyName: 'Stranger' })
  const space = await giveSpace(portal.owner, owner, { kind: 'business' })
  code = space.code
  spaceId = space.id
  await addMember(portal.owner, spaceId, manager.personId, 'manager')
  await addMember(portal.owner, spaceId, reader.personId, 'reader')
})
after(() => portal.close())

const pdf = (name: string, more = name): Sent => ({ field: 'file', name, bytes: samplePdf(more) })
const put = (files: Sent[], who = owner) => upload(portal, paths.documents(code), who, files)
async function idOfNew(name: string): Promise<string> {
  const { rows } = await portal.owner.query<{ id: string }>(
    'select id from documents where space_id = $1 and name = $2 order by uploaded_at desc',
    [spaceId, name],
  )
  return rows[0]?.id ?? assert.fail(`no ${name}`)
}
async function given(name: string, bytes = samplePdf(name)): Promise<string> {
  assert.equal((await put([{ field: 'file', name, bytes }])).status, 303)
  return idOfNew(name)
}
const bytesOf = async (path: string, who: SignedIn) => {
  const answer = await portal.app.inject({ url: path, headers: { cookie: who.cookie } })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}
const bytesKept = () => {
  const folder = join(portal.config.DATA_DIR, 'documents')
  return [spaceId, 'unfinished'].flatMap((name) => {
    try {
      return readdirSync(join(folder, name))
    } catch {
      return []
    }
  })
}
async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await portal.owner.query<{ told: string }>(
    `select kind || ' ' || person_name as told from document_events where document_id = $1 order by at, id`,
    [id],
  )
  return rows.map(({ told }) => told)
}
async function clear() {
  await portal.owner.query('update documents set removed_at = now(), removed_by = uploaded_by')
}

test('what is uploaded is listed, comes back byte for byte, and lies encrypted in the folder', async () => {
  const bytes = samplePdf('passport 12345')
  const id = await given('Personalausweis Müller.pdf', bytes)
  const list = await portal.get(paths.documents(code), reader)
  assert.match(list.body, /Personalausweis Müller\.pdf/)
  assert.match(list.body, /by Anna Owner/)
  const answer = await bytesOf(paths.documentFile(code, id), reader)
  assert.equal(answer.status, 200)
  assert.ok(bytes.equals(answer.bytes))
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.equal(answer.headers['content-length'], String(bytes.length))
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.equal(
    answer.headers['content-disposition'],
    `attachment; filename*=UTF-8''Personalausweis%20M%C3%BCller.pdf`,
  )
  const kept = await portal.owner.query('select * from documents where id = $1', [id])
  assert.doesNotMatch(JSON.stringify(kept.rows), /passport 12345/)
  assert.deepEqual(await eventsOf(id), ['uploaded Anna Owner', 'opened Cleo Reader'])
  const page = await portal.get(paths.document(code, id), owner)
  assert.match(page.body, /Opened by Cleo Reader/)
})

test('a preview shows pictures without letting anything run, and what browsers cannot show is not previewed', async () => {
  const id = await given('photo.png', samplePng())
  const { status, headers } = await bytesOf(paths.documentPreview(code, id), owner)
  assert.equal(status, 200)
  assert.match(String(headers['content-disposition']), /^inline/)
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox$/)
  await portal.owner.query(`update documents set media_type = 'image/tiff' where id = $1`, [id])
  assert.equal((await bytesOf(paths.documentPreview(code, id), owner)).status, 303)
})

test('several files at once: the good ones are kept, each refused one is named with its reason, and leaves no bytes', async () => {
  await clear()
  const before = bytesKept().length
  const answer = await put([
    pdf('one.pdf'),
    { field: 'file', name: 'page.html', bytes: Buffer.from('<script>alert(1)</script>') },
    { field: 'file', name: 'huge.pdf', bytes: largePdf(1_000_000) },
    { field: 'file', name: 'nothing.pdf', bytes: Buffer.alloc(0) },
    pdf('two.pdf'),
  ])
  assert.equal(answer.status, 422)
  assert.ok(answer.body.includes(`page.html ${words.refused.kind}`))
  assert.ok(answer.body.includes(`huge.pdf ${words.refused.tooLarge}`))
  assert.ok(answer.body.includes(`nothing.pdf ${words.refused.empty}`))
  assert.match(answer.body, />one\.pdf</)
  assert.match(answer.body, />two\.pdf</)
  assert.equal(bytesKept().length, before + 2)
})

test('a file of exactly the limit is kept', async () => {
  await clear()
  const bytes = largePdf(1_000_000).subarray(0, 1_000_000)
  assert.equal((await put([{ field: 'file', name: 'limit.pdf', bytes }])).status, 303)
})

test('the room of a space ends where it ends, also for uploads at the same moment', async () => {
  await clear()
  const before = bytesKept().length
  const big = (name: string): Sent => ({ field: 'file', name, bytes: largePdf(900_000) })
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => put([big(`${name}.pdf`)])))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 303, 303, 422, 422])
  const full = answers.find(({ status }) => status === 422)
  assert.ok(full?.body.includes(words.refused.room))
  const { rows } = await portal.owner.query(
    'select sum(size)::int as used from documents where space_id = $1 and removed_at is null',
    [spaceId],
  )
  assert.ok(rows[0].used <= 3_000_000)
  assert.equal(bytesKept().length, before + 3, 'what found no room has left no bytes')
  const more = await put([big('f.pdf')])
  assert.ok(more.body.includes(`f.pdf ${words.refused.room}`))
})

test('what fails after its files were kept lets go of them in a while, and of nothing that has a row', async (t) => {
  await clear()
  const before = bytesKept()
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const path = paths.dossierPage(code, 99, 'nowhere')
  const answer = await upload(portal, path, owner, [{ ...pdf('lost.pdf'), field: 'x.file' }])
  assert.equal(answer.status, 404)
  assert.equal(bytesKept().length, before.length + 1)
  t.mock.timers.tick(60_001)
  t.mock.timers.reset()
  for (let tries = 0; bytesKept().length > before.length && tries < 100; tries++) await sleep(20)
  assert.deepEqual(bytesKept(), before)
})

test('what another site sends is refused before a byte is kept', async () => {
  const before = bytesKept().length
  const elsewhere: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
  ]
  for (const headers of elsewhere) {
    const answer = await upload(portal, paths.documents(code), owner, [pdf('forged.pdf')], {}, headers)
    assert.equal(answer.status, 403)
  }
  assert.equal(bytesKept().length, before)
})

test('a form without a file says what is missing', async () => {
  const empty: Sent = { field: 'file', name: '', bytes: Buffer.alloc(0) }
  for (const answer of [await put([empty]), await portal.post(paths.documents(code), {}, owner)]) {
    assert.equal(answer.status, 422)
    assert.ok(answer.body.includes(words.nothingChosen))
  }
})

test('a script is told what became of each file', async () => {
  await clear()
  const answer = await upload(
    portal,
    paths.documents(code),
    owner,
    [pdf('mine.pdf'), { field: 'file', name: 'x.txt', bytes: Buffer.from('x') }],
    {},
    { accept: 'application/json' },
  )
  const { saved, refused } = JSON.parse(answer.body)
  assert.equal(saved[0].name, 'mine.pdf')
  assert.match(saved[0].about, /^PDF, .* by Anna Owner$/)
  assert.deepEqual(refused, [{ name: 'x.txt', message: `x.txt ${words.refused.kind}` }])
})

test('readers open and do not change; strangers and people of other spaces find nothing', async () => {
  const id = await given('roles.pdf')
  const before = bytesKept().length
  assert.equal((await put([pdf('no.pdf')], reader)).status, 403)
  assert.equal((await put([pdf('no.pdf')], stranger)).status, 404)
  assert.equal((await upload(portal, paths.documents(code), { cookie: '' }, [pdf('no.pdf')])).status, 401)
  assert.equal(bytesKept().length, before, 'nobody’s bytes were kept')
  for (const path of [paths.documentName(code, id), paths.documentRemoval(code, id)]) {
    assert.equal((await portal.post(path, { name: 'x' }, reader)).status, 403)
    assert.equal((await portal.post(path, { name: 'x' }, stranger)).status, 404)
  }
  const readerPage = await portal.get(paths.document(code, id), reader)
  assert.doesNotMatch(readerPage.body, /removal|name="name"/)
  assert.doesNotMatch((await portal.get(paths.documents(code), reader)).body, /type="file"/)
  const own = await giveSpace(portal.owner, stranger, {})
  for (const path of [paths.document, paths.documentFile, paths.documentPreview, paths.documentRemoval])
    assert.equal((await portal.get(path(own.code, id), stranger)).status, 404)
  assert.equal((await portal.post(paths.documentName(own.code, id), { name: 'x' }, stranger)).status, 404)
  assert.deepEqual(await eventsOf(id), ['uploaded Anna Owner'])
})

test('a name can be changed, keeps the ending that fits, and the change is told', async () => {
  const id = await given('scan0001.pdf')
  const renamed = await portal.post(paths.documentName(code, id), { name: ' Diplom 2019 ' }, manager)
  assert.equal(renamed.status, 303)
  const page = await portal.get(paths.document(code, id), owner)
  assert.match(page.body, /<h1><bdi>Diplom 2019\.pdf<\/bdi><\/h1>/)
  assert.match(page.body, /Renamed by Ben Manager, before: scan0001\.pdf/)
  const empty = await portal.post(paths.documentName(code, id), { name: ' \u200b ' }, manager)
  assert.equal(empty.status, 422)
  assert.ok(empty.body.includes(words.nameMissing))
})

test('a removed document is gone for everybody, its row says who did it, and saying so twice is fine', async () => {
  const id = await given('old.pdf')
  assert.match((await portal.get(paths.documentRemoval(code, id), owner)).body, /“old\.pdf”/)
  for (let twice = 0; twice < 2; twice++) {
    const { status } = await portal.post(paths.documentRemoval(code, id), {}, owner)
    assert.equal(status, twice === 0 ? 303 : 404)
  }
  for (const path of [paths.document, paths.documentFile, paths.documentPreview])
    assert.equal((await portal.get(path(code, id), owner)).status, 404)
  assert.doesNotMatch((await portal.get(paths.documents(code), owner)).body, /old\.pdf/)
  assert.deepEqual(await eventsOf(id), ['uploaded Anna Owner', 'removed Anna Owner'])
  const { rows } = await portal.owner.query('select removed_by from documents where id = $1', [id])
  assert.equal(rows[0].removed_by, owner.personId)
})

test('a long list is paged, sorted, searched and filtered, and shows each document once', async () => {
  await clear()
  const names = Array.from({ length: 25 }, (_, index) => `Beleg ${String(index).padStart(2, '0')} é.pdf`)
  for (let at = 0; at < names.length; at += 5) await put(names.slice(at, at + 5).map((name) => pdf(name)))
  await given('zz.png', samplePng())
  const listed = (body: string) => [...body.matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(([, name]) => name ?? '')
  for (const sort of ['newest', 'name', 'size']) {
    const first = await portal.get(paths.documents(code, { sort }), owner)
    const next =
      /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail(sort)
    const all = [...listed(first.body), ...listed((await portal.get(next, owner)).body)]
    assert.deepEqual([...all].sort(), [...names, 'zz.png'].sort(), sort)
    if (sort === 'name') assert.deepEqual(all, [...names, 'zz.png'])
    if (sort === 'newest') assert.equal(all[0], 'zz.png')
  }
  assert.deepEqual(listed((await portal.get(paths.documents(code, { q: 'BELEG 07 E' }), owner)).body), [
    names[7],
  ])
  assert.deepEqual(listed((await portal.get(paths.documents(code, { kind: 'picture' }), owner)).body), [
    'zz.png',
  ])
  const none = await portal.get(paths.documents(code, { q: '%' }), owner)
  assert.ok(none.body.includes(words.none))
})

test('whoever hangs up in the middle leaves neither a row nor bytes', async () => {
  await clear()
  const before = bytesKept().length
  await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = portal.app.server.address() as AddressInfo
  const { payload, headers } = encodeMultipart({}, [
    { field: 'file', name: 'half.pdf', bytes: largePdf(800_000) },
  ])
  const socket = connect(port, '127.0.0.1')
  socket.write(
    [
      `POST ${paths.documents(code)} HTTP/1.1`,
      'host: localhost',
      `origin: ${portal.config.BASE_URL}`,
      `cookie: ${owner.cookie}`,
      `content-type: ${headers['content-type']}`,
      `content-length: ${payload.length}`,
      '\r\n',
    ].join('\r\n'),
  )
  socket.write(payload.subarray(0, 500_000))
  for (let tries = 0; bytesKept().length === before && tries < 100; tries++) await sleep(20)
  assert.equal(bytesKept().length, before + 1, 'it is being written')
  socket.destroy()
  for (let tries = 0; bytesKept().length > before && tries < 100; tries++) await sleep(20)
  assert.equal(bytesKept().length, before)
  const { rowCount } = await portal.owner.query(`select from documents where name = 'half.pdf'`)
  assert.equal(rowCount, 0)
})

test('bytes that are damaged or missing are not given out, and the page says that it is our fault', async () => {
  const [one, two] = [await given('one.pdf'), await given('other.pdf')]
  const { store } = openVault(portal.config)
  await store.put({ spaceId, id: one }, await store.get({ spaceId, id: two }))
  for (const make of [() => {}, () => store.remove({ spaceId, id: one })]) {
    await make()
    const { status, headers, bytes } = await bytesOf(paths.documentFile(code, one), owner)
    assert.equal(status, 500)
    assert.match(String(headers['content-type']), /^text\/html/)
    assert.equal(headers['content-disposition'], undefined)
    assert.doesNotMatch(String(bytes), /PDF/)
  }
})

test('a space with documents is not closed, and one that was closed meanwhile takes none', async () => {
  const who = await portal.signIn()
  const space = await giveSpace(portal.owner, who, { kind: 'business' })
  await upload(portal, paths.documents(space.code), who, [pdf('a.pdf')])
  const refused = await portal.post(paths.closure(space.code), {}, who)
  assert.equal(refused.status, 409)
  assert.match(refused.body, /There is a document in it/)
})
