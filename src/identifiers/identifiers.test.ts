import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { legalPersonDigit } from './check-digits.ts'
import { checkLegalNumber, checkPermitNumber, checkRegisterNumber, checkVat } from './company-numbers.ts'
import { checkEmail, checkIban, checkPhone, checkUrl, showIban, showPhone, showUrl } from './contact.ts'
import { checkDate } from './dates.ts'
import { checkInteger } from './integer.ts'
import { checkNace, naceSection } from './nace.ts'
import { checkNationalNumber, showNationalNumber, withCheckDigits } from './national-number.ts'
import { checkPostcode, hasPostcodes } from './postcode.ts'
import type { Checked } from './result.ts'

const now = '2026-11-23'
const checks: Record<string, (text: string) => Checked> = {
  national: (text) => checkNationalNumber(text, now),
  legal: (text) => checkLegalNumber(text, now),
  vat: checkVat,
  register: checkRegisterNumber,
  permit: checkPermitNumber,
  nace: checkNace,
  phone: checkPhone,
  email: checkEmail,
  url: checkUrl,
  iban: checkIban,
  date: (text) => checkDate(text),
  integer: (text) => checkInteger(text),
  postcode: (text) => checkPostcode(text, 'LU'),
  dutch: (text) => checkPostcode(text, 'NL'),
  british: (text) => checkPostcode(text, 'GB'),
  elsewhere: (text) => checkPostcode(text, 'US'),
}

/** Kind, as typed, the value it means or `! why` it is refused. */
const table: [keyof typeof checks, string, string][] = [
  ['national', '1893120105732', '1893120105732'],
  ['national', ' 1893 12 01 057 32 ', '1893120105732'],
  ['national', '1893.1201-057.32', '1893120105732'],
  ['national', '１８９３１２０１０５７３２', '1893120105732'],
  ['national', '\u200E1893120105732\u2069', '1893120105732'],
  ['national', '189312010573', '! digits'],
  ['national', '18931201057321', '! digits'],
  ['national', '1893120105731', '! checkDigit'],
  ['national', '1893120105723', '! checkDigit'],
  ['national', '1893130105732', '! numberDate'],
  ['national', '2099010100100', '! numberDate'],
  ['national', '189312010573O', '! notDigits'],
  ['legal', '2010 2412 348', '! checkDigit'],
  ['legal', '1999 2400 001', '! checkDigit'],
  ['legal', '1234', '! digits'],
  ['legal', '17002412345', '! numberYear'],
  ['vat', 'LU12345613', 'LU12345613'],
  ['vat', 'lu 123 456 13', 'LU12345613'],
  ['vat', '12345613', 'LU12345613'],
  ['vat', 'TVA LU 15027442', 'LU15027442'],
  ['vat', 'LU12345614', '! checkDigit'],
  ['vat', 'LU1234561', '! vat'],
  ['vat', 'DE 123 456 789', 'DE123456789'],
  ['vat', 'BE 0123.456.789', 'BE0123456789'],
  ['vat', 'FR XX 999999999', 'FRXX999999999'],
  ['vat', 'GR123456789', 'EL123456789'],
  ['vat', 'US123456789', '! vatCountry'],
  ['vat', '123', '! vat'],
  ['register', 'b 123.456', 'B123456'],
  ['register', 'R.C.S. Luxembourg B 123456', 'B123456'],
  ['register', 'RCS L 123', 'L123'],
  ['register', 'F0012345', 'F12345'],
  ['register', '123456', '! register'],
  ['register', 'B', '! register'],
  ['register', 'B0', '! register'],
  ['permit', '10012345', '10012345'],
  ['permit', '10 012 345 / 0', '10012345/0'],
  ['permit', '1234567', '! permit'],
  ['nace', '43.32', '43.32'],
  ['nace', 'F43,32', '43.32'],
  ['nace', '4332', '43.32'],
  ['nace', '43', '43'],
  ['nace', '62.010', '62.010'],
  ['nace', '45.2', '45.2'],
  ['nace', '00.1', '! naceDivision'],
  ['nace', '44', '! naceDivision'],
  ['nace', 'carpenter', '! nace'],
  ['phone', '691 123 456', '+352691123456'],
  ['phone', '(+352) 26-12-34-56', '+35226123456'],
  ['phone', '00352 26 12 34 56', '+35226123456'],
  ['phone', '+49 (0)651 12345', '+4965112345'],
  ['phone', '\u202A+352 691 123 456\u202C', '+352691123456'],
  ['phone', '12', '! phoneShort'],
  ['phone', '6911234567890123456', '! phoneLong'],
  ['phone', 'call me', '! phone'],
  ['email', ' Zoe.Muller@Example.LU ', 'Zoe.Muller@example.lu'],
  ['email', 'françois@müller.lu', 'françois@müller.lu'],
  ['email', "o'neill+tax@example.lu", "o'neill+tax@example.lu"],
  ['email', 'nobody', '! emailAt'],
  ['email', '@example.lu', '! emailAt'],
  ['email', 'a..b@example.lu', '! email'],
  ['email', 'two words@example.lu', '! email'],
  ['email', 'a@example', '! emailDomain'],
  ['email', 'a@-example.lu', '! emailDomain'],
  ['url', 'www.example.lu', 'https://www.example.lu'],
  ['url', 'HTTP://Example.lu/Über uns', '! url'],
  ['url', 'https://example.lu/a?b=c#d', 'https://example.lu/a?b=c#d'],
  ['url', 'localhost', '! url'],
  ['url', '127.0.0.1', '! url'],
  ['url', 'javascript:alert(1)', '! url'],
  ['url', 'https://bank.lu@evil.example', '! url'],
  ['iban', 'LU28 0019 4006 4475 0000', 'LU280019400644750000'],
  ['iban', 'iban: lu28-0019-4006-4475-0000', 'LU280019400644750000'],
  ['iban', 'LU28 0019 4006 4475 0001', '! checkDigit'],
  ['iban', 'LU28 0019 4006 4475', '! ibanLength'],
  ['iban', 'ZZ28 0019 4006 4475 0000', '! ibanCountry'],
  ['iban', '0019 4006', '! iban'],
  ['date', '1988-05-12', '1988-05-12'],
  ['date', '12.5.1988', '1988-05-12'],
  ['date', '12. 5. 1988', '1988-05-12'],
  ['date', '12/05/1988', '1988-05-12'],
  ['date', '12 05 1988', '1988-05-12'],
  ['date', '12051988', '1988-05-12'],
  ['date', '19880512', '1988-05-12'],
  ['date', '29.2.2024', '2024-02-29'],
  ['date', '29.2.2023', '! dateNone'],
  ['date', '31.04.1990', '! dateNone'],
  ['date', '12.5.88', '! dateYear'],
  ['date', '12.5.1788', '! dateRange'],
  ['date', 'May 1988', '! date'],
  ['integer', ' 1 200 ', '1200'],
  ['integer', '1.200.000', '1200000'],
  ['integer', '1’200', '1200'],
  ['integer', '007', '7'],
  ['integer', '-3', '-3'],
  ['integer', '1.20', '! integer'],
  ['integer', '1,5', '! integer'],
  ['integer', 'three', '! integer'],
  ['postcode', 'L-1234', '1234'],
  ['postcode', 'lu 1234', '1234'],
  ['postcode', 'L‑1234', '1234'],
  ['postcode', '123', '! postcode'],
  ['postcode', 'F-57000', '! postcode'],
  ['dutch', '1012ab', '1012 AB'],
  ['british', 'sw1a1aa', 'SW1A 1AA'],
  ['elsewhere', '90210-1234', '90210-1234'],
  ['elsewhere', '<script>', '! postcode'],
]

for (const [kind, typed, expected] of table)
  test(`${kind}: ${JSON.stringify(typed)} gives ${expected}`, () => {
    const checked = checks[kind]?.(typed)
    assert.equal(checked?.ok ? checked.value : `! ${checked?.reason.why}`, expected)
  })

test('a number that is too short says how many digits there are and should be', () => {
  const checked = checkNationalNumber('189312010573', now)
  assert.deepEqual(checked, { ok: false, reason: { why: 'digits', expected: 13, given: 12 } })
})

test('legal persons’ numbers with the right last digit are taken, in groups too', () => {
  const digit = legalPersonDigit('2010241234')
  const number = `2010241234${digit}`
  assert.deepEqual(checkLegalNumber(`2010 2412 34${digit}`, now), { ok: true, value: number })
})

test('dates may be bounded by today', () => {
  assert.equal(checkDate('24.11.2026', 'past', now).ok, false)
  assert.equal(checkDate('23.11.2026', 'past', now).ok, true)
  assert.equal(checkDate('22.11.2026', 'future', now).ok, false)
  assert.equal(checkDate('23.11.2026', 'future', now).ok, true)
})

test('integers may be bounded', () => {
  assert.deepEqual(checkInteger('6', 1, 5), { ok: false, reason: { why: 'integerMax', max: 5 } })
  assert.deepEqual(checkInteger('0', 1, 5), { ok: false, reason: { why: 'integerMin', min: 1 } })
})

test('numbers are shown in the groups people read', () => {
  assert.equal(showNationalNumber('1893120105732'), '1893 12 01 057 32')
  assert.equal(showIban('LU280019400644750000'), 'LU28 0019 4006 4475 0000')
  assert.equal(showPhone('+352691123456'), '+352 691 123 456')
  assert.equal(showUrl('https://xn--mller-kva.lu'), 'müller.lu')
})

test('every NACE division has its section, by revision 2.1', () => {
  assert.equal(naceSection('43.32')?.letter, 'F')
  assert.equal(naceSection('62')?.letter, 'K')
  assert.equal(naceSection('45.1'), null)
})

test('Luxembourg has postcodes, Hong Kong has none', () => {
  assert.equal(hasPostcodes('LU'), true)
  assert.equal(hasPostcodes('HK'), false)
})

const national = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.nat(999),
  })
  .map(({ year, month, day, serial }) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return withCheckDigits(`${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`)
  })

test('every single wrong digit and every swap of neighbours in a national number is noticed', () => {
  fc.assert(
    fc.property(national, fc.nat(12), fc.integer({ min: 1, max: 9 }), (number, at, off) => {
      assert.equal(checkNationalNumber(number, now).ok, true)
      const digit = String((Number(number[at]) + off) % 10)
      assert.equal(checkNationalNumber(number.slice(0, at) + digit + number.slice(at + 1), now).ok, false)
    }),
  )
  fc.assert(
    fc.property(national, fc.nat(11), (number, at) => {
      fc.pre(number[at] !== number[at + 1])
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      assert.equal(checkNationalNumber(swapped, now).ok, false)
    }),
  )
})

/** Any text, and texts made of what identifiers are made of. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 .-/+@:LUBFIANwelx'), maxLength: 30 }),
  fc.constantFrom(...table.map(([, typed]) => typed)),
)

test('no text makes a check throw, and what it gives it takes again unchanged', () => {
  for (const [kind, check] of Object.entries(checks))
    fc.assert(
      fc.property(anyText, (text) => {
        const checked = check(text)
        if (checked.ok) assert.deepEqual(check(checked.value), checked, kind)
      }),
    )
})

test('half of a surrogate pair makes no check throw', () => {
  for (const check of Object.values(checks)) assert.equal(check('\uD83D').ok, false)
})
