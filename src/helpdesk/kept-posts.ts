import { raw } from 'sql-template-tag'
import type { Keeper } from '../parked/parked-post.ts'
import { paths } from '../paths.ts'
import { becomeAgent } from '../scopes.ts'
import { agentOfSession } from './agent-session.ts'

export const ofAgents: Keeper = {
  actFor: ({ helpdesk }, hash, work) =>
    helpdesk.transaction(null, async (tx) => {
      const agentId = await agentOfSession(tx, hash)
      if (!agentId) return null
      await becomeAgent(tx, agentId)
      return work(tx, agentId)
    }),
  column: raw('agent_id'),
  placeOf: (id, agentId) => `${id} agent ${agentId}`,
  page: paths.helpdeskParked,
  removal: paths.helpdeskParkedRemoval,
}
