import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type PageForm, problemsLinked } from '../page-forms.ts'
import type { TestAnswer } from '../support.ts'

/** Strings that break software, collected by others (Max Woolf, MIT), and some that break ours if any do. */
const list = createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json')
export const collected: string[] = JSON.parse(readFileSync(list, 'utf8')).filter((one: string) => one.trim())
export const worst = [
  '\0',
  'a\0b',
  'a\u0007b',
  '\u202Egnp.exe',
  'line\r\nline',
  "'; drop table persons; --",
  '"><script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>#{7*7}',
  '=HYPERLINK("http://evil.example";"x")',
  '\uFFFD',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
  'e\u0301\u0327\u0338'.repeat(20),
  '__proto__',
  '-0',
  '9'.repeat(400),
  'x'.repeat(20_000),
]

/** The answer, and the form as it stands after it. */
export type Sent = { now: PageForm; told: string; answer: TestAnswer }

/**
 * A refused form shows each text as it was typed; of the database's own limits, U+FFFD tells. Whether it was this
 * field that was refused: then it is marked.
 */
export function keeps({ now, answer, told }: Sent, name: string, value: string): boolean {
  const control = now.controls.find((one) => one.name === name)
  const linked = problemsLinked(answer.body)
  assert.ok(linked.length > 0, `${told}: the summary names no field`)
  if (control?.sent) assert.equal(lines(control.value), lines(storable(value)), told)
  if (!control || !linked.includes(name)) return false
  assert.ok(control.invalid, `${told}: ${name} is not marked`)
  return true
}

export const lines = (text: string) => text.replace(/\r\n?/g, '\n')
const storable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()
