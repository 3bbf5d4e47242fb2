import type { Messages } from '../i18n/index.ts'

/** A certificate as far as it matters to which spaces it opens. */
type Held = {
  provider: string
  serialNumber: string
  organizationName: string | null
  organizationIdentifier: string | null
}

export type BoundToOrganization = { organization: string; name: string }
/** What a membership is bound to: those of one organisation, one alone, or (null) all of the person's certificates. */
export type Binding = BoundToOrganization | { provider: string; serialNumber: string } | null

type Row = {
  id: keyof Messages['certificates']['opening']['rows']
  space: 'private' | 'business'
  /** To what the membership is bound. */
  bound: 'organization' | 'certificate' | null
  certificate:
    | 'private'
    | 'professional'
    | 'other_company'
    | 'bound'
    | 'another'
    | 'unregistered'
    | 'out_of_use'
  opens: boolean
}

/** Which certificate opens what: help shows this table, and a test holds the portal to each of its rows. */
export const openings: Row[] = [
  { id: 'private_private', space: 'private', bound: null, certificate: 'private', opens: true },
  { id: 'private_professional', space: 'private', bound: null, certificate: 'professional', opens: true },
  { id: 'business_private', space: 'business', bound: null, certificate: 'private', opens: true },
  { id: 'business_professional', space: 'business', bound: null, certificate: 'professional', opens: true },
  { id: 'bound_same', space: 'business', bound: 'organization', certificate: 'professional', opens: true },
  { id: 'bound_private', space: 'business', bound: 'organization', certificate: 'private', opens: false },
  { id: 'bound_other', space: 'business', bound: 'organization', certificate: 'other_company', opens: false },
  {
    id: 'bound_this_certificate',
    space: 'business',
    bound: 'certificate',
    certificate: 'bound',
    opens: true,
  },
  {
    id: 'bound_other_certificate',
    space: 'business',
    bound: 'certificate',
    certificate: 'another',
    opens: false,
  },
  { id: 'unregistered', space: 'private', bound: null, certificate: 'unregistered', opens: false },
  { id: 'out_of_use', space: 'private', bound: null, certificate: 'out_of_use', opens: false },
]

/** Whether it opens what is bound so. `enter_space` says the same. */
export function opensBound(bound: Binding, certificate: Held): boolean {
  if (!bound) return true
  if ('organization' in bound) return bound.organization === organizationKey(certificate)
  return bound.provider === certificate.provider && bound.serialNumber === certificate.serialNumber
}

/** What a certificate's organisation is known by. */
export const organizationKey = ({
  organizationIdentifier,
  organizationName,
}: Pick<Held, 'organizationName' | 'organizationIdentifier'>): string | null =>
  organizationIdentifier ?? organizationName
