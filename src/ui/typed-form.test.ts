import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markTypedForm } from './typed-form.ts'

const form = (action: string, inside: string, method = 'post') =>
  `<form class="panel" method="${method}" action="${action}">${inside}</form>`
const marked = (...forms: string[]) => markTypedForm(forms.join(''), false).form?.action ?? null

test('the form that goes along is the first in which one types', () => {
  const button = form('/button', '<input type="hidden" name="key" value="1"><button>Go</button>')
  const search = form('/search', '<input class="ds-input" type="search" name="q">', 'get')
  const files = form('/files', '<input class="ds-input" type="file" name="file">')
  const typed = form('/typed', '<input class="ds-input" type="text" name="a">')
  const chosen = form('/chosen', '<input type="radio" name="b" value="1">')
  assert.equal(marked(button, search, files, typed, chosen), '/typed')
  assert.equal(marked(button, chosen), '/chosen')
  assert.equal(marked(button, search, files), null)
  assert.match(
    markTypedForm(button + typed, false).main,
    /<form id="typed" class="panel" method="post" action="\/typed">/,
  )
})

test('of several forms the one that was refused goes along', () => {
  const refused = form('/refused', '<textarea name="a" aria-invalid="true"></textarea>')
  assert.equal(marked(form('/other', '<select name="b"></select>'), refused), '/refused')
})

test('what answers a form that was sent counts as unsaved', () => {
  const typed = form('/typed', '<input class="ds-input" type="text" name="a">')
  assert.match(markTypedForm(typed, true).main, /^<form id="typed" data-unsaved class/)
  assert.doesNotMatch(markTypedForm(typed, false).main, /data-unsaved/)
})

test('what Enter presses is the first button that sends it, with its name, value and address', () => {
  const buttons =
    '<button type="button">No</button><button name="go" value="a&amp;b" formaction="/there">Go</button>'
  const { form: found } = markTypedForm(
    form('/here', `<input name="a">${buttons}<button name="second"></button>`),
    false,
  )
  assert.equal(found?.firstButton, ' name="go" value="a&amp;b" formaction="/there"')
})
