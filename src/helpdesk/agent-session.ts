import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Pools } from '../scopes.ts'

/** Whom the provider has named and given the role. */
export type Vouched = { issuer: string; subject: string; name: string }

/** A session of the helpdesk's own: it opens nothing of the portal, nor the other way round. */
export function openAgentSession({ helpdesk }: Pools, { issuer, subject, name }: Vouched): Promise<string> {
  const token = newToken()
  return helpdesk.transaction(null, async (tx) => {
    const row = await tx.row<{ id: string }>(
      sql`select open_agent_session(${issuer}, ${subject}, ${name}, ${hashToken(token)}) as id`,
    )
    await record(tx, { act: 'agent.signed_in', personId: null, object: row?.id ?? null })
    return token
  })
}

export function endAgentSession({ helpdesk }: Pools, token: string): Promise<void> {
  return helpdesk.transaction(null, async (tx) => {
    const row = await tx.row<{ id: string | null }>(sql`select end_agent_session(${hashToken(token)}) as id`)
    if (row?.id) await record(tx, { act: 'agent.signed_out', personId: null, object: row.id })
  })
}
