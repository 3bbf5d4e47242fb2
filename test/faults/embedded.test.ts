import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { temporaryFolder } from '../program.ts'

const embeddedModule = new URL('../../src/platform/embedded.ts', import.meta.url).href

test('a second start keeps all data and is quick', async (t) => {
  const folder = temporaryFolder(t)
  const first = await startEmbedded(folder)
  await query(first.ownerUrl, `create table kept (word text)`)
  await query(first.ownerUrl, `insert into kept values ('été')`)
  await first.stop()

  const begun = Date.now()
  const second = await startEmbedded(folder)
  t.after(() => second.stop())
  assert.ok(Date.now() - begun < 2000, `${Date.now() - begun} ms`)
  assert.deepEqual(await query(second.ownerUrl, 'select word from kept'), [{ word: 'été' }])
})

test('an acknowledged row survives kill -9 of the program, and the next start is not blocked', async (t) => {
  const folder = temporaryFolder(t)
  await runAndKill(folder, `create table if not exists kept (n int); insert into kept values (1)`)
  await runAndKill(folder, `insert into kept values (2)`)

  const next = await startEmbedded(folder)
  t.after(() => next.stop())
  assert.deepEqual(await query(next.ownerUrl, 'select n from kept order by n'), [{ n: 1 }, { n: 2 }])
})

test('kill -9 of the program takes its server along', { skip: process.platform !== 'linux' }, async (t) => {
  const folder = temporaryFolder(t)
  await runAndKill(folder, 'select 1')
  const [pid] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  for (let wait = 0; wait < 100 && isAlive(Number(pid)); wait++)
    await new Promise((done) => setTimeout(done, 50))
  assert.equal(isAlive(Number(pid)), false)
})

for (const [whose, pid] of [
  ['a process that is gone', 4_000_000],
  ['a process that is no PostgreSQL', process.pid],
] as const) {
  test(`a lock file left behind that names ${whose} does not block the start`, async (t) => {
    const folder = temporaryFolder(t)
    await (await startEmbedded(folder)).stop()
    const stale = [pid, join(folder, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready']
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${stale.join('\n')}\n`)

    const next = await startEmbedded(folder)
    await next.stop()
  })
}

test('a claim of a process that is gone does not block the start', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'portal.pid'), `${process.pid} 1`)
  await (await startEmbedded(folder)).stop()
})

test('an interrupted first start leaves nothing half made', async (t) => {
  const folder = temporaryFolder(t)
  mkdirSync(join(folder, 'postgres.new'))
  writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18')
  await (await startEmbedded(folder)).stop()
})

test('two programs never use one folder at once', async (t) => {
  const folder = temporaryFolder(t)
  const running = await startEmbedded(folder)
  t.after(() => running.stop())
  await assert.rejects(startEmbedded(folder), (error) => {
    assert.ok(error instanceof StartError)
    assert.match(error.message, /^DATA_DIR: .* is in use by a running portal/)
    return true
  })
})

test('passwords are for their owner alone, and nobody enters without one', async (t) => {
  const folder = temporaryFolder(t)
  const server = await startEmbedded(folder)
  t.after(() => server.stop())
  assert.equal(statSync(join(folder, 'postgres-passwords.json')).mode & 0o777, 0o600)
  const address = new URL(server.url)
  address.password = 'wrong'
  await assert.rejects(query(address.href, 'select 1'), /password authentication failed/)
})

test('a folder nobody can write to is one line that names the setting', async () => {
  await assert.rejects(startEmbedded('/dev/null/data'), (error) => {
    assert.ok(error instanceof StartError)
    assert.match(error.message, /^DATA_DIR: cannot write to \/dev\/null\/data \(ENOTDIR\)$/)
    return true
  })
})

/** A program that opens the server, gets `sql` acknowledged, and is killed at once. */
async function runAndKill(folder: string, sql: string) {
  const script = `
    import { startEmbedded } from ${JSON.stringify(embeddedModule)}
    import pg from 'pg'
    const { ownerUrl } = await startEmbedded(${JSON.stringify(folder)})
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    await client.query(${JSON.stringify(sql)})
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('../..', import.meta.url),
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'exit')
  assert.equal(signal, 'SIGKILL')
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function isAlive(pid: number): boolean {
  try {
    return /^State:\s+[^ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
