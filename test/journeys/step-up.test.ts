import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { launchBrowser } from '../browser.ts'
import { addCertificate, letMinutesPass } from './behind.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import {
  enter,
  open,
  openVisitor,
  presentAgain,
  press,
  shownValue,
  signIn,
  textOf,
  type Visitor,
} from './visitor.ts'

const [first, second] = ['marie-muster-private', 'marie-muster-professional'] as const

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

for (const [scheme, scripts] of [
  ['tls', true],
  ['tls', false],
  ['oidc', false],
] as const) {
  test(`after six minutes a changed address asks for the certificate, and is still typed when one is back (${scheme}, ${scripts ? 'with' : 'without'} JavaScript)`, async () => {
    await portal.forgetEverybody()
    const marie = await openVisitor(browser, portal, { language: 'de', scripts, installed: first })
    await signIn(marie, first, scheme)
    await letMinutesPass(marie, 6)
    await open(marie, paths.email())
    await enter(marie, { email: 'marie.neu@mail.example' })
    await press(marie, marie.t.identity.email.submit)
    assert.ok((await textOf(marie)).includes(marie.t.account.confirm.title))
    await presentAgain(marie, first, scheme)
    assert.equal(await shownValue(marie, 'email'), 'marie.neu@mail.example')
    assert.ok((await textOf(marie)).includes(marie.t.account.parked.notSent))
    assert.equal(await confirmationsTo('marie.neu@mail.example'), 0)
    await press(marie, marie.t.identity.email.submit)
    assert.ok((await textOf(marie)).includes(marie.t.identity.email.notices.requested))
    assert.equal(await confirmationsTo('marie.neu@mail.example'), 1)
    assert.deepEqual(marie.complaints, [])
    await marie.close()
  })
}

test('a certificate is removed after it was asked for by keyboard alone', async () => {
  await portal.forgetEverybody()
  const marie = await openVisitor(browser, portal, { language: 'en', installed: first })
  await signIn(marie, first, 'tls')
  await addCertificate(portal, second)
  await letMinutesPass(marie, 6)
  await open(marie, paths.certificates())
  await tabTo(marie, 'a[href$="/removal"]')
  await marie.page.keyboard.press('Enter')
  await marie.page.waitForURL((url) => url.pathname === paths.confirm())
  await tabTo(marie, 'a[href*="for=confirm"][href*="demo-ca"]')
  await marie.page.keyboard.press('Enter')
  await marie.page.waitForURL((url) => url.pathname.endsWith('/removal'))
  await tabTo(marie, 'main form button')
  await Promise.all([marie.page.waitForEvent('load'), marie.page.keyboard.press('Enter')])
  assert.equal(
    (await portal.owner.query('select from certificates where removed_at is not null')).rowCount,
    1,
  )
  await marie.close()
})

async function tabTo({ page }: Visitor, selector: string) {
  for (let steps = 0; steps < 60; steps++) {
    if (await page.locator(`:is(${selector}):focus`).count()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no key leads to ${selector}`)
}

async function confirmationsTo(address: string): Promise<number> {
  const { rowCount } = await portal.owner.query('select from email_confirmations where email = $1', [address])
  return rowCount ?? 0
}
