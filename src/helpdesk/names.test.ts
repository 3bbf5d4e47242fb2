import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { sameHolder } from '../identity/same-holder.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

async function ask<T>(statement: string, values: unknown[]): Promise<T> {
  const { rows } = await database.owner.query<{ answer: T }>(`select ${statement} as answer`, values)
  return rows[0]?.answer ?? assert.fail('no row')
}
const isFound = (name: string, typed: string) =>
  ask<boolean>(`coalesce(name_words($1) @@ name_query($2, ':*'), false)`, [name, typed])

/** Letters that the folding knows, and some that nobody thought of. */
const letters = 'aAeéÈiïoOöÖuüÜåÅæÆœøØßñçşğıłŁđðþÞΑαάβγξχΟουύεηθκψςΣμπжЖשあ’'.split('')
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((all) => all.join(''))

/** As somebody else may write it. */
const writtenAnew = (name: string) =>
  fc.constantFrom(
    name,
    name.toUpperCase(),
    name.normalize('NFD'),
    name.normalize('NFD').replace(/\p{M}/gu, ''),
    name.replaceAll('ö', 'oe').replaceAll('ß', 'ss').replaceAll('γγ', 'ng'),
  )
const pair = word.chain((one) => fc.tuple(fc.constant(one), fc.oneof(writtenAnew(one), word)))

test('the database spells a word as the comparison of names does', async () => {
  await fc.assert(
    fc.asyncProperty(pair, async ([one, other]) => {
      const same = sameHolder({ familyName: one, givenName: '' }, { familyName: other, givenName: '' })
      const met = await ask<boolean>('name_spellings($1) && name_spellings($2)', [one, other])
      assert.equal(met, same, `${one} and ${other}`)
    }),
    { numRuns: 500 },
  )
  for (const [one, other] of [
    ['Müller', 'MUELLER'],
    ['Jo\u0308rg', 'Jorg'],
    ['Weiß', 'WEISS'],
    ['Ευαγγέλου', 'Evangelou'],
    ['Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
    ['Μπάμπης', 'Bampis'],
    ['Łukasiewicz', 'lukasiewicz'],
    ['L’Hôte', 'lhote'],
  ])
    assert.equal(await ask('name_spellings($1) && name_spellings($2)', [one, other]), true, `${one} ${other}`)
})

test('a name is found in any order, without accents and case, by the beginnings of its words', async () => {
  for (const [name, typed] of [
    ['Jörg Müller', 'muller jorg'],
    ['Jörg Müller', 'MUELLER'],
    ['Jorg Mueller', 'Müll'],
    ['Françoise L’Hôte-Müller', 'lhote francoise'],
    ['Αλέξανδρος Παπαδόπουλος', 'papadop alex'],
    ['João António Pereira da Conceição', 'conceicao joao'],
  ] as const)
    assert.equal(await isFound(name, typed), true, `${name}: ${typed}`)
  for (const [name, typed] of [
    ['Jörg Müller', 'jorg schmit'],
    ['Jörg Müller', 'uller'],
    ['Jörg Müller', '%%%'],
    ['Jörg Müller', `' | 'x`],
    ['Jörg Müller', ''],
  ] as const)
    assert.equal(await isFound(name, typed), false, `${name}: ${typed}`)
})

test('names agree where all words of one are in the other; one word alone names only its like', async () => {
  const agree = (one: string, other: string) => ask<boolean>('names_agree($1, $2)', [one, other])
  for (const [one, other, expected] of [
    ['Marie Muster', 'MUSTER Marie', true],
    ['Dr. Marie Müller', 'Marie Mueller', true],
    ['Marie Muster', 'Marie Anne Muster-Klein', true],
    ['Marie Muster', 'Marie Schmit', false],
    ['Marie', 'Marie Muster', false],
    ['Anjali', 'ANJALI', true],
    ['', 'Marie Muster', false],
    ['', '', false],
  ] as const) {
    assert.equal(await agree(one, other), expected, `${one}, ${other}`)
    assert.equal(await agree(other, one), expected, `${other}, ${one}`)
  }
})
