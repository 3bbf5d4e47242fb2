import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

type Package = {
  integrity?: string
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Package> }

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock

test('the lock file holds what each package needs, on every platform: else npm ci refuses it', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isFound(path, name))
      .map((name) => `${path || 'package.json'} needs ${name}`),
  )
  assert.deepEqual(missing, [])
})

test('every package is named by its hash, and comes from the registry of npm alone', () => {
  for (const [path, { integrity, resolved }] of Object.entries(lock.packages).filter(([path]) => path)) {
    assert.match(integrity ?? '', /^sha512-/, path)
    assert.ok(!resolved || resolved.startsWith('https://registry.npmjs.org/'), `${path}: ${resolved}`)
  }
})

/** As Node resolves: in the package's own node_modules, then in each folder above. */
function isFound(path: string, name: string): boolean {
  if (lock.packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true
  if (path === '') return false
  const above = path.lastIndexOf('/node_modules/')
  return isFound(above < 0 ? '' : path.slice(0, above), name)
}
