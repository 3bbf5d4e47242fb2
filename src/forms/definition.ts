import type { Text } from '../i18n/index.ts'

/** Forms are data: profile forms are written in TypeScript, procedures in YAML, one engine runs both. */
export type FieldType =
  | 'text'
  | 'longtext'
  | 'date'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'select'
  | 'radio'
  | 'checkboxes'
  | 'checkbox'
  | 'country'
  | 'countries'
  | 'language'
  | 'iban'
  | 'nationalNumber'
  | 'legalNumber'
  | 'registerNumber'
  | 'vat'
  | 'permitNumber'
  | 'nace'
  | 'postcode'
  | 'list'
  | 'document'

export type Choice = { value: string; label: Text }

export type Field = {
  /** Letters and digits, unique in the form; also the name in answers and in FEEL. */
  name: string
  type: FieldType
  label: Text
  hint?: Text
  /** True, or a FEEL expression over the answers. */
  required?: boolean | string
  /** FEEL over the answers; the field exists only while it holds. */
  when?: string
  /** In characters (code points); 500 for text and 10,000 for longtext when absent. */
  maxLength?: number
  width?: 'full' | 'wide' | 'half' | 'third' | 'short'
  /** Tokens of HTML's autocomplete attribute. */
  autocomplete?: string
  /** For select, radio, checkboxes. */
  choices?: Choice[]
  /** Name of the profile field that fills this one. */
  profile?: string
  /** For list: the columns of a row. Lists do not nest. */
  fields?: Field[]
  /** For list, 20 when absent; for document, 5. */
  maxItems?: number
  /** For document: media types, all that the portal accepts when absent. */
  accept?: string[]
  /** For list: what one row is, “Person”. */
  item?: Text
  /** For list and countries: what the button says that adds one. */
  add?: Text
  /** For date: only days up to today, or only from today on. */
  range?: 'past' | 'future'
  /** For integer. */
  min?: number
  max?: number
  /** For postcode: the name of the country field of the same address; Luxembourg when absent. */
  country?: string
  /** Chosen as long as nobody chose; for language, that of the page. */
  initial?: string
  /** Sources whose verified values are read-only here; all of them when absent. */
  lockedBy?: Source['from'][]
}

export type Group = { id: string; title?: Text; hint?: Text; when?: string; fields: Field[] }
export type Page = { id: string; title: Text; lead?: Text; groups: Group[] }
export type Form = { pages: Page[] }

export type Row = Record<string, string>
export type Value = string | boolean | string[] | Row[]
export type Answers = Record<string, Value>

/** Where a value came from, and whether somebody other than the person vouches for it. */
export type Source = {
  from: 'certificate' | 'claim' | 'register' | 'helpdesk' | 'profile' | 'typed'
  /** ISO 8601. For `profile`, when the profile was last changed. */
  at: string
  verified: boolean
  /** Provider or register by name. */
  label?: string
}

/** By field name. */
export type Sources = Record<string, Source>

export const fieldsOfPage = (page: Page): Field[] => page.groups.flatMap((group) => group.fields)
export const fieldsOf = (form: Form): Field[] => form.pages.flatMap(fieldsOfPage)
