import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/support.ts'
import { describeError, safeError } from './log.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
  await database.owner.query('create table numbers (n text unique check (n <> $$bad$$), d date)')
})
after(() => database.close())

const secret = '1985010112345'
for (const [what, statements] of [
  [
    'a value taken twice',
    [`insert into numbers (n) values ('${secret}')`, `insert into numbers (n) values ('${secret}')`],
  ],
  ['a value of the wrong kind', [`insert into numbers (d) values ('${secret}x')`]],
] as const) {
  test(`an error about ${what} is described without the value`, async () => {
    const error = await run(statements)
    const described = JSON.stringify(safeError(error)) + describeError(error)
    assert.doesNotMatch(described, new RegExp(secret))
    assert.match(described, /2[23]\w{3}/)
    assert.match(described, /log\.test\.ts|pg/)
  })
}

test('what no error of ours threw is described too', () => {
  assert.equal(safeError('secret').message, 'thrown without an error')
})

async function run(statements: readonly string[]): Promise<unknown> {
  try {
    for (const statement of statements) await database.owner.query(statement)
  } catch (error) {
    return error
  }
  return assert.fail('no error')
}
