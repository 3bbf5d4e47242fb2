import { readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { Assurance, assuranceAtLeast, eidasLevels, highestOf } from './identity/assurance.ts'
import { RevocationSettings } from './identity/revocation/settings.ts'
import { SamlProvider } from './identity/saml/settings.ts'
import { isLoopback } from './platform/loopback.ts'
import { ConfigError } from './platform/start-error.ts'

const Attribute = z.string().describe('Subject attribute: short name (SN, GN, O …) or OID')

const CertificateMapping = z.strictObject({
  serialNumber: Attribute.default('serialNumber'),
  familyName: Attribute.default('SN'),
  givenName: Attribute.default('GN'),
  kind: Attribute.default('title'),
  kindValues: z.record(z.string(), z.enum(['private', 'professional'])),
  organizationName: Attribute.default('O'),
  organizationIdentifier: Attribute.default('2.5.4.97'),
  nationalNumber: Attribute.optional(),
})

const Oid = z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/, { error: 'is no OID like 1.3.171.1.1.10.3.1' })

/** Rules on form that authorities in use break, and that a provider may be let off. */
const tolerable = [
  'serial_not_positive',
  'serial_too_long',
  'aki_missing',
  'ski_missing',
  'extension_critical',
  'extension_not_critical',
  'alternative_name',
] as const

const curves = [
  ...(['P-256', 'P-384', 'P-521', 'Ed25519', 'Ed448'] as const),
  ...(['brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'] as const),
] as const

/** What a provider's certificates must be like, beyond RFC 5280. Strict: a misspelt rule would be none. */
export const TrustRules = z.strictObject({
  /** Certificate policies, one of which the whole path must be under; any when empty. */
  policies: z.array(Oid).default([]),
  /** clientAuth. Roots and issuers that list purposes must list it too. */
  extendedKeyUsage: Oid.default('1.3.6.1.5.5.7.3.2'),
  rsaBits: z.number().int().min(2048).max(16384).default(2048),
  curves: z.array(z.enum(curves)).default(['P-256', 'P-384', 'P-521', 'Ed25519', 'Ed448']),
  /** How many authorities may stand between root and holder. */
  longestPath: z.number().int().min(0).max(8).default(4),
  tolerate: z.array(z.enum(tolerable)).default([]),
})

const TlsProvider = z.strictObject({
  scheme: z.literal('tls'),
  id: z.string(),
  name: z.string(),
  rootsFile: z.string(),
  intermediatesFile: z.string().optional(),
  assurance: Assurance.default('high'),
  mapping: CertificateMapping,
  rules: TrustRules.prefault({}),
  /** How revocation is checked. Production wants this, or `off` in so many words. */
  revocation: z.union([z.literal('off'), RevocationSettings]).optional(),
})

/** One word of `acr_values`. */
const Acr = z.string().regex(/^[!-~]+$/, { error: 'is no acr value' })
const AcrLevels = z.record(Acr, Assurance).refine((levels) => Object.keys(levels).length > 0)

const OidcProvider = z
  .strictObject({
    scheme: z.literal('oidc'),
    id: z.string(),
    name: z.string(),
    issuer: z.url(),
    clientId: z.string(),
    clientSecret: z.string(),
    /** Of every sign-in there, unless `acr` says what each one was. */
    assurance: Assurance.default('substantial'),
    /** Which level each `acr` of the ID token stands for; any other, or none, is refused. */
    acr: z.union([z.literal('eidas').transform(() => eidasLevels), AcrLevels]).optional(),
    /** Sent as `acr_values`, unless a procedure asks for more. */
    requestAcr: z.array(Acr).default([]),
    /** Less is refused at the sign-in already. */
    requiredAssurance: Assurance.default('low'),
    scopes: z.string().default('openid profile'),
    /** Which certificates the provider presents: the id that keys them, so one identity over several schemes. */
    certificateProvider: z.string().optional(),
    claims: z.strictObject({
      serialNumber: z.string().default('certificate_serial_number'),
      familyName: z.string().default('family_name'),
      givenName: z.string().default('given_name'),
      kind: z.string().default('certificate_kind'),
      kindValues: z.record(z.string(), z.enum(['private', 'professional'])).default({}),
      /** For providers that know one kind only, and name none. */
      kindWithoutClaim: z.enum(['private', 'professional']).optional(),
      organizationName: z.string().default('organization_name'),
      organizationIdentifier: z.string().default('organization_identifier'),
      nationalNumber: z.string().optional(),
    }),
  })
  .refine((provider) => assuranceAtLeast(highestOf(provider), provider.requiredAssurance), {
    path: ['requiredAssurance'],
    error: 'is more than this provider ever reaches',
  })

const HelpdeskProvider = z.strictObject({
  name: z.string(),
  issuer: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  scopes: z.string().default('openid profile'),
  nameClaim: z.string().default('name'),
  /** By these an agent's own account is recognised, beside the name. */
  emailClaim: z.string().default('email'),
  nationalNumberClaim: z.string().optional(),
  /** A text or a list of texts in the ID token, or from the provider's user information. */
  roleClaim: z.string().default('roles'),
  /** What that claim must hold. */
  role: z.string().min(1),
})

/** Strict: a misspelt word would be none. */
const RegisterSettings = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).refine(isPrivate, { error: 'must be an https address' }),
  /** Private key (PEM, Ed25519 or P-256) that signs the portal's service tokens for this register. */
  keyFile: z.string(),
  /** What the register calls itself in tokens (`aud`); its `url` when absent. */
  audience: z.string().optional(),
  /** How long one attempt may take. Nobody waits for a register longer than twice that. */
  timeoutSeconds: z.number().min(0.1).max(10).default(1.5),
  /** How long a register that does not answer is left alone. */
  pauseSeconds: z.number().min(0).max(600).default(5),
})

/** National numbers travel there; only on the machine itself may TLS be missing. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname)
}

const Hint = z.record(z.enum(['de', 'fr', 'en', 'lb']), z.string())

/** Strict: a key that is misspelt, or of an earlier version, would connect nobody. */
export const Connections = z.strictObject({
  /** Written by the demo for itself; production refuses the file. */
  demo: z.boolean().default(false),
  providers: z.array(z.discriminatedUnion('scheme', [TlsProvider, OidcProvider, SamlProvider])).default([]),
  /** Certificate and key (PEM files) of the origin that asks for client certificates. */
  tlsServer: z.object({ certificateFile: z.string(), keyFile: z.string() }).optional(),
  /** Header in which a trusted proxy forwards the verified client certificate (RFC 9440 Client-Cert). */
  forwardedCertificateHeader: z.string().optional(),
  authorities: z
    .array(
      z.object({
        id: z.string(),
        name: z.record(z.enum(['de', 'fr', 'en', 'lb']), z.string()),
        /** SHA-256 (hex) of the bearer token it fetches submissions with. */
        tokenSha256: z.string().regex(/^[0-9a-f]{64}$/),
        contact: z.string().default(''),
      }),
    )
    .default([]),
  /** Notes of the administration beside what they are about: where one signs in, where the number is asked for. */
  hints: z.object({ signIn: Hint.optional(), nationalNumber: Hint.optional() }).default({}),
  /** Where the helpdesk's agents sign in, and what makes somebody one of them. */
  helpdesk: HelpdeskProvider.optional(),
  /** Authentic sources: what public registers hold. */
  registers: z
    .strictObject({
      persons: RegisterSettings.optional(),
      companies: RegisterSettings.optional(),
      drivingLicences: RegisterSettings.optional(),
    })
    .default({}),
})

export type Connections = z.infer<typeof Connections>
export type TrustRules = z.infer<typeof TrustRules>
export type TlsProvider = z.infer<typeof TlsProvider>
export type HelpdeskProvider = z.infer<typeof HelpdeskProvider>
export type RegisterSettings = z.infer<typeof RegisterSettings>
export type OidcProvider = z.infer<typeof OidcProvider>

/** Whom the portal is connected to, as CONNECTIONS_FILE says; nobody without one. */
export function readConnections(file: string | undefined): Connections {
  if (!file) return Connections.parse({})
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`CONNECTIONS_FILE: cannot read ${file}`)
  }
  let value: unknown
  try {
    value = parseYaml(text)
  } catch (error) {
    throw new ConfigError(`CONNECTIONS_FILE: ${file} is no YAML: ${firstLine(error)}`)
  }
  return orFail(Connections.safeParse(value ?? {}), `CONNECTIONS_FILE: ${file}: `)
}

export const isOfDemo = (secret: string) => secret.startsWith('demo-')

/** Secrets made for the demo say so, wherever they were copied to. */
export function refuseDemoConnections({ demo, providers, helpdesk }: Connections): void {
  const refuse = (what: string) => {
    throw new ConfigError(`CONNECTIONS_FILE: ${what} is the demo’s: production refuses it`)
  }
  if (demo) refuse('the file')
  for (const provider of providers)
    if (provider.scheme === 'oidc' && isOfDemo(provider.clientSecret))
      refuse(`the client secret of ${provider.id}`)
  if (helpdesk && isOfDemo(helpdesk.clientSecret)) refuse('the client secret of helpdesk')
}

export function orFail<T>(result: z.ZodSafeParseResult<T>, place = ''): T {
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ConfigError(`${place}${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]
