import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceAtLeast, assurances } from './assurance.ts'

test('each assurance level meets itself and those below it, and none above', () => {
  const met = assurances.map((have) => assurances.filter((need) => assuranceAtLeast(have, need)))
  assert.deepEqual(met, [['low'], ['low', 'substantial'], ['low', 'substantial', 'high']])
})
