import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPage } from '../forms/answers.ts'
import type { Answers, Page } from '../forms/definition.ts'
import { compare, decide, formEntries, settle } from './conflict.ts'

const label = { de: '', fr: '', en: '', lb: '' }
const page: Page = {
  id: 'data',
  title: label,
  groups: [
    {
      id: 'all',
      fields: [
        { name: 'email', type: 'email', label },
        { name: 'phone', type: 'phone', label },
        { name: 'iban', type: 'iban', label },
        { name: 'citizenships', type: 'countries', label },
        { name: 'hasPostalAddress', type: 'checkbox', label },
        {
          name: 'householdMembers',
          type: 'list',
          label,
          fields: [
            { name: 'name', type: 'text', label },
            { name: 'birthDate', type: 'date', label },
          ],
        },
      ],
    },
  ],
}
const base: Answers = { email: 'a@example.lu', phone: '1', iban: 'X' }

test('who left a field as it was yields to who changed it; where both changed it, nobody decides for them', () => {
  const mine = { ...base, email: 'mine@example.lu', phone: '2' }
  const theirs = { ...base, email: 'theirs@example.lu', iban: 'Y' }
  assert.deepEqual(
    compare(page, base, mine, theirs).map(({ field, chosen }) => [field.name, chosen]),
    [
      ['email', null],
      ['phone', 'mine'],
      ['iban', 'theirs'],
    ],
  )
})

test('choices settle each field, also for an emptied one', () => {
  const mine: Answers = { email: 'mine@example.lu', phone: '2' }
  const theirs: Answers = { email: 'theirs@example.lu', phone: '3', iban: 'Y' }
  const found = compare(page, base, mine, theirs)
  const decided = decide(found, {
    'choice.email': 'theirs',
    'choice.phone': 'mine',
    'choice.iban': 'mine',
    'choice.__proto__': 'theirs',
  })
  assert.deepEqual(settle(mine, decided), { email: 'theirs@example.lu', phone: '2' })
  assert.deepEqual(
    decide(found, { 'choice.email': 'both' }).map(({ chosen }) => chosen),
    [null, null, null],
  )
})

test('what was typed survives a page that does not show it, emptied values included', () => {
  const typed: Answers = {
    email: '',
    phone: '+352 1',
    citizenships: ['LU', 'PT'],
    hasPostalAddress: false,
    householdMembers: [
      { name: 'Léa “🌸”', birthDate: '1.2.2020' },
      { name: 'Αλέξης', birthDate: '' },
    ],
  }
  const body: Record<string, string | string[]> = {}
  for (const [name, value] of formEntries(page, typed)) {
    const there = body[name]
    body[name] = there === undefined ? value : [there, value].flat()
  }
  assert.deepEqual(readPage(page, body, { email: 'before', householdMembers: [], iban: 'Z' }), {
    ...typed,
    iban: '',
  })
})
