import assert from 'node:assert/strict'
import { test } from 'node:test'
import { field, sampleForm, text } from '../../test/sample-form.ts'
import { checkDefinition } from './check-definition.ts'
import { holds, namesIn } from './conditions.ts'
import type { Field, Form } from './definition.ts'

const formOf = (...fields: Field[]): Form => ({
  pages: [{ id: 'p', title: text('P'), groups: [{ id: 'g', fields }] }],
})

test('a form in order has nothing wrong', () => {
  assert.deepEqual(checkDefinition(sampleForm), [])
})

const profile = formOf(field('iban', 'iban'), field('title', 'text'), field('vat', 'vat'))
const mistakes: [string, Form, string][] = [
  [
    'unknown names in a condition',
    formOf(field('a', 'text', { when: 'b = "x"' })),
    'field a: when: there is no field b',
  ],
  [
    'what is not FEEL',
    formOf(field('a', 'text', { required: 'a +' })),
    'field a: required: is not FEEL near “a +”',
  ],
  [
    'a field that depends on itself',
    formOf(field('a', 'text', { when: 'a = "x"' })),
    'field a: when: it depends on itself',
  ],
  [
    'a comparison with an empty text',
    formOf(field('b', 'text'), field('a', 'text', { when: 'b = ""' })),
    'field a: when: compare with null, an empty answer is not ""',
  ],
  ['two fields of one name', formOf(field('a', 'text'), field('a', 'text')), 'field a: there are two of it'],
  [
    'a missing text',
    formOf(field('a', 'text', { label: { ...text('A'), lb: ' ' } })),
    'field a: label: the text in lb is missing',
  ],
  [
    'a name JavaScript would stumble over',
    formOf(field('constructor', 'text')),
    'field constructor: the name cannot be used',
  ],
  ['a name the buttons use', formOf(field('list', 'text')), 'field list: the name cannot be used'],
  ['a choice without choices', formOf(field('a', 'select')), 'field a: choices are missing'],
  ['a list without columns', formOf(field('a', 'list')), 'field a: fields are missing'],
  [
    'a list within a list',
    formOf(field('a', 'list', { fields: [field('b', 'list', { fields: [field('c', 'text')] })] })),
    'field a: b cannot stand in a row',
  ],
  [
    'a postcode of no country',
    formOf(field('a', 'postcode', { country: 'b' })),
    'field a: b is no country field',
  ],
  [
    'a profile field that does not exist',
    formOf(field('a', 'text', { profile: 'nowhere' })),
    'field a: the profile has no field nowhere',
  ],
  [
    'a profile field of another type',
    formOf(field('a', 'date', { profile: 'iban' })),
    'field a: a date cannot take the profile’s iban',
  ],
  ['a form without pages', { pages: [] }, 'the form has no page'],
]

for (const [what, form, line] of mistakes)
  test(`${what} is told`, () => {
    assert.deepEqual(checkDefinition(form, profile), [line])
  })

test('texts may take numbers that read as they are stored', () => {
  assert.deepEqual(checkDefinition(formOf(field('a', 'text', { profile: 'vat' })), profile), [])
})

test('conditions name their answers, not their functions and own names', () => {
  assert.deepEqual(namesIn('count(many) > 1 and (some x in people satisfies x.name = owner)').sort(), [
    'many',
    'owner',
    'people',
  ])
})

test('a condition is true, not true, or cannot be told', () => {
  assert.equal(holds('a = "x"', { a: 'x' }), true)
  assert.equal(holds('a = "x"', { a: 'y' }), false)
  assert.equal(holds('a = "x"', {}), false)
  assert.equal(holds('a = null', { a: ' ' }), true)
  assert.equal(holds('a', { a: 'text' }), false)
  assert.equal(holds('number(a) > 2', { a: '3' }), true)
  assert.equal(holds('list contains(a, "x")', { a: ['x', 'y'] }), true)
  assert.equal(holds('a +', {}), null)
})

test('a condition answers anew when its answers change', () => {
  const answers = ['x', 'y', 'x'].map((a) => holds('b = true and a = "x"', { a, b: true }))
  assert.deepEqual(answers, [true, false, true])
})

test('conditions see answers, not what every object has', () => {
  assert.equal(holds('constructor = null', {}), true)
})
