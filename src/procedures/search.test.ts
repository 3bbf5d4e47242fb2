import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadProcedures } from './file.ts'
import { type Search, searchProcedures } from './search.ts'

const procedures = loadProcedures(fileURLToPath(new URL('../../procedures', import.meta.url)))
const find = (given: Partial<Search>) =>
  searchProcedures(procedures, { words: '', theme: null, kind: null, ...given }).map(({ id }) => id)

test('without a question everything is found', () => {
  assert.deepEqual(find({}), ['business-permit', 'certificate-of-residence'])
})

test('words are found in the titles and keywords of every language, whatever the case and the accents', () => {
  for (const words of ['Wohnsitz', 'RÉSIDENCE', 'residence élargie', 'address', 'residenzcert', 'haushalt'])
    assert.deepEqual(find({ words }), ['certificate-of-residence'], words)
  for (const words of ['etablissement', 'Geschäftsfuhrer', 'business licence', 'selbstst\u0061\u0308ndig'])
    assert.deepEqual(find({ words }), ['business-permit'], words)
})

test('every word counts', () => {
  assert.deepEqual(find({ words: 'address company' }), [])
  assert.deepEqual(find({ words: '  , ! ' }), find({}))
})

test('theme and kind narrow what is found', () => {
  assert.deepEqual(find({ theme: 'business' }), ['business-permit'])
  assert.deepEqual(find({ kind: 'private' }), ['certificate-of-residence'])
  assert.deepEqual(find({ kind: 'private', theme: 'business' }), [])
})
