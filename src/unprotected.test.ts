import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unprotectedSettings } from './unprotected.ts'

const elsewhere = {
  DATABASE_URL: 'postgres://a:b@db.example/guichet',
  DATABASE_OWNER_URL: 'postgres://a:b@db.example/guichet?sslmode=no-verify',
  DOCUMENTS_URL: 'http://key:secret@s3.example/bucket',
  CLAMD: 'clamd.example:3310',
}

test('what goes to another machine without TLS is named', () => {
  assert.deepEqual(unprotectedSettings(elsewhere), Object.keys(elsewhere))
})

test('what stays on the machine, or is encrypted to a server that proves its name, is not', () => {
  for (const sets of [
    {},
    {
      DATABASE_URL: 'postgres://a:b@db.example/guichet?sslmode=verify-full',
      DATABASE_OWNER_URL: 'postgres://a:b@127.0.0.1:5433/guichet',
      DOCUMENTS_URL: 'https://key:secret@s3.example/bucket',
      CLAMD: '/run/clamd.sock',
    },
    {
      DATABASE_URL: 'postgres:///guichet?host=/run/postgresql',
      DATABASE_OWNER_URL: 'postgres://a:b@[::1]/guichet',
      DOCUMENTS_URL: 'http://key:secret@localhost:9000/bucket',
      CLAMD: 'localhost:3310',
    },
  ])
    assert.deepEqual(
      unprotectedSettings({
        ...{ DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined },
        ...{ DOCUMENTS_URL: undefined, CLAMD: undefined },
        ...sets,
      }),
      [],
    )
})
