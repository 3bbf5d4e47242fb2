import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson, digestOf } from './canonical.ts'

test('the order of keys does not matter, the order of rows does', () => {
  assert.equal(digestOf({ b: 1, a: [1, 2] }), digestOf({ a: [1, 2], b: 1 }))
  assert.notEqual(digestOf({ a: [1, 2] }), digestOf({ a: [2, 1] }))
})

test('the text is that of RFC 8785', () => {
  const value = { '€': 'Euro', '\r': 'CR', '1': 'One', ö: true, nothing: null, left: undefined }
  assert.equal(canonicalJson(value), '{"\\r":"CR","1":"One","nothing":null,"ö":true,"€":"Euro"}')
})
