import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { launchBrowser, packagedChromium } from './browser.ts'

test('the browser reaches loopback and nothing else', async () => {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1')
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    assert.equal(await page.textContent('body'), 'here')
    await assert.rejects(page.goto('http://portal.example/'), /ERR_NAME_NOT_RESOLVED/)
  } finally {
    await browser.close()
    server.close()
  }
})

test('without an installed browser the one that comes by npm runs, with its own libraries', async () => {
  const packaged = await packagedChromium()
  const browser = await launchBrowser(packaged)
  try {
    const page = await browser.newPage()
    await page.setContent('<h1>Guichet</h1>')
    assert.equal(await page.textContent('h1'), 'Guichet')
  } finally {
    await browser.close()
  }
})
