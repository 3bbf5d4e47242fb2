import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { makePrivateSpace } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { codeIn, open, openVisitor, press, signIn, textOf, type Visitor } from './visitor.ts'

/** All three are Marie's. */
const [first, second, third] = [
  'marie-muster-private',
  'marie-muster-professional',
  'marie-muster-association',
] as const

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
  test(`R3: each registered certificate opens the same private space, an unregistered one leads to it (${language}, ${scripts ? 'with' : 'without'} JavaScript)`, async () => {
    await portal.forgetEverybody()
    const reader = { language, scripts }
    const marie = await openVisitor(browser, portal, reader)
    const office = await openVisitor(browser, portal, { ...reader, installed: second })
    const band = await openVisitor(browser, portal, { ...reader, installed: third })
    await signIn(marie, first)
    const code = await makePrivateSpace(marie)

    await leadsToRegistration(office, code)
    await press(office, office.t.certificates.account.submit)
    assert.ok((await textOf(office)).includes(office.t.certificates.account.missing))
    await office.page.locator('[name=code]').fill((await showCode(marie)).toLowerCase())
    await press(office, office.t.certificates.account.submit)
    assert.ok((await textOf(office)).includes(office.t.certificates.notices.registered))
    assert.equal((await open(office, paths.space(code)))?.status(), 200)
    assert.equal(codeIn(office), code)

    await leadsToRegistration(band, code)
    await band.page.locator(`a[href="${paths.joinStart('demo-oidc')}"]`).click()
    await band.page.locator(`button[name=certificate][value="${first}"]`).click()
    await band.page.waitForURL((url) => url.pathname === paths.certificates())
    assert.ok((await textOf(band)).includes(band.t.certificates.notices.registered))
    await open(band, paths.spaces())
    assert.ok((await textOf(band)).includes(code))

    await open(marie, paths.certificates())
    assert.equal(await marie.page.locator('section.panel dl').count(), 3)
    for (const one of [marie, office, band]) {
      assert.deepEqual(one.complaints, [])
      await one.close()
    }
  })
}

/** A certificate nobody has registered: no space, no dead end. */
async function leadsToRegistration(visitor: Visitor, code: string) {
  await open(visitor, paths.signInStart('demo-ca', paths.space(code)))
  assert.equal(new URL(visitor.page.url()).pathname, paths.registration())
  const { account } = visitor.t.certificates
  for (const words of [account.title, account.prove, account.code])
    assert.ok((await textOf(visitor)).includes(words), words)
  const answer = await visitor.context.request.get(portal.url + paths.space(code), { maxRedirects: 0 })
  assert.equal(answer.status(), 303)
}

async function showCode(visitor: Visitor): Promise<string> {
  await open(visitor, paths.certificates())
  await press(visitor, visitor.t.certificates.codeShow)
  return visitor.page.locator('main .code').first().innerText()
}
