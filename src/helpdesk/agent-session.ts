import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { EndedLogin } from '../identity/schemes/logout-token.ts'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import type { Pools } from '../scopes.ts'

/** Whom the provider has named and given the role. */
export type Vouched = {
  issuer: string
  subject: string
  name: string
  /** By these the agent's own account is recognised; null where the provider does not say. */
  email: string | null
  numberHash: Buffer | null
  /** The login at the provider (hashes, hex). */
  login: { subject: string; session: string | null }
}

/** A session of the helpdesk's own: it opens nothing of the portal, nor the other way round. */
export function openAgentSession({ helpdesk }: Pools, agent: Vouched): Promise<string> {
  const { issuer, subject, name, email, numberHash, login } = agent
  const token = newToken()
  return helpdesk.transaction(null, async (tx) => {
    const row = await tx.row<{ id: string }>(
      sql`select open_agent_session(${issuer}, ${subject}, ${name}, ${hashToken(token)}, ${email}, ${numberHash},
        decode(${login.subject}, 'hex'), decode(${login.session}, 'hex')) as id`,
    )
    await record(tx, { act: 'agent.signed_in', personId: null, object: row?.id ?? null })
    return token
  })
}

/** The provider was asked again. False when it named somebody else, or the session is over by now. */
export function confirmAgentSession(
  { helpdesk }: Pools,
  token: string,
  { issuer, subject }: Vouched,
): Promise<boolean> {
  return helpdesk.transaction(null, async (tx) => {
    const row = await tx.row<{ done: boolean }>(
      sql`select confirm_agent_session(${hashToken(token)}, ${issuer}, ${subject}) as done`,
    )
    return row?.done === true
  })
}

/** `from`: who ended it. */
export function endAgentSession({ helpdesk }: Pools, token: string, from: 'agent' | 'provider') {
  return helpdesk.transaction(null, async (tx) => {
    const row = await tx.row<{ id: string | null }>(sql`select end_agent_session(${hashToken(token)}) as id`)
    if (row?.id) await noteEnd(tx, row.id, from)
  })
}

/** Ends the sessions of a login that has ended at the provider; false when the token was heeded before. */
export function endAgentLogin({ helpdesk }: Pools, ending: EndedLogin): Promise<boolean> {
  const { token, until, subject, session } = ending
  return helpdesk.transaction(null, async (tx) => {
    const noted = await tx.row<{ first: boolean }>(
      sql`select note_logout_token(decode(${token}, 'hex'), ${until}) as first`,
    )
    if (!noted?.first) return false
    const ended = await tx.rows<{ id: string }>(
      sql`select id from end_agent_logins(decode(${subject}, 'hex'), decode(${session}, 'hex')) id`,
    )
    for (const { id } of ended) await noteEnd(tx, id, 'provider')
    return true
  })
}

const noteEnd = (tx: Tx, agentId: string, from: 'agent' | 'provider') =>
  record(tx, { act: 'agent.signed_out', personId: null, object: agentId, detail: { from } })

/** Whose session a token was, also when it is over. */
export async function agentOfSession(tx: Tx, hash: Buffer): Promise<string | null> {
  const row = await tx.row<{ id: string | null }>(sql`select agent_of_session(${hash}) as id`)
  return row?.id ?? null
}
