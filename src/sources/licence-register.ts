import { z } from 'zod'
import { Consulted } from './consultation.ts'
import type { Register } from './register.ts'
import { codeOf, moment, text } from './shapes.ts'

export type LicenceStatus = 'valid' | 'suspended' | 'withdrawn' | 'expired'

export type HeldLicence = {
  asOf: Date
  number: string
  status: LicenceStatus
  issuedOn: string
  expiresOn: string
  categories: { code: string; since: string; until: string }[]
}

const statuses = codeOf<LicenceStatus>({
  VALID: 'valid',
  SUSPENDED: 'suspended',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
})

/** The driving licence of the person with this number; an answer about anybody else is refused. */
export async function lookUpLicence(
  register: Register,
  nationalNumber: string,
): Promise<Consulted<HeldLicence, 'drivingLicences'>> {
  const answer = z
    .object({
      asOf: moment,
      licence: z.object({
        nationalNumber: z.literal(nationalNumber),
        licenceNumber: text,
        status: statuses,
        issuedOn: z.iso.date(),
        expiresOn: z.iso.date(),
        categories: z.array(z.object({ code: text, since: z.iso.date(), until: z.iso.date() })).max(50),
      }),
    })
    .transform(({ asOf, licence }): HeldLicence => {
      const { licenceNumber: number, status, issuedOn, expiresOn, categories } = licence
      return { asOf, number, status, issuedOn, expiresOn, categories }
    })
  return new Consulted('drivingLicences', await register.ask('licences/lookup', { nationalNumber }, answer))
}
