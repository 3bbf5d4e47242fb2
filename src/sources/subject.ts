import type { Config } from '../config.ts'
import { numberOf, type OwnPerson } from '../profile/own-person.ts'
import type { Profile } from '../profile/profile.ts'
import type { CurrentSpace } from '../scopes.ts'
import type { CompanyNumber } from './company-register.ts'

/** Whom registers may be asked about from a space. The national number is opened for this alone. */
export type Subject =
  | { about: 'person'; nationalNumber: string }
  | { about: 'company'; number: CompanyNumber }
  | { about: 'nobody'; why: 'number_none' | 'number_declared' | 'private_certificate' | 'no_company_number' }

/** A person by the confirmed number; a company by the number that the certificate vouches for. */
export function subjectOf(
  config: Config,
  space: Pick<CurrentSpace, 'kind' | 'openedWith'>,
  own: OwnPerson | null,
  profile: Profile | null,
): Subject {
  if (space.kind === 'private') return personOf(config, own)
  if (space.openedWith === 'private') return { about: 'nobody', why: 'private_certificate' }
  const number = vouchedNumber(profile)
  return number ? { about: 'company', number } : { about: 'nobody', why: 'no_company_number' }
}

function personOf(config: Config, own: OwnPerson | null): Subject {
  if (own?.numberState !== 'confirmed')
    return { about: 'nobody', why: own?.numberState === 'declared' ? 'number_declared' : 'number_none' }
  const nationalNumber = numberOf(config, own)
  return nationalNumber ? { about: 'person', nationalNumber } : { about: 'nobody', why: 'number_none' }
}

function vouchedNumber(profile: Profile | null): CompanyNumber | null {
  const vouched = (name: string) => {
    const value = profile?.data[name]
    return profile?.sources[name]?.verified && typeof value === 'string' ? value : null
  }
  const [registerNumber, vatNumber] = [vouched('registerNumber'), vouched('vatNumber')]
  if (registerNumber) return { registerNumber }
  return vatNumber ? { vatNumber } : null
}
