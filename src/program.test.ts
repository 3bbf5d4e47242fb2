import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('program.ts', import.meta.url))
const startError = fileURLToPath(new URL('platform/start-error.ts', import.meta.url))

/** Runs a program whose start is this code, and tells how it ended. */
async function run(start: string) {
  const code = `import { runProgram } from ${JSON.stringify(program)}
    import { StartError } from ${JSON.stringify(startError)}
    await runProgram(async () => { ${start} })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said += chunk))
  const [exit] = await once(child, 'exit')
  return { exit, said }
}

const serve = `const running = { stop: async () => {} }; setTimeout(() => { console.log('alive'); process.exit(7) }, 150)`

test('a program that serves outlives a promise that one request forgot, and says so', async () => {
  const { exit, said } = await run(
    `${serve}; setTimeout(() => Promise.reject(new Error('lost')), 20); return running`,
  )
  assert.match(said, /a forgotten promise failed: Error: lost/)
  assert.match(said, /alive/)
  assert.equal(exit, 7)
})

test('a program that cannot serve ends: before it has started, or when its operator must act', async () => {
  for (const failing of [
    `${serve}; Promise.reject(new Error('lost')); await new Promise(() => {})`,
    `${serve}; setTimeout(() => Promise.reject(new StartError('the database has ended')), 20); return running`,
    `${serve}; setTimeout(() => { throw new Error('lost') }, 20); return running`,
  ]) {
    const { exit, said } = await run(failing)
    assert.equal(exit, 1, said)
    assert.doesNotMatch(said, /alive/)
  }
})
