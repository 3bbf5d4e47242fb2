import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await signInWorld({}, (connections) => {
    const [oidc, tls] = connections.providers as object[]
    const strict = { ...tls, id: 'strict', name: 'Strict', rules: { policies: ['1.2.3'] } }
    connections.providers = [oidc, strict]
  })
})
after(() => world.close())

test('what OpenSSL accepts in the handshake is refused when a rule of the provider is broken', async () => {
  const browser = world.browser('marie-muster-private')
  const page = await browser.follow(browser.get('/sign-in/start/strict'))
  assert.equal(page.status, 403)
  assert.match(page.body, /This certificate is not made for signing in/)
  const { rows } = await world.portal.owner.query<{ refusal: string }>(
    `select detail ->> 'refusal' as refusal from audit_records where act = 'sign_in.refused'`,
  )
  assert.deepEqual(rows, [{ refusal: 'wrong_usage' }])
})
