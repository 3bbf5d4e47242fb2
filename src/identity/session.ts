import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import { hashToken, newToken } from '../platform/cookies.ts'
import type { Tx } from '../platform/database.ts'
import { asBrowser, type Pools } from '../scopes.ts'
import type { Presented } from './presented.ts'

type Opening = {
  personId: string
  certificateId: string
  presented: Pick<Presented, 'scheme' | 'assurance' | 'provider' | 'login'>
  /** The session this browser had before: it ends. */
  before: string | null
  userAgent: string | null
}

/** A new session with a token of its own; the transaction must act for that person already. */
export async function openSession(tx: Tx, opening: Opening): Promise<string> {
  const { personId, certificateId, presented, before, userAgent } = opening
  if (before) await endToken(tx, before)
  const token = newToken()
  const { scheme, assurance, provider, login } = presented
  await tx.run(sql`insert into sessions (token_hash, person_id, certificate_id, scheme, assurance, user_agent,
      login_hash, login_session_hash)
    values (${hashToken(token)}, ${personId}, ${certificateId}, ${scheme}, ${assurance},
      ${userAgent?.slice(0, 300) ?? null}, decode(${login?.subject ?? null}, 'hex'),
      decode(${login?.session ?? null}, 'hex'))`)
  await record(tx, {
    act: 'session.opened',
    personId,
    object: certificateId,
    detail: { scheme, assurance, provider },
  })
  return token
}

/** Whose session it is, or was until a day ago. */
export async function personOfSession(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const owner = await tx.row<{ personId: string | null }>(
    sql`select person_of_session(${tokenHash}) as "personId"`,
  )
  return owner?.personId ?? null
}

/** Signs out, whether the session was still live or not. */
export function endSession(pools: Pools, token: string): Promise<void> {
  return asBrowser(pools, null, (tx) => endToken(tx, token))
}

async function endToken(tx: Tx, token: string) {
  const ended = await tx.row<{ personId: string | null }>(
    sql`select end_session(${hashToken(token)}) as "personId"`,
  )
  if (ended?.personId) await record(tx, { act: 'session.ended', personId: ended.personId })
}
