import type { Language } from '../i18n/index.ts'

/** ISO 3166-1 alpha-2, and XK, which the European Union uses for Kosovo. */
const codes =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
  BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
  FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
  IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
  ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
  PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
  TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(
    /\s+/,
  )
const known = new Set(codes)

/** Where most people and companies here come from. */
const first = ['LU', 'FR', 'DE', 'BE', 'PT', 'IT']

export const isCountry = (code: string): boolean => known.has(code)

export function countryName(code: string, language: Language): string {
  return listOf(language).names.get(code) ?? code
}

/** All countries by name in this language, the most used ones first. */
export function countries(language: Language): { value: string; label: string }[] {
  return listOf(language).sorted
}

type List = { names: Map<string, string>; sorted: { value: string; label: string }[] }
const lists = new Map<Language, List>()

function listOf(language: Language): List {
  const before = lists.get(language)
  if (before) return before
  const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  const names = new Map(codes.map((code) => [code, words.of(code) ?? code]))
  const labelled = codes.map((value) => ({ value, label: names.get(value) ?? value }))
  const { compare } = new Intl.Collator(language)
  const rest = labelled
    .filter(({ value }) => !first.includes(value))
    .sort((a, b) => compare(a.label, b.label))
  const sorted = [...first.map((value) => ({ value, label: names.get(value) ?? value })), ...rest]
  const list = { names, sorted }
  lists.set(language, list)
  return list
}
