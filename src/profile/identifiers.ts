/** Identifiers, normalised while accepting how people type them. */
export * from '../identifiers/company-numbers.ts'
export * from '../identifiers/contact.ts'
export * from '../identifiers/dates.ts'
export * from '../identifiers/integer.ts'
export * from '../identifiers/nace.ts'
export * from '../identifiers/national-number.ts'
export * from '../identifiers/postcode.ts'
export type { Checked, Reason } from '../identifiers/result.ts'
