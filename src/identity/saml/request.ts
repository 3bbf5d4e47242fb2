import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { hashToken } from '../../platform/cookies.ts'
import { asBrowser, type Pools } from '../../scopes.ts'

/** A request that waits for its answer. */
export type Waiting = { browserHash: Buffer; state: string; createdAt: Date }

/** An xs:ID that cannot be guessed. */
export const newRequestId = () => `_${randomBytes(20).toString('hex')}`

/** Kept here, because RelayState is short and the answer comes without the browser's cookie. */
export async function keepRequest(
  pools: Pools,
  asked: { id: string; browserHash: Buffer; provider: string; state: string },
): Promise<void> {
  const { id, browserHash, provider, state } = asked
  await asBrowser(pools, browserHash, (tx) =>
    tx.run(sql`insert into saml_requests (id_hash, browser_hash, provider, state)
      values (${hashToken(id)}, ${browserHash}, ${provider}, ${state})`),
  )
}

/** Good for ten minutes and one answer, whatever that answer turns out to be. */
export function takeRequest(pools: Pools, provider: string, id: string): Promise<Waiting | null> {
  return asBrowser(pools, null, (tx) =>
    tx.row<Waiting>(sql`select browser_hash as "browserHash", state, created_at as "createdAt"
      from answer_saml_request(${hashToken(id)}, ${provider})`),
  )
}

/** False when this assertion was used before, here or in another process. */
export async function useAssertion(
  pools: Pools,
  { gateway, id, expires }: { gateway: string; id: string; expires: number },
): Promise<boolean> {
  const used = await asBrowser(pools, null, (tx) =>
    tx.row<{ first: boolean }>(
      sql`select use_saml_assertion(${hashToken(`${gateway} ${id}`)}, ${new Date(expires)}) as first`,
    ),
  )
  return used?.first === true
}
