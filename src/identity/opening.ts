import type { Messages } from '../i18n/index.ts'

/** A certificate as far as it matters to which spaces it opens. */
type Held = { organizationName: string | null; organizationIdentifier: string | null }

/** What a membership is bound to: null, all of the person's certificates; else those of one organisation. */
export type Binding = { organization: string; name: string } | null

type Row = {
  id: keyof Messages['certificates']['opening']['rows']
  space: 'private' | 'business'
  /** To what the membership is bound. */
  bound: boolean
  certificate: 'private' | 'professional' | 'other_company' | 'unregistered' | 'out_of_use'
  opens: boolean
}

/** Which certificate opens what: help shows this table, and a test holds the portal to each of its rows. */
export const openings: Row[] = [
  { id: 'private_private', space: 'private', bound: false, certificate: 'private', opens: true },
  { id: 'private_professional', space: 'private', bound: false, certificate: 'professional', opens: true },
  { id: 'business_private', space: 'business', bound: false, certificate: 'private', opens: true },
  { id: 'business_professional', space: 'business', bound: false, certificate: 'professional', opens: true },
  { id: 'bound_same', space: 'business', bound: true, certificate: 'professional', opens: true },
  { id: 'bound_private', space: 'business', bound: true, certificate: 'private', opens: false },
  { id: 'bound_other', space: 'business', bound: true, certificate: 'other_company', opens: false },
  { id: 'unregistered', space: 'private', bound: false, certificate: 'unregistered', opens: false },
  { id: 'out_of_use', space: 'private', bound: false, certificate: 'out_of_use', opens: false },
]

/** What a certificate's organisation is known by. `enter_space` says the same. */
export const organizationKey = ({ organizationIdentifier, organizationName }: Held): string | null =>
  organizationIdentifier ?? organizationName
