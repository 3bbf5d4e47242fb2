import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm } from '../forms/answers.ts'
import { checkDefinition } from '../forms/check-definition.ts'
import { type Answers, type Field, type Form, fieldsOf } from '../forms/definition.ts'
import { companyForm } from './company-form.ts'
import { personForm } from './person-form.ts'

const person: Answers = {
  familyName: 'Muster',
  givenName: 'Marie',
  birthDate: '12.5.1988',
  citizenships: ['LU'],
  thoroughfare: 'Rue de l’Alzette',
  postCode: 'L-4010',
  postName: 'Esch-sur-Alzette',
  country: 'LU',
  email: 'marie@example.lu',
  preferredLanguage: 'de',
}

const company: Answers = {
  spaceTitle: 'Schreinerei Muster',
  legalName: 'Schreinerei Muster S.à r.l.',
  legalForm: 'sarl',
  registerNumber: 'B123456',
  naceCode: '43.32',
  activity: 'Bauschreinerei',
  registeredThoroughfare: 'Rue de l’Alzette',
  registeredPostCode: '4010',
  registeredPostName: 'Esch-sur-Alzette',
  registeredCountry: 'LU',
  companyEmail: 'info@example.lu',
  contactFamilyName: 'Muster',
}

const wrong = (form: Form, answers: Answers) => checkForm(form, answers).errors.map(({ name }) => name)
const without = (answers: Answers, ...names: string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

test('both profile forms are in order, in four languages', () => {
  assert.deepEqual(checkDefinition(personForm), [])
  assert.deepEqual(checkDefinition(companyForm), [])
})

test('no name means two things in the two profiles', () => {
  const names = [...fieldsOf(personForm), ...fieldsOf(companyForm)].map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})

test('what the issue marks as mandatory is, and nothing else', () => {
  assert.deepEqual(wrong(personForm, person), [])
  for (const name of Object.keys(person))
    assert.deepEqual(wrong(personForm, without(person, name)), missing(name))
  assert.deepEqual(wrong(companyForm, company), [])
  for (const name of Object.keys(company))
    assert.deepEqual(wrong(companyForm, without(company, name)), missing(name))
})

/** Without a legal form or a country, what depends on it is not asked for. */
const missing = (name: string) => [name]

test('who has only one name leaves the given name out', () => {
  assert.deepEqual(wrong(personForm, { ...without(person, 'givenName'), singleName: true }), [])
  const { values } = checkForm(personForm, { ...person, singleName: true })
  assert.equal('givenName' in values, false)
})

test('the postcode is not asked for where there are none', () => {
  assert.deepEqual(wrong(personForm, { ...without(person, 'postCode'), country: 'HK' }), [])
})

test('forms that are not registered need no register number, associations no activity', () => {
  const bare = without(company, 'registerNumber')
  for (const legalForm of ['sole-trader', 'liberal', 'foreign'])
    assert.deepEqual(wrong(companyForm, { ...bare, legalForm }), [])
  for (const legalForm of ['sa', 'asbl', 'civil'])
    assert.deepEqual(wrong(companyForm, { ...bare, legalForm }), ['registerNumber'])
  const idle = without(company, 'naceCode', 'activity')
  assert.deepEqual(wrong(companyForm, { ...idle, legalForm: 'asbl' }), [])
  assert.deepEqual(wrong(companyForm, { ...idle, legalForm: 'snc' }), ['naceCode', 'activity'])
})

test('a postal address is asked for only when it is another one', () => {
  const missing = ['postalThoroughfare', 'postalPostCode', 'postalPostName']
  assert.deepEqual(wrong(companyForm, { ...company, hasPostalAddress: true, postalCountry: 'LU' }), missing)
  const { values } = checkForm(companyForm, { ...company, hasPostalAddress: false, postalPostName: 'Wiltz' })
  assert.equal('postalPostName' in values, false)
})

test('every control says to browsers what it is for', () => {
  const inputs = (fields: Field[]): Field[] =>
    fields.flatMap((field) => (field.type === 'list' ? inputs(field.fields ?? []) : [field]))
  const silent = inputs([...fieldsOf(personForm), ...fieldsOf(companyForm)])
    .filter(({ type, autocomplete }) => type !== 'checkbox' && !autocomplete)
    .map(({ name }) => name)
  assert.deepEqual(silent, [])
})
