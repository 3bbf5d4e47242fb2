import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { procedureSchema } from './definition.ts'
import { loadProcedures, readProcedure } from './file.ts'

const shipped = fileURLToPath(new URL('../../procedures', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'procedures-'))
after(() => rmSync(folder, { recursive: true }))

const good = readFileSync(join(shipped, 'certificate-of-residence.yaml'), 'utf8')
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length

/** What a changed copy of a good file is refused with. */
function refusal(change: (text: string) => string, name = 'certificate-of-residence'): string {
  const file = join(folder, `${name}.yaml`)
  const text = change(good)
  assert.notEqual(text, name === 'certificate-of-residence' ? good : '')
  writeFileSync(file, text)
  try {
    readProcedure(file)
  } catch (error) {
    return error instanceof Error ? error.message.replace(`${folder}/`, '') : ''
  }
  return ''
}

test('both shipped procedures run, one of each kind', () => {
  assert.deepEqual(
    loadProcedures(shipped).map(({ kind }) => kind),
    ['business', 'private'],
  )
})

test('a field linked to the profile takes over the choices and columns of its profile field', () => {
  const [permit, certificate] = loadProcedures(shipped)
  const fields = (procedure: typeof permit) =>
    procedure?.form.pages.flatMap(({ groups }) => groups.flatMap((group) => group.fields)) ?? []
  assert.ok((fields(permit).find(({ name }) => name === 'legalForm')?.choices?.length ?? 0) > 10)
  const members = fields(certificate).find(({ name }) => name === 'householdMembers')
  assert.ok(members?.fields?.some(({ name }) => name === 'birthDate'))
})

test('a bad file is one clear line with file, line and place', () => {
  const typo = refusal((text) => text.replace('\ntheme: residence', '\ntheme: residense'))
  const line = lineOf(good, '\ntheme: ') + 1
  assert.match(
    typo,
    new RegExp(`^certificate-of-residence\\.yaml:${line}: theme: must be one of residence, `),
  )
  assert.doesNotMatch(typo, /\n/)
})

test('a missing translation, an unknown key and broken YAML are each named', () => {
  assert.match(
    refusal((text) => text.replace(/^ {2}lb: Residenzcertificat\n/m, '')),
    /:\d+: title: "lb" is missing$/,
  )
  assert.match(
    refusal((text) => `${text}colour: red\n`),
    /: file: unknown key "colour"$/,
  )
  assert.match(
    refusal((text) => text.replace('kind: private', 'kind: [private')),
    /^certificate-of-residence\.yaml:\d+: /,
  )
})

test('a condition on a field nobody asks, and a link to data nobody keeps, are refused', () => {
  assert.match(
    refusal((text) => text.replace('when: purpose = "other"', 'when: purpos = "other"')),
    /no field purpos$/,
  )
  assert.match(
    refusal((text) => text.replace('profile: postName', 'profile: town')),
    /no field town$/,
  )
  assert.match(
    refusal((text) => text.replace('when: purpose = "other"', 'when: purpose = ')),
    /purposeText/,
  )
})

test('the file is called like the procedure', () => {
  assert.match(
    refusal((text) => text, 'another-name'),
    /:\d+: id: must be "another-name", like the file$/,
  )
})

test('the schema that editors use is the one the start check uses', () => {
  const written = JSON.parse(readFileSync(join(shipped, 'procedure.schema.json'), 'utf8'))
  assert.deepEqual(written, JSON.parse(JSON.stringify(procedureSchema())))
})
