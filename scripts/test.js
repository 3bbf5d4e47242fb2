// `npm test`: every test file, or those named (files or folders) behind `npm test --`. All share one
// database server: the one of DATABASE_URL and DATABASE_OWNER_URL, else an embedded one made for the run.
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node.js'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const minutesPerFile = 10

const files = findFiles(process.argv.slice(2))
const server = await openServer()
// Ctrl-C reaches the runner too; its end is ours.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
const code = await runTests(files, server.env)
await server.stop()
process.exit(code)

function findFiles(named) {
  const places = named.length ? named : ['src', 'demo', 'test', 'scripts', 'bench']
  const found = places.map((place) => {
    const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory()
    return { place, files: globSync(isFolder ? join(place, '**/*.test.ts') : place) }
  })
  const empty = found.find(({ files }) => files.length === 0)
  if (named.length && empty) {
    console.error(`No test file at ${empty.place}`)
    process.exit(1)
  }
  return [...new Set(found.flatMap(({ files }) => files))].sort()
}

async function openServer() {
  if (process.env.DATABASE_URL && process.env.DATABASE_OWNER_URL) return { env: {}, stop: () => {} }
  const { startEmbedded } = await import('../src/platform/embedded.ts')
  const folder = mkdtempSync(join(tmpdir(), 'guichet-test-'))
  const database = await startEmbedded(folder, { durable: false, maxConnections: 300 })
  return {
    env: { TEST_DATABASE_SERVER: JSON.stringify(database) },
    async stop() {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function runTests(files, databaseEnv) {
  const { settingsSchema } = await import('../src/config.ts')
  const env = { ...process.env, ...databaseEnv }
  for (const name of Object.keys(settingsSchema.shape)) if (!name.startsWith('DATABASE_')) delete env[name]
  const imports = ['loopback-only', 'ending'].map(
    (name) => `--import=${new URL(`../test/${name}.js`, import.meta.url).href}`,
  )
  env.NODE_OPTIONS = [env.NODE_OPTIONS, ...imports].filter(Boolean).join(' ')
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      `--test-concurrency=${Math.max(2, availableParallelism())}`,
      `--test-timeout=${minutesPerFile * 60_000}`,
      ...files,
    ],
    { env, stdio: 'inherit' },
  )
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
