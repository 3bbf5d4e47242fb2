import { specimen } from './specimen.ts'

/** What the person who was here before has entered. */
export const registration = { email: 'nora.thill@mail.example', language: 'en', terms: 'yes' }

export const personalData = {
  familyName: 'Thill',
  givenName: 'Nora',
  birthDate: '1976-04-11',
  birthPlace: 'Luxembourg',
  birthCountry: 'LU',
  gender: 'female',
  citizenships: 'LU',
  civilStatus: 'married',
  thoroughfare: 'Rue de la Corniche',
  locatorDesignator: '14',
  postCode: '1920',
  postName: 'Luxembourg',
  country: 'LU',
  email: registration.email,
  phone: '+352 621 310 427',
  preferredLanguage: 'en',
  iban: 'LU28 0019 4006 4475 0000',
}

export const companyData = {
  capacity: 'manager',
  spaceTitle: 'Atelier Thill',
  legalForm: 'sarl',
  activity: 'Bookbinding and restoration of prints',
  naceCode: '18.14',
  registeredThoroughfare: 'Rue des Capucins',
  registeredLocatorDesignator: '8',
  registeredPostCode: '1313',
  registeredPostName: 'Luxembourg',
  registeredCountry: 'LU',
  companyEmail: 'atelier@thill.example',
  companyPhone: '+352 26 31 04 27',
  website: 'https://thill.example',
  contactFamilyName: 'Thill',
  contactGivenName: 'Nora',
  contactFunction: 'Owner',
  employees: '4',
}

/** By procedure and page; what is not here comes from the profile. */
export const procedures = {
  'certificate-of-residence': {
    request: { purpose: 'bank', certificateLanguage: 'fr', forWhom: 'self' },
    delivery: { delivery: 'email' },
  },
  'business-permit': {},
}

export type Pages<Answer> = Record<string, Record<string, Answer>>

/** Files by page and field. */
export const documents: Pages<File> = {
  person: { 'identityCard.file': specimen('Identity card', 'Nora Thill') },
}
