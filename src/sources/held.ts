import type { Answers, Source } from '../forms/definition.ts'
import type { Known } from '../profile/entry.ts'
import type { RegisterId } from './register.ts'

/** What a register holds, in the words of our own data: names and values as profiles have them. */
export type Held = { asOf: Date; answers: Answers }

/** As values that fill forms, verified by the register. */
export function knownFrom(register: RegisterId, { asOf, answers }: Held): Known {
  const source: Source = { from: 'register', at: asOf.toISOString(), verified: true, label: register }
  return { answers, sources: Object.fromEntries(Object.keys(answers).map((name) => [name, source])) }
}

/** Without what the register leaves empty. */
export const filledOnly = (answers: Record<string, string | string[] | undefined>): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      (pair): pair is [string, string | string[]] => pair[1] !== undefined && pair[1].length > 0,
    ),
  )
