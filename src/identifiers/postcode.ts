import { type Checked, no, ok } from './result.ts'

/** Countries whose addresses have no postcode (Universal Postal Union, addressing guides). */
const without = new Set(
  `AE AG AN AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GM GQ GY HK JM KI KM KP ML MO MR
  MW NR NU QA RW SB SC SL SR SS ST SY TD TF TG TK TL TO TT TV UG VU YE ZW`.split(/\s+/),
)

export const hasPostcodes = (country: string): boolean => !without.has(country)

type Rule = { pattern: RegExp; example: string; write?: string }

const four: Rule = { pattern: /^(\d{4})$/, example: '1000' }
const five: Rule = { pattern: /^(\d{5})$/, example: '10000' }

/** The neighbours and the Union; elsewhere any short code is believed. `write` puts the groups together. */
const rules = new Map<string, Rule>(
  Object.entries({
    LU: { pattern: /^([1-9]\d{3})$/, example: '1234' },
    BE: { ...four, example: '1000' },
    DE: { ...five, example: '54290' },
    FR: { ...five, example: '57000' },
    NL: { pattern: /^(\d{4})([A-Z]{2})$/, example: '1012 AB', write: '$1 $2' },
    AT: four,
    BG: four,
    CH: four,
    CY: four,
    CZ: { pattern: /^(\d{3})(\d{2})$/, example: '110 00', write: '$1 $2' },
    DK: four,
    EE: five,
    ES: five,
    FI: five,
    GR: { pattern: /^(\d{3})(\d{2})$/, example: '104 31', write: '$1 $2' },
    HR: five,
    HU: four,
    IT: five,
    LI: four,
    LT: five,
    LV: four,
    NO: four,
    PL: { pattern: /^(\d{2})(\d{3})$/, example: '00-950', write: '$1-$2' },
    PT: { pattern: /^(\d{4})(\d{3})$/, example: '1000-205', write: '$1-$2' },
    RO: { pattern: /^(\d{6})$/, example: '010011' },
    SE: { pattern: /^(\d{3})(\d{2})$/, example: '111 20', write: '$1 $2' },
    SI: four,
    SK: { pattern: /^(\d{3})(\d{2})$/, example: '811 01', write: '$1 $2' },
    GB: { pattern: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, example: 'SW1A 1AA', write: '$1 $2' },
  }),
)

/** What people write before the digits: `L-1234`, `LU-1234`, `F-57000`, `D-54290`. */
const prefixes: Record<string, string> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  HU: 'H',
  IT: 'I',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
}

/** Postcode in a country (ISO 3166-1 alpha-2). */
export function checkPostcode(text: string, country: string): Checked {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .trim()
    .toUpperCase()
  const rule = rules.get(country)
  if (!rule)
    return /^[A-Z\d][A-Z\d -]{1,11}$/.test(typed) ? ok(typed) : no({ why: 'postcode', example: '12345' })
  const prefix = new RegExp(`^(?:${country}|${prefixes[country] ?? country})[\\s-]*(?=\\d)`)
  const code = typed.replace(prefix, '').replace(/[\s.-]/g, '')
  if (!rule.pattern.test(code)) return no({ why: 'postcode', example: rule.example })
  return ok(code.replace(rule.pattern, rule.write ?? '$1'))
}

export const showPostcode = (code: string, country: string): string => (country === 'LU' ? `L-${code}` : code)
