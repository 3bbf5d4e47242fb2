import type { House } from '../house.ts'
import { countAttempt } from '../identity/attempts.ts'
import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type HeldCompany, lookUpCompany } from './company-register.ts'
import { Consulted, type Purpose } from './consultation.ts'
import type { FillingRegister } from './fillable.ts'
import type { Held } from './held.ts'
import { type HeldLicence, lookUpLicence } from './licence-register.ts'
import { registerQuestions } from './metrics.ts'
import { lookUpPerson } from './person-register.ts'
import type { RegisterId, Said } from './register.ts'
import type { Subject } from './subject.ts'

/** What was asked for a page, still sealed; null where a register is not connected or has nothing to do with it. */
export type Asked = {
  persons: Consulted<Held> | null
  drivingLicences: Consulted<HeldLicence> | null
  companies: Consulted<HeldCompany> | null
}
export type Told = {
  persons: Said<Held> | null
  drivingLicences: Said<HeldLicence> | null
  companies: Said<HeldCompany> | null
}

type Means = Pick<House, 'config' | 'pools' | 'registers'>

/** Asks every register that may know the subject, side by side: as long as the slowest takes, and no longer. */
export async function askAll(means: Means, actor: Actor, subject: Subject): Promise<Asked> {
  const [persons, drivingLicences, companies] = await Promise.all([
    askPersons(means, actor, subject),
    askLicences(means, actor, subject),
    askCompanies(means, actor, subject),
  ])
  return { persons, drivingLicences, companies }
}

/** Asks the one register whose data fills profiles and forms. */
export async function askForFilling(
  means: Means,
  actor: Actor,
  subject: Subject,
): Promise<Consulted<Held, FillingRegister> | null> {
  return (await askPersons(means, actor, subject)) ?? askCompanies(means, actor, subject)
}

async function askPersons(means: Means, actor: Actor, subject: Subject) {
  const { persons } = means.registers
  if (subject.about !== 'person' || !persons) return null
  return withinLimit(means, actor, 'persons', () => lookUpPerson(persons, subject.nationalNumber))
}

async function askLicences(means: Means, actor: Actor, subject: Subject) {
  const { drivingLicences } = means.registers
  if (subject.about !== 'person' || !drivingLicences) return null
  return withinLimit(means, actor, 'drivingLicences', () =>
    lookUpLicence(drivingLicences, subject.nationalNumber),
  )
}

async function askCompanies(means: Means, actor: Actor, subject: Subject) {
  const { companies } = means.registers
  if (subject.about !== 'company' || !companies) return null
  return withinLimit(means, actor, 'companies', () => lookUpCompany(companies, subject.number))
}

/** Counted before it is asked, and over all processes: whoever reloads a page cannot keep a register busy. */
async function withinLimit<T, Id extends RegisterId>(
  { config, pools }: Means,
  { personId }: Actor,
  register: Id,
  ask: () => Promise<Consulted<T, Id>>,
): Promise<Consulted<T, Id>> {
  const most = config.REGISTER_QUESTIONS_PER_HOUR
  if (await countAttempt(pools, 'register_question', `${personId} ${register}`, most)) return ask()
  registerQuestions.inc({ register, outcome: 'too_many' })
  return new Consulted<T, Id>(register, { state: 'too_many' })
}

/** Writes one line of the log for each register, then says what they hold. */
export async function discloseAll(
  tx: Tx,
  { persons, drivingLicences, companies }: Asked,
  given: { actor: Actor; space: CurrentSpace; purpose: Purpose },
): Promise<Told> {
  const [person, licence, company] = await Promise.all([
    persons?.disclose(tx, { ...given, about: 'person' }) ?? null,
    drivingLicences?.disclose(tx, { ...given, about: 'person' }) ?? null,
    companies?.disclose(tx, { ...given, about: 'company' }) ?? null,
  ])
  return { persons: person, drivingLicences: licence, companies: company }
}
