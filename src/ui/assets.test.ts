import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { testConfig, testPortal } from '../../test/support.ts'
import { buildApp } from '../app.ts'
import { openJobs } from '../platform/jobs.ts'
import { catalogueOf } from '../procedures/catalogue.ts'
import { assetText, assetUrl } from './assets.ts'

const portal = await testPortal()
after(() => portal.close())
const ask = (url: string, headers: Record<string, string> = {}) => portal.app.inject({ url, headers })

const css = assetUrl('styles', 'portal.css')

test('an asset is kept for a year, since its address changes with its content', async () => {
  const { statusCode, headers } = await ask(css)
  assert.equal(statusCode, 200)
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(headers['content-type'], 'text/css; charset=utf-8')
  assert.equal(headers['set-cookie'], undefined)
})

test('who has it already is told so', async () => {
  const { headers } = await ask(css)
  const again = await ask(css, { 'if-none-match': String(headers.etag) })
  assert.equal(again.statusCode, 304)
  assert.equal(again.body, '')
})

test('it comes compressed as asked, and plain to whoever does not ask', async () => {
  const text = assetText('styles', 'portal.css')
  assert.equal((await ask(css)).body, text)
  assert.equal(
    brotliDecompressSync((await ask(css, { 'accept-encoding': 'br' })).rawPayload).toString(),
    text,
  )
  assert.equal(gunzipSync((await ask(css, { 'accept-encoding': 'gzip' })).rawPayload).toString(), text)
  const font = await ask(assetUrl('fonts', 'inter-latin.woff2'), { 'accept-encoding': 'br' })
  assert.equal(font.headers['content-encoding'], undefined, 'a font is compressed already')
})

test('a page of the version before still finds its files, but they are not kept', async () => {
  const old = await ask('/assets/styles/000000000000/portal.css')
  assert.equal(old.statusCode, 200)
  assert.equal(old.headers['cache-control'], 'no-cache')
})

test('nothing else can be had from there', async () => {
  for (const url of [
    '/assets/styles/x/theme.css',
    '/assets/scripts/x/..%2f..%2fassets.ts',
    '/assets/scripts/x/__proto__',
    '/assets/__proto__/x/toString',
    '/assets/fonts/x/',
  ])
    assert.equal((await ask(url)).statusCode, 404, url)
})

test('every address in the style sheet leads to a file', async () => {
  const addresses = [...assetText('styles', 'portal.css').matchAll(/url\(([^)]+)\)/g)].map(
    ([, url]) => url ?? '',
  )
  assert.ok(addresses.length > 3)
  for (const url of addresses) assert.equal((await ask(url)).statusCode, 200, url)
})

test('every script a script imports is served beside it', async () => {
  for (const name of readdirSync(new URL('./enhance', import.meta.url))) {
    const imports = [...assetText('scripts', name).matchAll(/(?:from|import)\s*\(?'\.\/([^']+)'/g)]
    for (const [, file = ''] of imports) assert.ok(assetText('scripts', file), `${name} imports ${file}`)
  }
})

test('the administration’s logo is shown instead of the portal’s; a wrong one is refused at start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logo-'))
  const file = join(folder, 'logo.svg')
  writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
  const ours = await testPortal({ AUTHORITY_LOGO: file })
  assert.match((await ours.get('/')).body, /<img class="logo" src="\/assets\/authority-logo.svg" alt=""/)
  const logo = await ours.get('/assets/authority-logo.svg')
  assert.equal(logo.headers['content-type'], 'image/svg+xml; charset=utf-8')
  assert.match(logo.headers['content-security-policy'] ?? '', /default-src 'none'/)
  await ours.close()
  const build = (logoFile: string) =>
    buildApp(testConfig({ AUTHORITY_LOGO: logoFile }), portal.pools, openJobs(), catalogueOf([]))
  await assert.rejects(build(join(folder, 'none.svg')), /AUTHORITY_LOGO: cannot read/)
  writeFileSync(file, 'not a picture')
  await assert.rejects(build(file), /AUTHORITY_LOGO: .* is no SVG/)
  rmSync(folder, { recursive: true })
})
