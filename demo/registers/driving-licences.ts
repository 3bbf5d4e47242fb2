import { z } from 'zod'
import { people } from '../people.ts'
import { operation, type Register } from './register.ts'

const Licence = z.object({
  nationalNumber: z.string().regex(/^\d{13}$/),
  licenceNumber: z.string(),
  status: z.enum(['VALID', 'SUSPENDED', 'WITHDRAWN', 'EXPIRED']),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  /** Directive 2006/126/EC, article 4. */
  categories: z.array(z.object({ code: z.string(), since: z.iso.date(), until: z.iso.date() })),
})
type Licence = z.infer<typeof Licence>

const numberOf = (wanted: string) => people.find(({ id }) => id === wanted)?.nationalNumber ?? ''

const seed: Licence[] = [
  {
    ...{ nationalNumber: numberOf('marie-muster'), licenceNumber: 'L0214778', status: 'VALID' },
    ...{ issuedOn: '2022-08-11', expiresOn: '2032-08-10' },
    categories: [
      { code: 'AM', since: '2002-09-03', until: '2032-08-10' },
      { code: 'B', since: '2002-09-03', until: '2032-08-10' },
      { code: 'BE', since: '2011-05-20', until: '2032-08-10' },
    ],
  },
  {
    ...{ nationalNumber: numberOf('joao-pereira'), licenceNumber: 'L0087131', status: 'SUSPENDED' },
    ...{ issuedOn: '2019-02-04', expiresOn: '2029-02-03' },
    categories: [
      { code: 'A', since: '2015-06-30', until: '2029-02-03' },
      { code: 'B', since: '2010-04-19', until: '2029-02-03' },
    ],
  },
]

export const drivingLicences: Register<Licence> = {
  name: 'driving-licences',
  title: 'Register of driving licences',
  entry: Licence,
  keyOf: ({ nationalNumber }) => nationalNumber,
  labelOf: ({ licenceNumber }) => licenceNumber,
  seed,
  operations: {
    '/licences/lookup': operation({
      summary: 'The driving licence of the person with this national number.',
      question: z.object({ nationalNumber: z.string().max(20) }),
      answer: z.object({ asOf: z.iso.datetime(), licence: Licence }),
      reply({ nationalNumber }, entries: Licence[]) {
        const licence = entries.find((entry) => entry.nationalNumber === nationalNumber)
        return licence ? { asOf: new Date().toISOString(), licence } : null
      },
    }),
  },
}
