import { readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { ConfigError } from './platform/start-error.ts'

const Attribute = z.string().describe('Subject attribute: short name (SN, GN, O …) or OID')

const CertificateMapping = z.object({
  serialNumber: Attribute.default('serialNumber'),
  familyName: Attribute.default('SN'),
  givenName: Attribute.default('GN'),
  kind: Attribute.default('title'),
  kindValues: z.record(z.string(), z.enum(['private', 'professional'])),
  organizationName: Attribute.default('O'),
  organizationIdentifier: Attribute.default('2.5.4.97'),
  nationalNumber: Attribute.optional(),
})

const Assurance = z.enum(['low', 'substantial', 'high'])

const TlsProvider = z.object({
  scheme: z.literal('tls'),
  id: z.string(),
  name: z.string(),
  rootsFile: z.string(),
  intermediatesFile: z.string().optional(),
  assurance: Assurance.default('high'),
  mapping: CertificateMapping,
})

const OidcProvider = z.object({
  scheme: z.literal('oidc'),
  id: z.string(),
  name: z.string(),
  issuer: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  assurance: Assurance.default('substantial'),
  scopes: z.string().default('openid profile'),
  /** Which certificates the provider presents: the id that keys them, so one identity over several schemes. */
  certificateProvider: z.string().optional(),
  claims: z.object({
    serialNumber: z.string().default('certificate_serial_number'),
    familyName: z.string().default('family_name'),
    givenName: z.string().default('given_name'),
    kind: z.string().default('certificate_kind'),
    kindValues: z.record(z.string(), z.enum(['private', 'professional'])),
    organizationName: z.string().default('organization_name'),
    organizationIdentifier: z.string().default('organization_identifier'),
    nationalNumber: z.string().optional(),
  }),
})

const Connections = z.object({
  /** Written by the demo for itself; production refuses the file. */
  demo: z.boolean().default(false),
  providers: z.array(z.discriminatedUnion('scheme', [TlsProvider, OidcProvider])).default([]),
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
  personRegister: z.object({ url: z.url(), token: z.string() }).optional(),
})

export type Connections = z.infer<typeof Connections>
export type TlsProvider = z.infer<typeof TlsProvider>
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
export function refuseDemoConnections({ demo, providers, personRegister }: Connections): void {
  const refuse = (what: string) => {
    throw new ConfigError(`CONNECTIONS_FILE: ${what} is the demo’s: production refuses it`)
  }
  if (demo) refuse('the file')
  for (const provider of providers)
    if (provider.scheme === 'oidc' && isOfDemo(provider.clientSecret))
      refuse(`the client secret of ${provider.id}`)
  if (personRegister && isOfDemo(personRegister.token)) refuse('the token of personRegister')
}

export function orFail<T>(result: z.ZodSafeParseResult<T>, place = ''): T {
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ConfigError(`${place}${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]
