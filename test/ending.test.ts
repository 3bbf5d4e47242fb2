import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const leavesSomethingOpen = `
  import { createServer } from 'node:http'
  import { test } from 'node:test'
  test('opens', () => { createServer().listen(0, '127.0.0.1') })
  test('is the last, and fails', () => { throw new Error('as it should') })
`

test('a file that leaves something open ends, says so, and loses no result', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-ending-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'open.test.ts')
  writeFileSync(file, leavesSomethingOpen)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const ending = new URL('./ending.js', import.meta.url).href
  const args = [`--import=${ending}`, '--test', '--test-reporter=tap', file]
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) =>
    execFile(process.execPath, args, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code, output: stdout + stderr }),
    ),
  )
  assert.equal(code, 1, output)
  assert.match(output, /not ok 2 - is the last, and fails/)
  assert.match(output, /left open: .*TCPServerWrap/)
})
