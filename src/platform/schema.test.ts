import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { describeSchema, schemaFile } from './schema.ts'

test('db/schema.sql is what the migrations make', async () => {
  const database = await testDatabase()
  try {
    const made = await describeSchema(database.ownerUrl)
    assert.equal(readFileSync(schemaFile, 'utf8'), made, 'write it anew: npm run guichet -- schema')
    await database.owner.query('create table more (id integer primary key)')
    assert.notEqual(await describeSchema(database.ownerUrl), made)
  } finally {
    await database.close()
  }
})
