import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmationLinks, invitationLinks, recoveryNoticeLinks } from './secret-link.ts'

const config = { SECRET_KEY: Buffer.alloc(32, 1) }
const id = '8bdaf68d-baf1-4ec1-940a-98f24b4daa47'

for (const links of [confirmationLinks, invitationLinks, recoveryNoticeLinks]) {
  test('a token is ours, whole and under our key only', () => {
    const token = links.token(config, id)
    assert.ok(links.isOurs(config, token))
    assert.equal(links.isOurs({ SECRET_KEY: Buffer.alloc(32, 2) }, token), false)
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
      assert.equal(links.isOurs(config, other), false, other)
  })

  test('what is stored cannot be turned into a link', () => {
    const token = links.token(config, id)
    assert.equal(links.hash(token).length, 32)
    assert.ok(!links.hash(token).toString('utf8').includes(id))
  })
}

test('a link of one purpose opens nothing of another', () => {
  assert.equal(recoveryNoticeLinks.isOurs(config, confirmationLinks.token(config, id)), false)
})
