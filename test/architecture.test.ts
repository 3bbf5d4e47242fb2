import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')
const ground = ['platform', 'ui', 'i18n', 'identifiers', 'forms']

type Import = { from: string; to: string; typeOnly: boolean }

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|js)$/.test(file))
  .map((file) => join('src', file))
const product = files.filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/ui/enhance/'))
const imports = product.flatMap(importsOf)

test('the checks below see the code', () => {
  assert.ok(imports.some((one) => one.from === 'src/house.ts' && one.to === 'src/scopes.ts'))
})

test('platform imports no module', () => {
  const wrong = imports.filter((one) => one.from.startsWith('src/platform/') && moduleOf(one.to) !== null)
  assert.deepEqual(wrong.map(arrow), [])
})

test('a module never imports another’s routes or views', () => {
  const wrong = imports.filter(({ from, to }) => {
    const target = moduleOf(to)
    return moduleOf(from) !== null && target !== null && target !== moduleOf(from) && isFace(to)
  })
  assert.deepEqual(wrong.map(arrow), [])
})

test('the domain of a module imports neither routes nor views', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const inside = moduleOf(from) !== null && moduleOf(from) === moduleOf(to)
    return inside && !typeOnly && !isFace(from) && isFace(to)
  })
  assert.deepEqual(wrong.map(arrow), [])
})

test('no file needs itself, by however many others', () => {
  const needs = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) needs.set(from, [...(needs.get(from) ?? []), to])
  }
  assert.deepEqual(cycles(needs), [])
})

test('only src/config.ts reads the environment', () => {
  const readers = product.filter((file) => /\bprocess\.env\b|\benv\b.*from 'node:process'/.test(textOf(file)))
  assert.deepEqual(readers, ['src/config.ts'])
})

test('the product imports nothing of the demo, the tests or the bench', () => {
  const wrong = imports.filter(({ to }) => /^(demo|test|bench|scripts)\//.test(to))
  assert.deepEqual(wrong.map(arrow), [])
})

test('addresses are spelt in src/paths.ts, nowhere else in views', () => {
  const views = product.filter((file) => /\.ts$/.test(file) && file !== 'src/paths.ts')
  const spelt = views.filter((file) => /\b(href|action|formaction)="\//.test(textOf(file)))
  assert.deepEqual(spelt, [])
})

test('markup carries no inline script, style or handler, and raw() is kept from data', () => {
  const wrong = product.flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => /<style|\sstyle="|\son(click|submit|change|load|input)="|<script>/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  assert.deepEqual(wrong, [])
})

function importsOf(file: string): Import[] {
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)/gm
  return [...textOf(file).matchAll(pattern)].map((match) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), match[2] ?? match[3] ?? '')),
    typeOnly: match[1] !== undefined,
  }))
}

/** The module a file belongs to; null for the ground all stand on and for the files that join modules. */
function moduleOf(file: string): string | null {
  const [, folder, rest] = file.split('/')
  return file.startsWith('src/') && folder && rest && !ground.includes(folder) ? folder : null
}

function isFace(file: string): boolean {
  return /(^|[/-])(routes|views?)\.ts$/.test(file)
}

function cycles(needs: Map<string, string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, trail: string[]) => {
    const at = trail.indexOf(file)
    if (at >= 0) found.push([...trail.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of needs.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of needs.keys()) visit(file, [])
  return found
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`
}
