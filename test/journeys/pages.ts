import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Language } from '../../src/i18n/index.ts'
import { launchBrowser } from '../browser.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { inspect } from './inspect.ts'
import { stops, type Walk } from './stops.ts'
import { openVisitor } from './visitor.ts'

/** Declares the walk through every page and state; each language has a file of its own, so that they run side by side. */
export function walkEveryPage(language: Language): void {
  describe(`every page and state, in ${language}`, () => {
    let portal: DemoPortal
    let browser: Browser
    let walk: Walk
    before(async () => {
      portal = await startDemoPortal()
      await portal.forgetEverybody()
      browser = await launchBrowser()
      const visitor = await openVisitor(browser, portal, { language, reducedMotion: 'reduce' })
      walk = { visitor, privateCode: '', businessCode: '', recoveryPath: '', requestPath: '' }
    })
    after(async () => {
      await browser.close()
      await portal.close()
    })

    for (const { name, go } of stops) {
      test(`${name}: accessible, valid, fits 320 px, complains of nothing`, {
        timeout: 150_000,
      }, async () => {
        await go(walk)
        await inspect(walk.visitor, name)
      })
    }
  })
}
