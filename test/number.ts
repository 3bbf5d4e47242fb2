import type pg from 'pg'
import type { Config } from '../src/config.ts'
import { hashNationalNumber, sealNationalNumber } from '../src/identity/secrets.ts'
import type { SignedIn } from './sign-in.ts'

/** Makes a national number a person's own, as a register or the helpdesk does. */
export async function confirmNumber(
  { owner, config }: { owner: pg.Client; config: Config },
  { personId }: SignedIn,
  digits: string,
  by: 'register' | 'helpdesk' = 'register',
): Promise<void> {
  await owner.query(
    `update persons set national_number_state = 'confirmed', national_number_hash = $2, national_number_sealed = $3,
       national_number_confirmed_by = $4, national_number_confirmed_at = now() where id = $1`,
    [personId, hashNationalNumber(config, digits), sealNationalNumber(config, digits), by],
  )
}
