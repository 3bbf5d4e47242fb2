import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languages, messages } from '../../src/i18n/index.ts'
import { type Problem, refusalPage, refusalPolicy } from '../../src/identity/schemes/refusal-page.ts'
import { launchBrowser } from '../browser.ts'
import { testConfig } from '../support.ts'
import { watchComplaints, watchDocuments } from './checks.ts'
import { inspect } from './inspect.ts'

/** Why a certificate does not sign in; the page for one that is missing is a stop of every walk. */
const problems: Problem[] = [
  ...(['expired', 'not_yet_valid', 'untrusted', 'issuer_invalid', 'weak', 'faulty'] as const),
  ...(['wrong_usage', 'unknown_kind', 'incomplete', 'revoked', 'revocation_unknown'] as const),
  ...(['revocation_unanswered', 'over', 'too_many', 'unavailable'] as const),
]

let browser: Browser
let server: Server
let url: string
before(async () => {
  browser = await launchBrowser()
  const config = testConfig({})
  server = createServer(async (request, response) => {
    const [, lang, problem] = (request.url ?? '').split('/')
    const [language, about] = [languages.find((one) => one === lang), problems.find((one) => one === problem)]
    if (!language || !about) return response.writeHead(404).end()
    const page = refusalPage(config, {
      ...{ lang: language, problem: about, again: '/sign-in?state=x', back: null },
      certificate: { validFrom: new Date('2025-03-01'), validTo: new Date('2026-03-01') },
      revokedSince: new Date('2026-01-02'),
    })
    response.setHeader('content-security-policy', refusalPolicy)
    response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' }).end(String(await page))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(async () => {
  await browser.close()
  server.close()
})

for (const language of languages)
  test(`each page that refuses a certificate is accessible, valid, and says what to do, in ${language}`, async () => {
    const context = await browser.newContext({ locale: language, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const visitor = {
      page,
      language,
      complaints: watchComplaints(page),
      lastDocument: watchDocuments(page),
    }
    for (const problem of problems) {
      await page.goto(`${url}/${language}/${problem}`)
      await inspect(visitor, `refusal-${problem.replaceAll('_', '-')}`)
      const { title, todo } = messages(language).identity.refusal[problem]
      const text = await page.locator('main').innerText()
      for (const words of [title, ...todo]) assert.ok(text.includes(words), words)
    }
    await context.close()
  })
