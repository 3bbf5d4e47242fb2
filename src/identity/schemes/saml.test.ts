import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { postAnswer, type SamlWorld, samlWorld } from '../../../test/saml-world.ts'

let world: SamlWorld
before(async () => {
  world = await samlWorld()
})
after(() => world.close())

const pathOf = ({ url }: { url: string }) => new URL(url).pathname

test('whom the gateway vouches for arrives with that identity', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser)
  const page = await browser.follow(postAnswer(browser, parts.consumer, world.answer(parts)))
  assert.equal(pathOf(page), '/registration')
  for (const words of ['Lotte Maes', 'BE/LU/4711', 'eID gateway']) assert.ok(page.body.includes(words), words)
})
