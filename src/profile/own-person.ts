import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import type { Source } from '../forms/definition.ts'
import { openNationalNumber } from '../identity/secrets.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor } from '../scopes.ts'

/** What the portal knows of the signed-in person beside the profile. */
export type OwnPerson = {
  birthDate: string | null
  numberState: Actor['nationalNumberState']
  /** Opened by `numberOf` only: a number belongs on its owner's page, and in no log. */
  numberSealed: Buffer | null
  confirmedBy: 'certificate' | 'claim' | 'register' | 'helpdesk' | null
  confirmedAt: Date | null
}

export function findOwnPerson(tx: Tx): Promise<OwnPerson | null> {
  return tx.row<OwnPerson>(sql`
    select birth_date::text as "birthDate", national_number_state as "numberState",
      national_number_sealed as "numberSealed", national_number_confirmed_by as "confirmedBy",
      national_number_confirmed_at as "confirmedAt"
    from persons where id = (select current_person())`)
}

export const numberOf = (config: Config, own: OwnPerson | null): string | null =>
  own?.numberSealed ? openNationalNumber(config, own.numberSealed) : null

/** Confirmed is read-only; declared is what the person says. */
export function sourceOfNumber(own: OwnPerson): Source {
  const at = (own.confirmedAt ?? new Date()).toISOString()
  if (own.numberState !== 'confirmed' || !own.confirmedBy) return { from: 'typed', at, verified: false }
  return { from: own.confirmedBy, at, verified: true }
}
