import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceAtLeast, assurances, eidasLevels, highestOf } from './assurance.ts'

test('each assurance level meets itself and those below it, and none above', () => {
  const met = assurances.map((have) => assurances.filter((need) => assuranceAtLeast(have, need)))
  assert.deepEqual(met, [['low'], ['low', 'substantial'], ['low', 'substantial', 'high']])
})

test('the most a provider reaches is what it always is, or the best of what it may say', () => {
  assert.equal(highestOf({ assurance: 'substantial' }), 'substantial')
  assert.equal(highestOf({ assurance: 'low', acr: { pin: 'low', card: 'high' } }), 'high')
  assert.equal(highestOf({ levels: eidasLevels }), 'high')
  assert.equal(highestOf({ levels: { password: 'low' } }), 'low')
})
