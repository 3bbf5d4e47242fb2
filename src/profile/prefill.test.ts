import assert from 'node:assert/strict'
import { test } from 'node:test'
import { field, text } from '../../test/sample-form.ts'
import type { Answers, Field, Form, Sources } from '../forms/definition.ts'
import { lockedOf, sourcesAfter } from '../forms/sources.ts'
import type { Actor } from '../scopes.ts'
import { companyForm } from './company-form.ts'
import { completeness } from './completeness.ts'
import { personForm } from './person-form.ts'
import { differences, fromCertificate, prefill } from './prefill.ts'

const formOf = (...fields: Field[]): Form => ({
  pages: [{ id: 'p', title: text('P'), groups: [{ id: 'g', fields }] }],
})
const changedAt = new Date('2026-11-01T09:00:00Z')
const at = changedAt.toISOString()
const certificate = {
  from: 'certificate',
  at: '2026-10-01T09:00:00Z',
  verified: true,
  label: 'LuxTrust',
} as const
const profileOf = (data: Answers, sources: Sources = {}) => ({ data, sources, changedAt })
const colours = ['red', 'blue'].map((value) => ({ value, label: text(value) }))

test('a field that names its profile field is filled from it, and says so', () => {
  const form = formOf(field('surname', 'text', { profile: 'familyName' }), field('note', 'text'))
  const filled = prefill(form, profileOf({ familyName: 'Muster', note: 'mine' }))
  assert.deepEqual(filled.answers, { surname: 'Muster' })
  assert.deepEqual(filled.sources, { surname: { from: 'profile', at, verified: false } })
})

test('what was verified for the profile stays verified, by the same one', () => {
  const form = formOf(field('name', 'text', { profile: 'legalName' }))
  const filled = prefill(form, profileOf({ legalName: 'Muster SA' }, { legalName: certificate }))
  assert.deepEqual(filled.sources, { name: certificate })
  assert.deepEqual(
    lockedOf(
      form.pages.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields)),
      filled.sources,
    ),
    { name: certificate },
  )
})

test('values a field cannot hold are left out', () => {
  const form = formOf(
    field('short', 'text', { profile: 'familyName', maxLength: 3 }),
    field('status', 'select', { profile: 'civilStatus', choices: colours }),
    field('day', 'date', { profile: 'iban' }),
    field('code', 'postcode', { profile: 'postCode' }),
  )
  const data = {
    familyName: 'Muster',
    civilStatus: 'married',
    iban: 'LU280019400644750000',
    postCode: '57000',
    country: 'FR',
  }
  assert.deepEqual(prefill(form, profileOf(data)).answers, {})
})

test('a postcode follows the country of its address', () => {
  const form = formOf(
    field('code', 'postcode', { profile: 'postCode', country: 'where' }),
    field('where', 'country', { profile: 'country' }),
  )
  assert.deepEqual(prefill(form, profileOf({ postCode: '57000', country: 'FR' })).answers, {
    code: '57000',
    where: 'FR',
  })
})

test('of a list, the columns and rows that fit are taken', () => {
  const people = field('people', 'list', {
    profile: 'householdMembers',
    maxItems: 2,
    fields: [field('name', 'text'), field('birthDate', 'date')],
  })
  const householdMembers: Record<string, string>[] = [
    { name: 'A', relation: 'child', birthDate: '2010-01-01' },
    { name: 'B', birthDate: 'unknown' },
    { name: 'C' },
  ]
  assert.deepEqual(prefill(formOf(people), profileOf({ householdMembers })).answers, {
    people: [{ name: 'A', birthDate: '2010-01-01' }, { name: 'B' }],
  })
})

test('without a profile nothing is filled', () => {
  assert.deepEqual(prefill(formOf(field('a', 'text', { profile: 'familyName' })), null), {
    answers: {},
    sources: {},
  })
})

test('differences are what people would see as different', () => {
  const form = formOf(
    field('a', 'text', { profile: 'familyName' }),
    field('b', 'phone', { profile: 'phone' }),
    field('c', 'date', { profile: 'birthDate' }),
    field('d', 'text', { profile: 'birthPlace' }),
    field('e', 'text', { profile: 'birthName' }),
  )
  const data = { familyName: 'Muster', phone: '+352691123456', birthDate: '1988-05-12', birthName: 'Alt' }
  const answers = { a: ' Muster ', b: '691 123 456', c: '12.05.1988', d: 'Wiltz', e: '' }
  assert.deepEqual(
    differences(form, answers, { data }).map(({ field, profileField, before, now }) => [
      field.name,
      profileField.name,
      before,
      now,
    ]),
    [['d', 'birthPlace', '', 'Wiltz']],
  )
})

test('a new address is offered whole, postcode and country together', () => {
  const form = formOf(
    field('code', 'postcode', { profile: 'postCode', country: 'where' }),
    field('where', 'country', { profile: 'country' }),
  )
  const found = differences(
    form,
    { code: '57000', where: 'FR' },
    { data: { postCode: '4010', country: 'LU' } },
  )
  assert.deepEqual(
    found.map(({ now }) => now),
    ['57000', 'FR'],
  )
})

test('typing changes where a value is from, leaving it alone does not', () => {
  const fields = [field('a', 'text'), field('b', 'phone'), field('c', 'text')]
  const before = { answers: { a: 'x', b: '+352691123456' }, sources: { a: certificate, b: certificate } }
  const now = new Date('2026-11-23T10:00:00Z')
  assert.deepEqual(sourcesAfter(fields, before, { a: 'y', b: '691 123 456', c: '' }, now), {
    a: { from: 'typed', at: now.toISOString(), verified: false },
    b: certificate,
  })
})

const actor = (given: Partial<Actor['certificate']> = {}, names: Partial<Actor> = {}): Actor => ({
  personId: '00000000-0000-4000-8000-000000000001',
  familyName: 'Muster',
  givenName: 'Marie',
  language: 'de',
  email: null,
  emailConfirmed: false,
  nationalNumberState: 'none',
  scheme: 'tls',
  assurance: 'high',
  signedInAt: new Date('2026-11-23T08:00:00Z'),
  sessionEndsAt: new Date('2026-11-23T20:00:00Z'),
  ...names,
  certificate: {
    id: '00000000-0000-4000-8000-000000000002',
    kind: 'professional',
    provider: 'demo',
    serialNumber: '12345678901234567890',
    organizationName: 'Muster SA',
    organizationIdentifier: 'NTRLU-B123456',
    ...given,
  },
})

test('a Professional certificate gives the company’s name and number, locked', () => {
  const { answers, sources, locked } = fromCertificate(actor(), companyForm, { provider: 'LuxTrust' })
  assert.deepEqual(answers, { legalName: 'Muster SA', registerNumber: 'B123456' })
  const source = { from: 'certificate', at: '2026-11-23T08:00:00.000Z', verified: true, label: 'LuxTrust' }
  assert.deepEqual(sources, { legalName: source, registerNumber: source })
  assert.deepEqual(locked, sources)
})

test('its identifier may be a VAT number, of another country too', () => {
  const numbers = (organizationIdentifier: string | null) => {
    const { legalName: _, ...rest } = fromCertificate(actor({ organizationIdentifier }), companyForm).answers
    return rest
  }
  assert.deepEqual(numbers('VATLU-12345613'), { vatNumber: 'LU12345613' })
  assert.deepEqual(numbers('VATDE-123456789'), { vatNumber: 'DE123456789' })
  for (const odd of ['NTRDE-HRB1', 'VATLU-12345614', 'PSDLU-X-1', 'nonsense', null])
    assert.deepEqual(numbers(odd), {})
})

test('a Private certificate says nothing of a company', () => {
  assert.deepEqual(fromCertificate(actor({ kind: 'private' }), companyForm).answers, {})
})

test('a person’s names come from the certificate and may be changed', () => {
  const { answers, sources, locked } = fromCertificate(actor(), personForm)
  assert.deepEqual(answers, { familyName: 'Muster', givenName: 'Marie' })
  assert.equal(sources.familyName?.verified, true)
  assert.deepEqual(locked, {})
})

test('who has only one name on the certificate has only one in the form', () => {
  const { answers, sources } = fromCertificate(actor({}, { givenName: '' }), personForm)
  assert.deepEqual(answers, { familyName: 'Muster', singleName: true })
  assert.deepEqual(Object.keys(sources), ['familyName'])
})

test('completeness counts what is asked, and what each gap would fill', () => {
  const form = formOf(
    field('a', 'text'),
    field('b', 'text'),
    field('c', 'text', { when: 'a = "x"' }),
    field('d', 'checkbox'),
  )
  const procedures = [
    { id: '1', form: formOf(field('q', 'text', { profile: 'b' }), field('r', 'text', { profile: 'b' })) },
    { id: '2', form: formOf(field('q', 'text', { profile: 'b' }), field('r', 'text', { profile: 'a' })) },
  ]
  assert.deepEqual(completeness(form, {}, procedures), {
    filled: 0,
    total: 2,
    missing: [
      { field: field('b', 'text'), procedures: 2 },
      { field: field('a', 'text'), procedures: 1 },
    ],
  })
  const { filled, total } = completeness(form, { a: 'x', b: 'y' }, procedures)
  assert.deepEqual([filled, total], [2, 3])
})
