import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Field, fieldsOfPage, type Page } from '../../src/forms/definition.ts'
import { moreSpacesPage, strangerPage } from '../../src/helpdesk/forms.ts'
import { paths } from '../../src/paths.ts'
import { loadProcedures } from '../../src/procedures/catalogue.ts'
import { dataPage } from '../../src/profile/entry.ts'
import { invitationPage } from '../../src/spaces/invitation-form.ts'
import { companyEntry, personEntry } from '../entries.ts'
import { formsOf, type PageForm, problemsLinked } from '../page-forms.ts'
import { makeSpace } from '../space.ts'
import { type SignedIn, type TestAnswer, type TestPortal, testPortal } from '../support.ts'

/** Strings that break software, collected by others (Max Woolf, MIT), and some that break ours if any do. */
const list = createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json')
const collected: string[] = JSON.parse(readFileSync(list, 'utf8')).filter((one: string) => one.trim())
const worst = [
  '\0',
  'a\0b',
  'a\u0007b',
  '\u202Egnp.exe',
  'line\r\nline',
  "'; drop table persons; --",
  '"><script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>#{7*7}',
  '=HYPERLINK("http://evil.example";"x")',
  '\uFFFD',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
  'e\u0301\u0327\u0338'.repeat(20),
  '__proto__',
  '-0',
  '9'.repeat(400),
  'x'.repeat(20_000),
]

type Target = { name: string; path: string; fields: Field[] }
/** The answer, and the form as it stands after it. */
type Sent = { now: PageForm; told: string; answer: TestAnswer }

let portal: TestPortal
let member: SignedIn
const targets: Target[] = []

before(async () => {
  portal = await testPortal()
  member = await portal.signIn({ email: 'marie@mail.example', emailConfirmed: true })
  const procedures = loadProcedures(fileURLToPath(new URL('../../procedures', import.meta.url)))
  for (const [kind, entry] of [['private', personEntry()] as const, ['business', companyEntry()] as const]) {
    const code = await openSpace(kind, entry)
    targets.push({
      name: `profile, ${kind}`,
      path: paths.profileEdit(code),
      fields: fieldsOfPage(dataPage(kind)),
    })
    for (const procedure of procedures.filter((one) => one.kind === kind)) {
      await portal.post(paths.newDossier(code), { procedure: procedure.id }, member)
      for (const page of procedure.form.pages) targets.push(dossierPage(code, procedure.id, page))
    }
  }
})
after(() => portal.close())

const dossierPage = (code: string, procedure: string, page: Page): Target => ({
  name: `${procedure}, ${page.id}`,
  path: paths.dossierPage(code, 1, page.id),
  fields: fieldsOfPage(page),
})

test('each field keeps what breaks systems as it was typed, or says what is wrong with it', async () => {
  let [stored, refused] = [0, 0]
  for (const target of targets)
    for (const field of target.fields)
      for (const value of worst) {
        const name = nameOf(field)
        const sent = await send(target, { [name]: value })
        if (sent.answer.status === 422) refused += keeps(sent, name, value) ? 1 : 0
        else stored += holds(sent, field, value) ? 1 : 0
      }
  assert.ok(stored > 150 && refused > 400, `${stored} stored, ${refused} refused`)
})

test('nothing of a long list of naughty strings makes the portal fail or lose what was typed', async () => {
  for (const target of targets)
    for (let at = 0; at < collected.length; at += target.fields.length) {
      const typed = Object.fromEntries(
        target.fields.map((field, index) => [nameOf(field), collected[at + index] ?? '']),
      )
      const sent = await send(target, typed)
      if (sent.answer.status !== 422) continue
      for (const [name, value] of Object.entries(typed)) keeps(sent, name, value)
    }
})

test('the forms outside spaces answer naughty strings at their field, with what was typed', async () => {
  for (const path of [paths.email()])
    for (const value of [...worst, ...collected].filter((one) => !/^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(one))) {
      const answer = await portal.post(path, { email: value }, member)
      assert.equal(answer.status, 422, JSON.stringify(value))
      assert.deepEqual(problemsLinked(answer.body), ['email'])
    }
  for (const value of [...worst, ...collected]) {
    const answer = await portal.post(paths.recovery(), { familyName: value, story: value, email: 'nobody' })
    assert.equal(answer.status, 422, JSON.stringify(value))
    const typed = formsOf(answer.body).flatMap(({ controls }) => controls)
    for (const name of ['familyName', 'story'])
      assert.equal(lines(typed.find((one) => one.name === name)?.value ?? ''), lines(storable(value)))
  }
  for (const value of [...worst, ...collected]) {
    const { status, body } = await portal.get(`${paths.procedures()}?${new URLSearchParams({ q: value })}`)
    assert.equal(status, 200)
    assert.doesNotMatch(body, /<script>alert|<img src=x/)
  }
})

test('whom one invites is kept as it was typed, or what is wrong is said at its field', async () => {
  const boss = await portal.signIn({ kind: 'professional' })
  const { id, code } = await makeSpace(portal.owner, boss, 'business')
  const path = paths.newInvitation(code)
  const good = { givenName: 'Paul', familyName: 'Weis', email: 'paul@firm.example', role: 'reader' }
  for (const { name } of fieldsOfPage(invitationPage))
    for (const value of worst) {
      await portal.owner.query(`delete from invitations`)
      await portal.owner.query(`delete from attempts where kind = 'invitation'`)
      const typed = { ...good, language: 'de', certificates: 'all', serialNumber: '', [name]: value }
      const answer = await portal.post(path, typed, boss)
      const told = `${name}: ${JSON.stringify(value).slice(0, 200)} → ${answer.status}`
      if (answer.status === 422) {
        assert.ok(keeps({ now: mainForm(answer.body, told), answer, told }, name, value), told)
        continue
      }
      assert.equal(answer.status, 303, told)
      const { rows } = await portal.owner.query(
        'select given_name as "givenName", family_name as "familyName" from invitations where space_id = $1',
        [id],
      )
      if (name in rows[0]) assert.equal(rows[0][name], value.trim(), told)
      assert.equal((await portal.get(paths.members(code), boss)).status, 200)
    }
})

test('forms that something is missing from keep what breaks systems as it was typed', async () => {
  const newcomer = await portal.signIn({ email: 'new@mail.example' })
  const nobody = { cookie: '' }
  const asked: [path: string, fields: Field[], who: { cookie: string }][] = [
    [paths.newPrivateSpace(), fieldsOfPage(dataPage('private')), newcomer],
    [paths.newBusinessSpace(), fieldsOfPage(dataPage('business')), newcomer],
    [paths.moreSpaces(), fieldsOfPage(moreSpacesPage), newcomer],
    [paths.newQuestion(), fieldsOfPage(strangerPage), nobody],
  ]
  let kept = 0
  for (const [path, fields, who] of asked)
    for (const field of fields)
      for (const value of worst) {
        const name = nameOf(field)
        const told = `${path}: ${name} = ${JSON.stringify(value).slice(0, 100)}`
        const { status, body } = await portal.post(path, { [name]: value }, who)
        assert.equal(status, 422, told)
        const controls = formsOf(body).flatMap((form) => form.controls)
        const control = controls.find((one) => one.name === name && one.sent)
        if (!control || control.value === '') continue
        assert.equal(lines(control.value), lines(storable(value)), told)
        kept++
      }
  assert.ok(kept > 500, `${kept} kept`)
})

/** Fills one page as it stood at first, but for what is given, and presses its main button. */
async function send(target: Target, given: Record<string, string>) {
  const form = forms.get(target.path) ?? (await formAt(target))
  const answer = await portal.post(form.action, { ...sentBy(form), ...given }, member)
  const told = `${target.name}: ${JSON.stringify(given).slice(0, 300)} → ${answer.status}`
  assert.ok([303, 422].includes(answer.status), `${told}\n${answer.body.slice(0, 2000)}`)
  const now = answer.status === 422 ? mainForm(answer.body, told) : await formAt(target)
  // What a form was made from moves on with each change; all else begins anew.
  const version = now.controls.filter(({ name }) => machinery.includes(name))
  const rest = form.controls.filter(({ name }) => !machinery.includes(name))
  forms.set(target.path, { ...form, controls: [...rest, ...version] })
  return { now, told, answer }
}

const machinery = ['version', 'form', 'base']
const forms = new Map<string, PageForm>()

function sentBy({ controls }: PageForm): Record<string, string[]> {
  const typed: Record<string, string[]> = {}
  for (const { name, value, sent } of controls) if (sent) typed[name] = [typed[name] ?? [], value].flat()
  return typed
}

const formAt = async ({ path, name }: Target) => mainForm((await portal.get(path, member)).body, name)

const mainForm = (page: string, told: string): PageForm =>
  formsOf(page).find(({ method, controls }) => method === 'post' && controls.length > 2) ??
  assert.fail(`${told}: no form\n${page.slice(0, 2000)}`)

/** A refused form shows each text as it was typed; of the database's own limits, U+FFFD tells. */
function keeps({ now, answer, told }: Sent, name: string, value: string): boolean {
  const control = now.controls.find((one) => one.name === name)
  const linked = problemsLinked(answer.body)
  assert.ok(linked.length > 0, `${told}: the summary names no field`)
  if (control?.sent) assert.equal(lines(control.value), lines(storable(value)), told)
  if (!control || !linked.includes(name)) return false
  assert.ok(control.invalid, `${told}: ${name} is not marked`)
  return true
}

/** An accepted form has it, word for word where the field takes any text. */
function holds({ now, told }: Sent, field: Field, value: string): boolean {
  const shown = now.controls.find((one) => one.name === field.name)
  if (!shown || !['text', 'longtext'].includes(field.type)) return false
  assert.equal(lines(shown.value), lines(value.trim()), told)
  return true
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n')
const storable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()

/** Of a list the first cell of its first row. */
const nameOf = ({ name, type, fields = [] }: Field): string =>
  type === 'list' ? `${name}.0.${fields[0]?.name ?? ''}` : name

async function openSpace(kind: 'private' | 'business', entry: Record<string, string>): Promise<string> {
  const path = kind === 'private' ? paths.newPrivateSpace() : paths.newBusinessSpace()
  const { headers, body } = await portal.post(path, entry, member)
  return /\/s\/([^/]+)\//.exec(headers.location ?? '')?.[1] ?? assert.fail(body)
}
