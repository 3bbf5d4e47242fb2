import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Config } from '../config.ts'
import type { Language } from '../i18n/index.ts'
import { birthDateOf } from '../identifiers/national-number.ts'
import type { Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { asBrowser, becomePerson, type Pools } from '../scopes.ts'
import { logConsultation, type Reason } from '../sources/consultation.ts'
import { matchPerson } from '../sources/person-register.ts'
import type { Registers } from '../sources/registers.ts'
import { countAttempt } from './attempts.ts'
import { noteDevice } from './devices.ts'
import { requestConfirmation } from './email.ts'
import { type Confirmation, confirmNumber, declareNumber } from './national-number.ts'
import type { Presented } from './presented.ts'
import { findCertificate, insertCertificate, lockCertificate } from './registered.ts'
import { openNationalNumber, sealNationalNumber } from './secrets.ts'
import { openSession } from './session.ts'
import { signIn } from './sign-in.ts'
import { findTicket, finishTicket } from './ticket.ts'

export type Registrant = {
  /** Null: “I have none”, or the certificate names it. */
  nationalNumber: string | null
  email: string
  language: Language
}

export type Registration =
  | { outcome: 'registered'; token: string; back: string | null }
  /** The same whether the number is another person's, or does not go with this one. */
  | { outcome: 'number_refused' }
  | { outcome: 'too_many' }
  /** Nothing to register any more in this browser. */
  | { outcome: 'over' }

type Given = { browserHash: Buffer; session: string | null; userAgent: string | null; address: string }
type House = { config: Config; pools: Pools; jobs: Jobs; registers: Registers }

/** What waits in this browser to be registered; with `finished`, also what has just been. */
export function findRegistration(
  pools: Pools,
  browserHash: Buffer,
  { finished = false } = {},
): Promise<Presented | null> {
  return asBrowser(pools, browserHash, async (tx) => {
    const ticket = await findTicket(tx)
    return ticket && (finished || !ticket.finished) ? ticket.presented : null
  })
}

/**
 * Makes the person, registers the certificate and opens the session. A second press of the button, or
 * the same certificate in another browser at the same time, ends in the same person.
 */
export async function registerPerson(
  house: House,
  given: Given,
  registrant: Registrant,
): Promise<Registration> {
  const { pools } = house
  const presented = await asBrowser(pools, given.browserHash, async (tx) => (await findTicket(tx))?.presented)
  if (!presented) return { outcome: 'over' }
  const proof = await proveNumber(house, given, presented, registrant.nationalNumber)
  if (proof === 'too_many') return { outcome: 'too_many' }
  if (proof === 'refused') return { outcome: 'number_refused' }
  try {
    return await asBrowser(pools, given.browserHash, async (tx): Promise<Registration> => {
      const ticket = await findTicket(tx)
      if (!ticket) return { outcome: 'over' }
      await lockCertificate(tx, presented)
      const known = await findCertificate(tx, presented)
      const token = known
        ? (await signIn(tx, house, known, presented, given)).token
        : await createPerson(tx, house, { ...given, presented, registrant, proof })
      await finishTicket(tx, ticket)
      return { outcome: 'registered', token, back: presented.back }
    })
  } catch (error) {
    if (error instanceof NumberTaken) return { outcome: 'number_refused' }
    throw error
  }
}

/** Rolls everything back when the number turns out to be another person's. */
class NumberTaken extends Error {}

type Proof =
  | { state: 'none' }
  | { state: 'declared'; digits: string }
  | { state: 'confirmed'; sealed: string; by: Confirmation; digits: string }

/** A certificate or claim is believed; what was typed is put to the register. */
async function proveNumber(
  { config, pools, registers }: House,
  { address }: Given,
  presented: Presented,
  typed: string | null,
): Promise<Proof | 'refused' | 'too_many'> {
  if (presented.nationalNumber) {
    const digits = openNationalNumber(config, Buffer.from(presented.nationalNumber, 'base64'))
    return { state: 'confirmed', sealed: presented.nationalNumber, by: presented.nationalNumberFrom, digits }
  }
  if (!typed) return { state: 'none' }
  const holder = `${presented.provider} ${presented.serialNumber}`
  const allowed =
    (await countAttempt(pools, 'national_number', holder)) &&
    (await countAttempt(pools, 'national_number_address', address))
  if (!allowed) return 'too_many'
  const { familyName, givenName } = presented
  const asked = { nationalNumber: typed, familyName, givenName, birthDate: birthDateOf(typed) }
  const answer = await matchPerson(registers.persons, asked)
  if (answer === 'no_match') return 'refused'
  if (answer === 'unavailable') return { state: 'declared', digits: typed }
  const sealed = sealNationalNumber(config, typed).toString('base64')
  return { state: 'confirmed', sealed, by: 'register', digits: typed }
}

type Creation = Given & { presented: Presented; registrant: Registrant; proof: Proof }

async function createPerson(tx: Tx, house: House, creation: Creation): Promise<string> {
  const { presented, registrant, proof } = creation
  const personId = randomUUID()
  await becomePerson(tx, personId)
  const birthDate = proof.state === 'confirmed' ? birthDateOf(proof.digits) : presented.birthDate
  await tx.run(sql`insert into persons (id, family_name, given_name, birth_date, language, email)
    values (${personId}, ${presented.familyName}, ${presented.givenName}, ${birthDate}::date,
      ${registrant.language}, ${registrant.email})`)
  await takeNumber(tx, house.config, proof)
  if (house.registers.persons) await logProof(tx, { personId, ...presented }, proof)
  await tx.run(sql`insert into terms_acceptances (person_id, version)
    values (${personId}, ${house.config.TERMS_VERSION})`)
  const certificateId = await insertCertificate(tx, personId, presented)
  await record(tx, {
    act: 'person.registered',
    personId,
    object: certificateId,
    detail: { nationalNumber: proof.state, terms: house.config.TERMS_VERSION },
  })
  await requestConfirmation(tx, house, { personId, email: registrant.email, language: registrant.language })
  const { session: before, userAgent } = creation
  await noteDevice(tx, userAgent)
  return openSession(tx, { personId, certificateId, presented, before, userAgent })
}

/** The register was asked about what was typed, and about nothing else. */
async function logProof(tx: Tx, actor: Reason['actor'], proof: Proof) {
  const reason = { actor, space: null, about: 'person', purpose: 'number' } as const
  if (proof.state === 'declared') await logConsultation(tx, 'persons', 'unavailable', reason)
  if (proof.state === 'confirmed' && proof.by === 'register')
    await logConsultation(tx, 'persons', 'match', reason)
}

async function takeNumber(tx: Tx, config: Config, proof: Proof) {
  if (proof.state === 'declared') await declareNumber(tx, config, proof.digits)
  if (proof.state === 'confirmed' && !(await confirmNumber(tx, config, proof.sealed, proof.by)))
    throw new NumberTaken()
}
