import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { describeSettings, Settings } from './settings.ts'

const manual = readFileSync(new URL('../docs/operate.md', import.meta.url), 'utf8')

test('the manual lists every setting with its default and meaning (npm run guichet -- settings)', () => {
  assert.ok(manual.includes(describeSettings()))
  for (const [name, schema] of Object.entries(Settings.shape)) assert.ok(schema.description, name)
})

const key = Buffer.alloc(32, 1).toString('base64')
const base = { SECRET_KEY: key, DOCUMENTS_KEY: key }

test('what is not given has its default, and an empty value is not given', () => {
  const config = readConfig({ ...base, PORT: '', PORTAL_NAME: '' })
  assert.equal(config.PORT, 8080)
  assert.equal(config.PORTAL_NAME, 'OpenGuichet')
  assert.equal(config.BASE_URL, 'http://localhost:8080')
  assert.equal(
    readConfig({ ...base, BASE_URL: 'https://portal.example/' }).BASE_URL,
    'https://portal.example',
  )
})

for (const [name, value] of [
  ['PORT', '80.5'],
  ['PORT', '65536'],
  ['BASE_URL', 'localhost:8080'],
  ['BASE_URL', 'javascript:alert(1)'],
  ['TLS_URL', 'ftp://portal.example'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.1 10.0.0.2'],
  ['DATABASE_URL', 'mysql://a:b@c/d'],
  ['SMTP_URL', 'mail.example:25'],
  ['DEMO', 'yes'],
  ['SESSION_IDLE_MINUTES', '1'],
  ['SECRET_KEY', 'c2hvcnQ='],
  ['DOCUMENTS_KEY', 'c2hvcnQ='],
  ['DOCUMENTS_KEY', ''],
  ['DOCUMENTS_KEYS_OTHER', `${key},c2hvcnQ=`],
  ['DOCUMENTS_URL', 's3://bucket'],
  ['CLAMD', 'clamd'],
] as const) {
  test(`${name}=${value} is refused in one line that names it`, () => {
    assert.throws(
      () => readConfig({ ...base, [name]: value }),
      (error) => error instanceof Error && error.message.startsWith(name) && !error.message.includes('\n'),
    )
  })
}

test('proxies may be addresses and ranges of both kinds', () => {
  const TRUSTED_PROXIES = '127.0.0.1, 10.1.0.0/16,fd00::/8, ::1'
  assert.equal(readConfig({ ...base, TRUSTED_PROXIES }).TRUSTED_PROXIES, TRUSTED_PROXIES)
})
