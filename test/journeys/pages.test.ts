import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { launchBrowser } from '../browser.ts'
import { axeFindings, markupFindings, reflowFindings } from './checks.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { stops, type Walk } from './stops.ts'
import { openVisitor } from './visitor.ts'

const screenshots = resolve(import.meta.dirname, '..', '..', 'screenshots')

let portal: DemoPortal
let browser: Browser
before(async () => {
  portal = await startDemoPortal()
  browser = await launchBrowser()
  mkdirSync(screenshots, { recursive: true })
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const language of languages) {
  describe(`every page and state, in ${language}`, () => {
    let walk: Walk
    before(async () => {
      await portal.forgetEverybody()
      const visitor = await openVisitor(browser, portal, { language, reducedMotion: 'reduce' })
      walk = { visitor, privateCode: '', businessCode: '', seen: [] }
    })
    after(() => walk.visitor.close())

    for (const stop of stops) {
      test(`${stop.name}: accessible, valid, fits 320 px, complains of nothing`, {
        timeout: 60_000,
      }, async () => {
        const { visitor } = walk
        await stop.go(walk)
        await visitor.page.waitForLoadState()
        const findings = [
          ...(await axeFindings(visitor.page)),
          ...(await markupFindings(await visitor.lastDocument())),
          ...(await reflowFindings(visitor.page)),
          ...visitor.complaints.splice(0),
        ]
        if (language === 'de') await shoot(visitor.page, stop.name)
        assert.deepEqual(findings, [])
        assert.equal(await visitor.page.locator('html').getAttribute('lang'), language)
        assert.equal(await visitor.page.locator('h1').count(), 1)
      })
    }
  })
}

/** For people to look at: three widths, and dark. */
async function shoot(page: Page, name: string) {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(screenshots, `${name}-dark.png`), fullPage: true })
  const dark = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'light' })
  assert.deepEqual(dark, [], 'in the dark')
}
