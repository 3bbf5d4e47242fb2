/** What somebody enters: names of fields, and values as one types them. */
export type Sample = Record<string, string>

export const personSample: Sample = {
  familyName: 'Muster',
  givenName: 'Marie',
  birthDate: '1984-07-19',
  birthPlace: 'Esch-sur-Alzette',
  citizenships: 'LU',
  thoroughfare: 'Rue de l’Alzette',
  locatorDesignator: '17',
  postCode: '4011',
  postName: 'Esch-sur-Alzette',
  country: 'LU',
  email: 'marie.muster@mail.example',
  phone: '+352 621 123 456',
  preferredLanguage: 'de',
}

/** What somebody enters who has lost every certificate. */
export const recoverySample: Sample = {
  familyName: 'Muster',
  givenName: 'Marie',
  birthDate: '19.07.1984',
  email: 'marie.muster@mail.example',
  phone: '+352 621 123 456',
  story: 'My bag was stolen, with the card in it.',
}

export const companySample: Sample = {
  capacity: 'manager',
  spaceTitle: 'Atelier Muster',
  legalName: 'Atelier Muster',
  legalForm: 'asbl',
  registerNumber: 'F1234',
  activity: 'Joinery',
  registeredThoroughfare: 'Rue du Brill',
  registeredLocatorDesignator: '3',
  registeredPostCode: '4041',
  registeredPostName: 'Esch-sur-Alzette',
  registeredCountry: 'LU',
  companyEmail: 'atelier@company.example',
  contactFamilyName: 'Muster',
  contactGivenName: 'Marie',
}

/** Marie invites her colleague at the joinery. */
export const invitationSample: Sample = {
  givenName: 'Paul',
  familyName: 'Weis',
  email: 'paul-weis@mail.example',
  role: 'manager',
}

/** Answers of the certificate of residence, by page; the rest comes from the profile. */
export const residenceSample: Record<string, Sample> = {
  request: { purpose: 'bank', certificateLanguage: 'de', forWhom: 'self' },
  person: {},
  delivery: { delivery: 'email' },
}
