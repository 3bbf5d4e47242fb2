import { randomInt } from 'node:crypto'
import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { deriveKey, keyedHash } from '../platform/keys.ts'
import { asBrowser, becomePerson, type Pools } from '../scopes.ts'
import { attachCertificate } from './attach.ts'
import { countAttempt, isAllowed } from './attempts.ts'
import { findCertificate } from './registered.ts'
import { signIn } from './sign-in.ts'
import { findTicket, finishTicket } from './ticket.ts'

type House = { config: Config; pools: Pools; jobs: Jobs }
type Given = { browserHash: Buffer; session: string | null; userAgent: string | null; address: string }

/** In milliseconds; the database holds to the same. */
export const codeLifetime = 15 * 60_000

/** No letter or digit that is easily taken for another; ten of them are 49 bits. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const draw = (length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')

/** A code for the person's account, good once and for 15 minutes; earlier ones lapse. Null: too many. */
export async function makeActivationCode(tx: Tx, config: Config, personId: string): Promise<string | null> {
  if (!(await isAllowed(tx, 'activation_code_made', personId))) return null
  const code = `${draw(5)}-${draw(5)}`
  await tx.run(sql`insert into activation_codes (code_hash, person_id)
    values (${hashCode(config, code)}, ${personId})`)
  await record(tx, { act: 'activation_code.made', personId })
  return code
}

export type Activation =
  | { outcome: 'registered'; token: string }
  | { outcome: 'wrong_code' | 'refused' | 'too_many' | 'over' }

/** Registers the certificate that waits in this browser for the account the code was shown in. */
export async function activate(house: House, given: Given, typed: string): Promise<Activation> {
  const { config, pools } = house
  const presented = await asBrowser(
    pools,
    given.browserHash,
    async (tx) => (await findTicket(tx))?.presented ?? null,
  )
  if (!presented) return { outcome: 'over' }
  const holder = `${presented.provider} ${presented.serialNumber}`
  const allowed =
    (await countAttempt(pools, 'activation_code', holder)) &&
    (await countAttempt(pools, 'activation_code_address', given.address))
  if (!allowed) return { outcome: 'too_many' }
  return asBrowser(pools, given.browserHash, async (tx): Promise<Activation> => {
    const ticket = await findTicket(tx)
    if (!ticket) return { outcome: 'over' }
    const personId = ticket.finished ? null : await useCode(tx, config, typed)
    if (personId) {
      await becomePerson(tx, personId)
      const attached = await attachCertificate(tx, house, presented, 'code')
      if (attached === 'refused' || attached === 'too_many') return { outcome: attached }
      await finishTicket(tx, ticket)
    } else if (!ticket.finished) return wrongCode(tx)
    const known = await findCertificate(tx, presented)
    if (!known) return { outcome: 'over' }
    const { token } = await signIn(tx, house, known, presented, given)
    return { outcome: 'registered', token }
  })
}

async function useCode(tx: Tx, config: Config, typed: string): Promise<string | null> {
  const row = await tx.row<{ personId: string | null }>(
    sql`select use_activation_code(${hashCode(config, typed)}) as "personId"`,
  )
  return row?.personId ?? null
}

async function wrongCode(tx: Tx): Promise<Activation> {
  await record(tx, { act: 'activation_code.failed', personId: null })
  return { outcome: 'wrong_code' }
}

/** However it was typed or pasted. Keyed, since a code is short enough to be searched for. */
function hashCode({ SECRET_KEY }: Config, typed: string): Buffer {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return keyedHash(deriveKey(SECRET_KEY, 'activation code'), letters)
}
