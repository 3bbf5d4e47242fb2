import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillForm, tellBelowHeading } from './form-filling.ts'
import type { Fields } from './parked-post.ts'

const more = { told: '<p id="told">still here</p>', hidden: '<input type="hidden" name="parked" value="x">' }
const pageWith = (form: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>Title</h1>${form}</main></body></html>`
const form = (controls: string, more = '') =>
  pageWith(`<form method="post" action="/here"${more}>${controls}</form>`)

function filled(page: string, fields: Fields): string {
  const result = fillForm(page, '/here', fields, more)
  return result.outcome === 'filled' ? result.body : assert.fail(result.outcome)
}

test('a form that was folded away is open, and no other', () => {
  const fold = (inside: string) => `<details class="fold"><summary>More</summary>${inside}</details>`
  const folded = fold('<form method="post" action="/here"><input name="name"></form>')
  const page = filled(pageWith(folded + fold('')), [['name', 'typed']])
  assert.match(page, /<details class="fold" open>.*value="typed".*<details class="fold">/s)
})

test('texts, choices, ticks and hidden values come back, each as it was sent', () => {
  const page = filled(
    form(`<input type="hidden" name="version" value="8"><input name="name" value="now">
      <textarea name="about">\nnow</textarea>
      <select name="country"><option value="">–</option><option value="LU" selected>L</option><option value="BE">B</option></select>
      <input type="radio" name="kind" value="a" checked><input type="radio" name="kind" value="b">
      <input type="checkbox" name="many" value="1"><input type="checkbox" name="many" value="2" checked>
      <input type="checkbox" name="many" value="3"><button name="go" value="next">Go</button>`),
    [
      ['version', '7'],
      ['name', 'typed'],
      ['about', '\nfirst\nsecond'],
      ['country', 'BE'],
      ['kind', 'b'],
      ['many', '1'],
      ['many', '3'],
      ['go', 'later'],
    ],
  )
  assert.match(page, /name="version" value="7"/)
  assert.match(page, /name="name" value="typed"/)
  assert.match(page, /<textarea name="about">\n\nfirst\nsecond<\/textarea>/)
  assert.match(page, /<option value="LU">L<\/option><option value="BE" selected>/)
  assert.match(page, /value="a"><input type="radio" name="kind" value="b" checked>/)
  assert.match(page, /value="1" checked><input type="checkbox" name="many" value="2">/)
  assert.match(page, /value="3" checked>/)
  assert.match(page, /<button name="go" value="next">/)
  assert.match(page, /<h1>Title<\/h1><p id="told">/)
  assert.match(page, /<input type="hidden" name="parked" value="x"><\/form>/)
  assert.match(page, /<form [^>]*data-restored/)
})

test('whatever was typed becomes a value, never markup', () => {
  const controls = '<input name="line" value=""><textarea name="text"></textarea>'
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const evil = `"><script>alert(1)</script></textarea><img src=x>${typed}`
      const page = filled(form(controls), [
        ['line', evil],
        ['text', evil],
      ])
      assert.equal(/<script|<img/.test(page.replace(/"[^"]*"/g, '')), false)
    }),
  )
})

test('what the browser did not send stays as the page has it, and no box is ticked that was not', () => {
  const page = filled(
    form('<input name="new" value="now"><input type="checkbox" name="c" value="yes" checked>'),
    [],
  )
  assert.match(page, /name="new" value="now"/)
  assert.match(page, /name="c" value="yes">/)
})

test('several controls of one name get their values in order, however many came', () => {
  const fields = Array.from({ length: 30_000 }, (_, index): [string, string] => ['a', String(index)])
  const begun = performance.now()
  assert.match(
    filled(form('<input name="a"><input name="a">'), fields),
    /value="0"><input name="a" value="1">/,
  )
  assert.ok(performance.now() - begun < 1000)
})

test('another form of the page, or another page, is not filled', () => {
  const two = pageWith(
    '<form method="get" action="/here"><input name="q"></form><form method="post" action="/other"><input name="name"></form>',
  )
  assert.equal(fillForm(two, '/here', [['name', 'x']], more).outcome, 'unfit')
})

test('text that has no place in the form is not hidden in it', () => {
  const fields: Fields = [['row.1.name', 'typed']]
  assert.equal(fillForm(form('<input name="row.0.name">'), '/here', fields, more).outcome, 'unfit')
  const shaped = form('<div data-shaping="x"><input name="row.0.name"></div>')
  assert.equal(fillForm(shaped, '/here', fields, more).outcome, 'shaped')
  const saved = form('<div data-shaping="x"></div>', ' data-autosave="/save"')
  assert.equal(fillForm(saved, '/here', fields, more).outcome, 'unfit')
  assert.equal(fillForm(form('<input name="a">'), '/here', [['gone', '']], more).outcome, 'filled')
})

test('a button that only those without scripts see is a button like others', () => {
  const page = form('<noscript><button name="list" value="refresh">Show</button></noscript>')
  assert.match(filled(page, [['list', 'refresh']]), /<noscript><button name="list"/)
})

test('the rest of the page stays as it is, to the letter', () => {
  const before = '<!doctype html><HTML lang=en><body><h1>T</h1>\n<p class="lead">Lead</p>'
  const after = '<textarea name=x>\n\nfirst line empty</textarea>&lt;b&gt; &amp;amp; <br/></body>'
  assert.equal(tellBelowHeading(before + after, more.told), before + more.told + after)
})
