import assert from 'node:assert/strict'
import { parse } from 'node:querystring'
import { test } from 'node:test'
import fc from 'fast-check'
import { markupFindings } from '../../test/journeys/checks.ts'
import { field, pageOne, pageTwo, sampleForm, text } from '../../test/sample-form.ts'
import { type Language, languages, messages } from '../i18n/index.ts'
import type { View } from '../ui/view.ts'
import { checkPage, readPage, sameValue } from './answers.ts'
import type { Answers, Page, Sources } from './definition.ts'
import { normalise } from './entries.ts'
import { answersSummary, displayValue, formFields, problemsOf } from './views.ts'

const viewIn = (lang: Language) => ({ lang, t: messages(lang) }) as View
const view = viewIn('en')
const drawn = async (...given: Parameters<typeof formFields>) => String(await formFields(...given))
const at = '2026-11-23T10:00:00Z'

test('what was typed is shown again, escaped, also when it is wrong', async () => {
  const typed: Answers = {
    title: '<b>"Zoë" & O’Neil</b>',
    born: '31.2.2020',
    phone: '12',
    story: '\n</textarea>',
  }
  const { errors } = checkPage(pageOne, typed)
  const html = await drawn(view, pageOne, typed, { errors })
  assert.deepEqual(submit(html, pageOne), { ...start, ...typed })
  assert.ok(!html.includes('<b>"Zoë"'))
})

const start: Answers = {
  ...Object.fromEntries(
    ['title', 'story', 'born', 'mail', 'phone', 'site', 'count', 'pick', 'land', 'code'].map((name) => [
      name,
      '',
    ]),
  ),
  many: [],
  more: false,
  lands: [''],
  speech: 'en',
}

const posted = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', ' ', '"', '<', '&', 'é', '👍'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
})
const code = fc.constantFrom('', 'LU', 'FR', 'HK')
const colour = fc.constantFrom('red', 'green', 'blue')
const typedOne = fc.record({
  title: posted.map((words) => words.replace(/[\r\n]/g, '')),
  story: posted,
  born: fc.constantFrom('', '1988-05-12', '12.5.88', 'soon'),
  phone: fc.constantFrom('', '+352691123456', '691 12', '?'),
  pick: fc.oneof(colour, fc.constant('')),
  one: colour,
  many: fc
    .uniqueArray(colour)
    .map((all) => (['red', 'green', 'blue'] as const).filter((one) => all.includes(one))),
  more: fc.boolean(),
  land: code,
  lands: fc.array(code, { minLength: 1, maxLength: 4 }),
  speech: fc.constantFrom('de', 'fr', 'en', 'lb'),
})
const row = fc.record({
  name: posted.map((words) => words.replace(/[\r\n]/g, '')),
  day: fc.constantFrom('', '1.1.2001'),
  land: code,
})
const typedTwo = fc.record({
  iban: fc.constantFrom('', 'LU280019400644750000', 'LU28 00'),
  own: fc.constantFrom('', '1893120105732', '1893'),
  more: fc.constant(true),
  reason: posted.map((words) => words.replace(/[\r\n]/g, '')),
  people: fc.array(row, { maxLength: 3 }),
})

test('every typed value survives being shown and sent again', async () => {
  for (const [page, typed] of [
    [pageOne, typedOne],
    [pageTwo, typedTwo],
  ] as const)
    await fc.assert(
      fc.asyncProperty(typed as fc.Arbitrary<Answers>, async (given) => {
        const answers = readPage(page, given, { more: true })
        const html = await drawn(view, page, answers)
        const again = submit(html, page)
        for (const { name, type } of page.groups.flatMap((group) => group.fields)) {
          const before = answers[name]
          if (before === undefined) continue
          const same =
            type === 'checkbox' ? before === again[name] : sameText(page, name, before, again[name])
          assert.ok(same, `${name}: ${JSON.stringify(before)} became ${JSON.stringify(again[name])}`)
        }
      }),
      { numRuns: 60 },
    )
})

/** Stored numbers and dates are shown as people write them: the same once normalised. */
function sameText(
  page: Page,
  name: string,
  before: Answers[string],
  again: Answers[string] | undefined,
): boolean {
  const one = page.groups.flatMap((group) => group.fields).find((field) => field.name === name)
  return one !== undefined && sameValue(normalise(one, before, {}), again && normalise(one, again, {}))
}

test('a locked value is text with its source and no control', async () => {
  const locked: Sources = { vat: { from: 'certificate', at, verified: true, label: 'LuxTrust' } }
  const html = await drawn(view, pageTwo, { vat: 'LU12345613' }, { locked, sources: locked })
  assert.ok(html.includes('LU12345613'))
  assert.ok(html.includes('from your certificate (LuxTrust), verified on 23\u00a0November 2026'))
  assert.ok(!html.includes('name="vat"'))
})

test('a group says where its values came from, with a tick only when all are verified by the same one', async () => {
  const typed = { from: 'typed', at, verified: false } as const
  const profile = { from: 'profile', at, verified: false } as const
  const certificate = { from: 'certificate', at, verified: true, label: 'LuxTrust' } as const
  const page: Page = {
    id: 'p',
    title: text('P'),
    groups: [{ id: 'g', title: text('G'), fields: [field('a', 'text'), field('b', 'text')] }],
  }
  const line = async (sources: Sources) =>
    /<p class="from">(.*?)<\/p>/s.exec(await drawn(view, page, { a: 'x', b: 'y' }, { sources }))?.[1] ?? ''
  assert.equal(await line({ a: typed, b: typed }), 'Entered by you.')
  assert.equal(await line({ a: profile, b: typed }), 'Filled from your data.')
  assert.equal(
    await line({ a: certificate, b: profile }),
    'Filled from your certificate (LuxTrust). Filled from your data.',
  )
  assert.equal(await line({ a: certificate }), 'Filled from your certificate (LuxTrust).')
  const verified = await line({ a: certificate, b: certificate })
  assert.match(verified, /<svg.*From your certificate \(LuxTrust\), verified on 23\u00a0November 2026\.$/s)
  assert.equal(await line({}), '')
})

test('the asterisk follows the answers', async () => {
  const starred = async (answers: Answers) =>
    /<label[^>]*for="f-code">[^<]*<span class="star"/.test(await drawn(view, pageOne, answers))
  assert.equal(await starred({ land: 'LU' }), true)
  assert.equal(await starred({ land: 'HK' }), false)
})

test('the Enter key never presses a button that adds or removes', async () => {
  const html = await drawn(view, pageTwo, { people: [{ name: 'A' }] })
  const first = /<button[^>]*>/.exec(html)?.[0] ?? ''
  assert.ok(!first.includes('name='))
})

test('countries come in the language of the page, the most used first', async () => {
  const names = async (lang: Language) => {
    const html = await drawn(viewIn(lang), pageOne, {})
    const select = /id="f-land".*?<\/select>/s.exec(html)?.[0] ?? ''
    return [...select.matchAll(/<option[^>]*>([^<]+)</g)].map((match) => match[1])
  }
  assert.deepEqual((await names('de')).slice(1, 4), ['Luxemburg', 'Frankreich', 'Deutschland'])
  const french = (await names('fr')).slice(7)
  assert.deepEqual(french.slice(0, 3), ['Afghanistan', 'Afrique du Sud', 'Albanie'])
  assert.equal(new Set(await names('lb')).size, 251)
})

test('two pages with the same select do not share what is chosen', async () => {
  assert.equal(submit(await drawn(view, pageOne, { land: 'FR' }), pageOne).land, 'FR')
  assert.equal(submit(await drawn(view, pageOne, { land: 'LU' }), pageOne).land, 'LU')
})

test('markup is valid in every language, with errors too', async () => {
  for (const lang of languages) {
    const answers: Answers = { title: '', born: 'x', more: true, people: [{ name: '', day: 'x' }] }
    const parts = [pageOne, pageTwo].map(async (page) => {
      const { errors } = checkPage(page, answers)
      return `<form method="post" action="/x">${await drawn(viewIn(lang), page, answers, { errors, action: '/x' })}</form>`
    })
    const main =
      (await Promise.all(parts)).join('') + String(await answersSummary(viewIn(lang), sampleForm, answers))
    const page = `<!doctype html><html lang="${lang}"><head><title>T</title></head><body><main><h1>T</h1>${main}</main></body></html>`
    assert.deepEqual(await markupFindings(page), [])
  }
})

test('the summary says everything that is asked, dashes for what is empty, and where to change it', async () => {
  const answers: Answers = {
    title: 'Zoë',
    born: '1988-05-12',
    land: 'LU',
    code: '1234',
    more: false,
    people: [{ name: 'B', day: '2003-02-01' }],
  }
  const html = String(await answersSummary(view, sampleForm, answers, { changeHref: (id) => `/pages/${id}` }))
  for (const part of [
    'Zoë',
    '12\u00a0May 1988',
    'Luxembourg',
    'L-1234',
    'B, 1\u00a0February 2003',
    'href="/pages/two"',
  ])
    assert.ok(html.includes(part), part)
  assert.ok(html.includes('<span aria-hidden="true">—</span><span class="sr-only">not answered</span>'))
  assert.ok(!html.includes('Label of reason'))
})

test('the summary leaves out boxes that would only have opened other questions', async () => {
  const page: Page = {
    id: 'p',
    title: text('P'),
    groups: [
      {
        id: 'g',
        fields: [
          field('door', 'checkbox'),
          field('room', 'text', { when: 'door = true' }),
          field('said', 'checkbox'),
        ],
      },
    ],
  }
  const shown = async (door: boolean) =>
    String(await answersSummary(view, { pages: [page] }, { door, said: false })).match(/Label of \w+/g)
  assert.deepEqual(await shown(false), ['Label of said'])
  assert.deepEqual(await shown(true), ['Label of door', 'Label of room', 'Label of said'])
})

test('the summary ticks verified values only', async () => {
  const sources: Sources = {
    title: { from: 'register', at, verified: true, label: 'person register' },
    story: { from: 'typed', at, verified: false },
  }
  const html = String(await answersSummary(view, sampleForm, { title: 'Zoë', story: 'x' }, { sources }))
  assert.equal(html.match(/class="from"/g)?.length, 1)
  assert.ok(html.includes('from the person register, verified on 23\u00a0November 2026'))
})

test('values are said in words', () => {
  const shown = (name: string, value: Answers[string], answers: Answers = {}) => {
    const one = [...pageOne.groups, ...pageTwo.groups]
      .flatMap(({ fields }) => fields)
      .find((each) => each.name === name)
    return one ? displayValue(viewIn('de'), one, value, answers) : null
  }
  assert.equal(shown('born', '1988-05-12'), '12.\u00a0Mai 1988')
  assert.equal(shown('phone', '+352691123456'), '+352 691 123 456')
  assert.equal(shown('iban', 'LU280019400644750000'), 'LU28 0019 4006 4475 0000')
  assert.equal(shown('own', '1893120105732'), '1893 12 01 057 32')
  assert.equal(shown('nace', '43.32'), '43.32 (Baugewerbe)')
  assert.equal(shown('lands', ['LU', 'FR']), 'Luxemburg und Frankreich')
  assert.equal(shown('many', ['red']), 'Colour red')
  assert.equal(shown('more', false), 'Nein')
  assert.equal(shown('more', true), 'Ja')
  assert.equal(shown('speech', 'lb'), 'Luxemburgisch')
  assert.equal(shown('code', '1234', { land: 'LU' }), 'L-1234')
  assert.equal(shown('code', '57000', { land: 'FR' }), '57000')
  assert.equal(shown('born', '12.5.88'), '12.5.88')
  assert.equal(shown('born', '12.5.1988'), '12.\u00a0Mai 1988')
  assert.equal(shown('title', ''), '')
})

test('the problems above a form name their field', () => {
  const { errors } = checkPage(pageOne, { title: '', born: 'x' })
  assert.deepEqual(problemsOf(viewIn('fr'), errors), [
    { name: 'title', message: 'Veuillez remplir le champ «\u00A0Label of title\u00A0».' },
    {
      name: 'born',
      message: 'Label of born\u00A0: Veuillez indiquer le jour, le mois et l’année, par exemple 27/03/1985.',
    },
  ])
})

/** What a browser would send from this markup, read by the engine as a fresh form. */
function submit(html: string, page: Page): Answers {
  const sent = new URLSearchParams()
  const controls =
    /<input([^>]*)>|<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, body = '', select, options = ''] of html.matchAll(controls)) {
    const attributes = input ?? area ?? select ?? ''
    const name = attribute(attributes, 'name') ?? ''
    const boxed = /type="(checkbox|radio)"/.test(attributes)
    if (input !== undefined && (!boxed || / checked/.test(attributes)))
      sent.append(name, attribute(attributes, 'value') ?? '')
    if (area !== undefined) sent.append(name, decode(body))
    if (select !== undefined) {
      const chosen = [...options.matchAll(/<option([^>]*)>/g)].find((one) => / selected/.test(one[1] ?? ''))
      sent.append(name, attribute(chosen?.[1] ?? '', 'value') ?? '')
    }
  }
  return readPage(page, parse(sent.toString()), {})
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  return found === undefined ? undefined : decode(found)
}

const decode = (text: string) =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  )
