import { z } from 'zod'
import { Consulted } from './consultation.ts'
import { filledOnly, type Held } from './held.ts'
import type { Register } from './register.ts'
import { Address, codeOf, moment, text } from './shapes.ts'

/** By which of its numbers a company is asked for: one that its certificate vouches for. */
export type CompanyNumber = { registerNumber: string } | { vatNumber: string }

export type CompanyStatus = 'active' | 'liquidation' | 'struckOff'
export type HeldCompany = Held & { status: CompanyStatus; registeredOn: string }

// biome-ignore format: a table
const legalForms = codeOf({
  SARL: 'sarl', SARLS: 'sarls', SA: 'sa', SAS: 'sas', SCS: 'scs', SECS: 'secs', SNC: 'snc',
  COOP: 'cooperative', SC: 'civil', ASBL: 'asbl', FOND: 'foundation', EI: 'sole-trader',
})
const statuses = codeOf<CompanyStatus>({
  ACTIVE: 'active',
  LIQUIDATION: 'liquidation',
  STRUCK_OFF: 'struckOff',
})

const Company = z.object({
  registerNumber: text,
  legalName: text,
  legalForm: legalForms,
  status: statuses,
  registeredOn: z.iso.date(),
  vatNumber: text.optional(),
  legalNumber: text.optional(),
  naceCode: text.optional(),
  activity: text.optional(),
  registeredAddress: Address,
})
type Company = z.infer<typeof Company>

/** What the register holds on the company with this number; an answer about another one is refused. */
export async function lookUpCompany(
  register: Register,
  number: CompanyNumber,
): Promise<Consulted<HeldCompany, 'companies'>> {
  const answer = z
    .object({ asOf: moment, company: Company })
    .refine(({ company }) => isAsked(company, number))
    .transform(({ asOf, company }) => heldOf(asOf, company))
  return new Consulted('companies', await register.ask('companies/lookup', number, answer))
}

const isAsked = (company: Company, number: CompanyNumber) =>
  'vatNumber' in number
    ? company.vatNumber === number.vatNumber
    : company.registerNumber === number.registerNumber

function heldOf(asOf: Date, { status, registeredOn, registeredAddress, ...company }: Company): HeldCompany {
  const { thoroughfare, locatorDesignator, addressSupplement, postCode, postName } = registeredAddress
  const seat = {
    registeredThoroughfare: thoroughfare,
    registeredLocatorDesignator: locatorDesignator,
    registeredAddressSupplement: addressSupplement,
    registeredPostCode: postCode,
    registeredPostName: postName,
    registeredCountry: registeredAddress.country,
  }
  return { asOf, status, registeredOn, answers: filledOnly({ ...company, ...seat }) }
}
