import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { startProgram, temporaryFolder } from '../program.ts'

const anyPorts = {
  TLS_PORT: '0',
  DEMO_MAIL_PORT: '0',
  DEMO_AUTHORITY_PORT: '0',
  DEMO_IDENTITY_PORT: '0',
  DEMO_REGISTERS_PORT: '0',
  DEMO_SMTP_PORT: '0',
  DEMO_REVOCATION_PORT: '0',
}
const secret = Buffer.alloc(32, 9).toString('base64')
const keys = { SECRET_KEY: secret, DOCUMENTS_KEY: secret }

test('npm start serves, says where and as whom, and starts again after Ctrl-C and after kill -9', async (t) => {
  const env = { DATA_DIR: join(temporaryFolder(t), 'data'), ...anyPorts }
  const first = await startProgram('scripts/start.js', env)
  assert.ok(await first.serving(), first.output())
  await until(() => first.output().includes('Ctrl-C'))
  assert.ok(first.output().includes(first.url.replace('127.0.0.1', 'localhost')))
  assert.match(first.output(), /Marie Muster/)
  assert.doesNotMatch(first.output(), /incomplete/)
  assert.match(await (await fetch(first.url)).text(), /Demo/)
  const addresses = addressesIn(first.output())
  assert.ok(addresses.length >= 3, first.output())
  first.child.kill('SIGINT')
  first.child.kill('SIGINT')
  assert.equal(await first.ended(), 0)
  await allClosed(addresses)

  const second = await startProgram('scripts/start.js', env)
  assert.ok(await second.serving(), second.output())
  await until(() => second.output().includes('Ctrl-C'))
  second.child.kill('SIGKILL')
  assert.equal(await second.ended(), 'SIGKILL')
  await allClosed(addressesIn(second.output()))

  const third = await startProgram('scripts/start.js', env)
  assert.ok(await third.serving(), third.output())
  third.child.kill('SIGTERM')
  assert.equal(await third.ended(), 0)
})

const wrong: [what: string, env: Record<string, string>, line: RegExp][] = [
  [
    'an unwritable folder',
    { DATA_DIR: '/dev/null/data' },
    /^DATA_DIR: cannot write to \/dev\/null\/data \(ENOTDIR\)$/,
  ],
  [
    'a missing database server',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x', DATABASE_OWNER_URL: 'postgres://c:d@127.0.0.1:9/x' },
    /^DATABASE_OWNER_URL: no PostgreSQL answers at 127\.0\.0\.1:9 \(ECONNREFUSED\)$/,
  ],
  [
    'only one of the two database addresses',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x' },
    /^DATABASE_OWNER_URL is missing: DATABASE_URL needs it beside it$/,
  ],
  [
    'a wrong address of the portal',
    { BASE_URL: 'portal.example' },
    /^BASE_URL: is no address like https:\/\/portal\.example$/,
  ],
  ['a wrong port', { PORT: 'http' }, /^PORT: must be a whole number, 0 to 65535$/],
  ['a wrong proxy', { TRUSTED_PROXIES: 'proxy' }, /^TRUSTED_PROXIES: is no list of addresses/],
  [
    'a connections file that is not there',
    { CONNECTIONS_FILE: '/nowhere.yaml' },
    /^CONNECTIONS_FILE: cannot read \/nowhere\.yaml$/,
  ],
  ['a missing key', { SECRET_KEY: '' }, /^SECRET_KEY is missing: give at least 32 random bytes, base64$/],
  ['a missing key of documents', { DOCUMENTS_KEY: '' }, /^DOCUMENTS_KEY is missing: give at least 32 random/],
]
for (const [what, env, line] of wrong) {
  test(`${what} gets one line that names the setting`, async (t) => {
    const folder = join(temporaryFolder(t), 'data')
    const program = await startProgram('src/main.ts', {
      ...keys,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      ...env,
    })
    assert.equal(await program.ended(), 1)
    assert.match(program.output().trimEnd(), line)
  })
}

test('a busy port gets one line that names the setting, from the portal and from the demo', async (t) => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => taken.close())
  const address = taken.address()
  const port = String(typeof address === 'object' && address ? address.port : 0)
  const env = { DATA_DIR: join(temporaryFolder(t), 'data'), LOG_LEVEL: 'silent' }

  const portal = await startProgram('src/main.ts', { ...env, ...keys, PORT: port, TLS_PORT: '0' })
  assert.equal(await portal.ended(), 1)
  assert.equal(portal.output().trimEnd(), `PORT: port ${port} is busy; give another one`)
  const demo = await startProgram('scripts/start.js', { ...env, ...anyPorts, DEMO_MAIL_PORT: port })
  assert.equal(await demo.ended(), 1)
  assert.equal(demo.output().trimEnd(), `DEMO_MAIL_PORT: port ${port} is busy; give another one`)
})

test('an address this machine does not have gets one line that names the setting', async (t) => {
  const env = { DATA_DIR: join(temporaryFolder(t), 'data'), LOG_LEVEL: 'silent', ...keys }
  const program = await startProgram('src/main.ts', { ...env, TLS_PORT: '0', HOST: '192.0.2.1' })
  assert.equal(await program.ended(), 1)
  assert.equal(program.output().trimEnd(), 'HOST: 192.0.2.1 is no address of this machine')
})

const addressesIn = (output: string) => [...new Set(output.match(/https?:\/\/localhost:\d+/g))]

async function allClosed(addresses: string[]) {
  for (const address of addresses) {
    const url = address.replace('localhost', '127.0.0.1')
    await until(() =>
      fetch(url).then(
        () => false,
        () => true,
      ),
    )
  }
}

async function until(holds: () => boolean | Promise<boolean>) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail('waited ten seconds in vain')
}
