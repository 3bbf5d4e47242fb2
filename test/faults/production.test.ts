import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { stringify } from 'yaml'
import { createRoot, pemOf } from '../../demo/certificates/authority.ts'
import { prepareDemoCertificates } from '../../demo/certificates/make.ts'
import { prepareRegisterKey } from '../../demo/registers/keys.ts'
import { readDemoSettings } from '../../demo/settings.ts'
import { startProgram, temporaryFolder } from '../program.ts'

/** Refuses to load any file of the demo, as if it were not there. */
const withoutDemo = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module'
    const demo = ${JSON.stringify(new URL('../../demo/', import.meta.url).href)}
    registerHooks({ load(url, context, next) {
      if (url.startsWith(demo)) throw new Error('loaded ' + url)
      return next(url, context)
    } })`)}`,
]
const secret = randomBytes(32).toString('base64')
const production = {
  DEMO: 'off',
  SECRET_KEY: secret,
  DOCUMENTS_KEY: secret,
  TLS_PORT: '0',
  BASE_URL: 'https://portal.example',
}

let realRoot: string
before(async () => {
  realRoot = pemOf((await createRoot('Root', 'An Administration')).certificate)
})

test('with DEMO=off nothing under demo/ is loaded, and the portal serves', async (t) => {
  const { env } = await connected(t, {})
  const program = await startProgram('scripts/start.js', env, withoutDemo)
  assert.ok(await program.serving(), program.output())
  assert.doesNotMatch(await (await fetch(program.url)).text(), /Demo/)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended(), 0, program.output())
})

test('the check above sees what the demo loads', async (t) => {
  const program = await startProgram('scripts/start.js', { DATA_DIR: temporaryFolder(t) }, withoutDemo)
  assert.notEqual(await program.ended(), 0)
  assert.match(program.output(), /loaded .*\/demo\/main\.ts/)
})

test('production refuses the demo’s keys', async (t) => {
  const { env } = await connected(t, {})
  for (const name of ['SECRET_KEY', 'DOCUMENTS_KEY', 'DOCUMENTS_KEYS_OTHER'])
    await refused(
      { ...env, [name]: `demo-${secret}` },
      RegExp(`^${name} is the demo’s: production refuses it$`),
    )
})

test('production refuses the file and every secret the demo really makes', async (t) => {
  const folder = temporaryFolder(t)
  const { secrets } = await readDemoSettings({ DATA_DIR: folder, PORT: '0' })
  assert.match(secrets.key, /^demo-/)
  assert.match(secrets.documents, /^demo-/)
  await refusedWith(t, { demo: true }, /^CONNECTIONS_FILE: the file is the demo’s/)
  await refusedWith(t, { personRegister: {} }, /^CONNECTIONS_FILE: .*personRegister/)
  const { keyFile } = prepareRegisterKey(folder, 'persons')
  const persons = { url: 'https://register.example', keyFile }
  await refusedWith(
    t,
    { registers: { persons } },
    /the key of registers\.persons is the demo’s: production refuses/,
  )
  const provider = {
    scheme: 'oidc',
    id: 'state',
    name: 'State',
    issuer: 'https://id.example',
    clientId: 'portal',
    clientSecret: secrets.client,
    claims: { kindValues: {} },
  }
  await refusedWith(
    t,
    { providers: [provider] },
    /^CONNECTIONS_FILE: the client secret of state is the demo’s/,
  )
})

test('production refuses the demo’s certificates, wherever they were copied to', async (t) => {
  const { rootsFile, intermediatesFile } = await prepareDemoCertificates(
    join(temporaryFolder(t), 'certificates'),
  )
  await refusedWith(
    t,
    { providers: [tlsProvider({ rootsFile })] },
    /authority of the demo: production refuses it/,
  )
  const copied = join(temporaryFolder(t), 'root.pem')
  writeFileSync(copied, realRoot)
  await refusedWith(
    t,
    { providers: [tlsProvider({ rootsFile: copied, intermediatesFile })] },
    /authority of the demo: production refuses it/,
  )
})

test('production asks for https, a key and the connections', async (t) => {
  const { env } = await connected(t, {})
  await refused({ ...env, BASE_URL: 'http://portal.example' }, /^BASE_URL must begin with https/)
  await refused({ ...env, TLS_URL: 'http://sign-in.portal.example' }, /^TLS_URL must begin with https/)
  await refused({ ...env, SECRET_KEY: '' }, /^SECRET_KEY is missing/)
  await refused({ ...env, DOCUMENTS_KEY: '' }, /^DOCUMENTS_KEY is missing/)
  await refused({ ...env, CONNECTIONS_FILE: '' }, /^CONNECTIONS_FILE is missing/)
  const persons = { url: 'http://register.example', keyFile: '/none' }
  await refusedWith(t, { registers: { persons } }, /registers\.persons\.url: must be an https address$/)
})

const tlsProvider = (files: { rootsFile: string; intermediatesFile?: string }) => ({
  scheme: 'tls',
  id: 'card',
  name: 'Card',
  mapping: { kindValues: {} },
  ...files,
})

type Context = { after(work: () => void): void }

async function connected(t: Context, connections: object) {
  const folder = temporaryFolder(t)
  const file = join(folder, 'connections.yaml')
  writeFileSync(file, stringify({ forwardedCertificateHeader: 'client-cert', ...connections }))
  return {
    env: { ...production, DATA_DIR: join(folder, 'data'), CONNECTIONS_FILE: file, LOG_LEVEL: 'silent' },
  }
}

async function refusedWith(t: Context, connections: object, line: RegExp) {
  const { env } = await connected(t, connections)
  await refused(env, line)
}

async function refused(env: Record<string, string>, line: RegExp) {
  const program = await startProgram('src/main.ts', env)
  assert.equal(await program.ended(), 1, program.output())
  assert.match(program.output().trimEnd(), line)
  assert.doesNotMatch(program.output().trimEnd(), /\n/)
}
