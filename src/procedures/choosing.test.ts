import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { giveSpace } from '../../test/filled-space.ts'
import { formOf } from '../../test/form.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'

const t = messages('en')
let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

type Writer = { who: SignedIn; code: string; path: string }

/** In front of the page that asks for an identity card, with so many documents: file 1 is the oldest. */
async function atForm(count: number): Promise<Writer> {
  const who = await portal.signIn()
  const { code, id } = await giveSpace(portal.owner, who, {})
  await portal.owner.query(
    `insert into documents (space_id, id, name, media_type, size, sha256, wrapped_key, uploaded_by, uploaded_by_name, uploaded_at)
     select $1, gen_random_uuid(), 'file ' || n || '.pdf', 'application/pdf', 1, repeat('0', 64), '', $2, 'A',
       now() + n * interval '1 second' from generate_series(1, $3::int) n`,
    [id, who.personId, count],
  )
  await portal.post(paths.newDossier(code), { procedure: 'certificate-of-residence' }, who)
  return { who, code, path: paths.dossierPage(code, 1, 'person') }
}

const show = async ({ who, path }: Writer, at = path) => (await portal.get(at, who)).body
const offered = (body: string) => [...body.matchAll(/<bdi>file (\d+)\.pdf<\/bdi>/g)].map(([, n]) => Number(n))
const idOf = (body: string, n: number) =>
  new RegExp(`value="([^"]+)"[^>]*>\\s*<label[^>]*><bdi>file ${n}\\.pdf<`).exec(body)?.[1] ??
  assert.fail(`no file ${n}`)

/** Presses a button of the form as it stands in `body`; the page it leads to. */
async function press(writer: Writer, body: string, typed: Record<string, string | string[]>) {
  const { go: _, list: __, ...form } = formOf(body, writer.path)
  const { status, headers } = await portal.post(writer.path, { ...form, ...typed }, writer.who)
  assert.equal(status, 303)
  return headers.location ?? ''
}

test('of few documents all are offered, without a search', async () => {
  const body = await show(await atForm(20))
  assert.equal(offered(body).length, 20)
  assert.ok(body.includes(t.forms.chooseDocument(20)))
  assert.doesNotMatch(body, /identityCard\.find/)
})

test('of many, an old one is found by a part of its name, nothing typed is lost, and it is taken', async () => {
  const writer = await atForm(130)
  const body = await show(writer)
  assert.deepEqual([offered(body).length, offered(body)[0]], [20, 130])
  assert.ok(body.includes(t.forms.chooseDocument(130)))
  const typed = { 'identityCard.find': 'ILE 7.', list: 'find:identityCard', postName: 'Belval' }
  const found = await show(writer, await press(writer, body, typed))
  assert.deepEqual(offered(found), [7])
  assert.match(found, /value="Belval"/)
  assert.match(found, /<details class="fold" open>/)
  const identityCard = idOf(found, 7)
  const { status, body: refused } = await portal.post(
    writer.path,
    { ...formOf(found, writer.path), identityCard, postName: '', go: 'next' },
    writer.who,
  )
  assert.equal(status, 422)
  assert.ok(!refused.includes(t.forms.errors.documentGone), 'only what is left out is missing')
  assert.match(refused, new RegExp(`value="${identityCard}" checked`))
  const again = await show(writer)
  assert.match(again, new RegExp(`value="${identityCard}" checked`))
})

test('a search that nothing fits says so, and can be changed', async () => {
  const writer = await atForm(30)
  const typed = { 'identityCard.find': 'diploma', list: 'find:identityCard' }
  const none = await show(writer, await press(writer, await show(writer), typed))
  assert.deepEqual(offered(none), [])
  assert.ok(none.includes(t.documents.noneText))
  assert.match(none, /name="identityCard\.find"[^>]* value="diploma"/)
  const all = await show(writer, await press(writer, none, { ...typed, 'identityCard.find': '' }))
  assert.equal(offered(all).length, 20)
})

test('page by page one comes to all of them, each once, and what was ticked on the way stays', async () => {
  const writer = await atForm(45)
  let body = await show(writer)
  const ticked = idOf(body, 44)
  const seen = offered(body)
  for (let pages = 1; pages < 3; pages++) {
    body = await show(writer, await press(writer, body, { list: 'more:identityCard', identityCard: ticked }))
    assert.match(body, new RegExp(`value="${ticked}" checked`))
    seen.push(...offered(body).filter((n) => n !== 44))
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 45 }, (_, index) => 45 - index),
  )
  assert.doesNotMatch(body, /more:identityCard/)
})

test('the Enter key in the search looks for what was typed there; the button to go on goes on', async () => {
  const writer = await atForm(30)
  const typed = { 'identityCard.find': 'file 3.' }
  const found = await press(writer, await show(writer), typed)
  assert.match(found, /field=identityCard&q=file\+3\.#f-identityCard$/)
  const body = await show(writer, found)
  const { go: _, ...form } = formOf(body, writer.path)
  assert.equal((await portal.post(writer.path, form, writer.who)).status, 422, 'answered, Enter goes on')
  const next = await portal.post(writer.path, { ...form, 'identityCard.find': 'x', go: 'next' }, writer.who)
  assert.equal(next.status, 422)
  const back = await press(writer, body, { 'identityCard.find': 'x', go: 'later' })
  assert.equal(back, paths.dossiers(writer.code, 'later'))
})

test('an address that looks for nonsense shows the page, in one round trip', async () => {
  const writer = await atForm(30)
  for (const values of [
    { field: 'nothing', q: 'file 1.' },
    { field: 'identityCard', q: '\0'.repeat(3000), after: 'x', accept: 'text/html' },
    { field: 'identityCard', after: randomUUID() },
    { q: 'file 1.' },
  ]) {
    const path = paths.dossierPageLooking(writer.code, 1, 'person', values)
    const asked = await portal.queries(async () =>
      assert.equal((await portal.get(path, writer.who)).status, 200),
    )
    assert.equal(asked.roundTrips, 1)
  }
})
