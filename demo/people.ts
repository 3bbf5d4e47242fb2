import { withCheckDigits } from '../src/identifiers/national-number.ts'

/** The people of the demo: who they are, and which certificates they hold. All are invented. */

export type DemoOrganization = { name: string; identifier: string }

export type DemoCertificate = {
  /** Name of its files, and what the demo's identity provider calls it. */
  id: string
  /** 20 digits; the same after each renewal. */
  serialNumber: string
  kind: 'private' | 'professional'
  organization?: DemoOrganization
  expired?: true
  /** Its card was reported lost. */
  revoked?: true
}

export type DemoPerson = {
  id: string
  familyName: string
  /** Empty for people with a single name. */
  givenName: string
  /** YYYY-MM-DD */
  birthDate: string
  nationalNumber: string
  /** Whether the demo's person register knows the person. */
  inRegister: boolean
  /** What there is to try with this person. */
  about: string
  certificates: DemoCertificate[]
}

export const people: DemoPerson[] = [
  person('marie-muster', 'Muster', 'Marie', '1984-07-19', 214, {
    about: 'Joiner with a Private and two Professional certificates: the one to start with.',
    certificates: [
      { id: 'marie-muster-private', serialNumber: '10100000000000000214', kind: 'private' },
      {
        id: 'marie-muster-professional',
        serialNumber: '10200000000000000214',
        kind: 'professional',
        organization: { name: 'Schreinerei Muster S.à r.l.', identifier: 'NTRLU-B248163' },
      },
      {
        id: 'marie-muster-association',
        serialNumber: '10200000000000000993',
        kind: 'professional',
        organization: { name: 'Harmonie Réiserbann a.s.b.l.', identifier: 'NTRLU-F1993' },
      },
    ],
  }),
  person('paul-weis', 'Weis', 'Paul', '1990-09-14', 356, {
    about: 'Marie’s colleague at the joinery: let her invite him into its business space.',
    certificates: [
      {
        id: 'paul-weis-professional',
        serialNumber: '10200000000000000356',
        kind: 'professional',
        organization: { name: 'Schreinerei Muster S.à r.l.', identifier: 'NTRLU-B248163' },
      },
    ],
  }),
  person('nora-thill', 'Thill', 'Nora', '1976-04-11', 118, {
    about: 'Was here before you: both her spaces are filled, and authorities have her dossiers.',
    certificates: [
      { id: 'nora-thill-private', serialNumber: '10100000000000000118', kind: 'private' },
      {
        id: 'nora-thill-professional',
        serialNumber: '10200000000000000118',
        kind: 'professional',
        organization: { name: 'Atelier Thill S.à r.l.', identifier: 'NTRLU-B310427' },
      },
    ],
  }),
  person('joao-pereira', 'Pereira da Conceição', 'João António', '1991-03-02', 87, {
    about: 'A long Portuguese name, a Private certificate.',
    certificates: [{ id: 'joao-pereira-private', serialNumber: '10100000000000000087', kind: 'private' }],
  }),
  person('francoise-lhote', 'L’Hôte-Müller', 'Françoise', '1967-12-24', 451, {
    about: 'Holds a Professional certificate of a company known by its VAT number, and a Private one.',
    certificates: [
      {
        id: 'francoise-lhote-professional',
        serialNumber: '10200000000000000451',
        kind: 'professional',
        organization: { name: 'Fiduciaire de l’Alzette S.A.', identifier: 'VATLU-20456745' },
      },
      { id: 'francoise-lhote-private', serialNumber: '10100000000000000451', kind: 'private' },
    ],
  }),
  person('alexandros-papadopoulos', 'Παπαδόπουλος', 'Αλέξανδρος', '1979-10-28', 333, {
    about: 'A name in Greek script, a Private certificate.',
    certificates: [
      { id: 'alexandros-papadopoulos-private', serialNumber: '10100000000000000333', kind: 'private' },
    ],
  }),
  person('anjali', 'Anjali', '', '1999-02-28', 12, {
    about: 'A single name, a Private certificate.',
    certificates: [{ id: 'anjali-private', serialNumber: '10100000000000000012', kind: 'private' }],
  }),
  person('lena-schaefer', 'Schäfer', 'Lena', '1988-05-05', 905, {
    about: 'Lives in Trier; the person register does not know her.',
    inRegister: false,
    certificates: [{ id: 'lena-schaefer-private', serialNumber: '10100000000000000905', kind: 'private' }],
  }),
  person('jempi-weber', 'Wéber-Schëltgen', 'Jempi', '1958-11-09', 620, {
    about: 'His certificate has expired: shows what the portal says then.',
    certificates: [
      { id: 'jempi-weber-private', serialNumber: '10100000000000000620', kind: 'private', expired: true },
    ],
  }),
  person('claudine-reuter', 'Reuter', 'Claudine', '1973-08-30', 768, {
    about: 'She lost her card, and its certificate was revoked: shows what the portal says then.',
    certificates: [
      { id: 'claudine-reuter-private', serialNumber: '10100000000000000768', kind: 'private', revoked: true },
    ],
  }),
]

function person(
  id: string,
  familyName: string,
  givenName: string,
  birthDate: string,
  sequence: number,
  rest: Pick<DemoPerson, 'about' | 'certificates'> & { inRegister?: boolean },
): DemoPerson {
  const nationalNumber = numberFor(birthDate, sequence)
  return { id, familyName, givenName, birthDate, nationalNumber, inRegister: true, ...rest }
}

/** The national number of the person born that day with that sequence of three digits. */
export function numberFor(birthDate: string, sequence: number): string {
  return withCheckDigits(birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0'))
}
