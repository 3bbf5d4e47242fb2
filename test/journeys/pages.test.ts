import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/i18n/index.ts'
import { launchBrowser } from '../browser.ts'
import { type DemoPortal, startDemoPortal } from './demo-portal.ts'
import { inspect } from './inspect.ts'
import { stops, type Walk } from './stops.ts'
import { openVisitor } from './visitor.ts'

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

for (const language of languages) {
  describe(`every page and state, in ${language}`, () => {
    let walk: Walk
    before(async () => {
      await portal.forgetEverybody()
      const visitor = await openVisitor(browser, portal, { language, reducedMotion: 'reduce' })
      walk = { visitor, privateCode: '', businessCode: '', recoveryPath: '', requestPath: '' }
    })
    after(() => walk.visitor.close())

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
