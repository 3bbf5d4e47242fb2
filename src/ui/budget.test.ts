import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testPortal } from '../../test/support.ts'
import { paths } from '../paths.ts'
import { assetUrl } from './assets.ts'

const kilobyte = 1000
const portal = await testPortal()
after(() => portal.close())

/** Bytes of the body as a browser gets it. */
async function weigh(url: string, cookie = ''): Promise<number> {
  const headers = { 'accept-encoding': 'gzip, deflate, br', cookie }
  const { statusCode, rawPayload } = await portal.app.inject({ url, headers })
  assert.equal(statusCode, 200, url)
  return rawPayload.length
}

async function weighAll(urls: string[]): Promise<number> {
  const weights = await Promise.all(urls.map((url) => weigh(url)))
  return weights.reduce((sum, one) => sum + one, 0)
}

const scripts = ['main.js', 'page.js', 'autosave.js', 'unsaved.js', 'session.js', 'fragments.js', 'htmx.js']

test('all JavaScript together, needed by a page or not, weighs at most 25 kB', async () => {
  const weight = await weighAll(scripts.map((file) => assetUrl('scripts', file)))
  assert.ok(weight <= 25 * kilobyte, `${weight} bytes`)
})

test('the first view weighs at most 100 kB in all: page, style, font, icon and every script', async () => {
  const { body } = await portal.get(paths.start())
  const linked = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
  assert.ok(linked.length >= 4)
  const lazy = scripts.map((file) => assetUrl('scripts', file))
  const weight = await weighAll([...new Set([paths.start(), ...linked, ...lazy])])
  assert.ok(weight <= 100 * kilobyte, `${weight} bytes`)
})

test('later pages weigh at most 15 kB', async () => {
  const { cookie } = await portal.signIn()
  const pages = [
    paths.start(),
    paths.help('certificates'),
    paths.procedures(),
    paths.spaces(),
    paths.newPrivateSpace(),
    paths.newBusinessSpace(),
  ]
  for (const path of pages) {
    const weight = await weigh(path, cookie)
    assert.ok(weight <= 15 * kilobyte, `${path}: ${weight} bytes`)
  }
})
