import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'))
const installed = (name: string) =>
  Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))

test('what is checked and what is believed is read by one parser and opened by one library', () => {
  for (const name of ['@xmldom/xmldom', 'xml-crypto', 'xml-encryption'])
    assert.deepEqual(installed(name), [`node_modules/${name}`], name)
})
