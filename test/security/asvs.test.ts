import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'

/** OWASP ASVS 5.0.0, as a list; its licence (CC BY-SA) keeps it out of this repository. */
const folder = process.env.CORPORA || resolve(import.meta.dirname, '../../../shared/corpora')
const file = join(folder, 'asvs-5.0.0.json')
const missing = existsSync(file)
  ? false
  : `docs/asvs.md was not held to the standard: there is no ${file} (CORPORA names its folder)`
if (missing) console.warn(missing)

const root = resolve(import.meta.dirname, '../..')
const Requirement = z.object({ id: z.string(), level: z.number() })
const standard = missing ? [] : z.array(Requirement).parse(JSON.parse(readFileSync(file, 'utf8')))
const levels = new Map(standard.map(({ id, level }) => [id, level]))

const verdicts = ['met', 'met otherwise', 'not applicable', 'not met']
const rows = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, id = '', level = '', verdict = '', where = '', ...more] = line
      .split('|')
      .map((cell) => cell.trim())
    return { id, level: Number(level), verdict, where, whole: more.length === 1 }
  })

test('every requirement of levels 1 and 2 is judged, each of whatever level once', { skip: missing }, () => {
  assert.ok(standard.length >= 300)
  const wanted = standard.filter(({ level }) => level < 3).map(({ id }) => id)
  const judged = rows.map(({ id }) => id)
  assert.deepEqual(
    wanted.filter((id) => !judged.includes(id)),
    [],
    'not judged',
  )
  assert.deepEqual(
    judged.filter((id, at) => judged.indexOf(id) !== at),
    [],
    'judged twice',
  )
})

test('what is judged is a requirement of the standard, of the level that is named', { skip: missing }, () => {
  for (const { id, level } of rows) assert.equal(level, levels.get(id), id)
})

test('each verdict is one of four, and says where or why', () => {
  assert.ok(rows.length >= 246)
  for (const { id, verdict, where, whole } of rows) {
    assert.ok(whole, `${id}: a line has four cells`)
    assert.ok(verdicts.includes(verdict), `${id}: ${verdict}`)
    assert.notEqual(where, '', id)
    if (verdict.startsWith('met')) assert.notDeepEqual(filesIn(where), [], `${id}: where?`)
  }
})

test('each file that is named is there', () => {
  for (const { id, where } of rows)
    for (const named of filesIn(where)) assert.ok(existsSync(join(root, named)), `${id}: ${named}`)
})

/** Paths in the repository, as opposed to addresses, settings and headers. */
const filesIn = (where: string) =>
  [...where.matchAll(/`([^`]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => /^[.\w][^\s:]*(\/[^\s:]+|\.json)$/.test(code))
