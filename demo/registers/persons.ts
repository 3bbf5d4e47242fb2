import { people } from '../people.ts'

/** One entry of the demo's person register, a data set of its own: the portal never reads it directly. */
export type Entry = { nationalNumber: string; familyName: string; givenName: string; birthDate: string }

export const register: Entry[] = people
  .filter(({ inRegister }) => inRegister)
  .map(({ nationalNumber, familyName, givenName, birthDate }) => ({
    nationalNumber,
    familyName,
    givenName,
    birthDate,
  }))

/** Says only whether all of it belongs together, never which part does not. */
export function matches(wanted: Entry, entries: Entry[] = register): boolean {
  return entries.some(
    (entry) =>
      entry.nationalNumber === wanted.nationalNumber &&
      entry.birthDate === wanted.birthDate &&
      plain(entry.familyName) === plain(wanted.familyName) &&
      plain(entry.givenName) === plain(wanted.givenName),
  )
}

/** Registers and certificates differ in case, accents, hyphens and apostrophes. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
