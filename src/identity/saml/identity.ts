import { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Assurance } from '../assurance.ts'
import { sealGiven } from '../certificate.ts'
import { Presented, readWord } from '../presented.ts'
import type { Way } from '../state.ts'
import type { Assertion } from './assertion.ts'
import type { SamlProvider } from './settings.ts'

type Said = Pick<Assertion, 'attributes'> & { assurance: Assurance } & Way

/** Null when the attributes do not say whose identity it is, or of which kind. */
export function mapAttributes(config: Config, provider: SamlProvider, said: Said): Presented | null {
  const names = provider.attributes
  const word = (name: string | undefined) => readWord(name && said.attributes.get(name))
  const organization = { name: word(names.organizationName), identifier: word(names.organizationIdentifier) }
  const kind = names.kind ? namedKind(provider, word(names.kind)) : kindBy(organization)
  const professional = kind === 'professional'
  const presented = Presented.safeParse({
    scheme: 'saml',
    assurance: said.assurance,
    provider: provider.certificateProvider ?? provider.id,
    providerName: provider.name,
    serialNumber: names.kind ? word(names.serialNumber) : keyOf(word(names.serialNumber), organization),
    kind,
    familyName: word(names.familyName),
    givenName: word(names.givenName) ?? '',
    birthDate: z.iso.date().safeParse(word(names.birthDate)).data ?? null,
    organizationName: professional ? organization.name : null,
    organizationIdentifier: professional ? organization.identifier : null,
    validFrom: null,
    validTo: null,
    fingerprint: null,
    nationalNumber: sealGiven(config, word(names.nationalNumber)),
    nationalNumberFrom: 'claim',
    back: said.back,
    purpose: said.purpose,
  })
  if (!presented.success || (professional && !organization.name)) return null
  return presented.data
}

type Organization = { name: string | null; identifier: string | null }

const namedKind = ({ attributes }: SamlProvider, word: string | null) =>
  Object.entries(attributes.kindValues).find(([value]) => value === word)?.[1]

const kindBy = ({ name, identifier }: Organization) => (name || identifier ? 'professional' : 'private')

/**
 * A gateway without kinds names the person alone. What somebody may do for a company is an identity of its
 * own, as a Professional certificate is.
 */
function keyOf(person: string | null, organization: Organization): string | null {
  if (kindBy(organization) === 'private') return person
  return person && organization.identifier ? `${person} ${organization.identifier}` : null
}
