import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Config } from '../src/config.ts'
import { hashNationalNumber } from '../src/identity/secrets.ts'
import { cookieName, hashToken, newToken } from '../src/platform/cookies.ts'
import type { Token } from '../src/scopes.ts'

export type TestAgent = { id: string; name: string; cookie: string; token: Token }

/** An agent of the helpdesk with a session. */
export async function signInAgent(
  owner: pg.Client,
  config: Config,
  name = 'Ada Agent',
  known: { subject?: string; email?: string; nationalNumber?: string } = {},
): Promise<TestAgent> {
  const token = newToken()
  const { subject = randomUUID(), email = null, nationalNumber } = known
  const { rows } = await owner.query<{ id: string }>(
    'select open_agent_session($1, $2, $3, $4, $5, $6) as id',
    [
      ...['https://staff.example', subject, name, hashToken(token), email],
      nationalNumber ? hashNationalNumber(config, nationalNumber) : null,
    ],
  )
  const cookie = `${cookieName('helpdesk', config.BASE_URL.startsWith('https:'))}=${token}`
  return { id: rows[0]?.id ?? '', name, cookie, token: { hash: hashToken(token), touch: true } }
}
