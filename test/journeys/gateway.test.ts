import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { demoGatewayName } from '../../demo/names.ts'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import {
  codeIn,
  comeBack,
  follow,
  open,
  openVisitor,
  present,
  register,
  signIn,
  signOut,
  textOf,
} from './visitor.ts'

const certificate = 'marie-muster-private'

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

/** The gateway is another site for the browser (127.0.0.1, not localhost): cookies stay behind as they would. */
for (const [index, language] of languages.entries()) {
  const scripts = index % 2 === 0
  test(`one comes new through a SAML gateway, and again to the same space by each way in (${language}, ${scripts ? 'with' : 'without'} JavaScript)`, async () => {
    await portal.forgetEverybody()
    const marie = await openVisitor(browser, portal, { language, scripts })

    await open(marie, paths.signIn(paths.email()))
    await follow(marie, marie.t.identity.signIn.oidcAction(demoGatewayName))
    await marie.page.locator('button[name=cancel]').click()
    await comeBack(marie)
    assert.ok((await textOf(marie)).includes(marie.t.identity.notices.cancelled.title))

    await present(marie, certificate, 'saml')
    assert.equal(new URL(marie.page.url()).pathname, paths.registration())
    const text = await textOf(marie)
    for (const words of ['Marie Muster', demoGatewayName]) assert.ok(text.includes(words), words)
    await register(marie, certificate)
    const code = await makePrivateSpace(marie)

    for (const scheme of ['saml', 'oidc'] as const) {
      await signOut(marie)
      await signIn(marie, certificate, scheme)
      await open(marie, paths.space(code))
      assert.equal(codeIn(marie), code, scheme)
    }
    assert.deepEqual(marie.complaints, [])
    await marie.close()
  })
}
