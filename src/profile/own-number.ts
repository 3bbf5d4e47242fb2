import { record } from '../audit/audit.ts'
import type { FieldError } from '../forms/answers.ts'
import type { Answers } from '../forms/definition.ts'
import { isEmpty } from '../forms/values.ts'
import type { House } from '../house.ts'
import { birthDateOf } from '../identifiers/national-number.ts'
import { countAttempt } from '../identity/attempts.ts'
import { confirmNumber, declareNumber, takeBackNumber } from '../identity/national-number.ts'
import { sealNationalNumber } from '../identity/secrets.ts'
import type { Tx } from '../platform/database.ts'
import { type Actor, asPerson, type Token } from '../scopes.ts'
import { logConsultation } from '../sources/consultation.ts'
import { matchPerson } from '../sources/person-register.ts'
import { findOwnPerson, numberOf } from './own-person.ts'

type Means = Pick<House, 'config' | 'pools' | 'registers'>

/**
 * Takes a national number that was typed as the person's own: confirmed by the register, else declared when
 * the register cannot be asked. Runs before the form is saved, in transactions of its own, because a register
 * may take seconds. A number that is another's and one that does not fit get the same answer.
 */
export async function settleNumber(means: Means, token: Token, data: Answers): Promise<FieldError[]> {
  const digits = data.nationalNumber
  if (typeof digits !== 'string' || digits === '') return []
  const { actor, isNew } = await asPerson(means.pools, token, async (tx, actor) => {
    const own = await findOwnPerson(tx)
    return { actor, isNew: own?.numberState !== 'confirmed' && numberOf(means.config, own) !== digits }
  })
  if (!isNew) return []
  if (!(await countAttempt(means.pools, 'national_number', actor.personId))) return [problem('tooMany')]
  return (await take(means, token, actor, digits)) === 'refused' ? [problem('refused')] : []
}

export type Confirmed = 'confirmed' | 'refused' | 'unavailable' | 'too_many'

/** Puts a number to the register that was declared while nobody could be asked. */
export async function confirmDeclared(means: Means, token: Token): Promise<Confirmed> {
  const { actor, own } = await asPerson(means.pools, token, async (tx, actor) => ({
    actor,
    own: await findOwnPerson(tx),
  }))
  if (own?.numberState === 'confirmed') return 'confirmed'
  const digits = numberOf(means.config, own)
  if (!digits) return 'refused'
  if (!(await countAttempt(means.pools, 'national_number', actor.personId))) return 'too_many'
  const taken = await take(means, token, actor, digits)
  return taken === 'declared' ? 'unavailable' : taken
}

/** An emptied field takes a declared number back, in the transaction that saves the form. */
export async function forgetEmptied(tx: Tx, actor: Actor, data: Answers): Promise<boolean> {
  if (!isEmpty(data.nationalNumber) || !(await takeBackNumber(tx))) return false
  await record(tx, { act: 'person.number_taken_back', personId: actor.personId })
  return true
}

async function take(
  { config, pools, registers }: Means,
  token: Token,
  actor: Actor,
  digits: string,
): Promise<'confirmed' | 'declared' | 'refused'> {
  const answer = await matchPerson(registers.persons, {
    nationalNumber: digits,
    familyName: actor.familyName,
    givenName: actor.givenName,
    birthDate: birthDateOf(digits),
  })
  const sealed = sealNationalNumber(config, digits).toString('base64')
  return asPerson(pools, token, async (tx) => {
    const reason = { actor, space: null, about: 'person', purpose: 'number' } as const
    if (registers.persons) await logConsultation(tx, 'persons', answer, reason)
    if (answer === 'no_match') return 'refused'
    const confirmed = answer === 'match'
    if (confirmed && !(await confirmNumber(tx, config, sealed, 'register'))) return 'refused'
    if (!confirmed) await declareNumber(tx, config, digits)
    const state = confirmed ? 'confirmed' : 'declared'
    await record(tx, { act: 'person.number_given', personId: actor.personId, detail: { state } })
    return state
  })
}

const problem = (key: 'refused' | 'tooMany'): FieldError => ({
  name: 'nationalNumber',
  pageId: 'data',
  message: (t) => t.profile.number[key],
})
