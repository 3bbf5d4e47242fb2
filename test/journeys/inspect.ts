import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { axeFindings, markupFindings, reflowFindings } from './checks.ts'
import type { Visitor } from './visitor.ts'

const screenshots = resolve(import.meta.dirname, '..', '..', 'screenshots')
/** Which languages leave pictures. */
const pictured = (process.env.SCREENSHOTS ?? 'de').split(',')

/** The page that is open: accessible, valid, no wider than 320 px, in the right language, and quiet. */
export async function inspect(
  visitor: Pick<Visitor, 'page' | 'language' | 'complaints' | 'lastDocument'>,
  name: string,
): Promise<void> {
  const { page, language, complaints, lastDocument } = visitor
  await page.waitForLoadState()
  const findings = [
    ...(await axeFindings(page)),
    ...(await markupFindings(await lastDocument())),
    ...(await reflowFindings(page)),
    ...complaints.splice(0),
  ]
  if (pictured.includes(language)) await shoot(page, join(screenshots, language), name)
  assert.deepEqual(findings, [])
  assert.equal(await page.locator('html').getAttribute('lang'), language)
  assert.equal(await page.locator('h1').count(), 1)
}

/** For people to look at: three widths, and dark. */
async function shoot(page: Page, folder: string, name: string) {
  mkdirSync(folder, { recursive: true })
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(folder, `${name}-dark.png`), fullPage: true })
  const dark = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'light' })
  assert.deepEqual(dark, [], 'in the dark')
}
