import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertRefused, makeWorld, statementsAs, type World } from './world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

type Line = { about?: string | null; space?: string | null; by: string; register?: string }
const line = ({ about = null, space = null, by, register = 'persons' }: Line) => {
  const value = (id: string | null) => (id ? `'${id}'` : 'null')
  return `insert into consultations (register, purpose, outcome, person_id, space_id, asked_by, asked_by_name)
    values ('${register}', 'display', 'answered', ${value(about)}, ${value(space)}, '${by}', 'A')`
}

test('one logs what one asks about oneself or one’s company, in one’s own name and space', async () => {
  const { anna, berta, inAnnas, asAnna } = world
  const [a, b] = [anna.personId, berta.personId]
  assert.equal(await asAnna.run(line({ about: a, by: a })), 1)
  assert.equal(await inAnnas.run(line({ about: a, space: anna.space.id, by: a })), 1)
  assert.equal(await inAnnas.run(line({ space: anna.space.id, by: a, register: 'companies' })), 1)
  await assertRefused(asAnna.run(line({ about: b, by: a })), 'about another')
  await assertRefused(asAnna.run(line({ about: a, by: b })), 'in another’s name')
  await assertRefused(inAnnas.run(line({ space: berta.space.id, by: a })), 'in another space')
  await assertRefused(asAnna.run(line({ space: anna.space.id, by: a })), 'in no space')
})

test('a person reads who looked at their data, the members of a space who looked at the company’s', async () => {
  const { owner, berta, inAnnas, asAnna, asReader } = world
  await owner.query(line({ about: berta.personId, by: berta.personId }))
  await owner.query(line({ space: berta.space.id, by: berta.personId, register: 'companies' }))
  const count = 'select count(*)::int as lines from consultations'
  assert.deepEqual(await asAnna.rows(count), [{ lines: 3 }])
  assert.deepEqual(await inAnnas.rows(count), [{ lines: 4 }])
  assert.deepEqual(await asReader.rows(count), [{ lines: 1 }])
  assert.deepEqual(await statementsAs(world, berta).rows(count), [{ lines: 2 }])
})

test('the log only grows, and no other role reads it', async () => {
  const { owner, asAnna, inNoJob, atEconomy } = world
  for (const change of [`update consultations set outcome = 'nothing'`, 'delete from consultations']) {
    await assertRefused(asAnna.run(change))
    await assert.rejects(owner.query(change), /consultations only grow/)
  }
  for (const scope of [inNoJob, atEconomy]) await assertRefused(scope.rows('select * from consultations'))
})
