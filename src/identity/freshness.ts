import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import { AppError } from '../platform/error.ts'
import type { Actor } from '../scopes.ts'
import { assuranceAtLeast } from './assurance.ts'

type Limits = Pick<Config, 'FRESH_MINUTES' | 'ACT_ASSURANCE'>
type Proof = Pick<Actor, 'assurance' | 'signedInAt'>

/**
 * For acts that matter: throws `not_fresh` unless a certificate was presented just now, and surely enough. The
 * person is then asked for one and comes back to the form, with what was typed; so check what was typed first.
 */
export async function demandFresh(tx: Tx, limits: Limits, actor: Proof): Promise<void> {
  if (!(await isFresh(tx, limits, actor))) throw new AppError('not_fresh')
}

/** By the database's clock, which also made the session's. */
export async function isFresh(tx: Tx, limits: Limits, { assurance, signedInAt }: Proof): Promise<boolean> {
  if (!assuranceAtLeast(assurance, limits.ACT_ASSURANCE)) return false
  const row = await tx.row<{ fresh: boolean }>(
    sql`select ${signedInAt}::timestamptz > now() - make_interval(mins => ${limits.FRESH_MINUTES}) as fresh`,
  )
  return row?.fresh === true
}
