/** What a person types into the profile forms: enough for “Confirm”, more where a test needs it. */
export const personEntry = (more: Record<string, string> = {}): Record<string, string> => ({
  familyName: 'Muster',
  givenName: 'Marie',
  birthDate: '27.03.1985',
  citizenships: 'LU',
  thoroughfare: 'Rue de l’Alzette',
  locatorDesignator: '12a',
  postCode: 'L-4010',
  postName: 'Esch-sur-Alzette',
  country: 'LU',
  email: 'marie@example.lu',
  preferredLanguage: 'de',
  ...more,
})

let companies = 0

/** Each call is another company unless `more` says which. */
export const companyEntry = (more: Record<string, string> = {}): Record<string, string> => {
  const number = String(++companies).padStart(4, '0')
  const legalName = more.legalName ?? `Schreinerei ${number} S.à r.l.`
  return {
    capacity: 'manager',
    spaceTitle: legalName,
    legalName,
    legalForm: 'sarl',
    registerNumber: `B21${number}`,
    naceCode: '43.32',
    activity: 'Schreinerei',
    registeredThoroughfare: 'Rue de l’Industrie',
    registeredLocatorDesignator: '1',
    registeredPostCode: 'L-1111',
    registeredPostName: 'Luxembourg',
    registeredCountry: 'LU',
    companyEmail: 'info@example.lu',
    contactFamilyName: 'Muster',
    contactGivenName: 'Marie',
    ...more,
  }
}
