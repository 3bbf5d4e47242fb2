import { z } from 'zod'
import type { Connections } from '../config.ts'

export type PersonData = { nationalNumber: string; familyName: string; givenName: string; birthDate: string }

const Answer = z.object({ match: z.boolean() })
const patience = 3000

/**
 * Asks the register whether number, names and birth date belong together; it answers yes or no and
 * discloses nothing else. `unavailable` when it is not configured, late, down, or answers nonsense.
 */
export async function matchPerson(
  register: Connections['personRegister'],
  person: PersonData,
): Promise<'match' | 'no_match' | 'unavailable'> {
  if (!register) return 'unavailable'
  try {
    const response = await fetch(new URL('persons/match', withSlash(register.url)), {
      method: 'POST',
      headers: { authorization: `Bearer ${register.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(person),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) return 'unavailable'
    const { match } = Answer.parse(await response.json())
    return match ? 'match' : 'no_match'
  } catch {
    return 'unavailable'
  }
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)
