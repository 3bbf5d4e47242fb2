import { z } from 'zod'
import type { Answers } from '../forms/definition.ts'
import { Consulted } from './consultation.ts'
import { filledOnly, type Held } from './held.ts'
import type { Register } from './register.ts'
import { Address, codeOf, country, moment, text } from './shapes.ts'

export type PersonData = { nationalNumber: string; familyName: string; givenName: string; birthDate: string }

const Match = z.object({ match: z.boolean() })

/**
 * Asks the register whether number, names and birth date belong together; it answers yes or no and
 * discloses nothing else. `unavailable` when it is not connected, late, down, or answers nonsense.
 */
export async function matchPerson(
  register: Register | null,
  person: PersonData,
): Promise<'match' | 'no_match' | 'unavailable'> {
  if (!register) return 'unavailable'
  const said = await register.ask('persons/match', person, Match)
  if (said.state !== 'answered') return 'unavailable'
  return said.value.match ? 'match' : 'no_match'
}

const sexes = codeOf({ F: 'female', M: 'male', X: 'other' })
const civilStatuses = codeOf({
  SINGLE: 'single',
  MARRIED: 'married',
  PARTNERSHIP: 'partnership',
  SEPARATED: 'separated',
  DIVORCED: 'divorced',
  WIDOWED: 'widowed',
})

const Person = z.object({
  nationalNumber: z.string(),
  familyName: text,
  givenName: text,
  birthName: text.optional(),
  birthDate: z.iso.date(),
  birthPlace: text.optional(),
  birthCountry: country.optional(),
  sex: sexes.optional(),
  civilStatus: civilStatuses.optional(),
  citizenships: z.array(country).max(20),
  address: Address.optional(),
})

/** What the register holds on the person with this number; an answer about anybody else is refused. */
export async function lookUpPerson(
  register: Register,
  nationalNumber: string,
): Promise<Consulted<Held, 'persons'>> {
  const answer = z
    .object({ asOf: moment, person: Person.extend({ nationalNumber: z.literal(nationalNumber) }) })
    .transform(({ asOf, person }): Held => ({ asOf, answers: answersOf(person) }))
  return new Consulted('persons', await register.ask('persons/lookup', { nationalNumber }, answer))
}

function answersOf({ sex, address, ...person }: z.infer<typeof Person>): Answers {
  return filledOnly({ ...person, gender: sex, ...address })
}
