import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyKeys, spaceTitle } from './title.ts'

test('a space is called by its title, else by the company, else by the person', () => {
  assert.equal(spaceTitle({ spaceTitle: ' Laden ', legalName: 'Muster' }), 'Laden')
  assert.equal(spaceTitle({ legalName: 'Muster S.à r.l.' }), 'Muster S.à r.l.')
  assert.equal(spaceTitle({ givenName: 'Marie', familyName: 'Muster' }), 'Marie Muster')
  assert.equal(spaceTitle({ givenName: 'Suharto' }), 'Suharto')
})

test('one company is recognised by number or by name, however it is typed', () => {
  const first = companyKeys({ legalName: 'Schreinerei Müller S.à r.l.', registerNumber: 'B123456' })
  const second = companyKeys({ legalName: 'SCHREINEREI  MULLER SARL', registerNumber: 'b 123 456' })
  assert.deepEqual(first, second)
  assert.deepEqual(companyKeys({ givenName: 'Marie', familyName: 'Muster' }), [])
})

test('companies with names in other scripts, or in signs only, stay distinct', () => {
  const names = ['Εταιρεία', 'شركة', '🌸', '🌼']
  assert.equal(new Set(names.map((legalName) => String(companyKeys({ legalName })))).size, names.length)
})
