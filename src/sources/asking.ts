import type { Tx } from '../platform/database.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { type HeldCompany, lookUpCompany } from './company-register.ts'
import type { Consulted, Purpose } from './consultation.ts'
import type { FillingRegister } from './fillable.ts'
import type { Held } from './held.ts'
import { type HeldLicence, lookUpLicence } from './licence-register.ts'
import { lookUpPerson } from './person-register.ts'
import type { Said } from './register.ts'
import type { Registers } from './registers.ts'
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

/** Asks every register that may know the subject, side by side: as long as the slowest takes, and no longer. */
export async function askAll(registers: Registers, subject: Subject): Promise<Asked> {
  const [persons, drivingLicences, companies] = await Promise.all([
    subject.about === 'person' && registers.persons
      ? lookUpPerson(registers.persons, subject.nationalNumber)
      : null,
    subject.about === 'person' && registers.drivingLicences
      ? lookUpLicence(registers.drivingLicences, subject.nationalNumber)
      : null,
    askCompany(registers, subject),
  ])
  return { persons, drivingLicences, companies }
}

/** Asks the one register whose data fills profiles and forms. */
export async function askForFilling(
  registers: Registers,
  subject: Subject,
): Promise<Consulted<Held, FillingRegister> | null> {
  if (subject.about === 'person' && registers.persons)
    return lookUpPerson(registers.persons, subject.nationalNumber)
  return askCompany(registers, subject)
}

async function askCompany(
  registers: Registers,
  subject: Subject,
): Promise<Consulted<HeldCompany, 'companies'> | null> {
  return subject.about === 'company' && registers.companies
    ? lookUpCompany(registers.companies, subject.number)
    : null
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
