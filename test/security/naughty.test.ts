import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Field, fieldsOfPage, type Page } from '../../src/forms/definition.ts'
import { paths } from '../../src/paths.ts'
import { loadProcedures } from '../../src/procedures/catalogue.ts'
import { dataPage } from '../../src/profile/entry.ts'
import { companyEntry, personEntry } from '../entries.ts'
import { formsOf, type PageForm, sentBy } from '../page-forms.ts'
import { type SignedIn, type TestPortal, testPortal } from '../support.ts'
import { collected, keeps, lines, type Sent, worst } from './naughty.ts'

type Target = { name: string; path: string; fields: Field[] }

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

const formAt = async ({ path, name }: Target) => mainForm((await portal.get(path, member)).body, name)

const mainForm = (page: string, told: string): PageForm =>
  formsOf(page).find(({ method, controls }) => method === 'post' && controls.length > 2) ??
  assert.fail(`${told}: no form\n${page.slice(0, 2000)}`)

/** An accepted form has it, word for word where the field takes any text. */
function holds({ now, told }: Sent, field: Field, value: string): boolean {
  const shown = now.controls.find((one) => one.name === field.name)
  if (!shown || !['text', 'longtext'].includes(field.type)) return false
  assert.equal(lines(shown.value), lines(value.trim()), told)
  return true
}

/** Of a list the first cell of its first row. */
const nameOf = ({ name, type, fields = [] }: Field): string =>
  type === 'list' ? `${name}.0.${fields[0]?.name ?? ''}` : name

async function openSpace(kind: 'private' | 'business', entry: Record<string, string>): Promise<string> {
  const path = kind === 'private' ? paths.newPrivateSpace() : paths.newBusinessSpace()
  const { headers, body } = await portal.post(path, entry, member)
  return /\/s\/([^/]+)\//.exec(headers.location ?? '')?.[1] ?? assert.fail(body)
}
