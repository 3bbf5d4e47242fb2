import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { legalPersonDigit, luhnDigit, verhoeffDigit } from './check-digits.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

const replaceAt = (text: string, at: number, digit: string) => text.slice(0, at) + digit + text.slice(at + 1)
const swapAt = (text: string, at: number) =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)

test('Luhn and Verhoeff digits are those of published examples', () => {
  assert.equal(luhnDigit('7992739871'), 3)
  assert.equal(verhoeffDigit('236'), 3)
  assert.equal(verhoeffDigit('12345'), 1)
  assert.equal(`${luhnDigit('18931201057')}${verhoeffDigit('18931201057')}`, '32')
})

test('Verhoeff finds every single wrong digit', () => {
  fc.assert(
    fc.property(digits(11), fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
      const wrong = replaceAt(number, at, String((Number(number[at]) + off) % 10))
      assert.notEqual(verhoeffDigit(wrong), verhoeffDigit(number))
    }),
  )
})

test('Verhoeff finds every swap of neighbours', () => {
  fc.assert(
    fc.property(digits(11), fc.nat(9), (number, at) => {
      fc.pre(number[at] !== number[at + 1])
      assert.notEqual(verhoeffDigit(swapAt(number, at)), verhoeffDigit(number))
    }),
  )
})

test('Luhn finds every single wrong digit, and all swaps but that of 0 and 9', () => {
  fc.assert(
    fc.property(digits(11), fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
      const wrong = replaceAt(number, at, String((Number(number[at]) + off) % 10))
      assert.notEqual(luhnDigit(wrong), luhnDigit(number))
    }),
  )
  fc.assert(
    fc.property(digits(11), fc.nat(9), (number, at) => {
      const pair = [number[at], number[at + 1]].sort().join('')
      fc.pre(number[at] !== number[at + 1] && pair !== '09')
      assert.notEqual(luhnDigit(swapAt(number, at)), luhnDigit(number))
    }),
  )
})

test('the digit of a legal person’s number finds every single wrong digit, and gives none where the remainder is 1', () => {
  fc.assert(
    fc.property(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
      const wrong = replaceAt(number, at, String((Number(number[at]) + off) % 10))
      assert.notEqual(legalPersonDigit(wrong), legalPersonDigit(number))
    }),
  )
  assert.equal(legalPersonDigit('0000000006'), null)
  assert.equal(legalPersonDigit('0000000000'), 0)
})
