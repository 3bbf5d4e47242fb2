import type { Config } from '../config.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import type { RegisterId } from './register.ts'

export type FillingRegister = Extract<RegisterId, 'persons' | 'companies'>

/** The register whose data fills forms in this space; null when there is none, or nobody it could be asked about. */
export function fillingRegister(
  { connections: { registers } }: Config,
  space: Pick<CurrentSpace, 'kind' | 'openedWith'>,
  actor: Pick<Actor, 'nationalNumberState'>,
): FillingRegister | null {
  if (space.kind === 'private')
    return registers.persons && actor.nationalNumberState === 'confirmed' ? 'persons' : null
  return registers.companies && space.openedWith === 'professional' ? 'companies' : null
}

const address = [
  'thoroughfare',
  'locatorDesignator',
  'addressSupplement',
  'postCode',
  'postName',
  'country',
] as const

/** The fields of the profile that a register may know. */
export const registerFields: Record<FillingRegister, string[]> = {
  persons: [
    ...['nationalNumber', 'familyName', 'givenName', 'birthName', 'birthDate', 'birthPlace', 'birthCountry'],
    ...['gender', 'civilStatus', 'citizenships', ...address],
  ],
  companies: [
    ...['registerNumber', 'legalName', 'legalForm', 'vatNumber', 'legalNumber', 'naceCode', 'activity'],
    ...address.map((name) => `registered${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  ],
}
