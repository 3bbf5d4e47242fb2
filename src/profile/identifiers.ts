/** Identifiers, normalised while accepting how people type them. */
export * from '../identifiers/dates.ts'
export * from '../identifiers/national-number.ts'
export type { Checked, Reason } from '../identifiers/result.ts'
