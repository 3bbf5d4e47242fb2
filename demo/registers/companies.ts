import { z } from 'zod'
import { legalPersonDigit } from '../../src/identifiers/check-digits.ts'
import { operation, type Register } from './register.ts'

const Company = z.object({
  registerNumber: z.string().regex(/^[A-Z]\d{1,7}$/),
  legalName: z.string(),
  legalForm: z.enum(['SARL', 'SARLS', 'SA', 'SAS', 'SCS', 'SECS', 'SNC', 'COOP', 'SC', 'ASBL', 'FOND', 'EI']),
  status: z.enum(['ACTIVE', 'LIQUIDATION', 'STRUCK_OFF']),
  registeredOn: z.iso.date(),
  vatNumber: z.string().optional(),
  legalNumber: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
  naceCode: z.string().optional(),
  activity: z.string().optional(),
  registeredAddress: z.object({
    thoroughfare: z.string(),
    locatorDesignator: z.string().optional(),
    postCode: z.string(),
    postName: z.string(),
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
})
type Company = z.infer<typeof Company>

const legalNumber = (first: string) => `${first}${legalPersonDigit(first)}`

const seed: Company[] = [
  {
    ...{ registerNumber: 'B248163', legalName: 'Schreinerei Muster S.à r.l.', legalForm: 'SARL' },
    ...{ status: 'ACTIVE', registeredOn: '2020-10-15', vatNumber: 'LU24816331' },
    ...{ legalNumber: legalNumber('2020240123'), naceCode: '43.32', activity: 'Joinery installation' },
    registeredAddress: {
      ...{ thoroughfare: 'Rue du Brill', locatorDesignator: '30', postCode: '4041' },
      ...{ postName: 'Esch-sur-Alzette', country: 'LU' },
    },
  },
  {
    ...{ registerNumber: 'F1993', legalName: 'Harmonie Réiserbann a.s.b.l.', legalForm: 'ASBL' },
    ...{ status: 'ACTIVE', registeredOn: '1993-05-02' },
    registeredAddress: {
      ...{ thoroughfare: 'Rue de l’École', locatorDesignator: '2', postCode: '3385' },
      ...{ postName: 'Noertzange', country: 'LU' },
    },
  },
  {
    ...{ registerNumber: 'B310427', legalName: 'Atelier Thill S.à r.l.', legalForm: 'SARL' },
    ...{ status: 'ACTIVE', registeredOn: '2019-03-01', vatNumber: 'LU31042784' },
    ...{ naceCode: '18.14', activity: 'Binding and related services' },
    registeredAddress: {
      ...{ thoroughfare: 'Rue des Capucins', locatorDesignator: '8', postCode: '1313' },
      ...{ postName: 'Luxembourg', country: 'LU' },
    },
  },
  {
    ...{ registerNumber: 'B98342', legalName: 'Fiduciaire de l’Alzette S.A.', legalForm: 'SA' },
    ...{ status: 'ACTIVE', registeredOn: '2004-01-20', vatNumber: 'LU20456745' },
    ...{ naceCode: '69.20', activity: 'Accounting and tax consultancy' },
    registeredAddress: {
      ...{ thoroughfare: 'Rue de l’Alzette', locatorDesignator: '100', postCode: '4010' },
      ...{ postName: 'Esch-sur-Alzette', country: 'LU' },
    },
  },
]

export const companies: Register<Company> = {
  name: 'companies',
  title: 'Register of companies',
  entry: Company,
  keyOf: ({ registerNumber }) => registerNumber,
  labelOf: ({ legalName }) => legalName,
  seed,
  operations: {
    '/companies/lookup': operation({
      summary: 'What the register holds on the company with this register number, or this VAT number.',
      question: z.union([
        z.object({ registerNumber: z.string().max(20) }),
        z.object({ vatNumber: z.string().max(20) }),
      ]),
      answer: z.object({ asOf: z.iso.datetime(), company: Company }),
      reply(wanted, entries: Company[]) {
        const company = entries.find((entry) =>
          'registerNumber' in wanted
            ? entry.registerNumber === wanted.registerNumber
            : entry.vatNumber === wanted.vatNumber,
        )
        return company ? { asOf: new Date().toISOString(), company } : null
      },
    }),
  },
}
