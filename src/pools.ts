import type { Config } from './config.ts'
import { openPool, type PoolSettings } from './platform/database.ts'
import type { Pools } from './scopes.ts'

/** One pool per role that serves requests or jobs, all through the portal's one login. */
export function openPools(config: Config, url: string, onError: (error: Error) => void): Pools {
  const pool = (role: PoolSettings['role'], max: number) =>
    openPool({
      url,
      role,
      max,
      sessionIdleSeconds: config.SESSION_IDLE_MINUTES * 60,
      sessionAbsoluteSeconds: config.SESSION_ABSOLUTE_HOURS * 3600,
      agentCheckSeconds: config.AGENT_CHECK_MINUTES * 60,
      onError,
    })
  return {
    app: pool('guichet_app', 10),
    worker: pool('guichet_worker', 3),
    desk: pool('guichet_desk', 3),
    helpdesk: pool('guichet_helpdesk', 3),
  }
}

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.close()))
}
