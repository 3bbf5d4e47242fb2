import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('main.ts', import.meta.url))

test('the bench prints rates, ratios, round trips, sign-ins, bytes, whole dossiers and what a large document takes, from one short run', {
  timeout: 120_000,
}, async () => {
  const args = [program, '--milliseconds=500', '--rounds=1', '--connections=2', '--megabytes=100']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  for (const page of ['start page', 'space’s overview', 'form page']) {
    const row = stdout.split('\n').find((line) => line.startsWith(page)) ?? ''
    const cells = row.slice(page.length).trim().split(/\s+/).map(Number)
    assert.equal(cells.length, 7, row)
    assert.ok(
      cells.every((cell) => cell > 0),
      row,
    )
    assert.equal(cells.at(-1), 1, `${page}: everything in one round trip`)
  }
  const [, signIns, bare, ratio] = /^per s and core +(\d+) +(\d+) +([\d.]+)$/m.exec(stdout) ?? []
  assert.ok(Number(signIns) > 0 && Number(bare) > Number(signIns) && Number(ratio) > 0, stdout)
  assert.match(stdout, /^2 questions to the OCSP responder for 2 certificates$/m)
  const [, dossiers] = /^whole dossiers, 2 people at once: ([\d.]+) a second$/m.exec(stdout) ?? []
  assert.ok(Number(dossiers) > 0, stdout)
  const [, total, script] = /first view: start page: ([\d.]+) kB on the wire, ([\d.]+) kB/.exec(stdout) ?? []
  assert.ok(Number(total) > 0 && Number(total) <= 100, stdout)
  assert.ok(Number(script) <= 25, stdout)
  for (const way of ['into', 'out of'])
    assert.match(stdout, new RegExp(`${way} the vault: [1-9]\\d* MB/s, \\d+\\.\\d\\d of openssl enc`))
  const [, memory] = /memory: (-?\d+) MB more at most/.exec(stdout) ?? []
  assert.ok(Number(memory) < 50, stdout)
})
