import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type TestDatabase, testConfig, testDatabase } from '../../test/database.ts'
import { signIn } from '../../test/sign-in.ts'
import { isEnd, mayTake, type RecoveryStep, recoverySteps, stateOf } from './recovery-state.ts'

let database: TestDatabase
let personId = ''
before(async () => {
  database = await testDatabase()
  personId = (await signIn(database.owner, testConfig({}))).personId
})
after(() => database.close())

const now = new Date()
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
/** Often along the usual course, which chance alone would rarely find. */
const kinds = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 3, 3), fc.array(fc.constantFrom(...recoverySteps), { maxLength: 6 }))
  .map(([length, more]): RecoveryStep[] => [
    ...(['certificate_given', 'taken', 'approved'] as const).slice(0, length),
    ...more,
  ])
const times = fc.record({
  waitsUntil: fc.constantFrom(hours(-1), hours(1)),
  expiresAt: fc.constantFrom(hours(-1), hours(1), hours(1)),
})
const eventsOf = (steps: RecoveryStep[]) => steps.map((kind) => ({ kind, at: now }))

/** Those of the steps that may be taken, one after the other. */
function takeSteps(wanted: RecoveryStep[], given: { waitsUntil: Date; expiresAt: Date }): RecoveryStep[] {
  const taken: RecoveryStep[] = []
  for (const step of wanted) if (mayTake(stateOf(eventsOf(taken), given, now), step)) taken.push(step)
  return taken
}

test('whatever is tried in whichever order, it ends once, and is completed only after approval and its waiting time', () => {
  fc.assert(
    fc.property(kinds, times, (wanted, given) => {
      const taken = takeSteps(wanted, given)
      const end = taken.findIndex((step) => ['refused', 'cancelled', 'completed'].includes(step))
      assert.ok(end === -1 || end === taken.length - 1)
      if (!taken.includes('completed')) return
      assert.ok(taken.includes('approved') && given.waitsUntil <= now && given.expiresAt > now)
      assert.ok(!taken.includes('cancelled') && !taken.includes('refused'))
    }),
  )
})

test('what has ended stays as it is, however much time passes', () => {
  fc.assert(
    fc.property(kinds, times, times, (wanted, given, later) => {
      const taken = eventsOf(takeSteps(wanted, given))
      const state = stateOf(taken, given, now)
      if (isEnd(state) && state !== 'expired') assert.equal(stateOf(taken, later, now), state)
    }),
  )
})

test('the database takes the steps the fold allows, and refuses the others', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, times, async (wanted, given) => {
      const id = await makeRecovery(given)
      const taken: RecoveryStep[] = []
      for (const step of wanted) {
        const allowed = mayTake(stateOf(eventsOf(taken), given, now), step)
        const { rows } = await database.owner.query('select step_recovery($1, $2, null) as done', [id, step])
        assert.equal(rows[0].done, allowed, `${taken} then ${step}`)
        if (allowed) taken.push(step)
        const { rows: states } = await database.owner.query('select recovery_state($1) as state', [id])
        assert.equal(states[0].state, stateOf(eventsOf(taken), given, now))
      }
    }),
    { numRuns: 300 },
  )
})

/** With an account and a certificate, so that nothing but order and time stands in the way. */
async function makeRecovery({
  waitsUntil,
  expiresAt,
}: {
  waitsUntil: Date
  expiresAt: Date
}): Promise<string> {
  const id = randomUUID()
  await database.owner.query(
    `insert into recoveries (id, reference, code_hash, notice_hash, language, family_name, given_name, birth_date,
       email, certificate, person_id, waits_until, expires_at)
     values ($1::uuid, translate(upper(left(md5($1::uuid::text), 5) || '-' || right(md5($1::uuid::text), 5)), '01', 'ZY'),
       sha256($1::uuid::text::bytea), sha256(reverse($1::uuid::text)::bytea), 'en', 'A', 'B', '1985-03-27', 'x@example.lu', '{}',
       $2, $3, $4)`,
    [id, personId, waitsUntil, expiresAt],
  )
  return id
}
