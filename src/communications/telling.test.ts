import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { makeSpace } from '../../test/space.ts'
import { type TestPortal, testPortal } from '../../test/support.ts'
import { openJobs } from '../platform/jobs.ts'
import { tellPerson } from './telling.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

async function tell(times: number, emailConfirmed: boolean) {
  const email = `${randomUUID()}@mail.example`
  const who = await portal.signIn({ kind: 'professional', email, emailConfirmed })
  const { id: spaceId } = await makeSpace(portal.owner, who, 'business')
  const told = { mailId: randomUUID(), kind: 'member_removed' as const, personId: who.personId, spaceId }
  for (let time = 0; time < times; time++) await tellPerson(portal.pools, openJobs(), told)
  await portal.runJobs()
  return (await portal.mails()).filter(({ recipient }) => recipient === email)
}

test('whoever did not act themselves is mailed once, however often the job runs', async () => {
  assert.equal((await tell(3, true)).length, 1)
})

test('nothing goes to an address nobody confirmed', async () => {
  assert.deepEqual(await tell(1, false), [])
})
