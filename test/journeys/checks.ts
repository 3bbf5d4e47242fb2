import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..', '..')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const validator = new HtmlValidate(new FileSystemConfigLoader())

const AxeResult = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
})

/** What axe objects to, for WCAG 2.2 A and AA and its best practices; run from outside, so the CSP stays as it is. */
export async function axeFindings(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  await page.evaluate(axeSource)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`
  const { violations } = AxeResult.parse(await page.evaluate(run))
  return violations.map(
    ({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map((one) => one.html).join(' | ')}`,
  )
}

/** What html-validate objects to in a document as it was served. */
export async function markupFindings(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup, resolve(root, 'page.html'))
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `markup ${ruleId} at ${line}:${column}: ${message}`),
  )
}

/** Runs in the page, where this program's types end. */
const tooWide = `(() => {
  const limit = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= limit) return []
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
    .map((element) => element.outerHTML.slice(0, 120))
})()`

/** Words of the title that stand on two lines. */
const brokenWords = `(() => {
  const range = document.createRange()
  const walker = document.createTreeWalker(document.querySelector('h1'), NodeFilter.SHOW_TEXT)
  const broken = []
  while (walker.nextNode())
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word)
    }
  return broken
})()`

/** What is wider than a 320 px screen; empty when nothing scrolls sideways, and no word of the title is broken. */
export async function reflowFindings(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = z.array(z.string()).parse(await page.evaluate(tooWide))
  const broken = z.array(z.string()).parse(await page.evaluate(brokenWords))
  if (before) await page.setViewportSize(before)
  return [
    ...wide.slice(0, 3).map((element) => `wider than 320 px: ${element}`),
    ...broken.map((word) => `broken at 320 px: ${word}`),
  ]
}

/** Collects what a page complains of in the console, refuses by its CSP, or fails to load. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that answers 422 or 404 is no fault, but browsers say so in the console as if it were one.
    const isPage = !new URL(message.location().url || 'x:').pathname.startsWith('/assets/')
    const expected = isPage && message.text().startsWith('Failed to load resource: the server responded')
    if (['error', 'warning'].includes(message.type()) && !expected)
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? ''
    if (!failure.includes('ERR_ABORTED')) complaints.push(`request: ${request.url()} ${failure}`)
  })
  return complaints
}

/** The last document the server sent to this page, as sent. */
export function watchDocuments(page: Page): () => Promise<string> {
  let last: Promise<string> = Promise.resolve('')
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (isPage && ![301, 302, 303, 307].includes(response.status())) last = response.text().catch(() => '')
  })
  return () => last
}
