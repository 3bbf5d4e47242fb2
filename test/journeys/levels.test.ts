import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { demoProviderName } from '../../demo/names.ts'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { openBusinessSpaces, send } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { follow, open, openVisitor, signIn, signOut, textOf, type Visitor } from './visitor.ts'

const certificate = 'marie-muster-professional'

let portal: DemoPortal
let browser: Browser
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const [index, language] of languages.entries()) {
  const scripts = index % 2 === 0
  test(`a sign-in that is too weak leads to a surer one, and back to the draft as it was (${language}, ${scripts ? 'with' : 'without'} JavaScript)`, async () => {
    await portal.forgetEverybody()
    const marie = await openVisitor(browser, portal, { language, scripts })
    const { procedures, identity, account } = marie.t
    await signIn(marie, certificate)
    await openBusinessSpaces(marie, 1)
    await open(marie, paths.spaces())
    const code = /PM-[A-Z0-9]{6}/.exec(await textOf(marie))?.[0] ?? ''
    await send(marie, paths.newDossier(code), { procedure: 'business-permit' })
    const check = paths.dossierCheck(code, 1)
    await open(marie, check)
    const answers = await marie.page.locator('main dl').first().innerText()
    await signOut(marie)

    await open(marie, paths.signIn(check))
    await follow(marie, identity.signIn.oidcAction(demoProviderName))
    await pick(marie, { weak: true })
    assert.equal(new URL(marie.page.url()).pathname, check)
    assert.ok((await textOf(marie)).includes(procedures.tooLow))
    await open(marie, paths.sessions())
    assert.ok((await textOf(marie)).includes(`${account.sessions.assurance}\n${identity.levels.low}`))

    await open(marie, check)
    await follow(marie, identity.signIn.oidcAction(demoProviderName))
    await pick(marie, { weak: false })
    assert.equal(new URL(marie.page.url()).pathname, check)
    assert.ok(!(await textOf(marie)).includes(procedures.tooLow))
    assert.equal(await marie.page.locator('main dl').first().innerText(), answers)
    assert.deepEqual(marie.complaints, [])
    await marie.close()
  })
}

/** At the demo's provider: by password only, or as usual. */
async function pick({ page }: Visitor, { weak }: { weak: boolean }) {
  if (weak) await page.locator('input[name=weak]').check()
  await page.locator(`button[name=certificate][value="${certificate}"]`).click()
  await page.waitForURL((url) => url.href.startsWith(portal.url))
}
