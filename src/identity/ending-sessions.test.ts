import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { signInAgent } from '../../test/agents.ts'
import { type TestPortal, testPortal } from '../../test/support.ts'
import { paths } from '../paths.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())
beforeEach(() => portal.owner.query('truncate persons, agents cascade'))

const program = fileURLToPath(new URL('../guichet.ts', import.meta.url))
const command = (...words: string[]) =>
  promisify(execFile)(process.execPath, [program, 'sessions', 'end', ...words], {
    env: { ...process.env, DATABASE_OWNER_URL: portal.ownerUrl },
  })
const isSignedIn = async (who: { cookie: string }) => (await portal.get(paths.email(), who)).status === 200
const agent = () => signInAgent(portal.owner, portal.config)
const isAtWork = async (who: { cookie: string }) => (await portal.get(paths.helpdesk(), who)).status === 200

test('the operator ends the sessions of one person, who finds it in their activity', async () => {
  const one = await portal.signIn({ serialNumber: '12345678901234567890' })
  const there = await portal.signIn({ personId: one.personId })
  const other = await portal.signIn()
  const { stdout } = await command('12345678901234567890')
  assert.equal(stdout, '2 sessions have been ended.\n')
  assert.deepEqual(await Promise.all([one, there, other].map(isSignedIn)), [false, false, true])
  const again = await portal.signIn({ personId: one.personId })
  assert.match((await portal.get(paths.activity(), again)).body, /Session ended/)
})

test('the operator ends the sessions of all agents, and of everybody', async () => {
  const ada = await agent()
  const person = await portal.signIn()
  assert.equal(await isAtWork(ada), true)
  assert.equal((await command('agents')).stdout, '1 session has been ended.\n')
  assert.deepEqual([await isAtWork(ada), await isSignedIn(person)], [false, true])
  await agent()
  assert.equal((await command('everybody')).stdout, '2 sessions have been ended.\n')
  assert.equal(await isSignedIn(person), false)
  const { rows } = await portal.owner.query(
    `select act from audit_records where detail ->> 'from' = 'operator' and act <> 'session.ended'`,
  )
  assert.deepEqual(rows, [{ act: 'agent.signed_out' }, { act: 'agent.signed_out' }])
})

test('a word too few or too many ends nothing', async () => {
  const person = await portal.signIn()
  for (const words of [[], ['everyone'], ['everybody', 'agents']])
    await assert.rejects(command(...words), /sessions end everybody \| agents/)
  assert.equal(await isSignedIn(person), true)
})
