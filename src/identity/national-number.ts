import sql from 'sql-template-tag'
import type { Config } from '../config.ts'
import type { Tx } from '../platform/database.ts'
import { hashNationalNumber, openNationalNumber, sealNationalNumber } from './secrets.ts'

export type Confirmation = 'certificate' | 'claim' | 'register'

/**
 * Makes the number the person's own; mere declarations of it by others lapse. False when another person
 * has it confirmed. `sealed` is base64.
 */
export async function confirmNumber(
  tx: Tx,
  config: Config,
  sealed: string,
  by: Confirmation,
): Promise<boolean> {
  const digits = openNationalNumber(config, Buffer.from(sealed, 'base64'))
  const row = await tx.row<{ confirmed: boolean }>(sql`select confirm_national_number(
    ${hashNationalNumber(config, digits)}, ${sealNationalNumber(config, digits)}, ${by}) as confirmed`)
  return row?.confirmed === true
}

/** What the person says, believed until somebody proves it: says nothing about others who say the same. */
export async function declareNumber(tx: Tx, config: Config, digits: string): Promise<void> {
  await tx.run(sql`select declare_national_number(
    ${hashNationalNumber(config, digits)}, ${sealNationalNumber(config, digits)})`)
}

/** True when there was a declared one. */
export async function takeBackNumber(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ taken: boolean }>(sql`select take_back_national_number() as taken`)
  return row?.taken === true
}

/** The person's own number, to show it to them; null when there is none. */
export async function findNationalNumber(tx: Tx, config: Config): Promise<string | null> {
  const row = await tx.row<{ sealed: Buffer | null }>(
    sql`select national_number_sealed as sealed from persons where id = current_person()`,
  )
  return row?.sealed ? openNationalNumber(config, row.sealed) : null
}
