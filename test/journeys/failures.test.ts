import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { inspect } from './inspect.ts'
import { open, openVisitor, signIn, type Visitor } from './visitor.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

test('during maintenance every page says so, and that data is safe', async (t) => {
  const portal = await startFor(t, { MAINTENANCE: 'on' })
  await inEachLanguage(portal, async (visitor) => {
    assert.equal((await open(visitor, paths.procedures()))?.status(), 503)
    await inspect(visitor, 'failure-maintenance')
  })
})

test('somebody who asks too often is told to wait', async (t) => {
  const portal = await startFor(t, { RATE_LIMIT: '40' })
  await inEachLanguage(portal, async (visitor) => {
    for (let asked = 0; asked < 40; asked++) await visitor.context.request.get(portal.url + paths.help())
    assert.equal((await open(visitor, paths.help()))?.status(), 429)
    await inspect(visitor, 'failure-too-many')
  })
})

test('a fault of ours is a page with a reference, not a trace', async (t) => {
  const portal = await startFor(t)
  const marie = await openVisitor(browser, portal, { language: 'en' })
  await signIn(marie, 'marie-muster-private')
  const code = await makePrivateSpace(marie)
  await portal.owner.query('alter table dossiers rename to dossiers_lost')
  for (const language of languages) {
    const visitor = { ...marie, language }
    await open(visitor, paths.language(language, paths.help()))
    assert.equal((await open(visitor, paths.space(code)))?.status(), 500)
    assert.ok(!(await visitor.page.content()).includes('dossiers_lost'))
    await inspect(visitor, 'failure-fault')
  }
})

test('what another site sends in somebody’s name is refused with a page', async (t) => {
  const portal = await startFor(t)
  await inEachLanguage(portal, async (visitor) => {
    const form = `<form method="post" action="${portal.url}${paths.signOut()}"><button>go</button></form>`
    await visitor.page.setContent(form)
    await visitor.page.locator('button').click()
    await visitor.page.waitForURL(`**${paths.signOut()}`)
    await inspect(visitor, 'failure-foreign')
  })
})

async function startFor(t: TestContext, env: Record<string, string> = {}): Promise<DemoPortal> {
  const portal = await startDemoPortal(env)
  t.after(() => portal.close())
  return portal
}

async function inEachLanguage(portal: DemoPortal, work: (visitor: Visitor) => Promise<void>) {
  for (const language of languages) {
    const visitor = await openVisitor(browser, portal, { language, reducedMotion: 'reduce' })
    await work(visitor)
    await visitor.close()
  }
}
