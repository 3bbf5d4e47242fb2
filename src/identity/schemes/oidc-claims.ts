import type { Config, OidcProvider } from '../../config.ts'
import type { Assurance } from '../assurance.ts'
import { sealGiven } from '../certificate.ts'
import { Presented, type Proven, readWord } from '../presented.ts'
import type { Way } from '../state.ts'

type Claims = Record<string, unknown>

/** What must be known of a holder; where the ID token lacks one of these, the UserInfo endpoint is asked. */
export const isComplete = ({ claims }: OidcProvider, given: Claims): boolean =>
  [claims.serialNumber, claims.familyName, claims.kind].every((name) => name in given)

/** Whose identity the claims name, whether or not it is let in. */
export function provenBy(
  { id, certificateProvider, claims: names }: OidcProvider,
  claims: Claims,
): Proven | null {
  const serialNumber = readWord(claims[names.serialNumber])
  return serialNumber ? { provider: certificateProvider ?? id, serialNumber } : null
}

/** How sure this sign-in was; null when the provider should say so by its `acr` and does not. */
export function levelOf({ acr, assurance }: OidcProvider, { acr: given }: Claims): Assurance | null {
  if (!acr) return assurance
  return Object.entries(acr).find(([value]) => value === given)?.[1] ?? null
}

/** Null when the claims do not say whose certificate it is, or of which kind. */
export function mapClaims(
  config: Config,
  provider: OidcProvider,
  claims: Claims,
  { back, purpose, assurance, login }: Way & Pick<Presented, 'assurance' | 'login'>,
): Presented | null {
  const text = (name: string) => readWord(claims[name])
  const names = provider.claims
  const kind = kindOf(provider, claims, text(names.kind))
  const professional = kind === 'professional'
  const presented = Presented.safeParse({
    scheme: 'oidc',
    assurance,
    provider: provider.certificateProvider ?? provider.id,
    providerName: provider.name,
    serialNumber: text(names.serialNumber),
    kind,
    familyName: text(names.familyName),
    givenName: text(names.givenName) ?? '',
    birthDate: null,
    organizationName: professional ? text(names.organizationName) : null,
    organizationIdentifier: professional ? text(names.organizationIdentifier) : null,
    validFrom: null,
    validTo: null,
    fingerprint: null,
    nationalNumber: sealGiven(config, names.nationalNumber ? text(names.nationalNumber) : null),
    nationalNumberFrom: 'claim',
    login,
    back,
    purpose,
  })
  if (!presented.success || (professional && !presented.data.organizationName)) return null
  return presented.data
}

function kindOf({ claims: names }: OidcProvider, claims: Claims, named: string | null) {
  if (!(names.kind in claims)) return names.kindWithoutClaim
  return Object.entries(names.kindValues).find(([value]) => value === named)?.[1]
}
