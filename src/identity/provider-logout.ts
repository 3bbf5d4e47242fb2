import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { asBrowser, type Pools } from '../scopes.ts'
import type { EndedLogin } from './schemes/logout-token.ts'

/** Ends the sessions of a login that has ended at its provider; false when the token was heeded before. */
export function endLogin(pools: Pools, provider: string, ending: EndedLogin): Promise<boolean> {
  const { token, until, subject, session } = ending
  return asBrowser(pools, null, async (tx) => {
    const first = await tx.row<{ first: boolean }>(
      sql`select note_logout_token(decode(${token}, 'hex'), ${until}) as first`,
    )
    if (!first?.first) return false
    const ended = await tx.rows<{ personId: string; ended: number }>(sql`
      select person_id as "personId", ended
      from end_login_sessions(decode(${subject}, 'hex'), decode(${session}, 'hex'))`)
    for (const { personId, ended: count } of ended)
      await record(tx, {
        act: 'session.ended',
        personId,
        object: provider,
        detail: { ended: count, from: 'provider' },
      })
    return true
  })
}
