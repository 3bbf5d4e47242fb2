import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmationHash, confirmationToken, isConfirmationToken } from './confirmation-link.ts'

const config = { SECRET_KEY: Buffer.alloc(32, 1) }
const id = '8bdaf68d-baf1-4ec1-940a-98f24b4daa47'

test('a token is ours, whole and under our key only', () => {
  const token = confirmationToken(config, id)
  assert.ok(isConfirmationToken(config, token))
  assert.equal(isConfirmationToken({ SECRET_KEY: Buffer.alloc(32, 2) }, token), false)
  for (const other of [
    '',
    '.',
    id,
    `${id}.`,
    token.slice(1),
    token.slice(0, -1),
    `${token}x`,
    `${id}.${'é'.repeat(43)}`,
  ])
    assert.equal(isConfirmationToken(config, other), false, other)
})

test('what is stored cannot be turned into a link', () => {
  const token = confirmationToken(config, id)
  assert.equal(confirmationHash(token).length, 32)
  assert.ok(!confirmationHash(token).toString('utf8').includes(id))
})
