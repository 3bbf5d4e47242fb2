import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { field, pageOne, pageTwo, sampleForm, text } from '../../test/sample-form.ts'
import { messages } from '../i18n/index.ts'
import { checkForm, checkPage, editList, isEmpty, readPage, sameValue } from './answers.ts'
import type { Answers, Page, Sources } from './definition.ts'

const one = (...fields: Page['groups'][0]['fields']): Page => ({
  id: 'p',
  title: text('P'),
  groups: [{ id: 'g', fields }],
})
const wrong = ({ errors }: { errors: { name: string }[] }) => errors.map(({ name }) => name)
const said = (page: Page, answers: Answers) =>
  checkPage(page, answers).errors.map(({ message }) => message(messages('en'), 'en'))

test('what was typed is read as it was typed', () => {
  const typed = {
    title: ' Zoë  O’Neil ',
    story: 'a\r\nb',
    pick: 'red',
    many: ['red', 'blue'],
    more: ['', 'yes'],
  }
  const answers = readPage(pageOne, typed, {})
  assert.deepEqual(answers, { ...typed, more: true })
})

test('names the page does not have are ignored', () => {
  assert.deepEqual(readPage(pageOne, { iban: 'x', owner: 'y', title: 'z' }, {}), { title: 'z' })
})

test('fields the browser did not send keep what they had', () => {
  const before = { title: 'a', many: ['red'], more: true, iban: 'x' }
  assert.deepEqual(readPage(pageOne, { title: 'b' }, before), { ...before, title: 'b' })
})

test('a box that was shown and not ticked is not ticked', () => {
  const answers = readPage(pageOne, { 'more.shown': '', 'many.shown': '' }, { more: true, many: ['red'] })
  assert.deepEqual(answers, { more: false, many: [] })
})

test('a list whose last row was removed is empty', () => {
  assert.deepEqual(readPage(pageTwo, { 'people.shown': '' }, { people: [{ name: 'A' }] }).people, [])
})

test('locked fields take no posted value', () => {
  const locked: Sources = { title: { from: 'certificate', at: '2026-11-23T10:00:00Z', verified: true } }
  assert.deepEqual(readPage(pageOne, { title: 'forged' }, { title: 'real' }, locked), { title: 'real' })
})

test('rows are read by their indexes, gaps closed, in order', () => {
  const body = {
    'people.3.name': 'C',
    'people.0.name': 'A',
    'people.0.day': '1.1.2001',
    'people.x.name': 'D',
  }
  assert.deepEqual(readPage(pageTwo, body, {}).people, [
    { name: 'A', day: '1.1.2001', land: '' },
    { name: 'C', day: '', land: '' },
  ])
})

test('several countries are read from their selects or from one name', () => {
  assert.deepEqual(readPage(pageOne, { lands: 'LU', 'lands.1': 'FR', 'lands.3': 'DE' }, {}).lands, [
    'LU',
    'FR',
  ])
  assert.deepEqual(readPage(pageOne, { lands: ['LU', 'FR'] }, {}).lands, ['LU', 'FR'])
})

test('what the database cannot hold becomes visible and is refused', () => {
  const answers = readPage(pageOne, { title: 'a\0b', story: 'c\uD800' }, {})
  assert.deepEqual(answers, { title: 'a\uFFFDb', story: 'c\uFFFD' })
  assert.deepEqual(wrong(checkPage(pageOne, answers)), ['title', 'story'])
})

test('values are normalised, empty ones left out', () => {
  const { values, errors } = checkForm(sampleForm, {
    title: '  Zoë ',
    story: ' a\r\nb ',
    born: '12.5.1988',
    mail: ' a@EXAMPLE.lu',
    phone: '691 123 456',
    site: 'example.lu',
    count: '07',
    pick: '',
    many: [],
    land: 'LU',
    code: 'L-1234',
    lands: ['', 'LU', 'LU'],
    iban: 'LU28 0019 4006 4475 0000',
    vat: '12345613',
    people: [
      { name: '', day: '', land: '' },
      { name: ' B ', day: '1.2.2003', land: '' },
    ],
    stray: 'x',
  })
  assert.deepEqual(errors, [])
  assert.deepEqual(values, {
    title: 'Zoë',
    story: 'a\nb',
    born: '1988-05-12',
    mail: 'a@example.lu',
    phone: '+352691123456',
    site: 'https://example.lu',
    count: '7',
    more: false,
    land: 'LU',
    code: '1234',
    lands: ['LU'],
    iban: 'LU280019400644750000',
    vat: 'LU12345613',
    people: [{ name: 'B', day: '2003-02-01' }],
  })
})

test('checking one page leaves the answers of the others as they are', () => {
  const { values } = checkPage(pageOne, { title: ' a ', iban: ' typed ' })
  assert.deepEqual(values, { title: 'a', more: false, iban: ' typed ' })
})

test('a missing mandatory answer is named in words that fit the field', () => {
  const page = one(
    field('a', 'text', { required: true }),
    field('b', 'select', { required: true, choices: [{ value: 'x', label: text('X') }] }),
    field('c', 'checkbox', { required: true }),
    field('d', 'list', { required: true, fields: [field('e', 'text')] }),
    field('f', 'text', { required: true }),
  )
  assert.deepEqual(said(page, { f: ' \u00A0 ' }), [
    'Please fill in “Label of a”.',
    'Please choose an answer for “Label of b”.',
    'Please tick: “Label of c”.',
    'Please add at least one entry to “Label of d”.',
    'Please fill in “Label of f”.',
  ])
})

test('fields of one label are told apart by their groups', () => {
  const group = (id: string) => ({
    id,
    title: text(`Group ${id}`),
    fields: [{ ...field(id, 'date', { required: true }), label: text('Day') }],
  })
  const page = { id: 'p', title: text('P'), groups: [group('a'), group('b')] }
  const named = (answers: Answers) =>
    checkPage(page, answers).errors.map(({ label }) => label?.(messages('en'), 'en'))
  assert.deepEqual(named({}), ['Group a', 'Group b'])
  assert.deepEqual(named({ a: '?', b: '?' }), ['Group a, Day', 'Group b, Day'])
})

test('a condition decides what is mandatory', () => {
  assert.deepEqual(wrong(checkForm(sampleForm, { title: 'a', pick: 'red' })), ['register'])
  assert.deepEqual(wrong(checkForm(sampleForm, { title: 'a', pick: 'blue' })), [])
})

test('a postcode is mandatory where the country has them', () => {
  const missing = (land: string) => wrong(checkPage(pageOne, { title: 'a', land }))
  assert.deepEqual(missing('LU'), ['code'])
  assert.deepEqual(missing('HK'), [])
  assert.deepEqual(missing(''), [])
})

test('a postcode is checked by the rules of its country', () => {
  const check = (land: string, code: string) => checkPage(pageOne, { title: 'a', land, code })
  assert.deepEqual(wrong(check('LU', '57000')), ['code'])
  assert.equal(check('FR', 'F-57000').values.code, '57000')
})

test('hidden fields are neither mandatory nor kept', () => {
  const answers = { title: 'a', reason: 'typed before', detail: 'x'.repeat(600) }
  const { values, errors } = checkForm(sampleForm, { ...answers, more: false })
  assert.deepEqual(errors, [])
  assert.equal('reason' in values || 'detail' in values, false)
  assert.deepEqual(wrong(checkForm(sampleForm, { ...answers, more: true })), ['detail'])
})

test('what is not asked decides about nothing', () => {
  const page = one(
    field('a', 'checkbox'),
    field('b', 'checkbox', { when: 'a = true' }),
    field('c', 'text', { when: 'b = true', required: true }),
  )
  assert.deepEqual(wrong(checkPage(page, { a: false, b: true })), [])
  assert.deepEqual(wrong(checkPage(page, { a: true, b: true })), ['c'])
})

test('a condition that cannot be told hides nothing', () => {
  const page = one(field('a', 'text', { when: 'b +', required: true }))
  assert.deepEqual(wrong(checkPage(page, {})), ['a'])
})

test('choices come from the list only', () => {
  const forged = {
    title: 'a',
    pick: 'black',
    one: 'x',
    many: ['red', 'x'],
    land: 'ZZ',
    code: '12345',
    lands: ['LU', 'lu'],
    speech: 'es',
  }
  assert.deepEqual(wrong(checkPage(pageOne, forged)), ['pick', 'one', 'many', 'land', 'lands', 'speech'])
})

test('texts of every script and emoji are taken as they are', () => {
  for (const name of [
    'Ægir Øst',
    'Ναταλία',
    'محمد عبد الله',
    '李雷',
    'D’Angelo-Žižek',
    '👩‍👩‍👧‍👦',
    'e\u0301',
  ])
    assert.equal(checkPage(pageOne, { title: name }).values.title, name)
})

test('lengths are counted in characters, and the answer says how many fit', () => {
  const page = one(field('a', 'text', { maxLength: 3 }))
  assert.deepEqual(said(page, { a: '👍👍👍' }), [])
  assert.deepEqual(said(page, { a: '👍👍👍👍' }), ['At most 3 characters fit here; you entered 4.'])
})

test('10,000 characters fit a long text, 500 a short one', () => {
  const given = (title: number, story: number) =>
    wrong(checkPage(pageOne, { title: 'ä'.repeat(title), story: 'ä'.repeat(story) }))
  assert.deepEqual(given(500, 10_000), [])
  assert.deepEqual(given(501, 10_001), ['title', 'story'])
})

test('line breaks belong into long texts only, other control characters nowhere', () => {
  assert.deepEqual(wrong(checkPage(pageOne, { title: 'a\nb', story: 'a\n\tb' })), ['title'])
  assert.deepEqual(wrong(checkPage(pageOne, { title: 'a', story: 'a\u0007b' })), ['story'])
})

test('errors of a row name the cell as it was typed', () => {
  const people = [
    { name: '', day: '', land: '' },
    { name: '', day: '31.2.2001', land: 'ZZ' },
  ]
  assert.deepEqual(wrong(checkPage(pageTwo, { people })), ['people.1.name', 'people.1.day', 'people.1.land'])
  const [first, second] = checkPage(pageTwo, { people }).errors
  assert.equal(first?.message(messages('en'), 'en'), 'Please fill in “Person 2, Label of name”.')
  assert.equal(second?.label?.(messages('en'), 'en'), 'Person 2, Label of day')
})

test('a list takes no more rows than it may', () => {
  const people = ['A', 'B', 'C', 'D'].map((name) => ({ name }))
  assert.deepEqual(wrong(checkPage(pageTwo, { people })), ['people'])
  assert.deepEqual(wrong(checkPage(pageTwo, { people: people.slice(1) })), [])
})

test('locked values are kept and not checked', () => {
  const locked: Sources = { vat: { from: 'certificate', at: '2026-11-23T10:00:00Z', verified: true } }
  const { values, errors } = checkPage(pageTwo, { vat: 'odd' }, locked)
  assert.deepEqual([values.vat, errors], ['odd', []])
})

test('rows are added and removed by buttons, and nothing typed is lost', () => {
  const body = { 'people.0.name': 'A', 'people.1.name': 'B', vat: 'typed' }
  const added = editList(pageTwo, { ...body, list: 'add:people' })
  assert.deepEqual(added?.answers.people, [
    { name: 'A', day: '', land: '' },
    { name: 'B', day: '', land: '' },
    { name: '', day: '', land: '' },
  ])
  assert.equal(added?.focus, 'f-people.2.name')
  assert.equal(added?.answers.vat, 'typed')
  const removed = editList(pageTwo, { ...body, list: 'remove:people:0' })
  assert.deepEqual(removed?.answers.people, [{ name: 'B', day: '', land: '' }])
  assert.equal(editList(pageTwo, body), null)
})

test('no row is added beyond the most a list may have', () => {
  const rows = { 'people.0.name': 'A', 'people.1.name': 'B', 'people.2.name': 'C', list: 'add:people' }
  const people = editList(pageTwo, rows)?.answers.people
  assert.equal(Array.isArray(people) && people.length, 3)
})

test('another country is asked for by a button', () => {
  assert.deepEqual(editList(pageOne, { lands: 'LU', list: 'add:lands' })?.answers.lands, ['LU', ''])
  assert.deepEqual(editList(pageOne, { list: 'add:lands' })?.answers.lands, ['', ''])
})

test('empty and equal as people see it', () => {
  for (const value of ['', '  ', [], [''], [{ a: '', b: ' ' }], false, undefined])
    assert.equal(isEmpty(value), true)
  for (const value of ['a', true, ['a'], [{ a: 'x' }]]) assert.equal(isEmpty(value), false)
  assert.equal(sameValue('é', 'e\u0301'), true)
  assert.equal(sameValue(['a', 'b'], ['b', 'a']), true)
  assert.equal(sameValue([{ a: '1', b: '' }], [{ a: '1' }]), true)
  assert.equal(sameValue('', undefined), true)
  assert.equal(sameValue('a', 'b'), false)
  assert.equal(sameValue(true, false), false)
})

const names = [...pageOne.groups, ...pageTwo.groups].flatMap((group) => group.fields.map((one) => one.name))
const key = fc.oneof(
  fc.constantFrom(
    ...names,
    'list',
    '__proto__',
    'constructor',
    'people.0.name',
    'people.1.__proto__',
    'lands.1',
  ),
  fc.string(),
)
const posted = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'yes',
    'red',
    'LU',
    'add:people',
    'remove:people:9',
    'add:__proto__',
    '12.5.1988',
    '+352691123456',
  ),
)
const body = fc.oneof(fc.dictionary(key, fc.oneof(posted, fc.array(posted), fc.anything())), fc.anything())

test('no body makes the engine throw, and what it reads can be stored', () => {
  fc.assert(
    fc.property(body, body, (first, second) => {
      const before = readPage(pageOne, first, {})
      const answers = readPage(pageTwo, second, before)
      checkForm(sampleForm, answers)
      editList(pageTwo, second, answers)
      const stored = JSON.stringify(answers)
      assert.equal(stored.includes('\\u0000') || /\\ud[89a-f]/i.test(stored), false)
    }),
  )
})

test('normalised values are normalised already', () => {
  fc.assert(
    fc.property(body, (posted) => {
      const { values } = checkForm(sampleForm, readPage(pageTwo, posted, readPage(pageOne, posted, {})))
      const again = checkForm(sampleForm, values)
      assert.deepEqual(again.values, values)
    }),
  )
})

test('stored answers of any shape are checked without throwing', () => {
  const stored = fc.dictionary(fc.constantFrom(...names), fc.anything({ maxDepth: 2 }))
  fc.assert(
    fc.property(stored, (answers) => {
      checkForm(sampleForm, JSON.parse(JSON.stringify(answers)) as Answers)
    }),
  )
})
