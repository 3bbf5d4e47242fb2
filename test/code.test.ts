import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { languages } from '../src/i18n/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the types hold', () => passes('tsc', ['--noEmit', '--pretty', 'false']))
test('the linter and the formatter have nothing to say', () =>
  passes('biome', ['check', '--error-on-warnings', '.']))

test('the pages are walked in every language', () => {
  const walked = readdirSync(join(root, 'test/journeys')).flatMap(
    (file) => /^pages-(.+)\.test\.ts$/.exec(file)?.[1] ?? [],
  )
  assert.deepEqual(walked.sort(), [...languages].sort())
})

async function passes(tool: string, args: string[]) {
  const { code, output } = await run(join(root, 'node_modules/.bin', tool), args)
  assert.equal(code, 0, output)
}

function run(file: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    )
  })
}
