import type { Messages } from '../i18n/index.ts'
import { sameHolder } from '../identity/same-holder.ts'
import type { Actor } from '../scopes.ts'

type Row = {
  id: keyof Messages['members']['fitting']['rows']
  /** Whether the invitation names the number of a certificate. */
  numbered: boolean
  /** Which certificate of the invited one is presented, or which stranger comes. */
  certificate: 'this' | 'another_held' | 'other_number'
  names: 'same' | 'other'
  /** How the address is proven to be theirs. */
  address: 'link' | 'confirmed' | 'none'
  /** `later`: with the certificate that the invitation names. */
  accepts: 'yes' | 'later' | 'no'
}

/**
 * Which certificates fit which invitation (R7, ADR 24): help shows this table, and a test holds the portal to each of
 * its rows. Where a number is given, it decides alone.
 */
export const fittings: Row[] = [
  { id: 'number', numbered: true, certificate: 'this', names: 'same', address: 'none', accepts: 'yes' },
  {
    id: 'number_names',
    numbered: true,
    certificate: 'this',
    names: 'other',
    address: 'none',
    accepts: 'yes',
  },
  {
    ...{ id: 'number_held', numbered: true, certificate: 'another_held' },
    ...{ names: 'same', address: 'link', accepts: 'later' },
  },
  {
    ...{ id: 'number_other', numbered: true, certificate: 'other_number' },
    ...{ names: 'same', address: 'link', accepts: 'no' },
  },
  { id: 'names_link', numbered: false, certificate: 'this', names: 'same', address: 'link', accepts: 'yes' },
  {
    ...{ id: 'names_address', numbered: false, certificate: 'this' },
    ...{ names: 'same', address: 'confirmed', accepts: 'yes' },
  },
  { id: 'names_only', numbered: false, certificate: 'this', names: 'same', address: 'none', accepts: 'no' },
  { id: 'other_names', numbered: false, certificate: 'this', names: 'other', address: 'link', accepts: 'no' },
] as const satisfies Row[]

type Invited = { familyName: string; givenName: string; serialNumber: string | null }
type Somebody = Pick<Actor, 'familyName' | 'givenName'> & {
  certificate: Pick<Actor['certificate'], 'serialNumber'>
}

/**
 * Whether an invitation that reaches somebody, by its link, their confirmed address or a certificate of theirs
 * (`reaches_me` in the database), fits them: now, with another of their certificates, or not at all.
 */
export function fits(invited: Invited, { certificate, ...names }: Somebody): 'yes' | 'later' | 'no' {
  if (invited.serialNumber !== null)
    return invited.serialNumber === certificate.serialNumber ? 'yes' : 'later'
  return sameHolder(invited, names) ? 'yes' : 'no'
}
