import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bundleComponents } from '../../scripts/theme.ts'
import { languages } from '../i18n/index.ts'
import { assetText } from './assets.ts'

const folder = join(import.meta.dirname, 'theme')
const css = assetText('styles', 'portal.css')
const vendor = readFileSync(join(folder, 'vendor/components.css'), 'utf8')
const ours = readdirSync(folder)
  .filter((file) => file.endsWith('.css'))
  .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

/** Words between quotes that a browser or a script could show: `content` and custom properties. */
function textsIn(sheet: string): { property: string; text: string }[] {
  return [...sheet.matchAll(/([\w-]+)\s*:\s*(?:"([^"]*)"|'([^']*)')/g)]
    .map(([, property = '', double, single]) => ({ property, text: double ?? single ?? '' }))
    .filter(({ property, text }) => /^(--dsc?-|content)/.test(property) && /\p{L}{2,}/u.test(text))
}

test('Designsystemet’s Norwegian texts are all replaced, in each language', () => {
  const foreign = textsIn(vendor)
  assert.ok(foreign.length > 0, 'the search finds what is there')
  for (const { property, text } of foreign) {
    assert.match(property, /^--dsc-/, `${property}: ${text} cannot be replaced by a custom property`)
    for (const language of languages) {
      const replaced = new RegExp(`:lang\\(${language}\\)[^}]*${property}:`).test(css)
      assert.ok(replaced, `${property} (“${text}”) has no text in ${language}`)
    }
  }
})

test('the search for foreign texts would find one', () => {
  assert.deepEqual(textsIn('.x{--dsc-x-label:"Du er her:"}.y::before{content:\'av\'}.z::after{content:""}'), [
    { property: '--dsc-x-label', text: 'Du er her:' },
    { property: 'content', text: 'av' },
  ])
})

test('what is shipped of Designsystemet is what its package holds, without pictures the CSP refuses', () => {
  assert.equal(vendor, bundleComponents())
  assert.ok(!/data:/.test(css))
})

test('no text is smaller than 14 pixels', () => {
  for (const [file, sheet] of ours) {
    for (const [, size, unit] of sheet.matchAll(/font-size:\s*([\d.]+)(rem|px|em)/g)) {
      const pixels = Number(size) * (unit === 'px' ? 1 : 16)
      assert.ok(pixels >= 14, `${file}: ${size}${unit}`)
    }
  }
})

test('nothing is coloured by a colour of its own: themes and forced colours must reach it', () => {
  const own = ours.flatMap(([file, sheet]) =>
    [...sheet.matchAll(/^\s+(?!--shadow)[\w-]+:[^;]*#[0-9a-f]{3,8}\b/gim)].map(
      ([line]) => `${file}:${line.trim()}`,
    ),
  )
  assert.deepEqual(
    own.filter((line) => !/^(shell\.css:(fill|stroke): #(0b5563|fff|f3b36b)|print\.css)/.test(line)),
    [],
  )
})
