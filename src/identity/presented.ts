import { z } from 'zod'
import { Assurance } from './assurance.ts'
import { Purpose } from './state.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a scheme presented, whichever it was: who holds which certificate. */
export const Presented = z.object({
  scheme: z.enum(['tls', 'oidc', 'saml']),
  assurance: Assurance,
  /** With the serial number it keys the certificate, also across schemes. */
  provider: z.string().min(1),
  /** The name people know the way in by. */
  providerName: z.string(),
  serialNumber: z.string().min(1).max(200),
  kind: z.enum(['private', 'professional']),
  familyName: z.string().min(1).max(500),
  givenName: z.string().max(500),
  birthDate: z.iso.date().nullable().default(null),
  organizationName: z.string().max(500).nullable(),
  organizationIdentifier: z.string().max(200).nullable(),
  validFrom: z.iso.datetime().nullable(),
  validTo: z.iso.datetime().nullable(),
  /** SHA-256 of the certificate, where one was seen. */
  fingerprint: z.string().nullable(),
  /** The national number it names, sealed: the row it waits in stays unreadable. */
  nationalNumber: z.string().nullable(),
  nationalNumberFrom: z.enum(['certificate', 'claim']),
  /** The login at the provider (hashes, hex), where the provider tells when it ends. */
  login: z.object({ subject: Hash, session: Hash.nullable() }).nullable().default(null),
  /** Where the person wanted to go. */
  back: z.string().nullable(),
  purpose: Purpose.default({ act: 'sign_in' }),
})
export type Presented = z.infer<typeof Presented>

/** What a provider says of a person, in one line; null when it is none. */
export const readWord = (said: unknown): string | null => Word.safeParse(said).data?.normalize('NFC') ?? null

const Word = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u)

/** Why what was presented is refused; each has a page that says what to do. */
export type Refusal =
  | 'missing'
  | 'expired'
  | 'not_yet_valid'
  | 'untrusted'
  | 'issuer_invalid'
  | 'weak'
  | 'faulty'
  | 'wrong_usage'
  | 'unknown_kind'
  | 'incomplete'
  | 'revoked'
  | 'revocation_unknown'
  | 'revocation_unanswered'

/** Why a provider's genuine answer signs nobody in; each is a notice on the sign-in page. */
export type ProviderRefusal = 'incomplete' | 'level_unknown' | 'level_low' | 'not_fresh'

/** Whose identity was proven, although it signs nobody in this time. */
export type Proven = Pick<Presented, 'provider' | 'serialNumber'>

/** One name for the person, also for those with a single one. */
export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  [givenName, familyName].filter(Boolean).join(' ')
