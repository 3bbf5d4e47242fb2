import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCode } from './code.ts'

test('a code says the kind and avoids O and 0', () => {
  for (let i = 0; i < 500; i++) {
    assert.match(newCode('private'), /^PP-[A-NP-Z1-9]{6}$/)
    assert.match(newCode('business'), /^PM-[A-NP-Z1-9]{6}$/)
  }
})

test('every sign is as likely as any other', () => {
  const seen = new Map<string, number>()
  const rounds = 20_000
  for (let i = 0; i < rounds; i++)
    for (const sign of newCode('private').slice(3)) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  assert.equal(seen.size, 34)
  const expected = (rounds * 6) / 34
  const deviation = [...seen.values()].map((count) => (count - expected) ** 2 / expected)
  const chiSquared = deviation.reduce((sum, one) => sum + one, 0)
  // 33 degrees of freedom: fair signs exceed 90 less than once in a million runs; modulo bias lands far above.
  assert.ok(chiSquared < 90, `chi squared ${chiSquared}`)
})
