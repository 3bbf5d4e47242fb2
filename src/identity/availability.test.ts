import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SayingProvider, startSayingProvider } from '../../test/openid-provider.ts'
import { type SignInWorld, signInWorld } from '../../test/sign-in-world.ts'
import { freePort } from '../platform/port.ts'
import { openAvailability } from './availability.ts'

let world: SignInWorld
let slow: SayingProvider
let downPort: number

before(async () => {
  slow = await startSayingProvider()
  slow.delay = 10_000
  downPort = await freePort()
  const other = (id: string, issuer: string) => ({
    ...{ scheme: 'oidc', id, name: `Provider ${id}`, issuer, clientId: 'portal', clientSecret: 'secret' },
    claims: { serialNumber: 'sub', kindWithoutClaim: 'private' },
  })
  world = await signInWorld({}, ({ providers }) => {
    assert.ok(Array.isArray(providers))
    providers.push(other('slow', slow.issuer), other('down', `http://localhost:${downPort}`))
  })
})
after(async () => {
  await world.close()
  await slow.close()
})

/** Which providers the sign-in page marks, and how long it took to come. */
async function look() {
  const begun = performance.now()
  const { body } = await world.browser().get('/sign-in')
  const panels = body.split('<section').filter((part) => part.includes('/sign-in/start/'))
  const marked = panels.filter((part) => part.includes('does not answer at the moment'))
  const idOf = (part: string) => /start\/([a-z-]+)/.exec(part)?.[1] ?? ''
  return { ways: panels.map(idOf), silent: marked.map(idOf).sort(), took: performance.now() - begun }
}

async function until(silent: string[], seconds: number) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const seen = await look()
    assert.ok(seen.took < 1000, `the page took ${seen.took} ms`)
    if (String(seen.silent) === String(silent)) return seen
    assert.ok(Date.now() < end, `still ${seen.silent}`)
    await sleep(200)
  }
}

test('one provider is down, one slow: the page stays fast, marks both, closes none, and sees them recover', async () => {
  assert.deepEqual((await look()).silent, [], 'nobody has asked yet')
  const seen = await until(['down', 'slow'], 15)
  assert.deepEqual(seen.ways.sort(), ['demo-ca', 'demo-oidc', 'down', 'slow'])
  const begun = performance.now()
  assert.match((await world.browser().signInAt('anjali-private')).url, /registration/)
  assert.ok(performance.now() - begun < 2000, 'the slow one delays nobody else')
  slow.delay = 0
  const back = await startSayingProvider(downPort)
  await until([], 25)
  await back.close()
})

test('who tries a provider finds out for the others, either way', async () => {
  slow.delay = 0
  slow.claims = { family_name: 'Schmit' }
  const browser = world.browser()
  await browser.follow(browser.get('/sign-in/start/slow'), '/registration')
  assert.ok(!(await look()).silent.includes('slow'))
  const away = await startSayingProvider(downPort)
  const scheme = world.browser()
  const { location = '' } = (await scheme.get('/sign-in/start/down')).headers
  const { headers } = await scheme.get(location)
  assert.ok(!(await look()).silent.includes('down'))
  await away.close()
  const answer = await scheme.get(headers.location ?? '')
  assert.equal(answer.status, 503)
  assert.match(answer.body, /Provider down cannot be reached at the moment/)
  assert.ok((await look()).silent.includes('down'))
})

test('it asks only while people look, once at a time, and forgets what is long ago', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  try {
    let asked = 0
    let answer = Promise.withResolvers<void>()
    const { isSilent } = openAvailability(() => {
      asked++
      return answer.promise
    })
    assert.equal(asked, 0)
    assert.deepEqual([isSilent(), isSilent()], [false, false])
    assert.equal(asked, 1)
    answer.reject(new Error('down'))
    await sleep(1)
    assert.equal(isSilent(), true)
    assert.equal(asked, 1)
    answer = Promise.withResolvers<void>()
    mock.timers.tick(10_000)
    assert.equal(isSilent(), true, 'until the next answer')
    assert.equal(asked, 2)
    mock.timers.tick(10 * 60_000)
    assert.equal(isSilent(), false, 'nobody knows any more')
    answer.resolve()
    await sleep(1)
    mock.timers.tick(29_000)
    assert.equal(isSilent(), false)
    assert.equal(asked, 2)
    mock.timers.tick(31_000)
    isSilent()
    assert.equal(asked, 3)
  } finally {
    mock.timers.reset()
  }
})
