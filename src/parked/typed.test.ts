import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { personEntry } from '../../test/entries.ts'
import { formsOf } from '../../test/page-forms.ts'
import { makeSpace } from '../../test/space.ts'
import { type TestAnswer, type TestPortal, testPortal } from '../../test/support.ts'
import { messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

const inGerman = { 'accept-language': 'de' }

/** The value of a control in the form that is sent to `action`. */
const valueIn = ({ body }: TestAnswer, action: string, name: string) =>
  formsOf(body)
    .find((form) => form.action === action)
    ?.controls.find((control) => control.name === name && control.sent)?.value

const question = { name: 'Anna', email: 'not an address', message: '"><b>Hello</b>\n\nsecond', form: 'x' }

test('nobody who is not signed in loses a refused form to another language; nothing is sent or kept', async () => {
  const refused = await portal.post(paths.newQuestion(), question, undefined, {
    ...inGerman,
    referer: portal.config.BASE_URL + paths.newQuestion(),
  })
  assert.equal(refused.status, 422)
  const button = /formaction="([^"]*language\/fr[^"]*)"/.exec(refused.body)?.[1]?.replaceAll('&amp;', '&')
  assert.equal(button, paths.languageOfForm('fr', paths.newQuestion(), paths.newQuestion()))
  const shown = await portal.post(button ?? '', question, undefined, inGerman)
  assert.equal(shown.status, 200)
  assert.match(shown.body, /<html lang="fr"/)
  assert.match(shown.body, /<textarea[^>]* name="message"/)
  assert.match(shown.headers['set-cookie'] ?? '', /guichet-lang=fr/)
  for (const name of ['name', 'email', 'message'] as const)
    assert.equal(valueIn(shown, paths.newQuestion(), name), question[name])
  assert.deepEqual((await portal.owner.query('select from parked_posts')).rows, [])
})

test('rows and fields that follow from what was typed come along; nothing is saved', async () => {
  const who = await portal.signIn()
  const { code } = await makeSpace(portal.owner, who)
  const page = paths.profileEdit(code)
  const stored = (await portal.owner.query('select * from profiles')).rows
  const typed = personEntry({ givenName: 'Typed', 'citizenships.1': 'FR', version: '1' })
  const shown = await portal.post(paths.languageOfForm('lb', page, page), typed, who)
  assert.match(shown.body, /<html lang="lb"/)
  assert.match(shown.body, /data-restored/)
  assert.equal(valueIn(shown, page, 'givenName'), 'Typed')
  assert.equal(valueIn(shown, page, 'citizenships.1'), 'FR')
  assert.deepEqual((await portal.owner.query('select * from profiles')).rows, stored)
})

test('from that page a refused form leads back to its own page, and again into another language', async () => {
  const who = await portal.signIn()
  const there = paths.languageOfForm('fr', paths.email(), paths.email())
  const refused = await portal.post(paths.email(), { email: 'nonsense' }, who, {
    referer: portal.config.BASE_URL + there,
  })
  assert.equal(refused.status, 422)
  assert.ok(
    refused.body.includes(paths.languageOfForm('de', paths.email(), paths.email()).replaceAll('&', '&amp;')),
  )
})

test('what only an answer shows is sent again from a page in that language, whole', async () => {
  const who = await portal.signIn()
  const { code } = await makeSpace(portal.owner, who)
  const page = paths.profileEdit(code)
  await portal.post(page, personEntry({ version: '1', thoroughfare: 'First' }), who)
  const opened = valueIn(await portal.get(page, who), page, 'version') ?? ''
  await portal.post(page, personEntry({ version: opened, thoroughfare: 'Theirs' }), who)
  const mine = personEntry({ version: opened, thoroughfare: 'Mine' })
  const conflict = await portal.post(page, mine, who, { referer: portal.config.BASE_URL + page })
  assert.equal(conflict.status, 409)
  const sent = formsOf(conflict.body).find(({ action }) => action === page)?.controls ?? []
  const fields = Object.fromEntries(sent.map(({ name, value }) => [name, value]))
  const shown = await portal.post(paths.languageOfForm('fr', page, page), fields, who)
  assert.ok(shown.body.includes(messages('fr').account.typed.title))
  const again = formsOf(shown.body).find(({ action }) => action === page)?.controls ?? []
  for (const { name, value } of again) assert.equal(value, fields[name], name)
  assert.deepEqual(again.map(({ name }) => name).sort(), Object.keys(fields).sort())
})

test('a session that ended meanwhile loses nothing: what was typed is sent on, and then kept as ever', async () => {
  const who = await portal.signIn()
  await portal.owner.query('update sessions set ended_at = now() where ended_at is null')
  const typed = { email: 'typed@example.lu' }
  const shown = await portal.post(paths.languageOfForm('fr', paths.email(), paths.email()), typed, who)
  assert.equal(valueIn(shown, paths.email(), 'email'), 'typed@example.lu')
  const sent = await portal.post(paths.email(), typed, who)
  assert.match(sent.headers.location ?? '', /notice=kept/)
})

test('other origins and other languages are neither asked nor led to', async () => {
  for (const there of [
    '/language/fr?back=//evil.example&action=/account/email',
    '/language/fr?back=/help&action=https://evil.example',
    '/language/fr',
  ]) {
    const { status, headers } = await portal.post(there, { email: 'x' })
    assert.equal(status, 303)
    assert.match(headers.location ?? '', /^\/(help)?$/)
  }
  assert.equal((await portal.post('/language/xx?back=/help&action=/help', {})).status, 404)
})

test('the button that Enter presses in a form stays the first of the form, not a language', async () => {
  const who = await portal.signIn()
  for (const path of [paths.email(), paths.newPrivateSpace(), paths.newQuestion()]) {
    const { body } = await portal.get(path, who)
    const ofForm = body.search(/<button[^>]* form="typed"/)
    assert.ok(ofForm > 0, path)
    assert.doesNotMatch(body.slice(ofForm, body.indexOf('>', ofForm)), /language/)
  }
})
