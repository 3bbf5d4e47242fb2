import { z } from 'zod'
import { people } from '../people.ts'
import { operation, type Register } from './register.ts'

const country = z.string().regex(/^[A-Z]{2}$/)

const Person = z.object({
  nationalNumber: z.string().regex(/^\d{13}$/),
  familyName: z.string(),
  /** Empty for people with a single name. */
  givenName: z.string(),
  birthName: z.string().optional(),
  birthDate: z.iso.date(),
  birthPlace: z.string().optional(),
  birthCountry: country.optional(),
  sex: z.enum(['F', 'M', 'X']).optional(),
  civilStatus: z.enum(['SINGLE', 'MARRIED', 'PARTNERSHIP', 'SEPARATED', 'DIVORCED', 'WIDOWED']).optional(),
  citizenships: z.array(country),
  address: z
    .object({
      thoroughfare: z.string(),
      locatorDesignator: z.string().optional(),
      addressSupplement: z.string().optional(),
      postCode: z.string(),
      postName: z.string(),
      country,
    })
    .optional(),
})
type Person = z.infer<typeof Person>

const Names = z.object({
  nationalNumber: z.string().max(20),
  familyName: z.string().max(200),
  givenName: z.string().max(200),
  birthDate: z.string().max(10),
})

const luxembourg = { postName: 'Luxembourg', country: 'LU' }
const of = { LU: ['LU'], PT: ['PT', 'LU'], GR: ['GR'], IN: ['IN'] }

/** What the register knows beside names, number and birth date. */
const more: Record<string, Omit<Person, 'nationalNumber' | 'familyName' | 'givenName' | 'birthDate'>> = {
  'marie-muster': {
    ...{ birthPlace: 'Esch-sur-Alzette', birthCountry: 'LU', sex: 'F', civilStatus: 'SINGLE' },
    citizenships: of.LU,
    address: {
      ...{ thoroughfare: 'Rue de l’Alzette', locatorDesignator: '71', postCode: '4011' },
      ...{ postName: 'Esch-sur-Alzette', country: 'LU' },
    },
  },
  'nora-thill': {
    ...{ birthPlace: 'Luxembourg', birthCountry: 'LU', sex: 'F', civilStatus: 'MARRIED' },
    citizenships: of.LU,
    address: { thoroughfare: 'Rue de la Corniche', locatorDesignator: '14', postCode: '1920', ...luxembourg },
  },
  'joao-pereira': {
    ...{ birthPlace: 'Figueira da Foz', birthCountry: 'PT', sex: 'M', civilStatus: 'PARTNERSHIP' },
    citizenships: of.PT,
    address: { thoroughfare: 'Rue de Bonnevoie', locatorDesignator: '203', postCode: '1260', ...luxembourg },
  },
  'francoise-lhote': {
    ...{ birthName: 'Müller', birthPlace: 'Arlon', birthCountry: 'BE', sex: 'F', civilStatus: 'DIVORCED' },
    citizenships: of.LU,
    address: {
      ...{ thoroughfare: 'Grand-Rue', locatorDesignator: '5', postCode: '9240', postName: 'Diekirch' },
      country: 'LU',
    },
  },
  'alexandros-papadopoulos': {
    ...{ birthPlace: 'Θεσσαλονίκη', birthCountry: 'GR', sex: 'M', civilStatus: 'MARRIED' },
    citizenships: of.GR,
    address: { thoroughfare: 'Rue de Strasbourg', locatorDesignator: '44', postCode: '2561', ...luxembourg },
  },
  anjali: {
    ...{ birthPlace: 'Kochi', birthCountry: 'IN', sex: 'F', civilStatus: 'SINGLE' },
    citizenships: of.IN,
    address: { thoroughfare: 'Avenue de la Gare', locatorDesignator: '61', postCode: '1611', ...luxembourg },
  },
}

export const persons: Register<Person> = {
  name: 'persons',
  title: 'Register of natural persons',
  entry: Person,
  keyOf: ({ nationalNumber }) => nationalNumber,
  labelOf: ({ givenName, familyName }) => `${givenName} ${familyName}`.trim(),
  seed: people
    .filter(({ inRegister }) => inRegister)
    .map(({ id, nationalNumber, familyName, givenName, birthDate }) => ({
      ...{ nationalNumber, familyName, givenName, birthDate },
      ...(more[id] ?? { citizenships: of.LU }),
    })),
  operations: {
    '/persons/match': operation({
      summary: 'Whether number, names and birth date belong together; discloses nothing else.',
      question: Names,
      answer: z.object({ match: z.boolean() }),
      reply: (wanted, entries: Person[]) => ({ match: matches(wanted, entries) }),
    }),
    '/persons/lookup': operation({
      summary: 'What the register holds on the person with this number.',
      question: z.object({ nationalNumber: z.string().max(20) }),
      answer: z.object({ asOf: z.iso.datetime(), person: Person }),
      reply({ nationalNumber }, entries: Person[]) {
        const person = entries.find((entry) => entry.nationalNumber === nationalNumber)
        return person ? { asOf: new Date().toISOString(), person } : null
      },
    }),
  },
}

/** Says only whether all of it belongs together, never which part does not. */
function matches(wanted: z.infer<typeof Names>, entries: Person[]): boolean {
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
