import { z } from 'zod'
import { isLoopback } from '../../platform/loopback.ts'
import { Assurance, assuranceAtLeast, assurances, eidasLevels } from '../assurance.ts'

/** Names of the eIDAS SAML attribute profile 1.2, §2.2 and §2.3, and levels of its message format, §3.2. */
const naturalPerson = 'http://eidas.europa.eu/attributes/naturalperson/'
const legalPerson = 'http://eidas.europa.eu/attributes/legalperson/'
/** One key, so that no list of files has to match another. */
const KeyPair = z.strictObject({ certificateFile: z.string(), keyFile: z.string() })

/** Attribute names as the gateway writes them. */
const Attributes = z.strictObject({
  serialNumber: z.string().default(`${naturalPerson}PersonIdentifier`),
  familyName: z.string().default(`${naturalPerson}CurrentFamilyName`),
  givenName: z.string().default(`${naturalPerson}CurrentGivenName`),
  birthDate: z.string().default(`${naturalPerson}DateOfBirth`),
  organizationName: z.string().default(`${legalPerson}LegalName`),
  organizationIdentifier: z.string().default(`${legalPerson}LegalPersonIdentifier`),
  nationalNumber: z.string().optional(),
  /** Says of which kind the identity is. Without it, whoever comes with a legal person is professional. */
  kind: z.string().optional(),
  kindValues: z.record(z.string(), z.enum(['private', 'professional'])).default({}),
})

/** TLS protects what is asked; only on the machine itself may it be missing. */
const EntryPoint = z.url().refine(
  (address) => {
    const { protocol, hostname } = new URL(address)
    return protocol === 'https:' || isLoopback(hostname)
  },
  { error: 'must be an https address' },
)

/** A national gateway or an eIDAS node. Strict: a misspelt rule would be none. */
export const SamlProvider = z
  .strictObject({
    scheme: z.literal('saml'),
    id: z.string(),
    name: z.string(),
    /** Where its single sign-on service takes requests (HTTP-Redirect binding). */
    entryPoint: EntryPoint,
    idpEntityId: z.string().min(1).max(1024),
    /** The certificates of its signing keys, one or more: old and new while it changes them. */
    idpCertificatesFile: z.string(),
    /** What the portal is called there; the address of its metadata when absent. */
    entityId: z.string().min(1).max(1024).optional(),
    signing: KeyPair,
    /** The first is published; the others still open what is encrypted for them. The signing key when empty. */
    decryption: z.array(KeyPair).default([]),
    requireEncryptedAssertions: z.boolean().default(true),
    /** The assertion must be signed in any case. */
    requireSignedResponse: z.boolean().default(false),
    /** Which level each AuthnContextClassRef stands for; any other is refused. */
    levels: z.record(z.string(), Assurance).default(eidasLevels),
    /** Less is refused. */
    requiredAssurance: Assurance.default('substantial'),
    /** What is asked for; the lowest contexts that would do when absent. */
    requestedContexts: z.array(z.string()).optional(),
    comparison: z.enum(['minimum', 'exact']).default('minimum'),
    /** Asks as an eIDAS node wants to be asked: who is asking, and for which attributes. */
    eidas: z.strictObject({ spType: z.enum(['public', 'private']) }).optional(),
    clockSkewSeconds: z.number().int().min(0).max(300).default(60),
    /** Which certificates it presents: the id that keys them, so one identity over several schemes. */
    certificateProvider: z.string().optional(),
    attributes: Attributes.prefault({}),
  })
  .refine((provider) => lowestSufficient(provider, provider.requiredAssurance) !== undefined, {
    path: ['requiredAssurance'],
    error: 'is more than this gateway ever reaches',
  })
  .refine(({ attributes }) => !attributes.kind || Object.keys(attributes.kindValues).length > 0, {
    path: ['attributes', 'kindValues'],
    error: 'does not say what the values of kind mean',
  })
export type SamlProvider = z.infer<typeof SamlProvider>

const lowestSufficient = ({ levels }: { levels: Record<string, Assurance> }, need: Assurance) =>
  assurances.find((level) => assuranceAtLeast(level, need) && Object.values(levels).includes(level))

/** The lowest contexts that would do, also for who needs `atLeast`: `minimum` lets the gateway choose a better one. */
export function contextsFor(provider: SamlProvider, atLeast: Assurance): string[] {
  const { requestedContexts, requiredAssurance, levels } = provider
  if (requestedContexts) return requestedContexts
  const need = assuranceAtLeast(requiredAssurance, atLeast) ? requiredAssurance : atLeast
  const lowest = lowestSufficient(provider, need) ?? lowestSufficient(provider, requiredAssurance)
  return Object.keys(levels).filter((context) => levels[context] === lowest)
}

export const isEidasAttribute = (name: string) =>
  name.startsWith(naturalPerson) || name.startsWith(legalPerson)
