import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceAtLeast, assurances, eidasLevels, highestOf, waysAtLeast } from './assurance.ts'

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

test('only ways that can reach a level are offered for it', () => {
  const ways = [
    { id: 'password', assurance: 'low' as const },
    { id: 'app', assurance: 'low' as const, acr: { pin: 'low' as const, app: 'substantial' as const } },
    { id: 'gateway', levels: eidasLevels },
  ]
  const ids = (need: (typeof assurances)[number]) => waysAtLeast(ways, need).map(({ id }) => id)
  assert.deepEqual(ids('low'), ['password', 'app', 'gateway'])
  assert.deepEqual(ids('substantial'), ['app', 'gateway'])
  assert.deepEqual(ids('high'), ['gateway'])
})
