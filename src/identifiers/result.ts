/** What is wrong with something typed; the catalogue section `forms.errors` has the words. */
export type Reason =
  | { why: 'digits'; expected: number; given: number }
  | { why: 'notDigits' }
  | { why: 'checkDigit' }
  | { why: 'numberDate' }
  | { why: 'numberYear' }
  | { why: 'vat' }
  | { why: 'vatCountry' }
  | { why: 'register' }
  | { why: 'permit' }
  | { why: 'nace' }
  | { why: 'naceDivision' }
  | { why: 'iban' }
  | { why: 'ibanCountry' }
  | { why: 'ibanLength'; expected: number; given: number }
  | { why: 'phone' }
  | { why: 'phoneShort' }
  | { why: 'phoneLong' }
  | { why: 'email' }
  | { why: 'emailAt' }
  | { why: 'emailDomain' }
  | { why: 'url' }
  | { why: 'postcode'; example: string }
  | { why: 'date' }
  | { why: 'dateYear' }
  | { why: 'dateNone' }
  | { why: 'dateRange' }
  | { why: 'datePast' }
  | { why: 'dateFuture' }
  | { why: 'integer' }
  | { why: 'integerMin'; min: number }
  | { why: 'integerMax'; max: number }

/** The normalised value, or why there is none. */
export type Checked = { ok: true; value: string } | { ok: false; reason: Reason }

export const ok = (value: string): Checked => ({ ok: true, value })
export const no = (reason: Reason): Checked => ({ ok: false, reason })

/** Without what people put between digits and letters: spaces, dots, dashes, invisible marks; upper case. */
export const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
